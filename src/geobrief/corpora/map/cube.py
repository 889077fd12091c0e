"""The claims counted by cell, certainty, time, kinds of place and publisher, in rows that a page can hold.

A claim is counted once, at its first place; a second table counts it at its others. Their rows say from which
resolution on that is another cell, so that a cell of any resolution has each of its claims once.

Where there would be more, steps of time become coarser, fewer publishers are told apart, and the finest cells
are left out, in this order by turns; no count is ever rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import duckdb
import numpy as np
from numpy.typing import NDArray

from geobrief.brief.coordinates import encode_numbers
from geobrief.corpora.map.bins import Bins, bins_for
from geobrief.corpora.map.located import OTHERS
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["MOST_PUBLISHERS", "Cube", "Limits", "Rows", "count_cube", "count_rows"]

MOST_PUBLISHERS: Final = 12
_FAR_OFF: Final = 0.02
"""Share of the claims at either end of time that may lie beyond the steps: they are in the first or last."""
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
Cells: TypeAlias = NDArray[np.uint64]


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
class Rows:
    """Counts of claims, each by its key."""

    keys: Numbers
    """Level, cell, certainty, bin, kinds and publisher in one number, rising."""
    counts: Numbers

    def as_record(self) -> dict[str, Any]:
        """For the page: keys as their differences, counts less one, both as text (`brief/coordinates.py`)."""
        return {
            "rows": len(self.keys),
            "keys": encode_numbers(np.diff(self.keys, prepend=0).tolist()),
            "counts": encode_numbers((self.counts - 1).tolist()),
        }


@dataclass(frozen=True, slots=True)
class Cube:
    """The counts, and in what steps they were counted."""

    level: int
    """The finest resolution of H3."""
    bins: Bins
    publishers: int
    """How many are told apart; the others are number 0."""
    cells: Cells
    """Of the finest resolution, in order; a row's cell is a place in it."""
    kinds: Numbers
    """The sets of kinds of place that a claim names, as bits by `KINDS`; a row's kinds are a place in it."""
    once: Rows
    """Each claim, at its first place."""
    again: Rows
    """Claims at their further places, by the coarsest resolution at which that is another cell."""

    @property
    def about(self) -> str:
        """SQL for what a row of `located` is counted by, and the count."""
        return _about(self.bins, self.publishers)

    def as_record(self) -> dict[str, Any]:
        """For the page: the rows, and how many values each part of a key has, below its level and cell."""
        return {
            "sizes": [len(CERTAINTIES), self.bins.count + 1, len(self.kinds), self.publishers + 1],
            "kinds": [
                [kind for kind in range(len(KINDS)) if kinds >> kind & 1] for kinds in self.kinds.tolist()
            ],
            **self.once.as_record(),
            "again": self.again.as_record(),
        }


def count_cube(duck: duckdb.DuckDBPyConnection, limits: Limits) -> Cube:
    """Counts the table `located` as finely as the limits allow."""
    ((least, first, last, most, told_apart),) = duck.sql(
        f"SELECT min(day), quantile_disc(day, {_FAR_OFF}), quantile_disc(day, {1 - _FAR_OFF}), max(day), "
        "(SELECT count(*) FROM names) FROM located"
    ).fetchall()
    for level, months, publishers in _LADDER:
        bins = bins_for(first, last, at_least=months)
        if bins.count:
            bins = replace(bins, open=(least < bins.first, most > last and bins.number(most) > bins.count))
        cube = _counted(duck, level, bins, min(publishers, told_apart))
        if len(cube.once.keys) + len(cube.again.keys) <= limits.rows and len(cube.cells) <= limits.cells:
            break
    return cube


def _counted(duck: duckdb.DuckDBPyConnection, level: int, bins: Bins, publishers: int) -> Cube:
    about = _about(bins, publishers)
    once = _columns(
        duck,
        f"SELECT 0 AS level, spots.c{level} AS cell, {about} "
        "FROM located JOIN spots ON spots.number = located.spot GROUP BY ALL",
    )
    again = _columns(
        duck,
        f"SELECT stands.level::BIGINT AS level, spots.c{level} AS cell, {about} FROM stands "
        "JOIN located USING (id) JOIN spots ON spots.number = stands.spot "
        f"WHERE stands.level <= {level} AND NOT home GROUP BY ALL",
    )
    cells = np.unique(np.concatenate([once["cell"], again["cell"]]))
    kinds = np.unique(once["kinds"]).astype(np.int64)
    sizes = (len(cells), len(CERTAINTIES), bins.count + 1, len(kinds), publishers + 1)
    rows = [
        _rows({**columns, "cell": np.searchsorted(cells, columns["cell"])}, kinds, sizes)
        for columns in (once, again)
    ]
    return Cube(level, bins, publishers, cells, kinds, *rows)


def _about(bins: Bins, publishers: int) -> str:
    # A publisher's number is that of its rank, so that the rarer ones fall to the others.
    return (
        f"certainty::BIGINT AS certainty, ({bins.sql})::BIGINT AS bin, located.kinds::BIGINT AS kinds, "
        f"(CASE WHEN publisher <= {publishers} THEN publisher ELSE {OTHERS} END)::BIGINT AS publisher, "
        "count(*) AS claims"
    )


def count_rows(duck: duckdb.DuckDBPyConnection, cube: Cube, query: str, cells: int) -> Rows:
    """Claims counted by something else than cells, in the cube's steps.

    Args:
        duck: The dataset, its claims located.
        cube: How they are counted.
        query: Gives `level`, `cell` (a number below `cells`) and what `cube.about` gives.
        cells: How many there are.
    """
    sizes = (cells, len(CERTAINTIES), cube.bins.count + 1, len(cube.kinds), cube.publishers + 1)
    return _rows(_columns(duck, query), cube.kinds, sizes)


def _columns(duck: duckdb.DuckDBPyConnection, query: str) -> dict[str, NDArray[Any]]:
    table = duck.sql(query).to_arrow_table()
    return {name: table[name].to_numpy() for name in table.column_names}


def _rows(column: Mapping[str, NDArray[Any]], kinds: Numbers, sizes: Sequence[int]) -> Rows:
    keys = column["level"].astype(np.int64)
    parts = (
        column["cell"],
        column["certainty"],
        column["bin"],
        np.searchsorted(kinds, column["kinds"]),
        column["publisher"],
    )
    for size, part in zip(sizes, parts, strict=True):
        keys = keys * size + part
    order = np.argsort(keys)
    return Rows(keys[order], column["claims"][order].astype(np.int64))
