"""Which first-level division of GeoNames a unit belongs to.

Natural Earth draws second-level divisions in some countries (British counties, French departments) and
outdated ones in others, so ids alone do not tell. What does: the division in which most of the towns inside
the unit lie.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from geodata.sources import Subdivision
from geodata.units import Unit

MAJORITY = 0.6
"""Share of a unit's towns that must lie in one division of GeoNames for the unit to count as part of it."""


def first_level_codes(
    units: Sequence[Unit], subdivisions: Sequence[Subdivision], cities: Sequence[Mapping[str, Any]]
) -> list[str]:
    """GeoNames' first-level code (`RU.73`) of every unit; empty where nothing tells."""
    first_level = {row.code: row for row in subdivisions if row.first_level}
    by_id = {row.geonames_id: row.code for row in first_level.values()}
    by_iso_code = {row.iso_code: row.code for row in first_level.values() if row.iso_code}
    votes = _votes(units, cities, first_level)
    return [
        by_id.get(geonames_id(unit)) or votes[index] or by_iso_code.get(unit.properties["iso_3166_2"], "")
        for index, unit in enumerate(units)
    ]


def geonames_id(unit: Unit) -> str:
    """The unit's GeoNames id in Natural Earth, or empty: negative numbers there mean doubtful matches."""
    number = unit.properties.get("gn_id") or 0
    return str(number) if number > 0 else ""


def _votes(
    units: Sequence[Unit], cities: Sequence[Mapping[str, Any]], first_level: Mapping[str, Subdivision]
) -> list[str]:
    points = shapely.points([(city["longitude"], city["latitude"]) for city in cities])
    found, inside = shapely.STRtree([unit.geometry for unit in units]).query(points, predicate="within")
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for city, unit in zip(found.tolist(), inside.tolist(), strict=True):
        code = f"{cities[city]['countrycode']}.{cities[city]['admin1code']}"
        if code in first_level and code.startswith(units[unit].country) and not _apart(units[unit]):
            counts[unit][code] += 1
    return [_winner(counts[index]) for index in range(len(units))]


def _apart(unit: Unit) -> bool:
    """Whether the unit is a contested territory that is no division of its country, as Northern Cyprus."""
    return bool(unit.territory) and unit.properties["iso_3166_2"].endswith("~")


def _winner(votes: Counter[str]) -> str:
    if not votes:
        return ""
    code, count = votes.most_common(1)[0]
    return code if count >= MAJORITY * votes.total() else ""
