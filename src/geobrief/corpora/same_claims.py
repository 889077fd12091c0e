"""Claims of many articles that count the same thing at the same place and time, gathered out of memory.

Which belong together is told by the rules of `geobrief.claims.agreement`, but for one: a place and the
division or country that holds it are not brought together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import isfinite
from pathlib import Path
from typing import Any, Final

import duckdb

from geobrief.claims.agreement import gathered
from geobrief.claims.figures import Figure, conflict
from geobrief.claims.same_thing import Circumstances, Entry, Group
from geobrief.claims.whereabouts import Time
from geobrief.corpora.duck import rows_of
from geobrief.corpora.geoparquet import Row

__all__ = ["same_claims"]

_DIGITS: Final = 16

_ENTRIES: Final = """
SELECT e.*, c.document IS NOT NULL AS copy
FROM read_parquet(?) e LEFT JOIN copies c ON c.document = e.document
QUALIFY count(*) OVER (PARTITION BY unit, thing, deed, spot) > 1
ORDER BY unit, thing, deed, spot, time_start, e.number, claim, low, high
"""


def same_claims(duck: duckdb.DuckDBPyConnection, entries: Sequence[Path]) -> Iterator[Row]:
    """The rows of `groups`; the table `copies` must be there.

    What counts one thing at one place comes sorted, so that only that much is in memory.
    """
    rows = rows_of(duck, _ENTRIES, [[str(path) for path in entries]])
    for _, bucket in groupby(rows, key=lambda row: (row["unit"], row["thing"], row["deed"], row["spot"])):
        members = list(bucket)
        for group in gathered(_entry(order, row) for order, row in enumerate(members)):
            found = _of_one_claim_each(members[entry.order] for entry in group.members)
            if len(found) > 1:
                yield _row(group, found)


def _entry(order: int, row: dict[str, Any]) -> Entry:
    told = None if row["told_start"] is None else Time(row["told_start"], row["told_end"])
    return Entry(
        order=order,
        key=(row["unit"], row["thing"], row["deed"]),
        spot=frozenset(row["spot"]),
        figure=_figure(row),
        told=told,
        time=Time(row["time_start"], row["time_end"]),
        speaker=(row["document"], row["speaker"]),
        circumstances=Circumstances(
            origins=frozenset(row["origins"]),
            countries=frozenset(row["countries"]),
            causes=frozenset(row["causes"]),
            flow_origin=row["flow_origin"],
        ),
    )


def _figure(row: dict[str, Any]) -> Figure:
    return Figure(row["low"], row["high"], row["against"])


def _of_one_claim_each(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The reports in the order of the corpus, each claim once."""
    ordered = sorted(rows, key=lambda row: (row["number"], row["claim"]))
    return list({row["claim"]: row for row in ordered}.values())


def _row(group: Group, rows: Sequence[dict[str, Any]]) -> Row:
    first = rows[0]
    days = [row["published"] for row in rows if row["published"]]
    lows, highs = [row["low"] for row in rows], [row["high"] for row in rows]
    key = "\n".join((first["unit"], first["thing"], first["deed"], *first["spot"], first["claim"]))
    return {
        "id": f"g-{hashlib.sha256(key.encode()).hexdigest()[:_DIGITS]}",
        "places": first["spot"],
        "thing": first["thing"],
        "deed": first["deed"],
        "unit": first["unit"] or None,
        "claims": len(rows),
        "articles": len({row["document"] for row in rows if not row["copy"]}),
        "copies": len({row["document"] for row in rows if row["copy"]}),
        "publishers": sorted({row["publisher"] for row in rows if row["publisher"]}),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "low": min(lows) if isfinite(min(lows)) else None,
        "high": max(highs) if isfinite(max(highs)) else None,
        "disagree": _disagree(group.figures),
        "reports": [_report(row) for row in rows],
        "geometry": tuple(zip(first["lons"], first["lats"], strict=True)),
    }


def _disagree(figures: Iterable[Figure]) -> bool:
    """Whether two of the figures cannot both hold; of those that nobody denies that shows at their ends."""
    told = set(figures)
    held = [figure for figure in told if not figure.against]
    if held and max(figure.low for figure in held) > min(figure.high for figure in held):
        return True
    return any(conflict(figure, other) for figure in told if figure.against for other in held)


def _report(row: dict[str, Any]) -> Row:
    keys = ("claim", "document", "by", "publisher", "published", "text", "low", "high", "against", "copy")
    return {key: row[key] for key in keys}
