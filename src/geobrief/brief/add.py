"""Adding a place, and a claim about it, to a brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geobrief.brief.ids import unique_id
from geobrief.brief.settle import SITE_RADIUS_KM
from geobrief.errors import BriefError
from geobrief.model import Brief, Candidate, Claim, Kind, Place

__all__ = ["BY_HAND", "add_place", "next_claim_id", "same_place"]

BY_HAND = "by hand"
"""The source of coordinates that the user gives."""


def add_place(
    brief: Brief,
    candidate: Candidate | None = None,
    *,
    name: str = "",
    kind: Kind | None = None,
    within: str = "",
    lon: float | None = None,
    lat: float | None = None,
    note: str = "",
    claim: Claim | None = None,
) -> Brief:
    """The brief with one place more, and a claim about it; the brief given stays as it is.

    A place that the brief holds already is not added again: the claim, if there is one, is tied to it.

    Args:
        brief: What to add to.
        candidate: What the gazetteer knows of the place; without it `lon` and `lat` locate the place, or
            nothing does.
        name: What the brief calls it; by default as the gazetteer does, whose name becomes an alias else.
        kind: Instead of the candidate's.
        within: The division that holds it, instead of the candidate's.
        lon: Degrees, instead of the candidate's.
        lat: Degrees, with `lon`.
        note: For the reader.
        claim: What is said about it; its id and places are set here.

    Raises:
        BriefError: There is no name, one coordinate is missing, the place lies outside WGS 84, or the brief
            has it already and no claim is given.
    """
    place = _place(brief, candidate, name.strip(), kind, within, lon, lat, note)
    there = same_place(brief.places, place)
    if there is None:
        brief = replace(brief, places=(*brief.places, place))
    elif claim is None:
        raise BriefError(
            f"the brief holds {there.name!r} already, as {there.id!r}; give another name or a claim"
        )
    if claim is None:
        return brief
    tied = replace(claim, id=next_claim_id(brief.claims), places=((there or place).id,))
    return replace(brief, claims=(*brief.claims, tied))


def _place(
    brief: Brief,
    candidate: Candidate | None,
    name: str,
    kind: Kind | None,
    within: str,
    lon: float | None,
    lat: float | None,
    note: str,
) -> Place:
    called = name or (candidate.name if candidate else "")
    if not called:
        raise BriefError("the place has no name; give one")
    by_hand = lon is not None or lat is not None
    kind = kind or (candidate.kind if candidate else "city")
    try:
        place = Place(
            unique_id(called, {place.id for place in brief.places}), called, kind, lon, lat, note=note
        )
    except ValueError as error:
        raise BriefError(str(error)) from error
    if candidate is not None:
        place = replace(
            place,
            lon=place.lon if by_hand else candidate.lon,
            lat=place.lat if by_hand else candidate.lat,
            country_code=candidate.country_code,
            within=candidate.within,
            aliases=(candidate.name,) if candidate.name != called else (),
            source=candidate.id,
        )
    return replace(
        place,
        within=within or place.within,
        source=BY_HAND if by_hand else place.source,
        precision=_precision(kind, by_hand=by_hand) if place.located else "",
    )


def _precision(kind: Kind, *, by_hand: bool) -> str:
    if kind == "site":
        return "point" if by_hand else f"{SITE_RADIUS_KM} km"
    return "point" if kind == "city" else "area"


def same_place(places: Sequence[Place], new: Place) -> Place | None:
    """The place of the brief that the new one would repeat."""
    for place in places:
        alike = place.name == new.name and (place.lon, place.lat) == (new.lon, new.lat)
        sourced = place.source == new.source not in ("", BY_HAND) and place.kind == new.kind
        if alike or (sourced and new.kind != "site"):  # a town has many sites that are placed by it
            return place
    return None


def next_claim_id(claims: Sequence[Claim]) -> str:
    """The next free id of the form `c12`."""
    numbers = [int(claim.id[1:]) for claim in claims if claim.id[:1] == "c" and claim.id[1:].isdecimal()]
    return f"c{max(numbers, default=0) + 1}"
