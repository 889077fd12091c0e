"""The claims that a page holds word for word: of each cell the strongest, as far as there is room.

A claim is the stronger the more publishers, then articles, report the same (`groups`), the more certain it is
(`stated` before `attributed`, down to `denied`), and the later its article. A group has one claim, its
strongest, and says who else reports it. Coarse cells are filled first, so that a cell of any zoom has some.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import duckdb

from geobrief.corpora.duck import rows_of
from geobrief.corpora.map.cube import Cube
from geobrief.corpora.map.flows import EACH_FLOW, MOST_FLOWS
from geobrief.corpora.map.located import FINEST, LEVELS, OTHERS
from geobrief.render.payload import island_text

__all__ = ["LONGEST_QUOTE", "group_claims", "rank_claims", "shortened", "strongest_claims"]

LONGEST_QUOTE: Final = 220
"""Characters; what is longer ends at a word, with an ellipsis."""
_MOST_NAMES: Final = 4
"""Publishers that are named of a group."""
_EACH: Final = {1: 8, 2: 5, 3: 3}
"""How many of a cell are wanted before finer ones have theirs, by resolution."""
_TURN_OF_FLOWS: Final = 4
_AT_MOST: Final = 6
"""Of the finest cells, as long as there is room."""
_SURROUNDING: Final = 10
"""Bytes that a claim takes beside its words."""
_LARGEST: Final = 4_000
"""Bytes: a claim that takes more, as with an address of a thousand characters, is left to the server."""

Row = Mapping[str, Any]

_GROUPED: Final = """
CREATE TABLE grouped AS
SELECT claim, arg_max("group", strength) AS "group", max(strength) AS strength FROM (
    SELECT unnest(reports).claim AS claim, id AS "group",
           (len(publishers), articles)::STRUCT(publishers BIGINT, articles BIGINT) AS strength
    FROM groups
) GROUP BY claim
"""

_CELLS: Final = ", ".join(f"c{level}" for level in LEVELS)
_STRENGTH: Final = "publishers DESC, articles DESC, certainty DESC, published DESC NULLS LAST, id"

_RANKS: Final = ", ".join(
    f"row_number() OVER (PARTITION BY c{level} ORDER BY {_STRENGTH}) AS r{level}" for level in LEVELS
)

# A claim among the first of a coarse cell is among the first of its fine one, so the others can go at once.
_RANKED: Final = f"""
CREATE TABLE ranked AS
WITH every AS (
    SELECT located.*, spot AS first_spot FROM located
    UNION ALL
    SELECT located.* REPLACE (stands.spot AS spot, spots.c{FINEST} AS cell), located.spot AS first_spot
    FROM located JOIN stands USING (id) JOIN spots ON spots.number = stands.spot
    WHERE stands.level IS NOT NULL AND NOT home
),
known AS (
    SELECT every.*, "group", flow, flow_rank, coalesce(strength.publishers, 1) AS publishers,
           coalesce(strength.articles, 1) AS articles
    FROM every LEFT JOIN grouped ON grouped.claim = every.id
    LEFT JOIN (SELECT id, flow, standing AS flow_rank FROM flowing) AS flowing ON flowing.id = every.id
),
single AS (
    SELECT * FROM known WHERE "group" IS NULL
    UNION ALL
    SELECT * FROM known WHERE "group" IS NOT NULL
    QUALIFY rank() OVER (PARTITION BY "group" ORDER BY {_STRENGTH}) = 1
),
few AS (
    SELECT * FROM single
    QUALIFY row_number() OVER (PARTITION BY cell ORDER BY {_STRENGTH}) <= {max(_AT_MOST, *_EACH.values())}
        OR flow_rank <= {EACH_FLOW}
)
SELECT few.*, dense_rank() OVER (ORDER BY {_STRENGTH}) AS standing,
       {_RANKS},
       {_CELLS}
FROM few JOIN (SELECT number, {_CELLS} FROM spots) AS cells ON cells.number = few.spot
"""


def group_claims(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `grouped`: a claim's widest group."""
    duck.execute(_GROUPED)


def rank_claims(duck: duckdb.DuckDBPyConnection) -> None:
    """Makes the table `ranked`: the strongest of each cell and of each movement."""
    duck.execute(_RANKED)


