"""What one text holds as one JSON object: a line of `geobrief extract --jsonl`."""

from __future__ import annotations

from typing import Any

from geobrief.brief.fact_records import filled, flow_record, more, plain_number
from geobrief.model import Brief, Candidate, Claim, Grounds, Mention, Place, Quantity, When

__all__ = ["to_line"]

Line = dict[str, Any]


def to_line(id: Any, brief: Brief) -> Line:  # noqa: A002 - the name that the line has for it
    """The line for a brief of one text.

    Only located places are listed; what stands for another one has `"place": null`, and claims leave it out.
    docs/JSONL.md tells of each key.

    Args:
        id: What the line is called, as it came in.
        brief: The brief; its claims may be tied to no place.
    """
    located = {place.id for place in brief.places if place.located}
    return {
        "id": id,
        "mentions": [_mention(mention, located) for mention in brief.mentions],
        "places": [_place(place) for place in brief.places if place.located],
        "claims": [_claim(claim, located) for claim in brief.claims],
    }


def _mention(mention: Mention, located: set[str]) -> Line:
    place = mention.place if mention.place in located else None
    span = {"start": mention.start, "end": mention.end, "place": place}
    return span if mention.grounds is None else {**span, **_grounds(mention.grounds)}


def _grounds(grounds: Grounds) -> Line:
    return {
        "score": grounds.score,
        "why": list(grounds.why),
        "candidates": [_candidate(candidate) for candidate in grounds.candidates],
    }


def _candidate(candidate: Candidate) -> Line:
    return {
        "name": candidate.name,
        "lat": candidate.lat,
        "lon": candidate.lon,
        "kind": candidate.kind,
        "country_code": candidate.country_code,
        "within": candidate.within,
        "source": candidate.id,
    }


def _place(place: Place) -> Line:
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind,
        "country_code": place.country_code,
        "source": place.source,
    }


def _claim(claim: Claim, located: set[str]) -> Line:
    start, end = claim.span or (None, None)
    by_start, by_end = claim.by_span or (None, None)
    when, flow = claim.when, claim.flow
    ends_located = flow is not None and {flow.origin, flow.destination} <= located
    return {
        "id": claim.id,
        "start": start,
        "end": end,
        "quote": claim.quote,
        "places": [place for place in claim.places if place in located],
        "by": claim.by or None,
        "by_start": by_start,
        "by_end": by_end,
        "certainty": claim.certainty,
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "when": _when(when) if when else None,
        "flow": flow_record(flow) if flow and ends_located else None,
        **filled(
            by_name=claim.by_name,
            by_kind=claim.by_kind,
            group=claim.group,
            cue_span=list(claim.cue_span or ()),
            certainty_span=list(claim.certainty_span or ()),
            inferred=[
                {"place": place, "span": list(span)}
                for place, span in zip(claim.inferred, claim.inferred_spans, strict=False)
                if place in located
            ],
        ),
    }


def _when(when: When) -> Line:
    span = filled(span=list(when.span or ()))
    return {"start": when.start or None, "end": when.end or None, "text": when.text, **span}


def _quantity(quantity: Quantity) -> Line:
    value = plain_number(quantity.value)
    return {"value": value, "unit": quantity.unit, "text": quantity.text, **more(quantity)}
