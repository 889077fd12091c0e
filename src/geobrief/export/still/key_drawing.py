"""The key drawn: from the left, or from the right where the interface runs that way."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from geobrief.export.still.areas import DASHES
from geobrief.export.still.canvas import Canvas, Tag
from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, is_right_to_left
from geobrief.export.still.frame import Box
from geobrief.export.still.key import COLUMN_GAP, HEAD_LEADING, LEADING, MOST_DISCS, Entry, Laid, lead_widths
from geobrief.export.still.letters import Style, extent
from geobrief.export.still.looks import Looks
from geobrief.export.still.palette import Palette
from geobrief.model import Certainty
from geobrief.render.tables import ClaimRow

__all__ = ["draw_key", "draw_sample"]

CROSS = 1.9
"""Points from the middle of a cross to its ends."""


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column runs, and from which side it is read."""

    left: float
    right: float
    turned: bool

    def across(self, points: float) -> float:
        """A position so many points from where lines begin."""
        return self.right - points if self.turned else self.left + points

    @property
    def align(self) -> str:
        return "right" if self.turned else "left"


def draw_key(canvas: Canvas, laid: Laid, box: Box, colours: Palette, *, turned: bool) -> None:
    """Draws the key from the upper corner of a box; `turned`: of an interface that runs from the right."""
    left, _, right, top = box
    for at, entries in enumerate(laid.columns):
        start = at * (laid.width + COLUMN_GAP)
        edge = right - start - laid.width if turned else left + start
        column, y = _Column(edge, edge + laid.width, turned), top
        for entry in entries:
            with canvas.tagged(Tag("P", _spoken(entry))):
                _draw_entry(canvas, entry, column, y, colours, laid.looks)
            y -= entry.height


def _spoken(entry: Entry) -> str:
    """An entry for those who hear it."""
    places = ", ".join(f"{place.number} {place.name}" for place in entry.row.places)
    lines = " ".join(line.removeprefix(RIGHT_TO_LEFT_MARK) for line in (*entry.heads, *entry.quote))
    return f"{places}: {entry.row.certainty_text}, {lines}"


def _draw_entry(
    canvas: Canvas, entry: Entry, column: _Column, top: float, colours: Palette, looks: Looks
) -> None:
    row, told = entry.row, looks.told
    base = top - told.size * 1.02
    numbers, certainty = lead_widths(row, looks)
    _draw_numbers(canvas, row, column, base, colours, looks)
    colour, reach = colours.of(row.certainty), extent(row.certainty_text, looks.certainty)
    canvas.write(
        column.across(numbers), base, row.certainty_text, looks.certainty, colour, align=column.align
    )
    ends = sorted((column.across(numbers), column.across(numbers + reach)))
    _underline(canvas, ends, base - told.size * 0.3, row.certainty, column, colours, looks)
    y = base
    for at, line in enumerate(entry.heads):
        y = base - at * told.size * HEAD_LEADING
        start = column.across(numbers + certainty) if at == 0 else column.across(0)
        canvas.write(start, y, line, told, colours["soft"], align=column.align)
    y -= told.size * 0.3
    for line in entry.quote:
        y -= looks.quote.size * LEADING
        _write_quote(canvas, line, column, y, looks.quote, colours["ink"])


def _write_quote(canvas: Canvas, line: str, column: _Column, y: float, style: Style, colour: str) -> None:
    """Writes a line from the side at which its script begins."""
    turned = is_right_to_left(line)
    canvas.write(
        column.right if turned else column.left, y, line, style, colour, align="right" if turned else "left"
    )


def _draw_numbers(
    canvas: Canvas, row: ClaimRow, column: _Column, base: float, colours: Palette, looks: Looks
) -> None:
    radius = looks.key_disc
    for at, place in enumerate(row.places[:MOST_DISCS]):
        x, y = column.across(radius + at * radius * 2.25), base + looks.told.size * 0.36
        more = at == MOST_DISCS - 1 and len(row.places) > MOST_DISCS
        number = "…" if more else str(place.number)
        style = looks.number(len(number), radius)
        canvas.disc(x, y, radius, colours["disc"])
        canvas.write(x, y - style.size * 0.36, number, style, colours["disc-ink"], align="center")


def _underline(
    canvas: Canvas,
    ends: list[float],
    y: float,
    certainty: Certainty,
    column: _Column,
    colours: Palette,
    looks: Looks,
) -> None:
    """The certainty's line under its word; its cross behind the word, which it must not cover."""
    look = colours.look(certainty)
    line = shapely.LineString([(ends[0], y), (ends[1], y)])
    dashes = () if look.line == "crossed" else [each * looks.unit * 0.7 for each in DASHES[look.line]]
    canvas.lines([line], colours[look.token], 1.1 * looks.unit, dashes, round_ends=look.line == "dotted")
    if look.line == "crossed":
        x = ends[0] - 4 * looks.unit if column.turned else ends[1] + 4 * looks.unit
        _cross(canvas, x, y + looks.told.size * 0.58, colours[look.token], looks.unit)


def draw_sample(
    canvas: Canvas, left: float, y: float, width: float, certainty: Certainty, colours: Palette, unit: float
) -> None:
    """A piece of line in the manner of a certainty."""
    look = colours.look(certainty)
    dashes = () if look.line == "crossed" else [each * unit * 0.7 for each in DASHES[look.line]]
    line = shapely.LineString([(left, y), (left + width, y)])
    canvas.lines([line], colours[look.token], 1.1 * unit, dashes, round_ends=look.line == "dotted")
    if look.line == "crossed":
        _cross(canvas, left + width / 2, y, colours[look.token], unit)


def _cross(canvas: Canvas, x: float, y: float, colour: str, unit: float) -> None:
    arm = CROSS * unit
    for sign in (1, -1):
        stroke = shapely.LineString([(x - arm, y - arm * sign), (x + arm, y + arm * sign)])
        canvas.lines([stroke], colour, 1.0 * unit)
