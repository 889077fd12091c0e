"""What a claim counts, who says it and what moves, in schema.org's terms."""

from __future__ import annotations

from typing import Any

from geobrief.brief.fact_records import filled, plain_number
from geobrief.linked.iris import place_iri
from geobrief.model import Claim, Flow, Quantity, SourceKind, When

__all__ = ["author_record", "interval", "move_record", "quantity_record"]

Record = dict[str, Any]

_AUTHOR_TYPES: dict[SourceKind, Record] = {
    "named": {"@type": "Person"},
    "institution": {"@type": "Organization"},
    "anonymous": {"description": "unnamed source"},
}
"""By the kind of source; schema.org has no type for a source that nobody names."""


def author_record(claim: Claim) -> Record | None:
    """Who says it; None for the author of the article."""
    name = claim.by_name or claim.by
    if not name:
        return None
    told = claim.by if claim.by_name and claim.by != claim.by_name else ""
    return {**_AUTHOR_TYPES.get(claim.by_kind, {}), "name": name, **filled(alternateName=told)}


def quantity_record(quantity: Quantity) -> Record:
    """A number with its unit as a `QuantitativeValue`: "at least" and "at most" give one end of a range.

    `description` holds the words that it was read from, `valueReference` the value in SI base units.
    """
    term = {"at least": "minValue", "at most": "maxValue"}.get(quantity.bound, "value")
    about = {"@type": "PropertyValue", "name": "bound", "value": quantity.bound}
    return {
        "@type": "QuantitativeValue",
        term: plain_number(quantity.value),
        **filled(
            unitText=quantity.unit,
            name=quantity.counted,
            description=quantity.text,
            additionalProperty=about if quantity.bound == "about" else None,
            valueReference=_si_record(quantity),
        ),
    }


def _si_record(quantity: Quantity) -> Record | None:
    if quantity.value_si is None:
        return None
    return {
        "@type": "QuantitativeValue",
        "value": plain_number(quantity.value_si),
        "unitText": quantity.unit_si,
    }


def interval(when: When) -> str:
    """ISO 8601: a date, or two with a slash between; an open end is `..`, as schema.org writes it."""
    if when.start == when.end:
        return when.start
    return f"{when.start or '..'}/{when.end or '..'}"


def move_record(flow: Flow) -> Record:
    """A movement as a `MoveAction` between two places of the brief."""
    return {
        "@type": "MoveAction",
        "fromLocation": {"@id": place_iri(flow.origin)},
        "toLocation": {"@id": place_iri(flow.destination)},
    }
