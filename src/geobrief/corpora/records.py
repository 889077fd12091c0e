"""One article with what was found in it, as the rows of the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from geobrief.corpora.geoparquet import Points, Row
from geobrief.corpora.values import Article
from geobrief.model import Brief, Claim, Document, Place, Quantity
from geobrief.text.language import language_of

__all__ = ["article_rows", "day"]


def article_rows(article: Article, brief: Brief, number: int) -> Mapping[str, list[Row]]:
    """The rows that an article adds to each table that has a part a partition.

    Args:
        article: The article.
        brief: What was found in it, with places under global ids.
        number: Its place in the corpus, from 0.
    """
    places = {place.id: place for place in brief.places}
    document = article.document
    return {
        "documents": [_document(article, brief, number)],
        "mentions": list(_mentions(document, brief, places)),
        "claims": [_claim(claim, document, places) for claim in brief.claims],
        "flows": list(_flows(document, brief, places)),
    }


def _document(article: Article, brief: Brief, number: int) -> Row:
    document = article.document
    return {
        "id": document.id,
        "number": number,
        "source": article.source,
        "position": article.position,
        "own_id": article.own_id or None,
        "title": document.title or None,
        "published": day(document.published),
        "url": document.url or None,
        "publisher": document.publisher or None,
        "language": document.language or language_of(document),
        "text": document.text,
        "mentions": len(brief.mentions),
        "claims": len(brief.claims),
        "geometry": [point for place in brief.places for point in _point(place)],
    }


def _mentions(document: Document, brief: Brief, places: Mapping[str, Place]) -> Iterator[Row]:
    for mention in brief.mentions:
        yield {
            "document": document.id,
            "start": mention.start,
            "end": mention.end,
            "text": document.text[mention.start : mention.end],
            "place": mention.place,
            "score": mention.grounds.score if mention.grounds else None,
            "geometry": _point(places[mention.place]) if mention.place else (),
        }


def _claim(claim: Claim, document: Document, places: Mapping[str, Place]) -> Row:
    start, end = claim.span or (None, None)
    by_start, by_end = claim.by_span or (None, None)
    certainty_start, certainty_end = claim.certainty_span or (None, None)
    flow, when = claim.flow, claim.when
    return {
        "id": f"{document.id}/{claim.id}",
        "document": document.id,
        "start": start,
        "end": end,
        "quote": claim.quote,
        "places": claim.places,
        "place_names": [places[place].name for place in claim.places],
        "inferred": claim.inferred,
        "by": claim.by or None,
        "by_name": claim.by_name or None,
        "by_kind": claim.by_kind or None,
        "by_start": by_start,
        "by_end": by_end,
        "certainty": claim.certainty,
        "certainty_start": certainty_start,
        "certainty_end": certainty_end,
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "when_start": day(when.start) if when else None,
        "when_end": day(when.end) if when else None,
        "when_text": when.text if when else None,
        "from_place": flow.origin if flow else None,
        "to_place": flow.destination if flow else None,
        "published": day(document.published),
        "publisher": document.publisher or None,
        "geometry": [point for place in claim.places for point in _point(places[place])],
    }


def _quantity(quantity: Quantity) -> Row:
    return {
        "value": quantity.value,
        "unit": quantity.unit,
        "text": quantity.text,
        "bound": quantity.bound or None,
        "counted": quantity.counted or None,
        "value_si": quantity.value_si,
        "unit_si": quantity.unit_si or None,
    }


def _flows(document: Document, brief: Brief, places: Mapping[str, Place]) -> Iterator[Row]:
    for claim in brief.claims:
        if claim.flow is None:
            continue
        ends = (claim.flow.origin, claim.flow.destination)
        yield {
            "claim": f"{document.id}/{claim.id}",
            "document": document.id,
            "from_place": ends[0],
            "to_place": ends[1],
            "certainty": claim.certainty,
            "when_start": day(claim.when.start) if claim.when else None,
            "when_end": day(claim.when.end) if claim.when else None,
            "published": day(document.published),
            "geometry": [point for end in ends for point in _point(places[end])],
        }


def _point(place: Place) -> Points:
    return () if place.lon is None or place.lat is None else ((place.lon, place.lat),)


def day(iso: str) -> date | None:
    """An ISO date as a date; None where there is none."""
    return date.fromisoformat(iso) if iso else None
