"""What speaks for a candidate by itself and by the words around its name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.gazetteer.entries import CAPITAL
from geobrief.model import Candidate, Kind
from geobrief.text.names import comparable

__all__ = ["GREAT_CITY", "OWN", "Asked", "fame", "is_within", "own_features"]

GREAT_CITY = 500_000
"""Inhabitants from which a city is meant before a division of the same name (Washington, New York)."""

TOWN_OF_REGION = 12
"""A town comes before its division where one in so many of the people live there: Lviv, not Quebec."""

ABOUT_DEGREES = 1.5
"""Of latitude, and twice as many of longitude, that a division's point may lie off the town in its midst."""

SAME_LETTERS = str.maketrans("ŞşŢţʼ’‘", "ȘșȚț'''")
"""Letters that are written one way or the other: Galați, Galaţi."""

ABROAD = 0.3
"""What being the main name, or short for it, counts in a text that is not in English."""

OWN = (
    "country",
    "continent",
    "water",
    "region",
    "division",
    "division fame",
    "county",
    "county fame",
    "lesser area",
    "town fame",
    "main name",
    "main name of a town",
    "short form",
    "spelled alike",
    "great city",
    "capital",
    "kind",
    "kind of county",
    "other kind",
    "container",
    "named after its town",
    "best known",
)
"""The names of the columns of `own_features`; a factor of a hundred in population is 1 of fame."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the text asks for under one name."""

    name: str
    kind: Kind | None
    containers: tuple[Sequence[Candidate], ...] = ()
    """Of each place that the text names as holding it, what that one's name may mean."""
    sure: frozenset[str] = frozenset()
    """The ids of the candidates that lie where the text leaves no doubt that it lies."""
    lacking: str = ""
    """The name of the place that surely holds it, where no place of its name is known there."""


def own_features(
    candidates: Sequence[Candidate], asked: Asked, *, foreign: bool = False
) -> list[list[float]]:
    """What speaks for each of the candidates of a name without the rest of the text, a row of `OWN` each.

    Args:
        candidates: What the name may mean, the best known first.
        asked: The name and what the words around it say.
        foreign: Whether the text is not in English: main names are English or local ones, so that in other
            languages a famous place is seldom called by its main name.
    """
    key, spelled = comparable(asked.name), asked.name.translate(SAME_LETTERS)
    main = ABROAD if foreign else 1.0
    return [
        [
            *_class(each),
            main * each.exact,
            main * (each.exact and each.kind == "city"),
            main * (not each.exact and comparable(each.name).startswith(f"{key} ")),
            float(each.matched.translate(SAME_LETTERS) == spelled),
            float(each.kind == "city" and each.exact and each.population >= GREAT_CITY),
            float(each.feature_code == CAPITAL),
            float(asked.kind == each.kind and each.level != 2),
            float(asked.kind == each.kind and each.level == 2),
            float(asked.kind is not None and asked.kind != each.kind),
            float(any(_is_held(each, container) for container in asked.containers)),
            float(asked.kind != "region" and _is_named_after_town(each, candidates)),
            float(rank == 0),
        ]
        for rank, each in enumerate(candidates)
    ]


def fame(candidate: Candidate) -> float:
    """How many live there, on a scale on which a factor of a hundred is 1."""
    return 0.5 * math.log10(candidate.population + 10)


def _class(candidate: Candidate) -> list[float]:
    """The columns from `country` to `town fame`."""
    kind, level, known = candidate.kind, candidate.level, fame(candidate)
    is_county = kind == "region" and level == 2
    is_division = kind == "region" and level == 1
    return [
        float(kind == "country"),
        float(kind == "continent"),
        float(kind == "water"),
        float(kind == "region" and level == 0),
        float(is_division),
        known * is_division,
        float(is_county),
        known * is_county,
        float(kind == "site" or (kind == "region" and level > 2)),
        known * (kind == "city"),
    ]


def _is_named_after_town(candidate: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether a division has the name of its great town, as Lviv: the bare name is the town's."""
    return candidate.kind == "region" and any(
        rival.kind == "city"
        and (rival.exact or not candidate.exact)
        and (rival.region_code == candidate.region_code or _lies_about(candidate, rival))
        and rival.population * TOWN_OF_REGION >= candidate.population
        for rival in rivals
        if candidate.region_code
    )


def _lies_about(division: Candidate, town: Candidate) -> bool:
    """Whether a division surrounds a great town that is a division of its own: Moscow Oblast, Moscow."""
    across = abs((division.lon - town.lon + 180) % 360 - 180)
    degrees = max(abs(division.lat - town.lat), across / 2)
    return division.country_code == town.country_code and degrees <= ABOUT_DEGREES


def _is_held(candidate: Candidate, container: Sequence[Candidate]) -> bool:
    return any(is_within(candidate, area) for area in container)


def is_within(candidate: Candidate, area: Candidate) -> bool:
    """Whether a place lies in a country or a first-level division; no area lies in its like."""
    if candidate.level <= area.level or candidate.id == area.id:
        return False
    if area.kind == "country":
        return candidate.country_code == area.country_code
    return area.level == 1 and bool(area.region_code) and candidate.region_code == area.region_code
