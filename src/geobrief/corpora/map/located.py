"""The claims on the map: each once in `located`, and where it names several places, where else in `stands`.

Claims of articles that repeat another one are left out. The day of a claim is the first that it is
about; where it says none, its article's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb
import pyarrow as pa

from geobrief.corpora.map.cells import cells_of
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["FINEST", "LEVELS", "OTHERS", "locate_claims", "number_spots", "view_everywhere"]

LEVELS: Final = (1, 2, 3, 4, 5)
"""Resolutions of H3 that a page may draw, coarse first: cells some 420, 160, 60, 23 and 9 km to a side."""
FINEST: Final = LEVELS[-1]
OTHERS: Final = 0
"""The number of publishers that have none of their own, and of articles that name none."""

_SPOTS: Final = "SELECT id, lon, lat FROM places WHERE lon IS NOT NULL ORDER BY id"

# From which resolution on a claim's place lies in another cell than all that the claim names before it.
_APART: Final = " ".join(
    f"WHEN row_number() OVER (PARTITION BY many.id, c{level} ORDER BY nth) = 1 THEN {level}"
    for level in LEVELS
)
_STANDS: Final = f"""
CREATE TABLE stands AS
WITH many AS (
    SELECT id, unnest(places) AS place, generate_subscripts(places, 1) AS nth
    FROM claims ANTI JOIN copies USING (document) WHERE len(places) > 1
)
SELECT many.id, nth, spots.number AS spot, spots.kinds, CASE {_APART} END::UTINYINT AS level,
       row_number() OVER (PARTITION BY many.id ORDER BY nth) = 1 AS home
FROM many JOIN spots ON spots.id = many.place
"""

_LOCATED: Final = f"""
CREATE TABLE located AS
WITH own AS (
    SELECT id, document, places, certainty, publisher, published,
           coalesce(when_start, when_end, published) AS day
    FROM claims ANTI JOIN copies USING (document)
),
several AS (SELECT id, arg_min(spot, nth) AS spot, bit_or(kinds) AS kinds FROM stands GROUP BY id),
every AS (
    SELECT own.*, spots.number AS spot, spots.kinds FROM own JOIN spots ON spots.id = own.places[1]
    WHERE len(places) = 1
    UNION ALL
    SELECT own.*, spot, kinds FROM own JOIN several USING (id)
)
SELECT every.id, document, spot, day, published, coalesce(names.number, {OTHERS})::UTINYINT AS publisher,
       list_position($certainties, certainty)::UTINYINT - 1 AS certainty, every.kinds, spots.c{FINEST} AS cell
FROM every JOIN spots ON spots.number = every.spot LEFT JOIN names ON names.publisher = every.publisher
"""

_EVERYWHERE: Final = f"""
CREATE VIEW everywhere AS
SELECT standing.id, spot, {", ".join(f"c{level}" for level in LEVELS)} FROM (
    SELECT id, spot FROM located UNION ALL SELECT id, spot FROM stands WHERE NOT home
) AS standing JOIN spots ON spots.number = standing.spot
"""

_NAMES: Final = """
CREATE TABLE names AS
SELECT publisher, row_number() OVER (ORDER BY times DESC, publisher)::UTINYINT AS number FROM (
    SELECT publisher, count(*) AS times FROM claims ANTI JOIN copies USING (document)
    WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY times DESC, publisher LIMIT $most
)
"""


def number_spots(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `spots`: the places that have a point, with their cells of each level.

    Its `kinds` has the bit of the place's kind, by its place in `KINDS`.
    """
    found = duck.sql(_SPOTS).to_arrow_table()
    cells = cells_of(found["lon"].to_numpy(), found["lat"].to_numpy(), LEVELS)
    columns = {f"c{level}": pa.array(cells[level], pa.uint64()) for level in LEVELS}
    numbers = pa.array(range(len(found)), pa.int64())
    table = pa.table({**{name: found[name] for name in found.column_names}, "number": numbers, **columns})
    duck.register("numbered", table)
    duck.execute(
        "CREATE TABLE spots AS SELECT numbered.*, name, kind, country_code, within, "
        "(1 << (greatest(list_position($kinds, kind), 1) - 1))::UTINYINT AS kinds "
        "FROM numbered JOIN places USING (id)",
        {"kinds": list(KINDS)},
    )
    duck.unregister("numbered")


def locate_claims(duck: duckdb.DuckDBPyConnection, publishers: int) -> Sequence[str]:
    """Makes the tables of claims, and returns the publishers that have a number of their own, from 1.

    A row of `located` is a claim, at the first of its places that has a point (`spot`), with the bits of the
    kinds of all of them (`kinds`). A row of `stands` is such a place of a claim that names several: `level`
    is the coarsest resolution at which it lies in another cell than those before it, null where it is the
    same down to the finest; the first is `home`. A row of `everywhere` is a claim at any of its places.

    Args:
        duck: The dataset, its places numbered.
        publishers: How many, the commonest, are told apart.
    """
    duck.execute(_NAMES, {"most": publishers})
    duck.execute(_STANDS)
    duck.execute(_LOCATED, {"certainties": list(CERTAINTIES)})
    view_everywhere(duck)
    return [name for (name,) in duck.sql("SELECT publisher FROM names ORDER BY number").fetchall()]


def view_everywhere(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the view `everywhere` of `located`, `stands` and `spots`."""
    duck.execute(_EVERYWHERE)
