"""The other places of a text, as each candidate sees them: in which countries they lie, and how near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geobrief.geoparse.beside import Beside
from geobrief.geoparse.groups import Group
from geobrief.model import Candidate

__all__ = ["AROUND", "EARTH_RADIUS_KM", "Numbers", "Surroundings", "distances_km", "vectors"]

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

ROWS_AT_ONCE = 4_096
"""Candidates whose closeness to the anchors is worked out together, to take little memory in a long text."""

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

ALL = slice(None)

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
    beside: Beside
    """How close in the text two groups stand."""
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
            Beside.of(groups),
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
        # Numbered anew, since of all pairs of a group and a code a long text has few.
        _, pair = np.unique(self.group * (int(code.max()) + 1) + code, return_inverse=True)
        own = np.bincount(pair, weights)
        found: Numbers = np.where(code > 0, np.bincount(code, weights)[code] - own[pair], 0.0)
        return np.maximum(found, 0.0)

    def _by_anchors(self, shares: Numbers, weights: Numbers) -> Sequence[Numbers]:
        """Closeness to the likeliest places of the text, by itself and for those that stand beside."""
        anchors = np.flatnonzero((shares >= POSSIBLE) & (self.force > 0))
        anchors = anchors[np.argsort(-weights[anchors], kind="stable")[:MOST_ANCHORS]]
        if not len(anchors):
            return [np.zeros(len(self.candidates))] * 4
        beside = self.beside.to(self.group[anchors])
        blocks = [
            self._by_some_anchors(slice(first, first + ROWS_AT_ONCE), anchors, shares, beside)
            for first in range(0, len(self.candidates), ROWS_AT_ONCE)
        ]
        return [np.concatenate(columns) for columns in zip(*blocks, strict=True)]

    def _by_some_anchors(
        self, rows: slice, anchors: Indices, shares: Numbers, beside: Numbers
    ) -> Sequence[Numbers]:
        """The same for some of the candidates; `beside` has a row a group and a column an anchor."""
        group, inner = self.group[rows], self.level[rows] > 1
        belief = np.where(group[:, None] == self.group[anchors], 0.0, shares[anchors])
        listed = belief * beside[group]
        distances = distances_km(self.vectors[rows], self.vectors[anchors])
        nearness = np.exp(-distances / NEAR_KM) * (self.level[anchors] > 0)
        located = belief * (self.level[anchors] > 1)
        amid = (located * np.exp(-distances / AMID_KM)).sum(axis=1) / (1.0 + located.sum(axis=1))
        return [
            (belief * nearness).max(axis=1) * inner,
            amid * inner,
            (listed * _same(self.region, rows, anchors)).max(axis=1) * inner,
            (listed * _same(self.like, rows, anchors)).sum(axis=1) / (0.5 + listed.sum(axis=1)),
        ]

    def _by_home(self, shares: Numbers) -> Sequence[Numbers]:
        """How well each candidate fits where the paper appears."""
        if not len(self.home):
            return [np.zeros(len(self.candidates))] * 4
        belief = shares[self.home] * self.trust[self.home]
        country = _same(self.country, ALL, self.home) @ belief
        region = _same(self.region, ALL, self.home) @ belief
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
        country = _same(self.country, ALL, self.told) * trust
        region = _same(self.region, ALL, self.told) * trust
        return [country.max(axis=1) * named, region.max(axis=1) * ((self.level > 0) & named)]


def _same(codes: Indices, rows: slice, others: Indices) -> NDArray[np.bool_]:
    """Whether each of the rows has the code of each of the others; the empty code is nobody's."""
    some = codes[rows, None]
    found: NDArray[np.bool_] = (some == codes[others]) & (some > 0)
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


def vectors(places: Sequence[Candidate]) -> Numbers:
    """Places as points on the unit sphere."""
    lon = np.radians([place.lon for place in places])
    lat = np.radians([place.lat for place in places])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def distances_km(one: Numbers, other: Numbers) -> Numbers:
    """Great-circle distances, a row for each of `one`, a column for each of `other`."""
    distances: Numbers = EARTH_RADIUS_KM * np.arccos(np.clip(one @ other.T, -1.0, 1.0))
    return distances
