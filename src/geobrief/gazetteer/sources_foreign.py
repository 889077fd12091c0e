"""Names in other languages that CLDR and GeoNames lack.

They come from the own table `foreign_names.csv`, and for towns from what Natural Earth calls their division.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import CountryName, DivisionName, Feature
from geobrief.gazetteer.sources_natural_earth import NamedDivision
from geobrief.text.names import comparable

__all__ = [
    "cities_with_foreign_names",
    "foreign_country_names",
    "foreign_division_names",
    "read_foreign_names",
    "read_foreign_names_in",
    "with_foreign_names",
]

LEAST_OF_DIVISION = 50_000
"""Inhabitants of a town that is taken for the one from which its division has its name."""


def read_foreign_names() -> dict[str, tuple[str, ...]]:
    """Names by what they are of: a country (`UA`), `RU.41`, `black-sea` or a city (`geonames:703448`)."""
    return {
        row.pop("place"): tuple(
            dict.fromkeys(name for cell in row.values() for name in cell.split(";") if name)
        )
        for row in _rows()
    }


def read_foreign_names_in(language: str) -> dict[str, str]:
    """The usual name of each in one language, as `{"black-sea": "Schwarzes Meer"}`."""
    return {row["place"]: name for row in _rows() if (name := row.get(language, "").partition(";")[0])}


def _rows() -> Iterator[dict[str, str]]:
    table = (files("geobrief.gazetteer") / "tables" / "foreign_names.csv").read_text(encoding="utf-8")
    return csv.DictReader(table.splitlines())


def foreign_country_names() -> Iterator[CountryName]:
    """Those of countries."""
    for place, names in read_foreign_names().items():
        if len(place) == 2:
            yield from (CountryName(place, name, "common") for name in names)


def foreign_division_names() -> Iterator[DivisionName]:
    """Those of first-level divisions."""
    for place, names in read_foreign_names().items():
        if "." in place and ":" not in place:
            yield from (DivisionName(place, name, "common") for name in names)


def with_foreign_names(features: Iterable[Feature]) -> Iterator[Feature]:
    """The features, each with its names in other languages."""
    names = read_foreign_names()
    for feature in features:
        found = names.get(feature.id.removeprefix("geobrief:"), ())
        yield replace(feature, aliases=tuple(dict.fromkeys((*feature.aliases, *found))))


def cities_with_foreign_names(cities: Iterable[Entry], divisions: Iterable[NamedDivision]) -> Iterator[Entry]:
    """The cities, with their names of the own table and those of a division that is named after them."""
    own = read_foreign_names()
    named = {each.region_code: each for each in divisions if each.level == 1 and each.region_code}
    for city in cities:
        found = list(own.get(city.id, ()))
        division = named.get(city.region_code)
        if (
            division is not None
            and city.population >= LEAST_OF_DIVISION
            and comparable(division.name) == comparable(city.name)
        ):
            found += division.of_town
        yield (
            replace(city, names=dict.fromkeys(found, NameRank.ALTERNATE) | dict(city.names))
            if found
            else city
        )