def strongest_claims(duck: duckdb.DuckDBPyConnection, cube: Cube, room: int) -> list[Row]:
    """The claims for a page, strongest first.

    Args:
        duck: The dataset, its claims ranked.
        cube: How they are counted.
        room: Bytes that they may take as JSON.
    """
    chosen: dict[str, Row] = {}
    titles: set[str] = set()
    for row in rows_of(duck, _query(cube)):
        if row["id"] in chosen:
            continue
        record = _record(row)
        size = _size(record) + _SURROUNDING
        if record["document"] in titles:
            size -= _size({name: record.get(name) for name in ("document", "title", "url", "publisher")})
        if size > _LARGEST:
            continue
        if (room := room - size) < 0:
            break
        titles.add(record["document"])
        chosen[record["id"]] = record
    return sorted(chosen.values(), key=lambda record: record["standing"])


def _size(record: Row) -> int:
    """Bytes of its values in the page; their names stand once for all."""
    return len(island_text({"": [value for name, value in record.items() if name != "place_ids"]}).encode())


def _turn(cube: Cube) -> str:
    """SQL for the turn at which a claim is taken: coarse cells first, then the finest by rank."""
    levels = [level for level in LEVELS if level <= cube.level]
    turns = [f"WHEN r{level} <= {_EACH[level]} THEN {level}" for level in levels if level in _EACH]
    turns.append(f"WHEN flow_rank <= {EACH_FLOW} THEN {_TURN_OF_FLOWS}")
    return f"CASE {' '.join(turns)} ELSE 10 + r{cube.level} END"


def _query(cube: Cube) -> str:
    publisher = f"CASE WHEN ranked.publisher <= {cube.publishers} THEN ranked.publisher ELSE {OTHERS} END"
    return f"""
        WITH taken AS (
            SELECT *, {_turn(cube)} AS turn FROM ranked
            WHERE r{cube.level} <= {_AT_MOST} OR r1 <= {_EACH[1]}
                OR flow < {MOST_FLOWS} AND flow_rank <= {EACH_FLOW}
        )
        SELECT ranked.id, ranked.standing, first.c{cube.level} AS cell, again.cells AS again,
               ranked.certainty, ranked.kinds,
               CASE WHEN ranked.flow < {MOST_FLOWS} THEN ranked.flow END AS flow,
               {cube.bins.sql} AS bin, ({publisher})::INTEGER AS number, ranked.day,
               claims.quote, coalesce(claims.by_name, claims."by") AS "by", claims.place_names,
               claims.places AS place_ids, claims.document, claims.publisher, documents.title, documents.url,
               groups.articles, groups.publishers, groups.first, groups.last, groups.disagree,
               groups.low, groups.high, groups.thing, groups.unit
        FROM taken AS ranked
        JOIN claims ON claims.id = ranked.id
        JOIN spots AS first ON first.number = ranked.first_spot
        LEFT JOIN (
            SELECT stands.id, list(DISTINCT c{cube.level} ORDER BY c{cube.level}) AS cells
            FROM stands JOIN spots ON spots.number = stands.spot
            WHERE level <= {cube.level} AND NOT home GROUP BY stands.id
        ) AS again ON again.id = ranked.id
        LEFT JOIN (SELECT id, title, url FROM documents SEMI JOIN taken ON taken.document = documents.id)
            AS documents ON documents.id = ranked.document
        LEFT JOIN groups ON groups.id = ranked."group"
        ORDER BY turn, standing, ranked.id
    """


def _record(row: Row) -> dict[str, Any]:
    """The claim as the page has it, dates as ISO 8601, without what is not known."""
    kept = (
        "id",
        "standing",
        "cell",
        "again",
        "flow",
        "certainty",
        "kinds",
        "bin",
        "number",
        "by",
        "document",
        "publisher",
    )
    told = {
        **{name: row[name] for name in kept},
        "day": _iso(row["day"]),
        "quote": shortened(row["quote"]),
        "places": row["place_names"],
        "place_ids": row["place_ids"],
        "title": row["title"] and shortened(row["title"]),
        "url": row["url"],
        "group": dict(_group(row)) if row["articles"] else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _group(row: Row) -> Iterator[tuple[str, Any]]:
    yield "articles", row["articles"]
    yield "publishers", len(row["publishers"])
    yield "names", row["publishers"][:_MOST_NAMES]
    for name in ("first", "last"):
        if row[name]:
            yield name, _iso(row[name])
    if row["disagree"]:
        yield "disagree", True
    for name in ("low", "high", "thing", "unit"):
        if row[name]:
            yield name, row[name]


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def shortened(text: str, most: int = LONGEST_QUOTE) -> str:
    """The text, or its beginning to the end of a word with an ellipsis.

    >>> shortened("twelve bridges were closed", 18)
    'twelve bridges…'
    """
    if len(text) <= most:
        return text
    head = text[:most].rsplit(None, 1)[0] or text[: most - 1]
    return f"{head.rstrip(' ,;:')}…"
