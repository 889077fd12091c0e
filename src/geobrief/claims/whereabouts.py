"""Where what a claim counts is, when, and whose: what must agree before two numbers are held together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from geobrief.model import Claim, Place

__all__ = ["ALWAYS", "Time", "countries_named", "holders", "spot", "time_of"]

_COARSE: Final = frozenset(("country", "continent"))
_SAME_NEWS_DAYS: Final = 14
"""An undated claim tells of two weeks on either side of its article's day: numbers change with time."""


class Time(NamedTuple):
    """A closed interval of ISO 8601 dates, which compare as text."""

    start: str
    end: str

    def meet(self, other: Time) -> Time | None:
        """What the two have in common; None where they exclude each other."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Time(start, end) if start <= end else None


ALWAYS: Final = Time("", "~")
"""Before and after every date."""


def time_of(claim: Claim, published: str) -> Time:
    """When a claim holds: when it says, else in the weeks around its article's day, else at any time."""
    if claim.when is not None:
        return Time(claim.when.start, claim.when.end or ALWAYS.end)
    if not published:
        return ALWAYS
    day, around = date.fromisoformat(published), timedelta(days=_SAME_NEWS_DAYS)
    try:
        return Time((day - around).isoformat(), (day + around).isoformat())
    except OverflowError:  # in the first or last days that a date can be
        return ALWAYS


def spot(claim: Claim, clause: str, places: Mapping[str, Place]) -> frozenset[str]:
    """The places where a claim's number counts, by id: no country beside a town, no home of its source.

    Of a movement where it leads, else of several towns those that the number's clause names. What only leaves
    a place is `from` it.
    """
    if claim.flow is not None:
        return frozenset((claim.flow.destination,))
    own = [places[key] for key in claim.places if key in places]
    told = _without_source(claim)
    own = [place for place in own if place.id in claim.inferred or _is_named(place, told)] or own
    fine = [place for place in own if place.kind not in _COARSE and not _holds_one_of(place, own)]
    nearest = [place for place in fine if _is_named(place, clause)]
    return frozenset(
        f"from {place.id}" if _is_left(place, clause) else place.id for place in nearest or fine or own
    )


def _is_left(place: Place, clause: str) -> bool:
    return any(name and f"from {name}" in clause for name in (place.name, *place.aliases))


def countries_named(claim: Claim, places: Mapping[str, Place]) -> frozenset[str]:
    """ISO 3166-1 codes of the countries that the claim names, outside the words for its source."""
    told = _without_source(claim)
    own = (places[key] for key in claim.places if key in places)
    return frozenset(
        place.country_code
        for place in own
        if place.kind == "country" and place.country_code and _is_named(place, told)
    )


def holders(place: Place, places: Iterable[Place]) -> tuple[str, ...]:
    """Ids of the brief's places that hold a place: its division and its country."""
    return tuple(other.id for other in places if other is not place and _holds(other, place))


def _holds_one_of(place: Place, others: Iterable[Place]) -> bool:
    return any(other is not place and _holds(place, other) for other in others)


def _holds(whole: Place, part: Place) -> bool:
    if whole.kind == "country":
        return part.kind != "country" and bool(part.country_code) and whole.country_code == part.country_code
    return (
        whole.kind == "region"
        and bool(part.within)
        and part.within in (whole.name, *whole.aliases)
        and whole.country_code == part.country_code
    )


def _without_source(claim: Claim) -> str:
    return claim.quote.replace(claim.by, "") if claim.by else claim.quote


def _is_named(place: Place, text: str) -> bool:
    return any(name and name in text for name in (place.name, *place.aliases))
