"""The claims that stand on the map, each once: at the first of its places that has a point.

Claims of articles that repeat another one are left out. The day of a claim is its article's; where that is
not known, the first day that the claim is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb
import pyarrow as pa

from geobrief.corpora.map.cells import cells_of
from geobrief.model import CERTAINTIES, KINDS

__all__ = ["FINEST", "LEVELS", "OTHERS", "locate_claims", "number_spots"]

LEVELS: Final = (1, 2, 3, 4, 5)
"""Resolutions of H3 that a page may draw, coarse first: cells some 420, 160, 60, 23 and 9 km to a side."""
FINEST: Final = LEVELS[-1]
OTHERS: Final = 0
"""The number of publishers that have none of their own, and of articles that name none."""

_SPOTS: Final = "SELECT id, lon, lat FROM places WHERE lon IS NOT NULL ORDER BY id"

# Most claims have a point at their first place; only for the others is the list searched.
_LOCATED: Final = f"""
CREATE TABLE located AS
WITH own AS (
    SELECT id, document, places, certainty, publisher, coalesce(published, when_start, when_end) AS day
    FROM claims ANTI JOIN copies USING (document)
),
first AS (SELECT own.*, spots.number AS spot FROM own JOIN spots ON spots.id = own.places[1]),
later AS (
    SELECT any_value(named.own) AS own, arg_min(spots.number, nth) AS spot
    FROM (
        SELECT own, unnest(own.places) AS place, generate_subscripts(own.places, 1) AS nth
        FROM own WHERE len(places) > 1 AND places[1] NOT IN (SELECT id FROM spots)
    ) AS named JOIN spots ON spots.id = named.place
    GROUP BY named.own.id
),
every AS (
    SELECT id, document, certainty, publisher, day, spot FROM first
    UNION ALL
    SELECT own.id, own.document, own.certainty, own.publisher, own.day, spot FROM later
)
SELECT every.id, document, spot, day, coalesce(names.number, {OTHERS})::UTINYINT AS publisher,
       list_position($certainties, certainty)::UTINYINT - 1 AS certainty,
       greatest(list_position($kinds, spots.kind), 1)::UTINYINT - 1 AS kind, spots.c{FINEST} AS cell
FROM every JOIN spots ON spots.number = every.spot LEFT JOIN names ON names.publisher = every.publisher
"""

_NAMES: Final = """
CREATE TABLE names AS
SELECT publisher, row_number() OVER (ORDER BY times DESC, publisher)::UTINYINT AS number FROM (
    SELECT publisher, count(*) AS times FROM claims ANTI JOIN copies USING (document)
    WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY times DESC, publisher LIMIT $most
)
"""


def number_spots(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `spots`: the places that have a point, with their cells of each level."""
    found = duck.sql(_SPOTS).to_arrow_table()
    cells = cells_of(found["lon"].to_numpy(), found["lat"].to_numpy(), LEVELS)
    columns = {f"c{level}": pa.array(cells[level], pa.uint64()) for level in LEVELS}
    numbers = pa.array(range(len(found)), pa.int64())
    table = pa.table({**{name: found[name] for name in found.column_names}, "number": numbers, **columns})
    duck.register("numbered", table)
    duck.execute(
        "CREATE TABLE spots AS SELECT numbered.*, name, kind, country_code, within FROM numbered "
        "JOIN places USING (id)"
    )
    duck.unregister("numbered")


def locate_claims(duck: duckdb.DuckDBPyConnection, publishers: int) -> Sequence[str]:
    """Makes the table `located`, and returns the publishers that have a number of their own, from 1.

    Args:
        duck: The dataset, its places numbered.
        publishers: How many, the commonest, are told apart.
    """
    duck.execute(_NAMES, {"most": publishers})
    duck.execute(_LOCATED, {"certainties": list(CERTAINTIES), "kinds": list(KINDS)})
    return [name for (name,) in duck.sql("SELECT publisher FROM names ORDER BY number").fetchall()]
