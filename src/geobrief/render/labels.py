"""The names on the base map, each with the rank by which the page lets it appear."""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import compress
from operator import itemgetter
from typing import Any, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.gazetteer.basemap import Label, labels
from geobrief.gazetteer.own_tables import Feature, read_features
from geobrief.gazetteer.sources_natural_earth import read_named_divisions

__all__ = ["DIVISION_RANK", "labels_for"]

Record: TypeAlias = dict[str, Any]

LAST_RANK = 9
COUNTRY_AREAS = (1_000, 5_000, 20_000, 60_000, 150_000, 400_000, 1_000_000, 2_500_000)
"""Square kilometres; each step brings a country's name one rank, about half a zoom, earlier."""
CITY_POPULATIONS = (50_000, 100_000, 200_000, 500_000, 1_000_000, 3_000_000, 8_000_000)
CAPITAL_POPULATIONS = (100_000, 300_000, 1_000_000, 4_000_000)
CAPITAL_LAST_RANK = 5
WATER_WIDTHS = (0.5, 1.0, 2.0, 3.5, 5.5, 12.0, 40.0)
"""Degrees at the equator, the side of a square as large as the water's bbox."""
USUAL_WEIGHT = 3
"""Of a water; those that the news mean more or less often are named a rank earlier or later."""
DIVISION_RANK = 5

WORLD_RANK = 3
"""Up to which waters and cities are named everywhere; later ones only within the detail."""
MOST_CITIES = 80
"""Of the world and of the detail each."""
MOST_NEAR = 12
"""Cities in the surroundings of each place; more where places are few."""
NO_AREA = ("river", "canal", "cape", "waterfall", "delta", "reef", "shoal")
"""Waters whose name would stand at a point in them as if it were all of them."""


def labels_for(detail: BaseGeometry | None, near: Sequence[BaseGeometry]) -> list[Record]:
    """The names of countries, waters, cities and, near the places, first-level divisions: earliest first.

    Args:
        detail: Where cities and waters of lesser rank are named.
        near: The surroundings of each place, where more cities are named, and divisions.
    """
    countries = _named(_countries(), detail, LAST_RANK - 1)
    waters = _named(_waters(), detail, WORLD_RANK)
    cities = _cities_for(detail, near)
    taken = {city["name"] for city in cities}
    around = _inside(_divisions(), shapely.union_all(list(near))) if near and detail else []
    divisions = [division for division in around if division["name"] not in taken]
    return sorted([*countries, *waters, *cities, *divisions], key=itemgetter("rank"))


def _cities_for(detail: BaseGeometry | None, near: Sequence[BaseGeometry]) -> list[Record]:
    """The largest cities of the world, of the detail and of the places' surroundings, each once."""
    world = [city for city in _cities() if city["rank"] <= WORLD_RANK]
    around = _named(_cities(), detail, WORLD_RANK) if detail else []
    each = max(MOST_NEAR, MOST_CITIES // max(1, len(near)))
    close = [city for area in near for city in _inside(_cities(), area)[:each]] if detail else []
    chosen = [*world[:MOST_CITIES], *around[:MOST_CITIES], *close]
    return list({(city["name"], city["lon"], city["lat"]): city for city in chosen}.values())


@cache
def _countries() -> tuple[Record, ...]:
    return tuple(
        {
            **_record(label.name, "country", label.lon, label.lat, _rank(label.area, COUNTRY_AREAS)),
            "country_code": label.country_code,
        }
        for label in labels()
        if label.kind == "country"
    )


@cache
def _cities() -> tuple[Record, ...]:
    """Those large enough to be named, the largest first."""
    return tuple(_city(label) for label in labels() if label.kind != "country" and _is_large(label))


def _is_large(label: Label) -> bool:
    return label.kind == "capital" or label.population >= CITY_POPULATIONS[0]


def _city(label: Label) -> Record:
    rank = _rank(label.population, CITY_POPULATIONS)
    if label.kind == "capital":
        rank = min(rank, CAPITAL_LAST_RANK - bisect(CAPITAL_POPULATIONS, label.population))
    return _record(label.name, "city", label.lon, label.lat, rank)


@cache
def _waters() -> tuple[Record, ...]:
    return tuple(_water(feature) for feature in read_features() if _is_water_area(feature))


def _is_water_area(feature: Feature) -> bool:
    half = feature.feature == "ocean" and feature.name.startswith(("North ", "South "))
    several = feature.name.startswith("Great Lakes") or feature.name.endswith("Sea Route")
    return feature.kind == "water" and feature.feature not in NO_AREA and not half and not several


def _water(feature: Feature) -> Record:
    west, south, east, north = feature.bbox
    width = (east - west) % 360 * math.cos(math.radians(feature.lat))
    rank = _rank(math.sqrt(width * (north - south)), WATER_WIDTHS) + (USUAL_WEIGHT - feature.weight) // 2
    return _record(feature.name, "water", feature.lon, feature.lat, rank)


@cache
def _divisions() -> tuple[Record, ...]:
    return tuple(
        _record(division.name, "region", *division.point, DIVISION_RANK)
        for division in read_named_divisions()
        if division.level == 1 and division.name and division.point
    )


def _inside(records: Sequence[Record], area: BaseGeometry) -> list[Record]:
    lons, lats = [record["lon"] for record in records], [record["lat"] for record in records]
    shapely.prepare(area)
    return list(compress(records, shapely.intersects_xy(area, lons, lats)))


def _rank(size: float, steps: Sequence[float]) -> int:
    """1 for what is larger than the last step, one more for each step that it misses."""
    return len(steps) + 1 - bisect(steps, size)


def _record(name: str, kind: str, lon: float, lat: float, rank: int) -> Record:
    rank = max(1, min(LAST_RANK, rank))
    return {"name": name, "kind": kind, "lon": round(lon, 2), "lat": round(lat, 2), "rank": rank}


def _named(records: Sequence[Record], detail: BaseGeometry | None, rank: int) -> list[Record]:
    """Those up to a rank, and those within the detail."""
    chosen = [record for record in records if record["rank"] <= rank]
    later = [record for record in records if record["rank"] > rank]
    return [*chosen, *(_inside(later, detail) if detail else ())]
