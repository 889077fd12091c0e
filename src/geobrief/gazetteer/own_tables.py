"""The project's own tables: what the packaged sources lack, read from `tables/*.csv` (README there).

Every reader gives the rows in the order of the file. Coordinates are WGS 84 degrees, `lon` before `lat`; a
bbox is (west, south, east, north), with west > east where it crosses the 180th meridian.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

from geobrief.model import BBox, Kind

__all__ = [
    "CountryName",
    "Demonym",
    "Designator",
    "DivisionName",
    "Feature",
    "NotPlace",
    "OrganisationWord",
    "Point",
    "Site",
    "read_country_names",
    "read_demonyms",
    "read_designators",
    "read_division_names",
    "read_features",
    "read_not_places",
    "read_organisation_words",
    "read_points",
    "read_sites",
]


@dataclass(frozen=True, slots=True)
class Feature:
    """A water, a region or a part of the world that the packaged sources do not hold."""

    id: str
    """With its prefix, as `geobrief:black-sea`."""
    name: str
    kind: Kind
    """`water`, `region` or `continent`."""
    feature: str
    """What it is, in one or two words, as `strait`."""
    country_code: str
    """ISO 3166-1 alpha-2, where it lies wholly in one country; else empty."""
    lon: float
    lat: float
    bbox: BBox
    """Roughly drawn, by hand."""
    aliases: tuple[str, ...]
    weight: int
    """1..5: how often the world's news means it; 5 is the Black Sea."""


@dataclass(frozen=True, slots=True)
class Site:
    """A base, plant, port, mine or the like that is no populated place."""

    id: str
    """With its prefix, as `geobrief:engels-2-air-base`."""
    name: str
    feature: str
    """What it is, in one to three words, as `air base`."""
    country_code: str
    """ISO 3166-1 alpha-2; empty where it lies at sea, between two countries or on land that several claim."""
    lon: float
    lat: float
    aliases: tuple[str, ...]
    weight: int
    """1..5: how often the world's news means it."""


@dataclass(frozen=True, slots=True)
class Point:
    """The point that stands for a country or a first-level division."""

    code: str
    """ISO 3166-1 alpha-2, or a GeoNames first-level code as `US.TX`."""
    lon: float
    lat: float

    @property
    def country_code(self) -> str:
        """The country that it is, or lies in."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class CountryName:
    """A name of a country that CLDR lacks."""

    country_code: str
    name: str
    kind_of_name: Literal["common", "former", "abbreviation", "long"]


@dataclass(frozen=True, slots=True)
class DivisionName:
    """A further name of a first-level division."""

    region_code: str
    """GeoNames first-level code, as `RU.41`."""
    name: str
    kind_of_name: Literal["common", "abbreviation", "postal", "long", "former"]
    """A `postal` code (`IN`, `OR`) is a name only after a city and a comma."""


@dataclass(frozen=True, slots=True)
class Designator:
    """A word that says what the name beside it is: "Kursk oblast", "Lake Baikal"."""

    word: str
    kind: Kind
    position: Literal["after", "before"]


@dataclass(frozen=True, slots=True)
class OrganisationWord:
    """A word that makes an organisation of a name: "Paris Police Department", "Phoenix Capital"."""

    word: str
    effect: Literal["keeps", "drops"]
    """Whether the name still means the place."""
    position: Literal["after", "before"]


@dataclass(frozen=True, slots=True)
class NotPlace:
    """A word that is some place's name, but in the news mostly means something else."""

    name: str
    reason: str
    """`word`, `given name`, `surname`, `month`, `organisation` or the like."""
    strength: int
    """1 sometimes something else, 2 mostly, 3 practically never a place."""


@dataclass(frozen=True, slots=True)
class Demonym:
    """What people or things of a place are called; it never names the place itself."""

    demonym: str
    country_code: str
    """ISO 3166-1 alpha-2 of the country that the place is or lies in; empty where there are several."""
    form: Literal["adjective", "plural", "both"]
    """`Danish`, `Danes`, and `Chinese`, which is both; a singular (`Dane`) counts as a plural's form."""


def read_features() -> tuple[Feature, ...]:
    """The waters, regions and continents."""
    return tuple(_feature(row) for row in _rows("features.csv"))


def read_sites() -> tuple[Site, ...]:
    """The bases, plants, ports, mines and the like."""
    return tuple(
        Site(
            id=f"geobrief:{row['id']}",
            name=row["name"],
            feature=row["feature"],
            country_code=row["country_code"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            aliases=_listed(row["aliases"]),
            weight=int(row["weight"]),
        )
        for row in _rows("sites.csv")
    )


def read_points() -> tuple[Point, ...]:
    """The points of countries, then of divisions; they follow GeoNames (CC BY 4.0)."""
    return tuple(Point(row["code"], float(row["lon"]), float(row["lat"])) for row in _rows("points.csv"))


def read_country_names() -> tuple[CountryName, ...]:
    """Abbreviations, common, former and long names of countries."""
    return tuple(CountryName(**row) for row in _rows("country_names.csv"))  # type: ignore[arg-type]


def read_division_names() -> tuple[DivisionName, ...]:
    """Abbreviations and common names of first-level divisions."""
    return tuple(DivisionName(**row) for row in _rows("division_names.csv"))  # type: ignore[arg-type]


def read_designators() -> tuple[Designator, ...]:
    """The words that say what a name is, in lower case."""
    return tuple(Designator(**row) for row in _rows("designators.csv"))  # type: ignore[arg-type]


def read_organisation_words() -> tuple[OrganisationWord, ...]:
    """The words that make an organisation of a name, in lower case."""
    return tuple(OrganisationWord(**row) for row in _rows("organisation_words.csv"))  # type: ignore[arg-type]


def read_not_places() -> tuple[NotPlace, ...]:
    """The names that mostly are no places, as they are written in a text."""
    return tuple(
        NotPlace(row["name"], row["reason"], int(row["strength"])) for row in _rows("not_places.csv")
    )


def read_demonyms() -> tuple[Demonym, ...]:
    """Adjectives and peoples, as they are written in a text."""
    return tuple(Demonym(**row) for row in _rows("demonyms.csv"))  # type: ignore[arg-type]


def _feature(row: dict[str, str]) -> Feature:
    west, south, east, north = (float(row[side]) for side in ("west", "south", "east", "north"))
    return Feature(
        id=f"geobrief:{row['id']}",
        name=row["name"],
        kind=cast("Kind", row["kind"]),
        feature=row["feature"],
        country_code=row["country_code"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        bbox=(west, south, east, north),
        aliases=_listed(row["aliases"]),
        weight=int(row["weight"]),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = files("geobrief.gazetteer") / "tables" / name
    yield from csv.DictReader(table.read_text(encoding="utf-8").splitlines())
