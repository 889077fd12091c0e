"""Which place each toponym means: candidates scored by fame, by the text's other places, by closeness."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.features import Asked, features, prior, total
from geobrief.geoparse.reasons import reasons
from geobrief.geoparse.surroundings import Belief, Surroundings
from geobrief.geoparse.toponym import Resolution, Toponym
from geobrief.model import Candidate, Document, Kind
from geobrief.text.names import comparable

__all__ = ["resolve"]

ROUNDS = 2
"""How often beliefs are revised in the light of the others."""

MOST_CANDIDATES = 40
"""Best known places of a name that are weighed; lesser ones only where the text names their division."""

RUNNERS_UP = 4

TEMPERATURE = 0.4
"""Divides sums of features before they become shares; lower is surer."""

WORDS_FOR_REGION = ("Oblast", "Region", "Province", "County", "District", "Governorate", "Prefecture", "Krai")

LEAST = 2.2
"""The sum of features below which a place is too unlikely to be drawn."""

Key = tuple[str, Kind | None, bool]


@dataclass(frozen=True, slots=True)
class _Group:
    """All mentions of one name, asked for as one kind: they have one sense."""

    asked: Asked
    candidates: Sequence[Candidate]
    priors: Sequence[Mapping[str, float]]
    count: int


def resolve(
    document: Document,  # noqa: ARG001  its publisher will be a prior
    toponyms: Sequence[Toponym],
    geocoder: Geocoder,
) -> tuple[Resolution, ...]:
    """One resolution a toponym, in order; a name that the geocoder lacks stays without a candidate."""
    keys = [_key(toponym) for toponym in toponyms]
    groups = _groups(toponyms, keys, geocoder)
    beliefs = list(_first_beliefs(groups))
    for _ in range(ROUNDS):
        beliefs = list(_revised(groups, Surroundings.of(beliefs)))
    found = dict(zip(dict.fromkeys(keys), _settled(groups, beliefs), strict=True))
    return tuple(
        Resolution(toponym, each.candidate, each.score, each.reasons, each.runners_up)
        for toponym, each in ((toponym, found[key]) for toponym, key in zip(toponyms, keys, strict=True))
    )


def _key(toponym: Toponym) -> Key:
    return comparable(toponym.name), toponym.kind, toponym.head


# ---- groups


def _groups(toponyms: Sequence[Toponym], keys: Sequence[Key], geocoder: Geocoder) -> list[_Group]:
    members: dict[Key, list[Toponym]] = {}
    for key, toponym in zip(keys, toponyms, strict=True):
        members.setdefault(key, []).append(toponym)
    regions = {area.region_code for area in _named_divisions(members, geocoder)}
    return [_group(each, geocoder, regions) for each in members.values()]


def _named_divisions(members: Mapping[Key, Sequence[Toponym]], geocoder: Geocoder) -> Iterator[Candidate]:
    """The first-level divisions that the text may name."""
    for toponyms in members.values():
        for name in {toponyms[0].name, *(toponym.container for toponym in toponyms)} - {""}:
            yield from (each for each in geocoder.candidates(name) if each.level == 1 and each.exact)


def _group(toponyms: Sequence[Toponym], geocoder: Geocoder, regions: set[str]) -> _Group:
    first = toponyms[0]
    names = dict.fromkeys(toponym.container for toponym in toponyms if toponym.container)
    asked = Asked(first.name, first.kind, tuple(geocoder.candidates(name) for name in names))
    everything = _of_kind(_lookup(first, geocoder), first)
    candidates = [
        candidate
        for rank, candidate in enumerate(everything)
        if rank < MOST_CANDIDATES or candidate.region_code in regions
    ]
    return _Group(asked, candidates, [prior(candidate, asked) for candidate in candidates], len(toponyms))


def _lookup(toponym: Toponym, geocoder: Geocoder) -> Sequence[Candidate]:
    """The places of the name, or of the name with another word for region: "Kursk region" is Kursk Oblast."""
    bare = geocoder.candidates(toponym.name)
    if not toponym.head or toponym.kind != "region" or any(each.kind == "region" for each in bare):
        return bare
    longer = (geocoder.candidates(f"{toponym.name} {word}") for word in WORDS_FOR_REGION)
    return [each for found in longer for each in found if each.kind == "region"] or bare


def _of_kind(candidates: Sequence[Candidate], toponym: Toponym) -> Sequence[Candidate]:
    """Those that may be what was asked for: a lake is never drawn at the town that it shares a name with."""
    if toponym.kind == "water":
        return [candidate for candidate in candidates if candidate.kind == "water"]
    if toponym.kind in ("region", "city", "country"):
        return [candidate for candidate in candidates if candidate.kind == toponym.kind] or candidates
    return candidates


# ---- beliefs


def _first_beliefs(groups: Sequence[_Group]) -> Iterator[Belief]:
    for index, group in enumerate(groups):
        yield from _beliefs(index, group, [total(each) for each in group.priors])


def _revised(groups: Sequence[_Group], surroundings: Surroundings) -> Iterator[Belief]:
    for index, group in enumerate(groups):
        yield from _beliefs(index, group, _sums(index, group, surroundings))


def _sums(index: int, group: _Group, surroundings: Surroundings) -> list[float]:
    view = surroundings.without(index)
    return [
        total(features(candidate, own, view))
        for candidate, own in zip(group.candidates, group.priors, strict=True)
    ]


def _beliefs(index: int, group: _Group, sums: Sequence[float]) -> Iterator[Belief]:
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


def _settled(groups: Sequence[_Group], beliefs: Sequence[Belief]) -> Iterator[_Settled]:
    surroundings = Surroundings.of(beliefs)
    best = {belief.group: belief.candidate for belief in sorted(beliefs, key=lambda belief: belief.share)}
    areas = [each for each in best.values() if each.kind == "country" or each.level == 1]
    for index, group in enumerate(groups):
        yield _settle(index, group, surroundings, areas)


def _settle(index: int, group: _Group, surroundings: Surroundings, areas: Sequence[Candidate]) -> _Settled:
    if not group.candidates:
        return _Settled(None, 0.0, (_missing(group.asked),))
    sums = _sums(index, group, surroundings)
    order = sorted(range(len(sums)), key=lambda place: -sums[place])
    ranked = [group.candidates[place] for place in order]
    if sums[order[0]] < LEAST:
        why = f"{ranked[0].name} ({ranked[0].country_code}) is too little known to be meant"
        return _Settled(None, 0.0, (why,), tuple(ranked[:RUNNERS_UP]))
    view = surroundings.without(index)
    found = reasons(ranked[0], group.candidates, group.asked, view, areas)
    return _Settled(ranked[0], round(_shares(sums)[order[0]], 4), found, tuple(ranked[1 : 1 + RUNNERS_UP]))


def _missing(asked: Asked) -> str:
    if asked.kind is None:
        return f"no place named {asked.name} is in the gazetteer"
    return f"no {asked.kind} named {asked.name} is in the gazetteer"
