"""A brief's map as a picture, for files and for the documents that hold one."""

from __future__ import annotations

from typing import Literal, TypeAlias

from geobrief.errors import ExportError
from geobrief.export.options import Options
from geobrief.model import Brief

__all__ = ["PictureFormat", "pdf_file", "picture", "png_file", "svg_file"]

PictureFormat: TypeAlias = Literal["png", "svg", "pdf"]
EXTRA = ("matplotlib", "pikepdf")
"""What the extra `print` installs."""


def picture(brief: Brief, options: Options, *, format: PictureFormat = "png", key: bool = True) -> bytes:  # noqa: A002 - what a caller writes
    """The map of a brief, drawn without a browser; the same brief and options give the same bytes.

    Args:
        brief: What is drawn: all of its claims; `options.selection` is the caller's to apply.
        options: Size, dots per inch, theme and language.
        format: Of the picture.
        key: Whether the claims stand beside or below the map, under the brief's title; else the map is alone,
            with the legend of its lines and the caption.

    Raises:
        ExportError: The extra `print` is not installed, the size is none, or no font has the brief's letters.
        PageError: A place's geometry cannot be drawn, or there is no such language.
        GazetteerError: The packaged geodata are missing or broken.
    """
    try:
        from geobrief.export.still.sheet import drawn

        return drawn(brief, options, format, key=key)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise ExportError(
            f"Drawing pictures needs {error.name}, which is not installed. Run: pip install 'geobrief[print]'"
        ) from error


def png_file(brief: Brief, options: Options) -> bytes:
    """The brief as a PNG, with its key. Raises as `picture` does."""
    return picture(brief, options, format="png")


def svg_file(brief: Brief, options: Options) -> bytes:
    """The brief as an SVG whose text stays text. Raises as `picture` does."""
    return picture(brief, options, format="svg")


def pdf_file(brief: Brief, options: Options) -> bytes:
    """The brief as a tagged PDF. Raises as `picture` does."""
    return picture(brief, options, format="pdf")
