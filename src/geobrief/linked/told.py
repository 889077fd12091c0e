"""A claim in one line, for readers of annotations that show text and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geobrief.linked.facts import interval
from geobrief.model import Claim, Place

__all__ = ["told"]


def told(claim: Claim, places: Mapping[str, Place]) -> str:
    """How sure, who says it, how many, when, from where to where; then where to check it and the remark.

    Args:
        claim: The claim.
        places: The brief's places by id.
    """
    return " · ".join(_parts(claim, places))


def _parts(claim: Claim, places: Mapping[str, Place]) -> Iterator[str]:
    yield f"{claim.certainty}: {claim.by_name or claim.by}" if claim.by else claim.certainty
    yield from (quantity.text for quantity in claim.quantities if quantity.text)
    if claim.when:
        yield interval(claim.when)
    if claim.flow:
        yield f"{places[claim.flow.origin].name} → {places[claim.flow.destination].name}"
    yield from (text for text in (claim.url, claim.note) if text)
