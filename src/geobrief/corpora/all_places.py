"""The places of a whole corpus: what they are, and how often they come up in articles that are no copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb

from geobrief.corpora.duck import rows_of
from geobrief.corpora.geoparquet import Row

__all__ = ["all_places"]

_ALIASES: Final = 20
"""Spellings that are kept of a place, the commonest."""

# What a place is called is the same wherever its id is the gazetteer's. Sites that have one id may be written
# differently: the spelling that most partitions have is taken.
_KNOWN: Final = """
CREATE TABLE known AS
SELECT id, kind, lon, lat, country_code, within, precision, source, name FROM (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY times DESC, name, kind, precision) AS rank
    FROM (SELECT id, name, min(kind) AS kind, min(lon) AS lon, min(lat) AS lat,
                 min(country_code) AS country_code, min(within) AS within,
                 min(precision) AS precision, min(source) AS source, count(*) AS times
          FROM read_parquet(?) GROUP BY id, name)
) WHERE rank = 1
"""

_MENTIONED: Final = """
CREATE TABLE mentioned AS
SELECT place, text, document FROM read_parquet(?)
WHERE place IS NOT NULL AND document NOT IN (SELECT document FROM copies)
"""

_CLAIMED: Final = """
CREATE TABLE claimed AS
SELECT place, count(*) AS claims FROM (
    SELECT unnest(places) AS place FROM read_parquet(?)
    WHERE document NOT IN (SELECT document FROM copies)
) GROUP BY place
"""

_PUBLISHED: Final = "CREATE TABLE days AS SELECT id AS document, published FROM read_parquet(?)"

_COUNTED: Final = """
CREATE TABLE counted AS
SELECT place, count(*) AS mentions, count(DISTINCT document) AS documents,
       min(published) AS first, max(published) AS last
FROM mentioned JOIN days USING (document) GROUP BY place
"""

_SPELLED: Final = f"""
CREATE TABLE spelled AS
SELECT place, list(text ORDER BY times DESC, text)[1:{_ALIASES}] AS aliases
FROM (SELECT place, text, count(*) AS times FROM mentioned GROUP BY place, text) GROUP BY place
"""

_PLACES: Final = """
SELECT id, name, kind, lon, lat, country_code, within, precision, source,
       coalesce(aliases, []) AS aliases, coalesce(mentions, 0) AS mentions,
       coalesce(documents, 0) AS documents, coalesce(claims, 0) AS claims, first, last
FROM known LEFT JOIN counted ON counted.place = id LEFT JOIN claimed ON claimed.place = id
     LEFT JOIN spelled ON spelled.place = id
ORDER BY id
"""


def all_places(
    duck: duckdb.DuckDBPyConnection,
    *,
    noted: Sequence[Path],
    mentions: Sequence[Path],
    claims: Sequence[Path],
    documents: Sequence[Path],
) -> Iterator[Row]:
    """The rows of `places`, in the order of their ids; the table `copies` must be there."""
    for query, paths in (
        (_KNOWN, noted),
        (_MENTIONED, mentions),
        (_CLAIMED, claims),
        (_PUBLISHED, documents),
    ):
        duck.execute(query, [[str(path) for path in paths]])
    duck.execute(_COUNTED)
    duck.execute(_SPELLED)
    for row in rows_of(duck, _PLACES):
        yield _with_point(row)


def _with_point(row: dict[str, Any]) -> Row:
    return {**row, "geometry": ((row["lon"], row["lat"]),)}
