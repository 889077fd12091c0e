"""The other places of a text, as each name sees them: in which countries they lie, and how near."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geobrief.model import Candidate

__all__ = ["Belief", "Surroundings", "Vectors", "View", "vectors"]

EARTH_RADIUS_KM = 6371.0
"""Of the sphere of equal volume."""

MOST_ANCHORS = 200
"""Places near which a name is looked for: the likeliest, so that a long text costs no more a name."""

POSSIBLE = 0.03
"""The share of belief from which on a place is one of those."""

SURE = 0.6
"""The share of belief from which on a place is named as a reason."""

NEAR_KM = 120.0
"""The distance at which closeness to another place of the text has lost most of its force."""

Vectors = NDArray[np.float64]
"""Places as points on the unit sphere, a row each."""


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely the names of one group mean a place."""

    group: int
    candidate: Candidate
    share: float
    """0..1, over the candidates of the group."""
    count: int
    """How often the text has the name."""

    @property
    def weight(self) -> float:
        """What it adds; a name repeated adds less each time."""
        return self.share * math.sqrt(self.count)


@dataclass(frozen=True)
class Surroundings:
    """Where a text plays, by what is believed about its names."""

    countries: Mapping[str, float]
    regions: Mapping[str, float]
    divisions: Mapping[str, float]
    """Of each country, how much of the text's places are its first-level divisions."""
    anchors: Sequence[Belief]
    anchor_vectors: Vectors
    own: Mapping[int, Sequence[Belief]]

    @classmethod
    def of(cls, beliefs: Iterable[Belief]) -> Surroundings:
        """The surroundings that beliefs make."""
        countries: dict[str, float] = defaultdict(float)
        regions: dict[str, float] = defaultdict(float)
        divisions: dict[str, float] = defaultdict(float)
        own: dict[int, list[Belief]] = defaultdict(list)
        possible: list[Belief] = []
        for belief in beliefs:
            own[belief.group].append(belief)
            countries[belief.candidate.country_code] += belief.weight
            regions[belief.candidate.region_code] += belief.weight
            if belief.candidate.level == 1:
                divisions[belief.candidate.country_code] += belief.weight
            if belief.share >= POSSIBLE and belief.candidate.level >= 1:
                possible.append(belief)
        possible.sort(key=lambda belief: -belief.weight)
        anchors = possible[:MOST_ANCHORS]
        return cls(countries, regions, divisions, anchors, vectors([each.candidate for each in anchors]), own)

    def without(self, group: int) -> View:
        """The surroundings as one group sees them: without itself."""
        countries, regions, divisions = dict(self.countries), dict(self.regions), dict(self.divisions)
        for belief in self.own.get(group, ()):
            countries[belief.candidate.country_code] -= belief.weight
            regions[belief.candidate.region_code] -= belief.weight
            if belief.candidate.level == 1:
                divisions[belief.candidate.country_code] -= belief.weight
        countries.pop("", None)
        regions.pop("", None)
        total = 1.0 + sum(countries.values())
        others = np.array([each.group != group for each in self.anchors], dtype=bool)
        anchors = [each for each in self.anchors if each.group != group]
        return View(countries, regions, divisions, total, anchors, self.anchor_vectors[others])


@dataclass(frozen=True)
class View:
    """What all names but one say about where the text plays."""

    countries: Mapping[str, float]
    regions: Mapping[str, float]
    divisions: Mapping[str, float]
    total: float
    anchors: Sequence[Belief]
    anchor_vectors: Vectors

    def country_share(self, code: str) -> float:
        """How much of the text's other places lies in a country: 0..1, doubtful while they are few."""
        return self._share(self.countries, code)

    def region_share(self, code: str) -> float:
        """The same for a first-level division."""
        return self._share(self.regions, code)

    def division_share(self, code: str) -> float:
        """How much of them are first-level divisions of a country: among states, a state is meant."""
        return self._share(self.divisions, code)

    def _share(self, weights: Mapping[str, float], code: str) -> float:
        return max(0.0, weights.get(code, 0.0)) / self.total if code else 0.0

    def closeness(self, places: Vectors) -> Sequence[float]:
        """How close each place lies to one that the text means, 0 to 1; less where that one is doubtful."""
        if not self.anchors:
            return [0.0] * len(places)
        shares = np.array([each.share for each in self.anchors])
        force = shares * np.exp(-_distances_km(places, self.anchor_vectors) / NEAR_KM)
        found: list[float] = force.max(axis=1).tolist()
        return found

    def nearest(self, candidate: Candidate) -> tuple[Candidate, float] | None:
        """The nearest other town or county that the text surely means, and how many km away it lies."""
        sure = [
            index
            for index, each in enumerate(self.anchors)
            if each.share >= SURE and each.candidate.level > 1
        ]
        if not sure:
            return None
        distances = _distances_km(vectors([candidate]), self.anchor_vectors[sure])[0]
        closest = int(distances.argmin())
        return self.anchors[sure[closest]].candidate, float(distances[closest])


def vectors(places: Sequence[Candidate]) -> Vectors:
    """Places as points on the unit sphere."""
    lon = np.radians([place.lon for place in places])
    lat = np.radians([place.lat for place in places])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _distances_km(one: Vectors, other: Vectors) -> Vectors:
    """Great-circle distances, a row for each of `one`, a column for each of `other`."""
    distances: Vectors = EARTH_RADIUS_KM * np.arccos(np.clip(one @ other.T, -1.0, 1.0))
    return distances
