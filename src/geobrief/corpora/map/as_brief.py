"""A dataset of moderate size as a Brief, for the ordinary page; articles that repeat another are left out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import duckdb

from geobrief.brief.draft import placed
from geobrief.corpora.duck import opened_duck, rows_of
from geobrief.corpora.map.dataset import Dataset
from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, Quantity, Span, When

__all__ = ["ORDINARY_BELOW", "brief_of"]

ORDINARY_BELOW: Final = 20_000
"""Claims from which on a page counts them by cell and no longer lists each."""

Row = Mapping[str, Any]

_PLACES: Final = """
SELECT * FROM places WHERE id IN (
    SELECT unnest(places) FROM own_claims UNION SELECT place FROM own_mentions UNION
    SELECT from_place FROM own_claims UNION SELECT to_place FROM own_claims
) ORDER BY id
"""
_CLAIMS: Final = """
SELECT own_claims.*, grouped."group" FROM own_claims LEFT JOIN (
    SELECT claim, min("group") AS "group"
    FROM (SELECT unnest(reports).claim AS claim, id AS "group" FROM groups) GROUP BY claim
) AS grouped ON grouped.claim = own_claims.id
JOIN documents ON documents.id = own_claims.document ORDER BY number, start, own_claims.id
"""
_MENTIONS: Final = """
SELECT own_mentions.* FROM own_mentions JOIN documents ON documents.id = own_mentions.document
ORDER BY number, start
"""


def brief_of(dataset: Dataset) -> Brief:
    """The dataset's articles, places and claims as one brief.

    Raises:
        CorpusError: DuckDB cannot do it, as where the disk is full.
    """
    with (
        tempfile.TemporaryDirectory(prefix="geobrief-") as scratch,
        opened_duck(Path(scratch) / "brief") as duck,
    ):
        dataset.view(duck)
        for name in ("claims", "mentions"):
            duck.execute(f"CREATE VIEW own_{name} AS SELECT * FROM {name} ANTI JOIN copies USING (document)")
        places = tuple(_place(row) for row in rows_of(duck, _PLACES))
        known = {place.id for place in places}
        brief = Brief(
            documents=tuple(_documents(duck)),
            mentions=tuple(_mention(row, known) for row in rows_of(duck, _MENTIONS)),
            places=places,
            claims=tuple(_claim(row, known) for row in rows_of(duck, _CLAIMS)),
            title=dataset.title,
        )
    return placed(brief)


def _documents(duck: duckdb.DuckDBPyConnection) -> Iterator[Document]:
    query = "SELECT * FROM documents WHERE id NOT IN (SELECT document FROM copies) ORDER BY number"
    for row in rows_of(duck, query):
        yield Document(
            id=row["id"],
            text=row["text"] or "",
            title=row["title"] or "",
            published=_iso(row["published"]),
            url=row["url"] or "",
            publisher=row["publisher"] or "",
            language=row["language"] or "",
        )


def _mention(row: Row, known: set[str]) -> Mention:
    place = row["place"] if row["place"] in known else None
    return Mention(document=row["document"], start=row["start"], end=row["end"], place=place)


def _place(row: Row) -> Place:
    return Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        lon=row["lon"],
        lat=row["lat"],
        country_code=row["country_code"] or "",
        within=row["within"] or "",
        aliases=tuple(row["aliases"] or ()),
        precision=row["precision"] or "",
        source=row["source"] or "",
    )


def _claim(row: Row, known: set[str]) -> Claim:
    flow = row["from_place"] in known and row["to_place"] in known
    inferred = tuple(place for place in row["inferred"] or () if place in known)
    return Claim(
        id=row["id"],
        document=row["document"],
        quote=row["quote"] or "",
        places=tuple(place for place in row["places"] or () if place in known),
        by=row["by"] or "",
        certainty=row["certainty"],
        quantities=tuple(map(_quantity, row["quantities"] or ())),
        when=_when(row),
        flow=Flow(row["from_place"], row["to_place"]) if flow else None,
        span=_span(row, "start", "end"),
        by_span=_span(row, "by_start", "by_end"),
        certainty_span=_span(row, "certainty_start", "certainty_end"),
        inferred=inferred,
        by_name=row["by_name"] or "",
        by_kind=row["by_kind"] or "",
        group=row["group"] or "",
    )


def _quantity(row: Row) -> Quantity:
    return Quantity(
        value=row["value"],
        unit=row["unit"] or "",
        text=row["text"] or "",
        bound=row["bound"] or "",
        counted=row["counted"] or "",
        value_si=row["value_si"],
        unit_si=row["unit_si"] or "",
    )


def _when(row: Row) -> When | None:
    if row["when_start"] is None and row["when_end"] is None:
        return None
    return When(_iso(row["when_start"]), _iso(row["when_end"]), row["when_text"] or "")


def _span(row: Row, start: str, end: str) -> Span | None:
    return None if row[start] is None or row[end] is None else (row[start], row[end])


def _iso(day: Any) -> str:
    return "" if day is None else str(day.isoformat())
