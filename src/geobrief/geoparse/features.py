"""What speaks for a candidate: by itself, by the words around the name, by the other places of the text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geobrief.geoparse.surroundings import View
from geobrief.model import Candidate, Kind

__all__ = ["GREAT_CITY", "WEIGHTS", "Asked", "features", "is_within", "prior", "total"]

WEIGHTS: Mapping[str, float] = {
    "fame": 1.0,
    "main name": 0.9,
    "great city": 0.3,
    "kind": 2.5,
    "container": 3.5,
    "country share": 1.7,
    "region share": 2.4,
    "holds others": 3.0,
    "among divisions": 2.0,
    "near": 1.1,
    "named after its town": -1.2,
}
"""Rounded from a conditional logit on news texts; a factor of a hundred in population is 1 of fame."""

GREAT_CITY = 500_000
"""Inhabitants from which a city is meant before a division of the same name (Washington, New York)."""

TOWN_OF_REGION = 12
"""A town comes before its division where one in so many of the people live there: Lviv, not Quebec."""

FAME: Mapping[tuple[Kind, int], float] = {
    ("country", 0): 4.2,
    ("continent", 0): 4.0,
    ("water", 0): 3.2,
    ("region", 0): 3.0,
    ("region", 1): 2.9,
    ("region", 2): 1.5,
}
"""How well an area is known, on the scale of `fame`; towns go by their population."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the text asks for under one name."""

    name: str
    kind: Kind | None
    containers: tuple[Sequence[Candidate], ...] = ()
    """Of each place that the text names as holding it, what that one's name may mean."""


def prior(candidate: Candidate, asked: Asked, rivals: Sequence[Candidate]) -> dict[str, float]:
    """What speaks for a candidate without the rest of the text. `rivals` are all candidates of the name."""
    city = candidate.kind == "city"
    fame = (
        0.5 * math.log10(candidate.population + 10)
        if city
        else FAME.get((candidate.kind, candidate.level), 1.0)
    )
    held = any(_is_held(candidate, container) for container in asked.containers)
    return {
        "fame": fame,
        "main name": float(candidate.exact),
        "great city": float(city and candidate.exact and candidate.population >= GREAT_CITY),
        "kind": float(asked.kind is not None and candidate.kind == asked.kind),
        "container": float(held),
        "named after its town": float(asked.kind != "region" and _is_named_after_town(candidate, rivals)),
    }


def _is_named_after_town(candidate: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether a division has the name of its great town, as Lviv: the bare name is the town's."""
    return candidate.kind == "region" and any(
        rival.kind == "city"
        and rival.exact
        and rival.region_code == candidate.region_code
        and rival.population * TOWN_OF_REGION >= candidate.population
        for rival in rivals
        if candidate.region_code
    )


def features(
    candidate: Candidate, own: Mapping[str, float], around: View, closeness: float
) -> dict[str, float]:
    """The features of a candidate: its `prior` ones and what the other places of the text add."""
    return {
        **own,
        "country share": around.country_share(candidate.country_code) if candidate.level > 0 else 0.0,
        "region share": around.region_share(candidate.region_code) if candidate.level > 1 else 0.0,
        "holds others": _held_share(candidate, around),
        "among divisions": around.division_share(candidate.country_code) if candidate.level == 1 else 0.0,
        "near": closeness if candidate.level > 1 else 0.0,
    }


def _held_share(candidate: Candidate, around: View) -> float:
    """How much of the text's other places lies in the candidate."""
    if candidate.kind == "country":
        return around.country_share(candidate.country_code)
    return around.region_share(candidate.region_code) if candidate.level == 1 else 0.0


def total(found: Mapping[str, float]) -> float:
    """The weighted sum of features."""
    return sum(WEIGHTS[name] * value for name, value in found.items())


def _is_held(candidate: Candidate, container: Sequence[Candidate]) -> bool:
    return any(is_within(candidate, area) for area in container)


def is_within(candidate: Candidate, area: Candidate) -> bool:
    """Whether a place lies in a country or a first-level division; no area lies in its like."""
    if candidate.level <= area.level or candidate.id == area.id:
        return False
    if area.kind == "country":
        return candidate.country_code == area.country_code
    return area.level == 1 and bool(area.region_code) and candidate.region_code == area.region_code
