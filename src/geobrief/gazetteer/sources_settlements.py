"""Own tables: places that GeoNames' cities lack or call otherwise.

`settlements.csv` has the places, `place_names.csv` further names, `english_names.csv` those that English news
has of its own, as Cologne.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Literal, cast

from geobrief.gazetteer.entries import Entry, NameRank

__all__ = [
    "Settlement",
    "cities_with_place_names",
    "read_english_names",
    "read_place_names",
    "read_settlements",
    "settlement_entries",
]

_WEIGHTS = {5: 20_000, 4: 5_000, 3: 1_500, 2: 500, 1: 200}
"""The population of a place as well known: a village of the news stays behind any town of its name."""
_LEVELS = {"city": 3, "site": 0, "region": 0}


@dataclass(frozen=True, slots=True)
class Settlement:
    """A village, camp, crossing, neighbourhood or the like. Coordinates are WGS 84 degrees."""

    id: str
    """With its prefix, as `geobrief:zamzam`."""
    name: str
    kind: Literal["city", "site", "region"]
    feature: str
    """What it is, in one or two words, as `refugee camp`."""
    country_code: str
    """ISO 3166-1 alpha-2; empty where states contend for it."""
    region_code: str
    """GeoNames first-level code, as `SD.55`; empty where none applies."""
    lon: float
    lat: float
    aliases: tuple[str, ...]
    weight: int
    """1..5: how often the world's news means it."""


def read_settlements() -> tuple[Settlement, ...]:
    """The places, in the order of the file."""
    return tuple(
        Settlement(
            id=f"geobrief:{row['id']}",
            name=row["name"],
            kind=cast("Literal['city', 'site', 'region']", row["kind"]),
            feature=row["feature"],
            country_code=row["country_code"],
            region_code=row["region_code"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            aliases=tuple(alias for alias in row["aliases"].split(";") if alias),
            weight=int(row["weight"]),
        )
        for row in _rows("settlements.csv")
    )


def read_place_names() -> dict[str, tuple[str, ...]]:
    """Names of populated places that GeoNames' table lacks, by the place's id, as `geonames:692812`."""
    return _names("place_names.csv")


def read_english_names() -> dict[str, tuple[str, ...]]:
    """What English news calls places whose main name in GeoNames is a local one, by id as above."""
    return _names("english_names.csv")


def _names(table: str) -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for row in _rows(table):
        names.setdefault(row["id"], []).append(row["name"])
    return {place: tuple(found) for place, found in names.items()}


def settlement_entries(settlements: Iterable[Settlement], regions: Mapping[str, str]) -> Iterator[Entry]:
    """The places as entries.

    Args:
        settlements: Of the own table.
        regions: English names of the first-level divisions by GeoNames code, as `{"RU.73": "Tatarstan"}`.
    """
    for settlement in settlements:
        yield Entry(
            id=settlement.id,
            name=settlement.name,
            kind=settlement.kind,
            lon=settlement.lon,
            lat=settlement.lat,
            level=_LEVELS[settlement.kind],
            country_code=settlement.country_code,
            region_code=settlement.region_code,
            within=regions.get(settlement.region_code, ""),
            weight=_WEIGHTS[settlement.weight],
            names=dict.fromkeys(settlement.aliases, NameRank.ALTERNATE),
        )


def cities_with_place_names(cities: Iterable[Entry]) -> Iterator[Entry]:
    """The populated places, each with the names that the own tables add; an English one is a main one."""
    further, english = read_place_names(), read_english_names()
    for city in cities:
        added = dict.fromkeys(further.get(city.id, ()), NameRank.ALTERNATE)
        main = dict.fromkeys(english.get(city.id, ()), NameRank.MAIN)
        yield replace(city, names=added | dict(city.names) | main) if added or main else city


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = files("geobrief.gazetteer") / "tables" / name
    yield from csv.DictReader(table.read_text(encoding="utf-8").splitlines())
