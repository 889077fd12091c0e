"""Answers to what the page of a corpus asks, from DuckDB over its Parquet; several threads may ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import duckdb

from geobrief.corpora.map.asking import Question

__all__ = ["Answers"]

Record: TypeAlias = dict[str, Any]

_COUNT: Final = "SELECT count(*) FROM located WHERE {where}"

# Which claims is settled in the narrow tables; only they are then looked up in the dataset.
_PAGE: Final = """
WITH page AS (
    SELECT located.id, located.document, day, located.published, certainty, "group",
           coalesce(strength.publishers, 1) AS publishers, coalesce(strength.articles, 1) AS articles
    FROM located LEFT JOIN grouped ON grouped.claim = located.id
    WHERE {where}
    ORDER BY publishers DESC, articles DESC, certainty DESC, located.published DESC NULLS LAST,
        located.id
    LIMIT ? OFFSET ?
)
SELECT page.id, page.day, page."group", claims.document, claims.quote, claims.certainty,
       coalesce(claims.by_name, claims."by") AS "by", claims.place_names, claims.publisher,
       documents.title, documents.url,
       groups.articles, groups.publishers, groups.first, groups.last, groups.disagree, groups.low, groups.high
FROM page JOIN claims ON claims.id = page.id
LEFT JOIN (SELECT id, title, url FROM documents SEMI JOIN page ON page.document = documents.id) AS documents
    ON documents.id = page.document
LEFT JOIN groups ON groups.id = page."group"
ORDER BY page.publishers DESC, page.articles DESC, page.certainty DESC, page.published DESC NULLS LAST,
    page.id
"""
_DOCUMENT: Final = "SELECT id, title, text, url, publisher, published, language FROM documents WHERE id = ?"
_CLAIMS: Final = """
SELECT id, start, "end", certainty FROM claims WHERE document = ? ORDER BY start NULLS LAST, id LIMIT 5000
"""
_MOST_NAMES: Final = 4


class Answers:
    """A dataset that was counted for its page, with the tables that this left."""

    def __init__(self, duck: duckdb.DuckDBPyConnection, publishers: Sequence[str]) -> None:
        """Takes a database with `located` and what goes with it, and the publishers told apart in order."""
        self._duck = duck
        self._numbers = {name: number for number, name in enumerate(publishers, 1)}

    def claims(self, question: Question) -> Record:
        """A page of claims, the strongest first, and how many there are in all."""
        where, values = question.where(self._numbers)
        ((total,),) = self._rows(_COUNT.format(where=where), values, plain=True)
        rows = self._rows(_PAGE.format(where=where), [*values, question.limit, question.offset])
        return {"total": total, "offset": question.offset, "claims": [_claim(row) for row in rows]}

    def document(self, id_: str) -> Record | None:
        """An article with its claims by where they stand; None where there is none of that id."""
        found = self._rows(_DOCUMENT, [id_])
        if not found:
            return None
        prefix = f"{id_}/"
        claims = [{**row, "id": row["id"].removeprefix(prefix)} for row in self._rows(_CLAIMS, [id_])]
        return {**found[0], "published": _iso(found[0]["published"]), "claims": claims}

    def _rows(self, query: str, values: Sequence[Any], *, plain: bool = False) -> list[Any]:
        with self._duck.cursor() as cursor:
            answer = cursor.execute(query, list(values))
            if plain:
                return answer.fetchall()
            names = [column[0] for column in answer.description or ()]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _claim(row: Mapping[str, Any]) -> Record:
    """As the page's own claims are, with the whole quote."""
    about = {"id": row["document"], **{name: row[name] for name in ("title", "url", "publisher")}}
    claim = {
        "id": row["id"].removeprefix(f"{row['document']}/"),
        "quote": row["quote"],
        "certainty": row["certainty"],
        "by": row["by"],
        "day": _iso(row["day"]),
        "places": row["place_names"],
        "document": about,
    }
    if row["articles"]:
        claim["group"] = {
            "articles": row["articles"],
            "publishers": len(row["publishers"]),
            "names": row["publishers"][:_MOST_NAMES],
            **{name: _iso(row[name]) for name in ("first", "last") if row[name]},
            **{name: row[name] for name in ("disagree", "low", "high") if row[name] is not None},
        }
    return claim


def _iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())
