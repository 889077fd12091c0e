"""Which place each toponym means: candidates scored by fame, by the text's other places, by closeness."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.features import Asked, features, total
from geobrief.geoparse.groups import Group, groups_of, key_of
from geobrief.geoparse.reasons import reasons
from geobrief.geoparse.surroundings import Belief, Surroundings, View, vectors
from geobrief.geoparse.toponym import Resolution, Toponym
from geobrief.model import Candidate, Document

__all__ = ["resolve"]

ROUNDS = 2
"""How often beliefs are revised in the light of the others."""

RUNNERS_UP = 4

TEMPERATURE = 0.4
"""Divides sums of features before they become shares; lower is surer."""

LEAST = 2.2
"""The sum of features below which a place is too unlikely to be drawn."""

LEAST_ALONE = 1.6
"""The same for a name that only one place has."""

SMALL_TOWN = 10_000
LEAST_SUPPORT = 0.3
"""A smaller town is drawn only where the text's other places lie near or in its country: of the others, three
of four were wrong when measured on news."""


def resolve(
    document: Document,  # noqa: ARG001  its publisher will be a prior
    toponyms: Sequence[Toponym],
    geocoder: Geocoder,
) -> tuple[Resolution, ...]:
    """One resolution a toponym, in order; a name that the geocoder lacks stays without a candidate."""
    keys = [key_of(toponym) for toponym in toponyms]
    groups = groups_of(toponyms, keys, geocoder)
    beliefs = list(_first_beliefs(groups))
    for _ in range(ROUNDS):
        beliefs = list(_revised(groups, Surroundings.of(beliefs)))
    found = dict(zip(dict.fromkeys(keys), _settled(groups, beliefs), strict=True))
    return tuple(
        Resolution(toponym, each.candidate, each.score, each.reasons, each.runners_up)
        for toponym, each in ((toponym, found[key]) for toponym, key in zip(toponyms, keys, strict=True))
    )


# ---- beliefs


def _first_beliefs(groups: Sequence[Group]) -> Iterator[Belief]:
    for index, group in enumerate(groups):
        yield from _beliefs(index, group, [total(each) for each in group.priors])


def _revised(groups: Sequence[Group], surroundings: Surroundings) -> Iterator[Belief]:
    for index, group in enumerate(groups):
        yield from _beliefs(index, group, _sums(index, group, surroundings))


def _sums(index: int, group: Group, surroundings: Surroundings) -> list[float]:
    view = surroundings.without(index)
    closeness = view.closeness(group.vectors)
    return [
        total(features(candidate, own, view, close))
        for candidate, own, close in zip(group.candidates, group.priors, closeness, strict=True)
    ]


def _beliefs(index: int, group: Group, sums: Sequence[float]) -> Iterator[Belief]:
    for candidate, share in zip(group.candidates, _shares(sums), strict=True):
        yield Belief(index, candidate, share, group.count)


def _shares(sums: Sequence[float]) -> list[float]:
    """Sums of features as shares that add up to 1 (softmax)."""
    if not sums:
        return []
    highest = max(sums)
    powers = [math.exp((each - highest) / TEMPERATURE) for each in sums]
    return [power / sum(powers) for power in powers]


# ---- the answer


@dataclass(frozen=True, slots=True)
class _Settled:
    candidate: Candidate | None
    score: float
    reasons: tuple[str, ...]
    runners_up: tuple[Candidate, ...] = ()


def _settled(groups: Sequence[Group], beliefs: Sequence[Belief]) -> Iterator[_Settled]:
    surroundings = Surroundings.of(beliefs)
    best = {belief.group: belief.candidate for belief in sorted(beliefs, key=lambda belief: belief.share)}
    areas = [each for each in best.values() if each.kind == "country" or each.level == 1]
    for index, group in enumerate(groups):
        yield _settle(index, group, surroundings, areas)


def _settle(index: int, group: Group, surroundings: Surroundings, areas: Sequence[Candidate]) -> _Settled:
    if not group.candidates:
        return _Settled(None, 0.0, (_missing(group.asked),))
    sums = _sums(index, group, surroundings)
    order = sorted(range(len(sums)), key=lambda place: -sums[place])
    ranked = [group.candidates[place] for place in order]
    view = surroundings.without(index)
    doubt = _doubt(ranked[0], group, sums[order[0]], view)
    if doubt:
        return _Settled(None, 0.0, (doubt,), tuple(ranked[:RUNNERS_UP]))
    found = reasons(ranked[0], group.candidates, group.asked, view, areas)
    return _Settled(ranked[0], round(_shares(sums)[order[0]], 4), found, tuple(ranked[1 : 1 + RUNNERS_UP]))


def _doubt(best: Candidate, group: Group, reached: float, view: View) -> str:
    """Why the best candidate is too unlikely to be drawn; empty where it is not."""
    place = f"{best.name} ({best.country_code})" if best.country_code else best.name
    if reached < (LEAST if len(group.candidates) > 1 else LEAST_ALONE):
        return f"{place} is too little known to be meant"
    if best.kind != "city" or best.population >= SMALL_TOWN or not view.anchors or group.asked.containers:
        return ""
    near = view.closeness(vectors([best]))[0]
    support = near + view.country_share(best.country_code) + view.region_share(best.region_code)
    return f"{place} is small and far from what else the text names" if support < LEAST_SUPPORT else ""


def _missing(asked: Asked) -> str:
    if asked.kind is None:
        return f"no place named {asked.name} is in the gazetteer"
    return f"no {asked.kind} named {asked.name} is in the gazetteer"
