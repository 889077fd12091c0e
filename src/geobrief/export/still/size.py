"""How large a picture is to be: in millimetres, pixels, or as a format of paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geobrief.errors import ExportError

__all__ = ["POINTS_AN_INCH", "Size", "size_of"]

POINTS_AN_INCH = 72.0
MM_AN_INCH = 25.4
PAPERS = {
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "a6": (105.0, 148.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
}
"""Millimetres, upright: ISO 216 and ANSI/ASME Y14.1."""
USUAL_WIDTH = 180.0
"""Millimetres: the text's width of an A4 page with usual margins."""
LEAST_MM, MOST_MM = 40.0, 1200.0
MOST_PIXELS = 120_000_000
"""A picture of more takes gigabytes to draw."""

_SIDES = re.compile(r"(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|px)$")
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in|px)$")
_PAPER = re.compile(r"(\w+?)?[\s,_-]*(landscape|portrait)?$")


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's size in points of 1/72 inch; a height of None is as much as its content takes."""

    width: float
    height: float | None
    dpi: int
    pixels: bool = False
    """Whether it was asked for in pixels."""

    def pixels_of(self, points: float) -> int:
        """A length of the picture in whole pixels."""
        return max(1, round(points / POINTS_AN_INCH * self.dpi))


def size_of(text: str, dpi: int) -> Size:
    """The size that is asked for; empty: 180 mm wide and as high as the content.

    >>> size = size_of("1600x900px", 200)
    >>> size.pixels_of(size.width), size.pixels_of(size.height)
    (1600, 900)

    Args:
        text: `180x120mm`, `18x12cm`, `7x5in`, `1600x900px`, a width alone, or `A4`, `letter landscape`.
        dpi: Dots per inch; by them pixels become lengths.

    Raises:
        ExportError: It says no size, or one that is too small or too large to draw.
    """
    given = text.strip().lower()
    unit_points = {"mm": POINTS_AN_INCH / MM_AN_INCH, "cm": POINTS_AN_INCH / 2.54, "in": POINTS_AN_INCH}
    unit_points["px"] = POINTS_AN_INCH / dpi
    if not given:
        return Size(USUAL_WIDTH * unit_points["mm"], None, dpi)
    if found := _SIDES.match(given):
        each = unit_points[found[3]]
        return _checked(Size(float(found[1]) * each, float(found[2]) * each, dpi, found[3] == "px"), text)
    if found := _WIDTH.match(given):
        return _checked(Size(float(found[1]) * unit_points[found[2]], None, dpi, found[2] == "px"), text)
    return _checked(_paper(given, text, dpi), text)


def _paper(given: str, text: str, dpi: int) -> Size:
    found = _PAPER.match(given)
    name, turn = (found[1] or "a4", found[2]) if found else ("", None)
    if name in ("landscape", "portrait"):
        name, turn = "a4", name
    if name not in PAPERS:
        raise ExportError(
            f"{text!r} is no size: write 180x120mm, 1600x900px, or one of "
            f"{', '.join(paper.upper() if len(paper) == 2 else paper for paper in PAPERS)}, "
            "as A4 or 'A4 landscape'."
        )
    sides = [millimetres * POINTS_AN_INCH / MM_AN_INCH for millimetres in PAPERS[name]]
    width, height = reversed(sides) if turn == "landscape" else sides
    return Size(width, height, dpi)


def _checked(size: Size, text: str) -> Size:
    sides = [each for each in (size.width, size.height) if each is not None]
    millimetres = [each / POINTS_AN_INCH * MM_AN_INCH for each in sides]
    if min(millimetres) < LEAST_MM or max(millimetres) > MOST_MM:
        told = " x ".join(f"{each:.0f}" for each in millimetres)
        at = f" at {size.dpi} dpi" if size.pixels else ""
        raise ExportError(
            f"{text!r} is {told} mm{at}: a picture's sides are {LEAST_MM:.0f} to {MOST_MM:.0f} mm. "
            f"Choose another size{' or --dpi' if size.pixels else ''}."
        )
    if size.pixels_of(sides[0]) * size.pixels_of(sides[-1]) > MOST_PIXELS:
        raise ExportError(
            f"{text!r} at {size.dpi} dpi has more than {MOST_PIXELS // 1_000_000} million pixels: "
            "choose a smaller size or --dpi."
        )
    return size
