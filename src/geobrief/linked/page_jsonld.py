"""What a page says of itself to search engines: schema.org, kept small however many claims the page has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geobrief.brief.fact_records import filled
from geobrief.linked.iris import article_iris, authority_iri, place_iri
from geobrief.linked.schema_org import CONTEXT, article_record, claim_record, place_type
from geobrief.model import Brief, Claim, Place

__all__ = ["MOST_CHARACTERS", "MOST_CLAIMS", "to_page_jsonld"]

Record = dict[str, Any]

MOST_CLAIMS = 100
"""So many claims are written out; `numberOfItems` tells how many the page has."""
MOST_CHARACTERS = 20_000
"""And only while their quotes, which the page holds once already, come to no more than this."""


def to_page_jsonld(brief: Brief) -> Record:
    """The page as a `Map` of its articles, with a list of its first claims and the places that these name."""
    iris = article_iris(brief)
    claims = list(_first_claims(brief))
    named = {place for claim in claims for place in _places(claim)}
    return {
        "@context": CONTEXT,
        "@type": "Map",
        **filled(
            name=brief.title,
            isBasedOn=[article_record(document, iris) for document in brief.documents],
            contentLocation=[_place(place) for place in brief.places if place.id in named],
        ),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(brief.claims),
            "itemListElement": [_claim(claim, iris) for claim in claims],
        },
    }


def _first_claims(brief: Brief) -> Iterator[Claim]:
    characters = 0
    for claim in brief.claims[:MOST_CLAIMS]:
        characters += len(claim.quote)
        if characters > MOST_CHARACTERS:
            return
        yield claim


def _places(claim: Claim) -> tuple[str, ...]:
    ends = (claim.flow.origin, claim.flow.destination) if claim.flow else ()
    return (*claim.places, *ends)


def _place(place: Place) -> Record:
    """A place in the fewest words: what else is known of it only the export tells."""
    return {
        "@type": place_type(place),
        "@id": place_iri(place.id),
        "name": place.name,
        **filled(
            latitude=place.lat,
            longitude=place.lon,
            sameAs=authority_iri(place),
        ),
    }


def _claim(claim: Claim, iris: Mapping[str, str]) -> Record:
    """A claim without its id, which its IRI says too."""
    return {key: value for key, value in claim_record(claim, iris).items() if key != "identifier"}
