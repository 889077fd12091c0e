"""Why a candidate was taken, in short plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.geoparse.features import Asked, is_within
from geobrief.geoparse.groups import Group
from geobrief.model import Candidate

__all__ = ["BY_HOME", "HOME_REGION", "NEARBY_KM", "Areas", "Chosen", "reasons"]

NEARBY_KM = 300
"""How far the nearest place may lie and still be named as a reason."""

KINDS = {
    "city": "a town",
    "region": "a region",
    "country": "a country",
    "continent": "a part of the world",
    "water": "a body of water",
    "site": "a site",
}

BY_AREA = ("container", "country share", "region share", "region in the text")
BY_KIND = ("kind", "kind of county", "other kind")
BY_NEARNESS = ("near",)
BY_LIST = ("like its neighbours",)
HOME_REGION = ("home region", "home division", "home near")
BY_HOME = ("home country", *HOME_REGION)

OFTEN_DECISIVE = 0.5
"""What being listed with its like must add before it is told."""


class Areas:
    """The countries and first-level divisions among some places, by their code."""

    def __init__(self, places: Iterable[Candidate]) -> None:
        self._by_code: dict[str, list[Candidate]] = {}
        for place in places:
            if place.kind == "country":
                self._by_code.setdefault(place.country_code, []).append(place)
            elif place.level == 1:
                self._by_code.setdefault(place.region_code, []).append(place)

    def smallest_around(self, candidate: Candidate) -> Candidate | None:
        """The division that holds a candidate, else the country that does, else None."""
        for code in (candidate.region_code, candidate.country_code):
            for area in self._by_code.get(code, ()):
                if is_within(candidate, area):
                    return area
        return None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidate taken for a name, and what spoke for it."""

    candidate: Candidate
    group: Group
    weights: Mapping[str, float]
    """What each feature added over the next candidate."""
    at_home: bool
    """Whether it lies in the country where the publisher appears."""
    in_home_region: bool
    """Whether it lies in the division, or near the town."""
    areas: Areas
    """The countries and divisions that the text names."""
    nearest: tuple[Candidate, float] | None
    """The nearest other place that the text surely means, if one is nearby, and how many km away it lies."""
    publisher: str


def reasons(chosen: Chosen) -> tuple[str, ...]:
    """The reasons for a choice, the weightiest first."""
    told = [(weight, -at, reason) for at, (weight, reason) in enumerate(_told(chosen)) if reason]
    found = tuple(reason for _, _, reason in sorted(told, reverse=True))
    candidate = chosen.candidate
    return found if candidate.exact else (*found, f"another name of {candidate.name}")


def _told(chosen: Chosen) -> Iterator[tuple[float, str]]:
    """All that may be told, with what it weighed."""
    candidate, group, weights = chosen.candidate, chosen.group, chosen.weights
    yield _sum(weights, BY_AREA), _by_area(candidate, group.asked, chosen.areas)
    yield _sum(weights, BY_KIND), _by_kind(candidate, group.asked)
    yield _sum(weights, BY_NEARNESS), _by_nearness(candidate, chosen.nearest)
    home = _sum(weights, BY_HOME)
    yield home, _by_home(chosen) if chosen.at_home else ""
    listed = _sum(weights, BY_LIST)
    yield listed, "listed with others of its kind" if listed >= OFTEN_DECISIVE else ""
    told = (*BY_AREA, *BY_KIND, *BY_NEARNESS, *BY_LIST, *BY_HOME)
    yield _sum(weights, tuple(weights)) - _sum(weights, told), _by_rank(candidate, group.candidates)


def _sum(weights: Mapping[str, float], names: Sequence[str]) -> float:
    return sum(weights[name] for name in names)


def _by_area(chosen: Candidate, asked: Asked, areas: Areas) -> str:
    for container in asked.containers:
        for area in container:
            if is_within(chosen, area):
                return f"the text names {area.name}, which holds it"
    smallest = areas.smallest_around(chosen)
    return f"the text names {smallest.name}, which holds it" if smallest else ""


def _by_kind(chosen: Candidate, asked: Asked) -> str:
    if asked.kind is None:
        return ""
    if asked.kind == chosen.kind:
        return f"asked for as {KINDS[asked.kind]}"
    if asked.kind == "site":
        return f"a site named after {chosen.name}, at most a few kilometres from there"
    return f"asked for as {KINDS[asked.kind]}, but known only as {KINDS[chosen.kind]}"


def _by_nearness(chosen: Candidate, nearest: tuple[Candidate, float] | None) -> str:
    if nearest is None or chosen.level <= 1 or nearest[0].id == chosen.id:
        return ""
    return f"{nearest[1]:.0f} km from {nearest[0].name}, named nearby"


def _by_home(chosen: Chosen) -> str:
    candidate = chosen.candidate
    if candidate.level > 1 and chosen.in_home_region and candidate.within:
        return f"in {candidate.within}, where {chosen.publisher} appears"
    if chosen.in_home_region:
        return f"{chosen.publisher} appears there"
    return f"in the country where {chosen.publisher} appears" if candidate.level else ""


def _by_rank(chosen: Candidate, candidates: Sequence[Candidate]) -> str:
    if len(candidates) == 1:
        return "the only place of that name"
    if chosen.kind == "country":
        return "a country"
    of_kind = [each for each in candidates if each.kind == chosen.kind]
    if (
        chosen.kind == "city"
        and len(of_kind) > 1
        and chosen.population == max(each.population for each in of_kind)
    ):
        return f"largest of {len(of_kind)} places of that name"
    return f"one of {len(candidates)} places of that name"
