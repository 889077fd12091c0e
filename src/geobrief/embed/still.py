"""A brief in documents that cannot run a script: a picture, or a list of its claims."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geobrief.brief.read import read
from geobrief.embed.wish import Wish
from geobrief.export.alternative import alternative_text
from geobrief.export.options import Options
from geobrief.export.picture import PictureFormat, picture
from geobrief.files import make_folder, write_aside
from geobrief.model import Brief
from geobrief.render.tables import ClaimRow, tables

__all__ = ["Still", "claim_lines", "draw_still", "title_of"]

PICTURE_DPI = 150


@dataclass(frozen=True, slots=True)
class Still:
    """A picture on disk, with the words for it."""

    path: Path
    title: str
    alt: str


def draw_still(folder: Path, wish: Wish, path: Path, format: PictureFormat) -> Still:  # noqa: A002 - as `picture`
    """Draws a brief into a file.

    Raises:
        BriefError: The brief cannot be read.
        ExportError: The extra `print` is missing, or the brief cannot be drawn.
        GeobriefError: The file cannot be written.
    """
    brief = read(folder)[0]
    drawn = picture(brief, Options(dpi=PICTURE_DPI, language=wish.language), format=format)
    make_folder(path.parent)
    write_aside(path, drawn)
    return Still(path, title_of(brief), wish.alt or alternative_text(brief, wish.language))


def title_of(brief: Brief) -> str:
    """What stands below its picture."""
    return brief.title or "geobrief"


def claim_lines(brief: Brief, language: str) -> tuple[str, ...]:
    """Each claim in one line, in the order of the text: its words, how sure, who says it, where from.

    Raises:
        PageError: The interface has no such language.
    """
    return tuple(_line(row) for row in tables(brief, language).claims)


def _line(row: ClaimRow) -> str:
    source = row.source.short if row.source else ""
    places = ", ".join(place.name for place in row.places)
    facts = "; ".join(part for part in (row.certainty_text, row.by, row.when, places, source) if part)
    return f"{row.quote} ({facts})"
