"""The claims counted by cell, certainty, time, kind of place and publisher, in rows that a page can hold.

Where there would be more, steps of time become coarser, fewer publishers are told apart, and the finest cells
are left out, in this order by turns; no count is ever rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import duckdb
import numpy as np
from numpy.typing import NDArray

from geobrief.brief.coordinates import encode_numbers
from geobrief.corpora.map.bins import Bins, bins_for
from geobrief.corpora.map.located import OTHERS
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["MOST_PUBLISHERS", "Cube", "Limits", "count_cube"]

MOST_PUBLISHERS: Final = 12
_LADDER: Final = (
    (5, 0, 12),
    (5, 3, 12),
    (5, 12, 12),
    (4, 3, 12),
    (4, 12, 8),
    (3, 12, 8),
    (3, 12, 4),
    (2, 12, 4),
    (2, 12, 0),
    (1, 12, 0),
)
"""Finest resolution, months a step of time at least, publishers told apart: tried in order until it fits."""

Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a corpus a page may hold."""

    rows: int = 900_000
    """Of the cube: some two and a half bytes each."""
    cells: int = 15_000
    """Of the finest resolution: some forty bytes each, with those above it twice as much."""
    text: int = 3_000_000
    """Bytes for the strongest claims."""


@dataclass(frozen=True, slots=True)
class Cube:
    """The counts, and in what steps they were counted."""

    level: int
    """The finest resolution of H3."""
    bins: Bins
    publishers: int
    """How many are told apart; the others are number 0."""
    cells: NDArray[np.uint64]
    """Of the finest resolution, in order; a row's cell is a place in it."""
    keys: Numbers
    """A row's cell, certainty, bin, kind and publisher in one number, rising."""
    counts: Numbers

    def as_record(self) -> dict[str, Any]:
        """For the page: keys as their differences, counts less one, both as text (`brief/coordinates.py`)."""
        return {
            "rows": len(self.keys),
            "sizes": [len(CERTAINTIES), self.bins.count + 1, len(KINDS), self.publishers + 1],
            "keys": encode_numbers(np.diff(self.keys, prepend=0).tolist()),
            "counts": encode_numbers((self.counts - 1).tolist()),
        }


def count_cube(duck: duckdb.DuckDBPyConnection, limits: Limits) -> Cube:
    """Counts the table `located` as finely as the limits allow."""
    ((first, last, told_apart),) = duck.sql(
        "SELECT min(day), max(day), (SELECT count(*) FROM names) FROM located"
    ).fetchall()
    for level, months, publishers in _LADDER:
        cube = _counted(duck, level, bins_for(first, last, at_least=months), min(publishers, told_apart))
        if len(cube.keys) <= limits.rows and len(cube.cells) <= limits.cells:
            break
    return cube


def _counted(duck: duckdb.DuckDBPyConnection, level: int, bins: Bins, publishers: int) -> Cube:
    # A publisher's number is that of its rank, so that the rarer ones fall to the others.
    rows = duck.sql(
        f"SELECT spots.c{level} AS cell, certainty::BIGINT AS certainty, ({bins.sql})::BIGINT AS bin, "
        "located.kind::BIGINT AS kind, "
        f"(CASE WHEN publisher <= {publishers} THEN publisher ELSE {OTHERS} END)::BIGINT AS publisher, "
        "count(*) AS claims FROM located JOIN spots ON spots.number = located.spot GROUP BY ALL"
    ).to_arrow_table()
    column = {name: rows[name].to_numpy() for name in rows.column_names}
    cells, row_cell = np.unique(column["cell"], return_inverse=True)
    keys = row_cell.astype(np.int64)
    sizes = (len(CERTAINTIES), bins.count + 1, len(KINDS), publishers + 1)
    for size, name in zip(sizes, ("certainty", "bin", "kind", "publisher"), strict=True):
        keys = keys * size + column[name]
    order = np.argsort(keys)
    return Cube(level, bins, publishers, cells, keys[order], column["claims"][order].astype(np.int64))
