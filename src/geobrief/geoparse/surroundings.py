"""The other places of a text, as each name sees them: in which countries they lie, and how near."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geobrief.model import Candidate

__all__ = ["Belief", "Surroundings", "View"]

EARTH_RADIUS_KM = 6371.0
"""Of the sphere of equal volume."""

MOST_ANCHORS = 24
"""Places near which a name is looked for; the surest are taken, so that a long text costs no more a name."""

SURE = 0.6
"""The share of belief from which on a place is one of those."""

Vector = tuple[float, float, float]


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
    anchors: Sequence[tuple[Belief, Vector]]
    own: Mapping[int, Sequence[Belief]]

    @classmethod
    def of(cls, beliefs: Iterable[Belief]) -> Surroundings:
        """The surroundings that beliefs make."""
        countries: dict[str, float] = defaultdict(float)
        regions: dict[str, float] = defaultdict(float)
        divisions: dict[str, float] = defaultdict(float)
        own: dict[int, list[Belief]] = defaultdict(list)
        sure: list[Belief] = []
        for belief in beliefs:
            own[belief.group].append(belief)
            countries[belief.candidate.country_code] += belief.weight
            regions[belief.candidate.region_code] += belief.weight
            if belief.candidate.level == 1:
                divisions[belief.candidate.country_code] += belief.weight
            if belief.share >= SURE and belief.candidate.level >= 1:
                sure.append(belief)
        sure.sort(key=lambda belief: -belief.weight)
        anchors = [(belief, _vector(belief.candidate)) for belief in sure[:MOST_ANCHORS]]
        return cls(countries, regions, divisions, anchors, own)

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
        return View(
            countries, regions, divisions, total, [each for each in self.anchors if each[0].group != group]
        )


@dataclass(frozen=True)
class View:
    """What all names but one say about where the text plays."""

    countries: Mapping[str, float]
    regions: Mapping[str, float]
    divisions: Mapping[str, float]
    total: float
    anchors: Sequence[tuple[Belief, Vector]]

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

    def nearest(self, candidate: Candidate) -> tuple[Candidate, float] | None:
        """The nearest other place that the text surely means, and how many km away it lies."""
        if not self.anchors:
            return None
        x, y, z = _vector(candidate)
        closest, cosine = max(
            ((belief.candidate, x * a + y * b + z * c) for belief, (a, b, c) in self.anchors),
            key=lambda pair: pair[1],
        )
        return closest, EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine)))


def _vector(candidate: Candidate) -> Vector:
    """The place as a point on the unit sphere."""
    lon, lat = math.radians(candidate.lon), math.radians(candidate.lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
