"""What each place of a brief is drawn as: its number, its symbol, the style of its outline, its claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from geobrief.model import CERTAINTIES, Brief, Certainty, Claim, Place, by_date

__all__ = ["Mark", "Symbol", "claims_in_text_order", "marks", "radius_km"]

Symbol: TypeAlias = Literal["point", "ring", "area", "country", "water", "none"]

KILOMETRES = {"km": 1.0, "m": 0.001, "mi": 1.609344}
_RADIUS = re.compile(r"(\d+(?:\.\d+)?)\s*(km|mi|m)\b")
_LAST = 1 << 62
"""Orders what stands in no text behind everything that does."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one place is drawn."""

    place: Place
    number: int
    """From 1, in the order of first mention; the same in text, map and list."""
    symbol: Symbol
    certainty: Certainty | None
    """That of its best supported claim; None for a place about which nothing is claimed."""
    claims: tuple[str, ...]
    """Ids, in the order of the text."""
    radius_km: float | None
    """Within which the place lies, for a ring."""


def marks(brief: Brief) -> tuple[Mark, ...]:
    """The places of a brief in the order of their first mention, then as filed those that no text names."""
    claims_of = _claims_by_place(brief)
    return tuple(
        _mark(place, number, claims_of.get(place.id, []))
        for number, place in enumerate(_in_order_of_mention(brief), 1)
    )


def claims_in_text_order(brief: Brief) -> tuple[Claim, ...]:
    """Claims by article and place in it; those that no article holds follow as they are filed."""
    articles = {document.id: at for at, document in enumerate(by_date(brief.documents))}

    def position(claim: Claim) -> tuple[int, int]:
        return articles.get(claim.document, _LAST), claim.span[0] if claim.span else _LAST

    return tuple(sorted(brief.claims, key=position))


def radius_km(precision: str) -> float | None:
    """The radius that a place's `precision` states, in km; None for `point`, `area` and nothing.

    >>> radius_km("500 m")
    0.5
    """
    found = _RADIUS.search(precision)
    return round(float(found[1]) * KILOMETRES[found[2]], 3) if found else None


def _in_order_of_mention(brief: Brief) -> list[Place]:
    articles = {document.id: at for at, document in enumerate(by_date(brief.documents))}
    first: dict[str, tuple[int, int]] = {}
    for mention in brief.mentions:
        if mention.place is not None:
            position = articles.get(mention.document, _LAST), mention.start
            first[mention.place] = min(position, first.get(mention.place, position))
    return sorted(brief.places, key=lambda place: first.get(place.id, (_LAST, _LAST)))


def _claims_by_place(brief: Brief) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims_in_text_order(brief):
        ends = (claim.flow.origin, claim.flow.destination) if claim.flow else ()
        for place in dict.fromkeys((*claim.places, *ends)):
            found.setdefault(place, []).append(claim)
    return found


def _mark(place: Place, number: int, claims: list[Claim]) -> Mark:
    symbol = _symbol(place)
    return Mark(
        place=place,
        number=number,
        symbol=symbol,
        # CERTAINTIES runs from what weakens a claim most to `stated`, so the best supported stands last.
        certainty=max((claim.certainty for claim in claims), key=CERTAINTIES.index, default=None),
        claims=tuple(claim.id for claim in claims),
        radius_km=radius_km(place.precision) if symbol == "ring" else None,
    )


def _symbol(place: Place) -> Symbol:
    """No false precision: an area where one is known, a ring as wide as the doubt, else a point."""
    if not place.located and place.geometry is None:
        return "none"
    if place.kind == "water":
        return "water"
    if place.kind in ("country", "continent"):
        return "country"
    if place.geometry is not None or place.kind == "region":
        return "area"
    return "ring" if radius_km(place.precision) else "point"
