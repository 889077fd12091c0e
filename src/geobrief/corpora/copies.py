"""Articles that repeat another one, found among all of a corpus: out of memory, linear but for one sort."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from geobrief.corpora.duck import batches_of
from geobrief.corpora.signatures import SAME, similarity

__all__ = ["COPIES_QUERY", "find_copies"]

_BATCH: Final = 10_000

COPIES_QUERY: Final = "SELECT document, copy_of, similarity FROM copies ORDER BY number"
"""The rows of the table `copies`, in the order of the corpus."""

_SIGNED: Final = "CREATE TABLE signed AS SELECT * FROM read_parquet(?)"

# Of all articles that share a band each is held against the first and against the one before it, not against
# all others, so that a text of which there are a million copies costs two million comparisons.
_CANDIDATES: Final = """
CREATE TABLE candidates AS
WITH banded AS (
    SELECT number, generate_subscripts(bands, 1) AS band, unnest(bands) AS hash FROM signed
), neighbours AS (
    SELECT number,
           min(number) OVER (PARTITION BY band, hash) AS first,
           lag(number) OVER (PARTITION BY band, hash ORDER BY number) AS previous
    FROM banded
)
SELECT first AS one, number AS other FROM neighbours WHERE first < number
UNION
SELECT previous, number FROM neighbours WHERE previous IS NOT NULL
"""

_SIDE_BY_SIDE: Final = """
SELECT one, other, a.signature AS first, b.signature AS second
FROM {pairs} JOIN signed a ON a.number = one JOIN signed b ON b.number = other
"""

# Each article takes the least number among its own and its neighbours' until nothing changes.
_STEP: Final = """
CREATE OR REPLACE TABLE stepped AS
SELECT number, min(label) AS label FROM (
    SELECT number, label FROM labels
    UNION ALL SELECT other, label FROM alike JOIN labels ON number = one
    UNION ALL SELECT one, label FROM alike JOIN labels ON number = other
) GROUP BY number
"""

# Of each cluster the original is the one that was published first, else the first of the corpus.
_ORIGINALS: Final = """
CREATE TABLE originals AS
SELECT number AS other,
       first_value(number) OVER (
           PARTITION BY label ORDER BY published NULLS LAST, number
       ) AS one
FROM labels JOIN signed USING (number)
"""

_COPIES: Final = """
CREATE TABLE copies AS
SELECT b.number, b.document, a.document AS copy_of, scored.similarity
FROM scored JOIN signed a ON a.number = one JOIN signed b ON b.number = other
WHERE one <> other
"""


def find_copies(duck: duckdb.DuckDBPyConnection, signatures: Sequence[Path]) -> None:
    """Makes the table `copies` (number, document, copy_of, similarity) of all partitions' signatures."""
    duck.execute(_SIGNED, [[str(path) for path in signatures]])
    duck.execute(_CANDIDATES)
    _score(duck, "candidates", "alike", least=SAME)
    duck.execute(
        "CREATE TABLE labels AS SELECT DISTINCT number, number AS label "
        "FROM (SELECT one AS number FROM alike UNION ALL SELECT other FROM alike)"
    )
    while _stepped(duck):
        pass
    duck.execute(_ORIGINALS)
    _score(duck, "originals", "scored", least=0)
    duck.execute(_COPIES)


def _score(duck: duckdb.DuckDBPyConnection, pairs: str, into: str, *, least: float) -> None:
    """Makes a table of those pairs whose similarity is at least so much, with it."""
    duck.execute(f"CREATE TABLE {into} (one BIGINT, other BIGINT, similarity DOUBLE)")
    with duck.cursor() as reading:
        for batch in batches_of(reading, _SIDE_BY_SIDE.format(pairs=pairs), size=_BATCH):
            alike = similarity(batch["first"].to_pylist(), batch["second"].to_pylist())
            found = pa.table({"one": batch["one"], "other": batch["other"], "similarity": alike})
            duck.register("found", found)
            duck.execute(f"INSERT INTO {into} SELECT * FROM found WHERE similarity >= ?", [least])
            duck.unregister("found")


def _stepped(duck: duckdb.DuckDBPyConnection) -> bool:
    """Takes one step; whether anything changed."""
    duck.execute(_STEP)
    row = duck.execute(
        "SELECT count(*) FROM labels JOIN stepped USING (number) WHERE labels.label <> stepped.label"
    ).fetchone()
    duck.execute("DROP TABLE labels")
    duck.execute("ALTER TABLE stepped RENAME TO labels")
    return bool(row and row[0])
