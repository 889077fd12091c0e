"""Names for the base map: countries at a point well inside them, and the larger cities."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

SMALLEST_CITY = 50_000
COLUMNS = ["kind", "name", "lon", "lat", "country_code", "population", "area"]
LABEL_PRECISION = 0.05
"""Degrees to which the point farthest from a country's border is sought."""


def labels_csv(
    shapes: Mapping[str, BaseGeometry],
    countries: Mapping[str, Mapping[str, Any]],
    cities: Sequence[Mapping[str, Any]],
) -> str:
    """The table: countries by area, then capitals and cities by population.

    `kind` is `country`, `capital` or `city`; `area` is in square kilometres and 0 for cities.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for code in sorted(shapes, key=lambda code: (-countries[code]["areakm2"], code)):
        country = countries[code]
        lon, lat = _inside(shapes[code])
        writer.writerow(
            ["country", country["name"], lon, lat, code, country["population"], round(country["areakm2"])]
        )
    rows = [_city(city, countries) for city in cities]
    writer.writerows(sorted((row for row in rows if row), key=lambda row: (-row[5], row[1], row[4], row[2])))
    return text.getvalue()


def _city(city: Mapping[str, Any], countries: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    code, population = city["countrycode"], city["population"]
    capital = city["name"] == countries.get(code, {}).get("capital")
    if population < SMALLEST_CITY and not capital:
        return []
    kind = "capital" if capital else "city"
    return [kind, city["name"], round(city["longitude"], 3), round(city["latitude"], 3), code, population, 0]


def _inside(geometry: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area)
    point = shapely.maximum_inscribed_circle(largest, LABEL_PRECISION).coords[0]
    return round(point[0], 2), round(point[1], 2)
