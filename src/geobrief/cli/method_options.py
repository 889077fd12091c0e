"""`--recognizer` and `--geocoder`: other ways to find places than geobrief's own, for `map` and `extract`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from geobrief.api import Brief
    from geobrief.model import Document

__all__ = ["analyzed", "method_options", "warned"]

Command = Callable[..., Any]


def method_options(command: Command) -> Command:
    """Gives a command the two options, as `recognizer` and `geocoder`; both empty by default."""
    recognizer = click.option(
        "--recognizer",
        default="",
        metavar="spacy:MODEL",
        callback=_named("spacy", "MODEL"),
        help="Find names with an installed spaCy pipeline, or one in a folder.",
    )
    geocoder = click.option(
        "--geocoder",
        default="",
        metavar="nominatim:URL",
        callback=_named("nominatim", "URL"),
        help="Ask this service, over the network, for names that the gazetteer lacks. It is told your e-mail "
        "address if GEOBRIEF_CONTACT holds it.",
    )
    return recognizer(geocoder(command))


def _named(prefix: str, metavar: str) -> Callable[[click.Context, click.Parameter, str], str]:
    def checked(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
        given, _, rest = value.partition(":")
        if value and not (given == prefix and rest):
            raise click.BadParameter(f"give {prefix}:{metavar}, not {value!r}.")
        return value

    return checked


def analyzed(documents: Sequence[Document], recognizer: str, geocoder: str) -> Brief:
    """The documents' brief; a line on standard error tells for which names the geocoder failed."""
    from geobrief.api import analyze_documents

    return analyze_documents(documents, recognizer=recognizer, geocoder=geocoder, warn=warned)


def warned(line: str) -> None:
    """Tells something that went wrong and stopped nothing."""
    click.echo(f"Warning: {' '.join(line.split())}", err=True)
