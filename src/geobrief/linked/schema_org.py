"""A brief in the vocabulary of schema.org: its articles, its places, and each claim as a `Claim`.

Terms and their domains are those of schema.org 29; docs/EXPORT.md tells which says what.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geobrief.brief.fact_records import filled
from geobrief.linked.facts import author_record, interval, move_record, quantity_record
from geobrief.linked.geo import outlines, point
from geobrief.linked.iris import (
    article_iris,
    authority_iri,
    claim_iri,
    group_iri,
    is_web_address,
    place_iri,
)
from geobrief.model import CERTAINTIES, Brief, Certainty, Claim, Document, Kind, Place

__all__ = ["CONTEXT", "article_record", "claim_record", "place_record", "place_type", "to_claims_jsonld"]

Record = dict[str, Any]

CONTEXT = "https://schema.org"
CERTAINTY_SET = "#certainty"

PLACE_TYPES: dict[Kind, str] = {
    "city": "City",
    "country": "Country",
    "continent": "Continent",
    "water": "BodyOfWater",
}
"""By kind; the others, which schema.org divides in another way, are a `Place`."""


def to_claims_jsonld(brief: Brief) -> Record:
    """The whole brief as one JSON-LD document: articles, places, the scale of certainty, claims.

    Raises:
        ExportError: A place's geometry is no GeoJSON geometry.
    """
    iris = article_iris(brief)
    places = [{**place_record(place), **_geo(place)} for place in brief.places]
    return {
        "@context": CONTEXT,
        "@graph": [
            *(article_record(document, iris) for document in brief.documents),
            *places,
            _certainty_scale(),
            *(
                {**claim_record(claim, iris), "keywords": _certainty(claim.certainty)}
                for claim in brief.claims
            ),
        ],
    }


def article_record(document: Document, iris: Mapping[str, str]) -> Record:
    """An article without its text."""
    publisher = {"@type": "Organization", "name": document.publisher} if document.publisher else None
    return {
        "@type": "Article",
        "@id": iris[document.id],
        **filled(
            headline=document.title,
            datePublished=document.published,
            url=document.url if is_web_address(document.url) else "",
            publisher=publisher,
            inLanguage=document.language,
        ),
    }


def place_type(place: Place) -> str:
    """The type that fits the place's kind."""
    return PLACE_TYPES.get(place.kind, "Place")


def place_record(place: Place) -> Record:
    """A place with its point; an outline is left to `to_claims_jsonld`."""
    authority = authority_iri(place)
    country = {"@type": "PostalAddress", "addressCountry": place.country_code} if place.country_code else None
    return {
        "@type": place_type(place),
        "@id": place_iri(place.id),
        "name": place.name,
        **filled(
            alternateName=list(place.aliases),
            geo=point(place),
            address=country,
            containedInPlace={"@type": "Place", "name": place.within} if place.within else None,
            sameAs=authority,
            description=place.note,
            additionalProperty=_properties(
                kind=place.kind,
                precision=place.precision,
                source="" if authority else place.source,
            ),
        ),
    }


def claim_record(claim: Claim, iris: Mapping[str, str]) -> Record:
    """A claim; its places, and those of its movement, are named by their IRIs.

    Args:
        claim: The claim.
        iris: For each `Document.id` the IRI of the article.
    """
    return {
        "@type": "Claim",
        "@id": claim_iri(claim.id),
        "identifier": claim.id,
        "text": claim.quote,
        "keywords": claim.certainty,
        **filled(
            appearance={"@id": iris[claim.document]} if claim.document else None,
            author=author_record(claim),
            contentLocation=[{"@id": place_iri(place)} for place in claim.places],
            mentions=[quantity_record(quantity) for quantity in claim.quantities],
            temporalCoverage=interval(claim.when) if claim.when else "",
            about=move_record(claim.flow) if claim.flow else None,
            citation=_citation(claim.url),
            isPartOf={"@id": group_iri(claim.group)} if claim.group else None,
            description=claim.note,
        ),
    }


def _geo(place: Place) -> Record:
    """The point and the outlines together, where there are outlines."""
    found = [shape for shape in (point(place), *outlines(place)) if shape]
    return {"geo": found} if len(found) > 1 else filled(geo=found[0] if found else None)


def _properties(**values: str) -> list[Record]:
    return [
        {"@type": "PropertyValue", "name": name, "value": value} for name, value in values.items() if value
    ]


def _citation(url: str) -> Record | str:
    """Where the claim can be checked: a work at an address, or the words that stand there instead of one."""
    return {"@type": "CreativeWork", "url": url} if is_web_address(url) else url


def _certainty(certainty: Certainty) -> Record:
    return {"@id": f"{CERTAINTY_SET}={certainty}"}


def _certainty_scale() -> Record:
    """The words for how sure a source is, the strongest reservation first."""
    return {
        "@type": "DefinedTermSet",
        "@id": CERTAINTY_SET,
        "name": "certainty",
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", **_certainty(certainty), "name": certainty} for certainty in CERTAINTIES
        ],
    }
