"""Texts of thousands of names, as a list of all towns of a region."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.geoparse import Resolution, Toponym, resolve
from geobrief.model import Candidate, Document
from geoparse.small_gazetteer import division, town

__all__ = ["resolutions_of"]


class ManyNames:
    """Three towns a name, in as many regions as there are names, and the same name again as a region's."""

    def candidates(self, name: str) -> Sequence[Candidate]:
        number = int(name.split()[1])
        lon, lat = number * 37 % 360 - 180, number * 17 % 140 - 70
        towns = [
            town(name, f"US.{number + at}", (lon + 50 * at) % 360 - 180, lat, 50_000 - at) for at in range(3)
        ]
        return [*towns, division(name, f"US.{number}", lon, lat)]


def resolutions_of(names: int) -> tuple[Resolution, ...]:
    text = ", ".join(f"Town {number:05}" for number in range(names))
    toponyms = [Toponym(12 * at, 12 * at + 10, f"Town {at:05}") for at in range(names)]
    return resolve(Document("a.md", text), toponyms, ManyNames())
