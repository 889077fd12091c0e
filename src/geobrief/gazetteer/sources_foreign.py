"""Names in other languages that CLDR, GeoNames and Natural Earth lack: the own table `foreign_names.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files

from geobrief.gazetteer.own_tables import CountryName, DivisionName, Feature

__all__ = ["foreign_country_names", "foreign_division_names", "read_foreign_names", "with_foreign_names"]


def read_foreign_names() -> dict[str, tuple[str, ...]]:
    """Names by what they are of: a country (`UA`), a division (`RU.41`) or a feature (`black-sea`)."""
    table = (files("geobrief.gazetteer") / "tables" / "foreign_names.csv").read_text(encoding="utf-8")
    return {
        place: tuple(dict.fromkeys(name for cell in cells for name in cell.split(";") if name))
        for place, *cells in list(csv.reader(table.splitlines()))[1:]
    }


def foreign_country_names() -> Iterator[CountryName]:
    """Those of countries."""
    for place, names in read_foreign_names().items():
        if len(place) == 2:
            yield from (CountryName(place, name, "common") for name in names)


def foreign_division_names() -> Iterator[DivisionName]:
    """Those of first-level divisions."""
    for place, names in read_foreign_names().items():
        if "." in place:
            yield from (DivisionName(place, name, "common") for name in names)


def with_foreign_names(features: Iterable[Feature]) -> Iterator[Feature]:
    """The features, each with its names in other languages."""
    names = read_foreign_names()
    for feature in features:
        found = names.get(feature.id.removeprefix("geobrief:"), ())
        yield replace(feature, aliases=tuple(dict.fromkeys((*feature.aliases, *found))))
