"""The groups of a brief's claims for the page: which figures stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any

from geobrief.claims.relations import Told, figures_of, groups_of
from geobrief.model import Claim

__all__ = ["group_figures"]

Record = dict[str, Any]


def group_figures(claims: Iterable[Claim]) -> Record:
    """By group and claim id: what the claim gives as figure, by the thing that it is of.

    The page shows claims with a place alone, so a group needs two of these. A figure is `low` and `high`, the
    values that it leaves open, `null` for an open end, and the `text` that it was read from.
    """
    placed = (claim for claim in claims if claim.places)
    return {
        name: {
            claim: {thing: _told(told) for thing, told in figures.items()}
            for claim, figures in figures_of(members).items()
        }
        for name, members in groups_of(placed).items()
    }


def _told(told: Told) -> Record:
    """A figure; `against` stands only where the text speaks against it."""
    low, high = (end if isfinite(end) else None for end in (told.figure.low, told.figure.high))
    record: Record = {"low": low, "high": high, "text": told.text}
    return {**record, "against": True} if told.figure.against else record
