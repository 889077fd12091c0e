"""The numbered key: every claim with its places' numbers, certainty, source, date and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, isolated, unbroken
from geobrief.export.still.letters import Style, extent, wrapped
from geobrief.export.still.looks import Looks
from geobrief.render.messages import Interface
from geobrief.render.tables import ClaimRow

__all__ = ["COLUMN_GAP", "HEAD_LEADING", "LEADING", "MOST_DISCS", "Entry", "Laid", "laid_out", "lead_widths"]

LEADING, HEAD_LEADING = 1.28, 1.38
"""From line to line, as part of the letters' size: of quotes, and of what is told of them."""
GAP = 6.0
"""Points between entries."""
COLUMN_GAP = 14.0
COLUMN = 188.0
"""Points: a column of text has so many at least, where there are several."""
MOST_DISCS = 6
SMALLER = (1.0, 0.93, 0.86)
"""Letters are set smaller before words are left out."""
CUTS = (6, 4, 3, 2, 1)
"""Lines of a quote that are tried, until all claims have room."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as it is set."""

    row: ClaimRow
    heads: tuple[str, ...]
    """Source, quantities and date, in lines; the first stands beside the numbers and the certainty."""
    quote: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A key that is set in columns."""

    columns: tuple[tuple[Entry, ...], ...]
    width: float
    """Of a column."""
    height: float
    looks: Looks
    """Sizes in which it is set."""
    left_out: tuple[str, ...]
    """Ids of the claims for which there was no room."""

    @property
    def letters(self) -> int:
        """How many letters of quotes are shown."""
        return sum(len(line) for column in self.columns for entry in column for line in entry.quote)


def laid_out(
    rows: Sequence[ClaimRow], width: float, height: float | None, looks: Looks, spoken: Interface
) -> Laid:
    """The key in columns: in smaller letters, then with shorter quotes, as far as the room asks for it.

    Args:
        rows: The claims.
        width: Points that there are across.
        height: Points that there are down; None: as many as it takes.
        looks: Sizes.
        spoken: The interface.
    """
    steps = [(share, 1_000) for share in SMALLER] + [(SMALLER[-1], most) for most in CUTS]
    for share, most in steps:
        laid = _set(rows, width, height, Looks(looks.unit * share), most, spoken)
        if not laid.left_out:
            break
    return laid


def _set(
    rows: Sequence[ClaimRow], width: float, height: float | None, looks: Looks, most: int, spoken: Interface
) -> Laid:
    several = len({row.source for row in rows}) > 1
    count = max(1, int((width + COLUMN_GAP) // (COLUMN * looks.unit + COLUMN_GAP)))
    count = min(count, max(1, len(rows)))
    each = (width - COLUMN_GAP * (count - 1)) / count
    entries = [_entry(row, each, most, looks, spoken, source=several) for row in rows]
    columns = _balanced(entries, count) if height is None else _filled(entries, count, height)
    shown = {entry.row.id for column in columns for entry in column}
    taken = max((sum(entry.height for entry in column) for column in columns), default=0.0)
    left_out = tuple(row.id for row in rows if row.id not in shown)
    return Laid(tuple(tuple(column) for column in columns), each, taken, looks, left_out)


def _balanced(entries: Sequence[Entry], count: int) -> list[list[Entry]]:
    """Columns of about the same length that hold all."""
    height = max(
        [sum(entry.height for entry in entries) / count, *(entry.height for entry in entries)], default=0.0
    )
    columns = _filled(entries, count, height)
    while sum(len(column) for column in columns) < len(entries):
        height *= 1.02
        columns = _filled(entries, count, height)
    return columns


def _filled(entries: Sequence[Entry], count: int, height: float) -> list[list[Entry]]:
    """Entries down one column after the other, until there is no room for the next."""
    found: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        if used + entry.height > height + 0.01:
            if len(found) == count or entry.height > height:
                break
            found.append([])
            used = 0.0
        found[-1].append(entry)
        used += entry.height
    return found


def _entry(row: ClaimRow, width: float, most: int, looks: Looks, spoken: Interface, *, source: bool) -> Entry:
    """A claim in lines; `source`: with the article, as there are several."""
    article = row.source.short if row.source and source else ""
    parts = (row.by, *row.quantities, row.when, article)
    told = spoken.say("separator").join(isolated(part, spoken.direction) for part in parts if part)
    beside = max(30.0, width - sum(lead_widths(row, looks)))
    heads = _heads(told, beside, width, looks.told, 2 if most > 1 else 1)
    quote = wrapped(spoken.say("quoted", text=row.quote), looks.quote, width, most)
    height = len(heads) * looks.told.size * HEAD_LEADING + len(quote) * looks.quote.size * LEADING
    return Entry(row, heads, tuple(quote), height + GAP * looks.unit)


def _heads(told: str, beside: float, width: float, style: Style, most: int) -> tuple[str, ...]:
    """What is told, its first line in the room beside the numbers and the certainty."""
    lines = wrapped(told, style, beside)
    if len(lines) <= 1 or most == 1:
        return tuple(unbroken(wrapped(told, style, beside, 1))) or ("",)
    rest = " ".join(told.split())[len(lines[0].removeprefix(RIGHT_TO_LEFT_MARK)) :]
    return tuple(unbroken([lines[0], *wrapped(rest, style, width, most - 1)]))


def lead_widths(row: ClaimRow, looks: Looks) -> tuple[float, float]:
    """The points that the numbers, and the certainty, take at the head of an entry, each with its gap."""
    radius = looks.key_disc
    numbers = min(len(row.places), MOST_DISCS) * radius * 2.25 + (2 * looks.unit if row.places else 0.0)
    crossed = 6 * looks.unit if row.certainty in ("denied", "doubted") else 0.0
    return numbers, extent(row.certainty_text, looks.certainty) + crossed + 5 * looks.unit
