"""First- and second-level divisions: what is known of each, beside its shape."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geodata.grouping import geonames_id
from geodata.sources import Subdivision
from geodata.units import Unit

LANGUAGES = [
    "ar", "bn", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "pl",
    "pt", "ru", "sv", "tr", "uk", "ur", "vi", "zh", "zht",
]  # fmt: skip
COLUMNS = [
    "source", "level", "country_code", "region_code", "iso_3166_2", "name", "name_local", "name_alt",
    "type", "lon", "lat", "wikidata", "natural_earth", *(f"name_{language}" for language in LANGUAGES),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Division:
    """A division made of one or more units."""

    source: str
    """`geonames:484048`, or `naturalearth:…` where GeoNames' id is not known."""
    level: int
    country: str
    region_code: str
    """GeoNames' first-level code, or empty."""
    units: tuple[int, ...]
    """Indices of its units."""
    name: str
    iso_code: str
    type: str


def divisions(
    units: Sequence[Unit], codes: Sequence[str], subdivisions: Sequence[Subdivision]
) -> list[Division]:
    """All divisions, the first level before the second, in the order of their units."""
    by_code = {row.code: row for row in subdivisions if row.first_level}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (unit, code) in enumerate(zip(units, codes, strict=True)):
        groups[unit.country, code or own_source(unit)].append(index)
    first = [_first_level(units, members, key, by_code) for (_, key), members in groups.items()]
    return [*_unique(first), *_second_level(units, codes, {division.source for division in first})]


def own_source(unit: Unit) -> str:
    """The unit's own id: GeoNames' where Natural Earth has one, else Natural Earth's."""
    number = geonames_id(unit)
    return f"geonames:{number}" if number else f"naturalearth:{unit.natural_earth_id}"


def divisions_csv(found: Sequence[Division], units: Sequence[Unit]) -> str:
    """The table of divisions. Names by language are Natural Earth's: only where one unit is the division."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for division in found:
        writer.writerow(_row(division, [units[index] for index in division.units]))
    return text.getvalue()


def _first_level(
    units: Sequence[Unit], members: Sequence[int], key: str, by_code: Mapping[str, Subdivision]
) -> Division:
    unit, row = units[members[0]], by_code.get(key)
    if row is None:
        return _division(unit, members, key, 1, "")
    source = f"geonames:{row.geonames_id}"
    alone = len(members) == 1 or own_source(unit) == source
    name = _english(unit) if alone else row.name
    return Division(source, 1, unit.country, row.code, tuple(members), name, row.iso_code, row.type)


def _second_level(units: Sequence[Unit], codes: Sequence[str], taken: set[str]) -> list[Division]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, (unit, code) in enumerate(zip(units, codes, strict=True)):
        if code and own_source(unit) not in taken:
            groups[own_source(unit)].append(index)
    return [_division(units[group[0]], group, key, 2, codes[group[0]]) for key, group in groups.items()]


def _division(unit: Unit, members: Sequence[int], source: str, level: int, code: str) -> Division:
    iso_code = unit.properties["iso_3166_2"]
    iso_code = "" if iso_code.endswith("~") else iso_code
    kind = unit.properties.get("type_en") or ""
    return Division(source, level, unit.country, code, tuple(members), _english(unit), iso_code, kind)


def _unique(found: Sequence[Division]) -> list[Division]:
    return list({division.source: division for division in reversed(found)}.values())[::-1]


def _english(unit: Unit) -> str:
    return unit.properties.get("name_en") or unit.properties.get("name") or ""


def _row(division: Division, units: Sequence[Unit]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "source": division.source,
        "level": division.level,
        "country_code": division.country,
        "region_code": division.region_code,
        "iso_3166_2": division.iso_code,
        "name": division.name,
        "type": division.type,
        "natural_earth": ";".join(unit.natural_earth_id for unit in units),
    }
    if len(units) == 1:
        row |= _natural_earth(units[0].properties)
    return row


def _natural_earth(properties: Mapping[str, Any]) -> dict[str, Any]:
    names = {f"name_{language}": properties.get(f"name_{language}") or "" for language in LANGUAGES}
    return names | {
        "name_local": properties.get("name_local") or "",
        "name_alt": properties.get("name_alt") or "",
        "lon": properties["longitude"],
        "lat": properties["latitude"],
        "wikidata": properties.get("wikidataid") or "",
    }
