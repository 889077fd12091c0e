"""A brief as Web Annotations (W3C Recommendation, 2017-02-23): one for each claim, on the words that make it.

What a claim says stands in the bodies, in ways that different readers show: a line of text, tags, the places
with their gazetteer's IRIs, the words of the text that each part was read from, and a schema.org `Claim`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from geobrief.brief.fact_records import filled
from geobrief.linked.evidence import Evidence, evidence_of
from geobrief.linked.iris import (
    CLAIMS_FILE,
    annotation_names,
    article_file,
    article_iris,
    authority_iri,
    is_web_address,
    place_iri,
    urn,
)
from geobrief.linked.schema_org import claim_record, place_record
from geobrief.linked.selectors import SelectableText, quote_selector
from geobrief.linked.told import told
from geobrief.model import Brief, Claim, Place, Span

__all__ = ["CONTEXT", "to_annotations"]

Record = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
GENERATOR = {"type": "Software", "name": "geobrief"}
INTERFACE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class _Source:
    """What the claims of one article, or those without one, have in common."""

    iri: str
    names: UUID
    file: str = ""
    """The article's, relative to the brief's folder."""
    text: SelectableText | None = None


def to_annotations(brief: Brief) -> Record:
    """An `AnnotationCollection` with one page: an `Annotation` for each claim, in the brief's order."""
    sources = _sources(brief)
    evidence = evidence_of(brief)
    iris, places = article_iris(brief), {place.id: place for place in brief.places}
    items = [
        _annotation(claim, sources[claim.document], _bodies(claim, sources, evidence[claim.id], iris, places))
        for claim in brief.claims
    ]
    collection = urn(sources[""].names, "\n".join(item["id"] for item in items))
    page = {
        "id": f"{collection}#page",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": brief.title or "Claims",
        "generator": GENERATOR,
        "total": len(items),
        **filled(first=page if items else None),
    }


def _sources(brief: Brief) -> Mapping[str, _Source]:
    names, iris = annotation_names(brief), article_iris(brief)
    found = {
        document.id: _Source(
            iri=iris[document.id],
            names=names[document.id],
            file=article_file(document),
            text=SelectableText(document.text),
        )
        for document in brief.documents
    }
    return {"": _Source(CLAIMS_FILE, names[""]), **found}


def _annotation(claim: Claim, source: _Source, bodies: list[Record]) -> Record:
    return {
        "id": urn(source.names, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": _target(claim, source),
    }


def _target(claim: Claim, source: _Source) -> Record:
    """The words that make the claim; where no article of the brief holds them, only what they are."""
    if source.text is None or claim.span is None:
        iri = claim.url if source.text is None and is_web_address(claim.url) else source.iri
        return {"source": iri, **filled(selector=[quote_selector(claim.quote)] if claim.quote else [])}
    return _segment(source, source.text, claim.span)


def _segment(source: _Source, text: SelectableText, span: Span) -> Record:
    """A stretch of an article. The state says in which copy of a web page's text the positions count."""
    state = {"type": "TimeState", "cached": source.file} if source.file != source.iri else None
    return {"source": source.iri, **filled(state=state), "selector": text.selectors(span)}


def _bodies(
    claim: Claim,
    sources: Mapping[str, _Source],
    evidence: Sequence[Evidence],
    iris: Mapping[str, str],
    places: Mapping[str, Place],
) -> list[Record]:
    source, named = sources[claim.document], [places[place] for place in claim.places]
    return [
        _textual(told(claim, places), "commenting"),
        _textual(claim.certainty, "tagging"),
        *(_textual(place.name, "tagging") for place in named),
        *(_identified(place) for place in named),
        *_words(source, evidence),
        _prefixed({**claim_record(claim, iris), **filled(contentLocation=[place_record(p) for p in named])}),
    ]


def _textual(value: str, purpose: str) -> Record:
    language = {"language": INTERFACE_LANGUAGE} if purpose == "commenting" else {}
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain", **language}


def _identified(place: Place) -> Record:
    """Which place is meant: by its gazetteer's IRI where it has one."""
    iri = authority_iri(place) or place_iri(place.id)
    return {"type": "SpecificResource", "purpose": "identifying", "source": iri}


def _words(source: _Source, evidence: Iterable[Evidence]) -> list[Record]:
    """The words that the claim's parts were read from, each with what it was read as."""
    if source.text is None:
        return []
    return [
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "label": words.part,
            **_segment(source, source.text, words.span),
        }
        for words in evidence
    ]


def _prefixed(value: Any) -> Any:
    """A schema.org record in the terms of the annotations' context, which knows schema.org by a prefix."""
    if isinstance(value, list):
        return [_prefixed(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {_term(key): _value(key, each) for key, each in value.items()}


def _term(key: str) -> str:
    return key.removeprefix("@") if key.startswith("@") else f"schema:{key}"


def _value(key: str, value: Any) -> Any:
    if key == "@type":
        return f"schema:{value}"
    if key in ("url", "sameAs"):
        return {"id": value}
    return _prefixed(value)
