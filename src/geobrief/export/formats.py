"""The formats that a brief can be exported to. A further one is a further line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from geobrief.errors import ExportError
from geobrief.export.linked_files import annotations_file, claims_file
from geobrief.export.options import Options
from geobrief.model import Brief

__all__ = ["FORMATS", "Format", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    """What `--format` calls it."""
    title: str
    extensions: tuple[str, ...]
    """With their dot, in lower case. Two formats may share one; `--format` then decides."""
    content: Callable[[Brief, Options], bytes]
    """Gives the whole file. It imports what takes long or comes with an extra when it is called."""


FORMATS: Sequence[Format] = (
    Format(
        name="annotations",
        title="W3C Web Annotations",
        extensions=(".annotations.jsonld", ".annotations.json", ".json"),
        content=annotations_file,
    ),
    Format(
        name="claims",
        title="schema.org claims",
        extensions=(".jsonld", ".claims.json", ".json"),
        content=claims_file,
    ),
)


def format_of(path: str, name: str = "", formats: Sequence[Format] = FORMATS) -> Format:
    """The format that is asked for by name, else by the longest extension that the path has.

    >>> format_of("brief.annotations.jsonld").name, format_of("brief.jsonld").name
    ('annotations', 'claims')

    Raises:
        ExportError: There is no such format, or several have the extension.
    """
    if name:
        named = [each for each in formats if each.name == name]
        if not named:
            raise ExportError(f"There is no format {name!r}. There are: {_listed(formats)}.")
        return named[0]
    file = PurePath(path).name.lower()
    fitting = [
        (extension, each) for each in formats for extension in each.extensions if file.endswith(extension)
    ]
    longest = max((len(extension) for extension, _ in fitting), default=0)
    best = [each for extension, each in fitting if len(extension) == longest]
    if not best:
        raise ExportError(f"{path} has no extension of a known format. There are: {_listed(formats)}.")
    if len(best) > 1:
        names = " or ".join(f"--format {each.name}" for each in best)
        raise ExportError(f"{path} may be of {len(best)} formats. Say which: {names}.")
    return best[0]


def _listed(formats: Sequence[Format]) -> str:
    """Each format with its extensions but those that it shares, which do not tell it from another."""
    every = [extension for each in formats for extension in each.extensions]
    return "; ".join(
        f"{each.name} ({', '.join(own for own in each.extensions if every.count(own) == 1)})"
        for each in formats
    )
