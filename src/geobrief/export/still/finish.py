"""A sheet as the bytes of a file: the same for the same sheet, and with its title and description inside."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import matplotlib as mpl

from geobrief.export.still.canvas import HALO, Canvas
from geobrief.export.still.size import Size

__all__ = ["Told", "pdf", "png", "svg"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says about itself."""

    title: str
    description: str
    """The alternative text."""
    language: str
    """BCP 47."""
    author: str


def png(canvas: Canvas, size: Size, told: Told) -> bytes:
    """A PNG of exactly so many pixels, with `Title` and `Description` as text chunks."""
    width, height = (size.pixels_of(each * 72) for each in canvas.figure.get_size_inches())
    canvas.figure.set_size_inches((width + 0.01) / size.dpi, (height + 0.01) / size.dpi)
    metadata = {"Title": told.title, "Description": told.description, "Author": told.author, "Software": None}
    return _saved(canvas, "png", size.dpi, metadata)


def svg(canvas: Canvas, size: Size, told: Told) -> bytes:
    """An SVG whose letters stay letters."""
    from geobrief.export.still.svg import finished

    metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
    return finished(_saved(canvas, "svg", 72, metadata), size, told, HALO)


def pdf(canvas: Canvas, size: Size, told: Told) -> bytes:
    """A tagged PDF whose letters stay letters."""
    from geobrief.export.still.pdf import finished

    metadata = {"CreationDate": None, "Creator": None, "Producer": None}
    return finished(_saved(canvas, "pdf", size.dpi, metadata), told, canvas.tags)


def _saved(canvas: Canvas, name: str, dpi: int, metadata: Mapping[str, str | None]) -> bytes:
    content = io.BytesIO()
    # Hinted letters are wider at few dots an inch than what was measured.
    with mpl.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "geobrief", "pdf.fonttype": 42, "text.hinting": "none"}
    ):
        canvas.figure.savefig(content, format=name, dpi=dpi, metadata=metadata)
    return content.getvalue()
