"""What a partition leaves for the steps that go over all of them: signatures, entries, places.

These tables are kept in the run's own folder and removed when the run is finished.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyarrow as pa

from geobrief.claims.agreement import entries_of
from geobrief.claims.same_thing import Entry
from geobrief.corpora.geoparquet import Row
from geobrief.corpora.records import day
from geobrief.corpora.signatures import signature
from geobrief.corpora.values import Article
from geobrief.model import Brief, Claim, Document, Place

__all__ = ["ENTRIES", "NOTED_PLACES", "NOTES", "SIGNATURES", "article_notes"]

_TEXTS: Final = pa.list_(pa.string())

SIGNATURES: Final = pa.schema(
    [
        ("number", pa.int64()),
        ("document", pa.string()),
        ("published", pa.date32()),
        ("signature", pa.binary()),
        ("bands", pa.list_(pa.int64())),
    ]
)
"""A row an article that is long enough to be told from others."""

ENTRIES: Final = pa.schema(
    [
        ("number", pa.int64()),
        ("claim", pa.string()),
        ("document", pa.string()),
        ("publisher", pa.string()),
        ("published", pa.date32()),
        ("unit", pa.string()),
        ("thing", pa.string()),
        ("deed", pa.string()),
        ("spot", _TEXTS),
        ("lons", pa.list_(pa.float64())),
        ("lats", pa.list_(pa.float64())),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("against", pa.bool_()),
        ("text", pa.string()),
        ("told_start", pa.string()),
        ("told_end", pa.string()),
        ("time_start", pa.string()),
        ("time_end", pa.string()),
        ("speaker", pa.string()),
        ("by", pa.string()),
        ("origins", _TEXTS),
        ("countries", _TEXTS),
        ("causes", _TEXTS),
        ("flow_origin", pa.string()),
    ]
)
"""A row a number that a claim counts somewhere: a `geobrief.claims.same_thing.Entry`."""

NOTED_PLACES: Final = pa.schema(
    [
        ("id", pa.string()),
        ("name", pa.string()),
        ("kind", pa.string()),
        ("lon", pa.float64()),
        ("lat", pa.float64()),
        ("country_code", pa.string()),
        ("within", pa.string()),
        ("precision", pa.string()),
        ("source", pa.string()),
    ]
)
"""A row a place of the partition."""

NOTES: Final = {"signatures": SIGNATURES, "entries": ENTRIES, "places": NOTED_PLACES}


def article_notes(article: Article, brief: Brief, number: int) -> Mapping[str, list[Row]]:
    """The rows that an article adds to the notes."""
    document = article.document
    places = {place.id: place for place in brief.places}
    return {
        "signatures": _signature(document, number),
        "entries": [
            _entry(entry, claim, document, places, number)
            for claim in brief.claims
            if claim.quantities and claim.places
            for entry in entries_of(0, claim, places, document.published)
        ],
        "places": [_place(place) for place in brief.places],
    }


def _signature(document: Document, number: int) -> list[Row]:
    found = signature(document.text)
    if found is None:
        return []
    return [
        {
            "number": number,
            "document": document.id,
            "published": day(document.published),
            "signature": found.values,
            "bands": found.bands,
        }
    ]


def _entry(entry: Entry, claim: Claim, document: Document, places: Mapping[str, Place], number: int) -> Row:
    spot = sorted(entry.spot)
    points = [places[key.removeprefix("from ")] for key in spot]
    return {
        "number": number,
        "claim": f"{document.id}/{claim.id}",
        "document": document.id,
        "publisher": document.publisher or None,
        "published": day(document.published),
        "unit": entry.key[0],
        "thing": entry.key[1],
        "deed": entry.key[2],
        "spot": spot,
        "lons": [point.lon for point in points],
        "lats": [point.lat for point in points],
        "low": entry.figure.low,
        "high": entry.figure.high,
        "against": entry.figure.against,
        "text": entry.text,
        "told_start": entry.told.start if entry.told else None,
        "told_end": entry.told.end if entry.told else None,
        "time_start": entry.time.start,
        "time_end": entry.time.end,
        "speaker": entry.speaker[1],
        "by": claim.by or None,
        "origins": sorted(entry.circumstances.origins),
        "countries": sorted(entry.circumstances.countries),
        "causes": sorted(entry.circumstances.causes),
        "flow_origin": entry.circumstances.flow_origin,
    }


def _place(place: Place) -> Row:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lon": place.lon,
        "lat": place.lat,
        "country_code": place.country_code or None,
        "within": place.within or None,
        "precision": place.precision or None,
        "source": place.source,
    }
