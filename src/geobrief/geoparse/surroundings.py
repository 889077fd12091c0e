"""The other places of a text, as each candidate sees them: in which countries they lie, and how near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geobrief.geoparse.groups import Group
from geobrief.model import Candidate
from geobrief.text.names import comparable

__all__ = ["AROUND", "Numbers", "Surroundings", "distances_km", "vectors"]

EARTH_RADIUS_KM = 6371.0
"""Of the sphere of equal volume."""

MOST_ANCHORS = 200
"""Places near which a name is looked for: the likeliest, so that a long text costs no more a name."""

POSSIBLE = 0.01
"""The share of belief from which on a place is one of those."""

NEAR_KM = 200.0
"""The distance at which closeness to another place of the text has lost most of its force."""

AMID_KM = 300.0
"""The same for closeness to all of them."""

HOME_KM = 60.0
"""The same for closeness to the town where the paper appears."""

NEXT_CHARACTERS = 80.0
"""The distance in the text at which a name beside another has lost most of its force."""

NEXT_NAMES = 4
"""How many of the names behind it a name is beside of."""

AROUND = (
    "country share",
    "region share",
    "holds others",
    "among divisions",
    "near",
    "amid",
    "region in the text",
    "like its neighbours",
    "home country",
    "home region",
    "home division",
    "home near",
    "told country",
    "told region",
)
"""The names of the columns of `Surroundings.features`; all lie in 0..1."""

Numbers = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Surroundings:
    """All candidates of all names of a text, side by side, so that beliefs in them make features of each.

    The groups of home, if any, come last: what is believed of them makes only the features of home.
    """

    candidates: Sequence[Candidate]
    group: Indices
    """Of each candidate, the index of its group."""
    vectors: Numbers
    """As points on the unit sphere, a row each."""
    force: Numbers
    """How much the group of each candidate counts: a name repeated adds less each time; 0 for home."""
    beside: Numbers
    """How close in the text two groups stand, 0 to 1, a row and a column a group."""
    country: Indices
    region: Indices
    like: Indices
    """What each candidate is: its level and, below countries, its country; -1 for towns."""
    level: Indices
    is_country: NDArray[np.bool_]
    home: Indices
    """The candidates that may be where the paper appears."""
    told: Indices
    """Those of them that the text itself tells of."""
    trust: Numbers
    """How far each candidate is to be trusted as home, 0 to 1; 0 for those of the text's names."""

    @classmethod
    def of(cls, groups: Sequence[Group]) -> Surroundings:
        """The candidates of the groups in order; nothing is believed yet."""
        pairs = [(index, each) for index, group in enumerate(groups) for each in group.candidates]
        candidates = [each for _, each in pairs]
        index = np.array([at for at, _ in pairs], dtype=np.intp)
        force = np.array([0.0 if group.home else np.sqrt(len(group.spans)) for group in groups])
        trust = np.array([group.home for group in groups], dtype=np.float64)
        codes = [each.country_code if each.level or each.kind == "country" else "" for each in candidates]
        told = np.array([group.told for group in groups], dtype=bool)
        return cls(
            candidates,
            index,
            vectors(candidates),
            force[index],
            _beside(groups),
            _numbered(codes),
            _numbered([each.region_code for each in candidates]),
            _numbered([_likeness(each) for each in candidates]),
            np.array([each.level for each in candidates], dtype=np.intp),
            np.array([each.kind == "country" for each in candidates], dtype=bool),
            np.flatnonzero((trust[index] > 0) & ~told[index]),
            np.flatnonzero(told[index]),
            trust[index],
        )

    def features(self, shares: Numbers) -> Numbers:
        """What the beliefs in the other groups' candidates say of each candidate, a row each.

        Args:
            shares: How likely each candidate is what its name means, 0..1, adding up to 1 in a group.
        """
        if not self.candidates:
            return np.zeros((0, len(AROUND)))
        weights = shares * self.force
        located = np.where(self.country > 0, weights, 0.0)
        total = 1.0 + located.sum() - np.bincount(self.group, located, self.group[-1] + 1)[self.group]
        countries = self._others(self.country, weights) / total
        regions = self._others(self.region, weights) / total
        divisions = self._others(self.country, np.where(self.level == 1, weights, 0.0)) / total
        below, inner = self.level > 0, self.level > 1
        columns = [
            countries * below,
            regions * inner,
            np.where(self.is_country, countries, regions * (self.level == 1)),
            divisions * (self.level == 1),
            *self._by_anchors(shares, weights),
            *self._by_home(shares),
            *self._told(),
        ]
        return np.stack(columns, axis=1)

    def _others(self, code: Indices, weights: Numbers) -> Numbers:
        """Of each candidate, how much of the other groups' weight has its code; 0 where it has none."""
        count = int(code.max()) + 1
        pair = self.group * count + code
        own = np.bincount(pair, weights)
        found: Numbers = np.where(code > 0, np.bincount(code, weights)[code] - own[pair], 0.0)
        return np.maximum(found, 0.0)

    def _by_anchors(self, shares: Numbers, weights: Numbers) -> Sequence[Numbers]:
        """Closeness to the likeliest places of the text, by itself and for those that stand beside."""
        anchors = np.flatnonzero((shares >= POSSIBLE) & (self.force > 0))
        anchors = anchors[np.argsort(-weights[anchors], kind="stable")[:MOST_ANCHORS]]
        if not len(anchors):
            return [np.zeros(len(self.candidates))] * 4
        inner = self.level > 1
        belief = np.where(self.group[:, None] == self.group[anchors], 0.0, shares[anchors])
        beside = belief * self.beside[self.group[:, None], self.group[anchors]]
        distances = distances_km(self.vectors, self.vectors[anchors])
        nearness = np.exp(-distances / NEAR_KM) * (self.level[anchors] > 0)
        located = belief * (self.level[anchors] > 1)
        amid = (located * np.exp(-distances / AMID_KM)).sum(axis=1) / (1.0 + located.sum(axis=1))
        return [
            (belief * nearness).max(axis=1) * inner,
            amid * inner,
            (beside * _same(self.region, anchors)).max(axis=1) * inner,
            (beside * _same(self.like, anchors)).sum(axis=1) / (0.5 + beside.sum(axis=1)),
        ]

    def _by_home(self, shares: Numbers) -> Sequence[Numbers]:
        """How well each candidate fits where the paper appears."""
        if not len(self.home):
            return [np.zeros(len(self.candidates))] * 4
        belief = shares[self.home] * self.trust[self.home]
        country = _same(self.country, self.home) @ belief
        region = _same(self.region, self.home) @ belief
        distances = distances_km(self.vectors, self.vectors[self.home])
        town = np.exp(-distances / HOME_KM) * (self.level[self.home] > 1)
        named = self.force > 0
        return [
            country * named,
            region * ((self.level > 1) & named),
            region * ((self.level == 1) & named),
            (town * belief).max(axis=1) * ((self.level > 1) & named),
        ]

    def _told(self) -> Sequence[Numbers]:
        """How well each candidate fits where the text itself tells that it is at home."""
        if not len(self.told):
            return [np.zeros(len(self.candidates))] * 2
        trust, named = self.trust[self.told], self.force > 0
        country = _same(self.country, self.told) * trust
        region = _same(self.region, self.told) * trust
        return [country.max(axis=1) * named, region.max(axis=1) * ((self.level > 0) & named)]

    def nearest(self, index: int, sure: Indices) -> tuple[Candidate, float] | None:
        """Which of the candidates `sure` lies nearest to a candidate, and how many km away."""
        others = sure[(self.group[sure] != self.group[index]) & (self.level[sure] > 1)]
        if not len(others):
            return None
        distances = distances_km(self.vectors[index : index + 1], self.vectors[others])[0]
        closest = int(distances.argmin())
        return self.candidates[int(others[closest])], float(distances[closest])


