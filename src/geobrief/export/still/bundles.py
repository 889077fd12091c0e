"""Movements of one spot, bowed apart so that each can be followed; as the page's `bundle.js`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geobrief.model import Quantity

__all__ = ["bows", "flow_width"]

Spot = tuple[float, float]

NEAR, MOST = 45.0, 30.0
"""Points: how near to each other ends are one spot, and how far apart neighbours are bowed at most."""
PART = 0.14
"""Of a movement's length, by which it is bowed at most."""


@dataclass(frozen=True, slots=True)
class _Member:
    index: int
    reversed: bool
    hub: Spot
    far: Spot

    @property
    def length(self) -> float:
        return math.dist(self.hub, self.far)


def bows(ends: Sequence[tuple[Spot, Spot]]) -> list[float]:
    """For each movement from one spot to another, by how many points its middle is pushed to its left."""
    found = [0.0] * len(ends)
    for members in _bundles(ends):
        for place, member in enumerate(_fanned(members)):
            aside = (place - (len(members) - 1) / 2) * min(MOST, member.length * PART)
            found[member.index] = -aside if member.reversed else aside
    return found


def flow_width(quantities: Iterable[Quantity]) -> float:
    """Points across of an arrow's thick end, by the logarithm of what moves: 10 people 2.5, a million 5.9."""
    most = max((quantity.value for quantity in quantities), default=0.0)
    pixels = min(9.0, 2.5 + 0.9 * math.log10(max(1.0, most))) if most else 3.4
    return pixels * 0.75


def _bundles(ends: Sequence[tuple[Spot, Spot]]) -> list[list[_Member]]:
    """The movements by the spot that they share; each knows which of its ends is there."""
    groups: list[tuple[Spot, list[_Member]]] = []

    def crowd(spot: Spot) -> int:
        return sum(any(math.dist(end, spot) < NEAR for end in each) for each in ends)

    def group_at(spot: Spot) -> list[_Member] | None:
        return next((members for hub, members in groups if math.dist(hub, spot) < NEAR), None)

    for index, (origin, destination) in enumerate(ends):
        here, there = crowd(origin), crowd(destination)
        turned = there > here or (
            there == here and group_at(origin) is None and group_at(destination) is not None
        )
        hub, far = (destination, origin) if turned else (origin, destination)
        member = _Member(index, turned, hub, far)
        members = group_at(hub)
        if members is None:
            groups.append((hub, [member]))
        else:
            members.append(member)
    return [members for _, members in groups]


def _fanned(members: Sequence[_Member]) -> list[_Member]:
    """In the order of their far ends from right to left of their common course: so they do not cross."""
    course = [
        sum((member.far[axis] - member.hub[axis]) / (member.length or 1.0) for member in members)
        for axis in (0, 1)
    ]

    def aside(member: _Member) -> float:
        middle = [(member.hub[axis] + member.far[axis]) for axis in (0, 1)]
        return course[0] * middle[1] - course[1] * middle[0]

    return sorted(members, key=lambda member: (aside(member), member.index))
