"""Movements on the map: claims that something goes from one place to another, counted by both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import duckdb

from geobrief.brief.columns import to_table
from geobrief.corpora.duck import rows_of
from geobrief.corpora.map.cube import Cube, count_rows
from geobrief.render.arcs import great_circle
from geobrief.render.encode import encode_lines

__all__ = ["EACH_FLOW", "MOST_FLOWS", "flow_ends", "flows_record", "number_flows"]

Record: TypeAlias = dict[str, Any]

EACH_FLOW: Final = 3
"""Claims that are wanted word for word of a movement."""
MOST_FLOWS: Final = 400
"""Movements that a page holds: the strongest, by how many claims there are of each."""
_SCALE: Final = 500
"""Parts of a degree to which the points of an arc are rounded: some 200 m."""

_FLOWING: Final = """
CREATE TABLE flowing AS
WITH own AS (
    SELECT located.id, origin.number AS origin, destination.number AS destination,
           coalesce(strength.publishers, 1) AS publishers, coalesce(strength.articles, 1) AS articles,
           certainty, published
    FROM (
        SELECT DISTINCT ON (claim) claim, from_place, to_place FROM flows ANTI JOIN copies USING (document)
        ORDER BY claim, from_place, to_place
    ) AS told
    JOIN located ON located.id = told.claim
    JOIN spots AS origin ON origin.id = from_place
    JOIN spots AS destination ON destination.id = to_place
    LEFT JOIN grouped ON grouped.claim = located.id
    WHERE origin.lon <> destination.lon OR origin.lat <> destination.lat
),
pairs AS (
    SELECT origin, destination,
           row_number() OVER (ORDER BY count(*) DESC, origin, destination) - 1 AS flow
    FROM own GROUP BY origin, destination
)
SELECT id, flow, origin, destination, row_number() OVER (
    PARTITION BY flow ORDER BY publishers DESC, articles DESC, certainty DESC, published DESC NULLS LAST, id
) AS standing
FROM own JOIN pairs USING (origin, destination)
"""
_ENDS: Final = f"""
SELECT origin.id AS "from", destination.id AS "to", origin.lon AS from_lon, origin.lat AS from_lat,
       destination.lon AS to_lon, destination.lat AS to_lat
FROM (SELECT DISTINCT flow, origin, destination FROM flowing WHERE flow < {MOST_FLOWS}) AS pairs
JOIN spots AS origin ON origin.number = pairs.origin
JOIN spots AS destination ON destination.number = pairs.destination
ORDER BY flow
"""


def number_flows(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `flowing`: a claim's movement, the strongest 0, and its rank in it."""
    duck.execute(_FLOWING)


def flow_ends(duck: duckdb.DuckDBPyConnection) -> list[Record]:
    """Where each movement that a page holds begins and ends, with its way along the great circle as text."""
    found = []
    for row in rows_of(duck, _ENDS):
        way = great_circle((row["from_lon"], row["from_lat"]), (row["to_lon"], row["to_lat"]))
        lines = " ".join(encode_lines(piece, _SCALE) for piece in way)
        found.append({"from": row["from"], "to": row["to"], "lines": lines})
    return found


def flows_record(duck: duckdb.DuckDBPyConnection, cube: Cube, ends: Sequence[Record]) -> Record:
    """The movements of `flow_ends` for the page, and their claims counted in the steps of the cube."""
    ((every,),) = duck.sql("SELECT count(DISTINCT flow) FROM flowing").fetchall()
    rows = count_rows(
        duck,
        cube,
        f"SELECT 0 AS level, flow AS cell, {cube.about} FROM flowing JOIN located USING (id) "
        f"WHERE flow < {MOST_FLOWS} GROUP BY ALL",
        len(ends),
    )
    return {"every": every, "scale": _SCALE, "ends": to_table(ends), "counts": rows.as_record()}
