"""The options of `export`: which claims, and how a picture or a document is to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from geobrief.export.options import THEMES, Options
from geobrief.export.selection import Selection
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["export_options", "options_of", "selection_of", "selection_options"]

Command = Callable[..., Any]


def _several(name: str, variable: str, metavar: str, text: str) -> Callable[[Command], Command]:
    def split(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
        return tuple(part for each in value.split(",") if (part := each.strip()))

    return click.option(name, variable, default="", metavar=metavar, callback=split, help=text)


_SELECTION = (
    _several("--claims", "claims", "ID,…", "Only these claims, as c1,c4."),
    _several("--certainty", "certainties", "NAME,…", f"Only claims that are {', '.join(CERTAINTIES)}."),
    _several("--source", "sources", "NAME,…", "Only what these say; - for the author."),
    _several("--kind", "kinds", "NAME,…", f"Only claims about a {', '.join(KINDS)}."),
    _several("--article", "articles", "FILE,…", "Only claims of these articles."),
    click.option("--from", "since", default="", metavar="DATE", help="Only claims of this time or later."),
    click.option("--to", "until", default="", metavar="DATE", help="Only claims of this time or earlier."),
)
_LOOKS = (
    click.option("--size", default="", metavar="SIZE", help="Of a picture: 180x120mm, 1600x900px, A4, …"),
    click.option("--dpi", default=200, show_default=True, type=click.IntRange(20, 1200)),
    click.option("--theme", default="light", show_default=True, type=click.Choice(THEMES)),
    click.option(
        "--template",
        default=None,
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Your own template of a document.",
    ),
    click.option("--language", default="en", show_default=True, metavar="LANG", help="Of the words around."),
)


def selection_options(command: Command) -> Command:
    """Gives a command the options that choose claims, as `selection_of` takes them."""
    return _all(_SELECTION, command)


def export_options(command: Command) -> Command:
    """Gives a command all options of an export, as `options_of` takes them."""
    return _all((*_SELECTION, *_LOOKS), command)


def _all(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def selection_of(given: dict[str, Any]) -> Selection:
    """What the options that choose claims were given."""
    return Selection(**{name: given[name] for name in Selection.__dataclass_fields__})


def options_of(given: dict[str, Any]) -> Options:
    """What all the options were given."""
    looks = ("size", "dpi", "theme", "template", "language")
    return Options(selection_of(given), **{name: given[name] for name in looks})