def _same(codes: Indices, others: Indices) -> NDArray[np.bool_]:
    """Whether each has the code of each of the others; the empty code is nobody's."""
    found: NDArray[np.bool_] = (codes[:, None] == codes[others]) & (codes[:, None] > 0)
    return found


def _likeness(candidate: Candidate) -> str:
    """Equal for places that stand in one list: countries, the states of one country, its counties."""
    if candidate.kind == "country":
        return "country"
    return f"{candidate.level} {candidate.country_code}" if candidate.level in (1, 2) else ""


def _numbered(codes: Sequence[str]) -> Indices:
    """Codes as numbers from 1, the empty one as 0."""
    numbers = {"": 0}
    return np.array([numbers.setdefault(code, len(numbers)) for code in codes], dtype=np.intp)


def _beside(groups: Sequence[Group]) -> Numbers:
    """How close in the text two groups stand; one with the same name is no company of it."""
    found = np.zeros((len(groups), len(groups)))
    names = [comparable(group.asked.name) for group in groups]
    spans = sorted((start, end, index) for index, group in enumerate(groups) for start, end in group.spans)
    for at, (_, end, index) in enumerate(spans):
        for start, _, other in spans[at + 1 : at + 1 + NEXT_NAMES]:
            if names[index] == names[other]:
                continue
            closeness = np.exp(-max(0, start - end) / NEXT_CHARACTERS)
            found[index, other] = found[other, index] = max(found[index, other], closeness)
    return found


def vectors(places: Sequence[Candidate]) -> Numbers:
    """Places as points on the unit sphere."""
    lon = np.radians([place.lon for place in places])
    lat = np.radians([place.lat for place in places])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def distances_km(one: Numbers, other: Numbers) -> Numbers:
    """Great-circle distances, a row for each of `one`, a column for each of `other`."""
    distances: Numbers = EARTH_RADIUS_KM * np.arccos(np.clip(one @ other.T, -1.0, 1.0))
    return distances
