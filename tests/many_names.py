"""Texts of thousands of names, as a list of all towns of a region."""

from __future__ import annotations

from collections.abc import Sequence

from geobrief.geoparse import Resolution, Toponym, resolve
from geobrief.model import Candidate, Document

__all__ = ["resolutions_of"]


class ManyNames:
    """Three towns a name, in as many regions as there are names, and the same name again as a region's."""

    def candidates(self, name: str) -> Sequence[Candidate]:
        number = int(name.split()[1])
        lon, lat = number * 37 % 360 - 180, number * 17 % 140 - 70
        towns = [_town(name, f"US.{number + at}", (lon + 50 * at) % 360 - 180, lat, at) for at in range(3)]
        region = Candidate(f"test:US.{number}", name, "region", lon, lat, "US", f"US.{number}", level=1)
        return [*towns, region]


def _town(name: str, region: str, lon: float, lat: float, at: int) -> Candidate:
    key = f"test:{name}-{region}"
    return Candidate(key, name, "city", lon, lat, "US", region, region, 50_000 - at, exact=True, level=3)


def resolutions_of(names: int) -> tuple[Resolution, ...]:
    text = ", ".join(f"Town {number:05}" for number in range(names))
    toponyms = [Toponym(12 * at, 12 * at + 10, f"Town {at:05}") for at in range(names)]
    return resolve(Document("a.md", text), toponyms, ManyNames())
