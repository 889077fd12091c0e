"""First- and second-level divisions of the packaged geodata: Natural Earth's 1:10m admin-1, public domain."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from geobrief.text.names import comparable

__all__ = ["ManyNamedDivision", "NamedDivision", "read_many_named_divisions", "read_named_divisions"]


@dataclass(frozen=True, slots=True)
class NamedDivision:
    """What Natural Earth knows of a division: its names in many languages, and where its label stands."""

    id: str
    """`geonames:…`, or `naturalearth:…` where it has no GeoNames id."""
    level: int
    country_code: str
    region_code: str
    """GeoNames code of the first-level division that it is or lies in; empty where that has none."""
    name: str
    """In English; empty for one that was put together of several."""
    of_town: tuple[str, ...]
    """Those names that are one word in a language read here, so that its town may bear them too."""
    names: tuple[tuple[str, str], ...]
    """Its name by language, as `("de", "Sachsen")`, for the languages read here beside English."""
    point: tuple[float, float] | None
    """Where its label stands, as lon, lat."""


@dataclass(frozen=True, slots=True)
class ManyNamedDivision(NamedDivision):
    """A division with all that it is called, which takes ten times as long to read."""

    others: tuple[str, ...]


_LANGUAGES = ("de", "fr", "es", "ru", "uk", "ko", "ar")
_FURTHER = ("name_alt", "name_local")


@cache
def read_named_divisions() -> tuple[NamedDivision, ...]:
    """All divisions, in the order of the file. Read once: a page in each further language asks twice."""
    return tuple(NamedDivision(**_fields(row)) for row in _rows())


def read_many_named_divisions() -> tuple[ManyNamedDivision, ...]:
    """The same with all their names, as the gazetteer is built of them."""
    rows = _rows()
    owners = _owners(rows)
    return tuple(ManyNamedDivision(**_fields(row), others=_others(row, owners)) for row in rows)


def _rows() -> list[dict[str, str]]:
    table = (files("geobrief.gazetteer") / "geodata" / "divisions.csv.gz").read_bytes()
    return list(csv.DictReader(gzip.decompress(table).decode().splitlines()))


_Owners: TypeAlias = Mapping[tuple[str, str, str], frozenset[str]]
"""The ids of the divisions that a name is the usual one of, by country, level and comparable name."""


def _owners(rows: Iterable[Mapping[str, str]]) -> _Owners:
    found: dict[tuple[str, str, str], frozenset[str]] = {}
    for row in rows:
        for name in _usual_names(row):
            key = (row["country_code"], row["level"], comparable(name))
            found[key] = found.get(key, frozenset()) | {row["source"]}
    return found


def _usual_names(row: Mapping[str, str]) -> list[str]:
    """What it is called in English and in other languages, without its local and further names."""
    columns = [column for column in row if column.startswith("name_") and column not in _FURTHER]
    return [name for column in ("name", *columns) if (name := row[column])]


def _further_names(row: Mapping[str, str], owners: _Owners) -> list[str]:
    """Its local and further names, but for those that are the usual ones of another division beside it.

    Natural Earth has such slips: "Chukotka" among Yakutia's names, the Vologda region's among Arkhangelsk's.
    """
    names = [name for column in _FURTHER for name in row[column].split("|") if name]
    kin = row["country_code"], row["level"]
    return [name for name in names if not owners.get((*kin, comparable(name)), frozenset()) - {row["source"]}]


def _others(row: Mapping[str, str], owners: _Owners) -> tuple[str, ...]:
    names = [row["name"], *_further_names(row, owners), *_usual_names(row)]
    return tuple(dict.fromkeys(filter(None, names)))


def _fields(row: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": row["source"],
        "level": int(row["level"]),
        "country_code": row["country_code"],
        "region_code": row["region_code"],
        "name": row["name_en"] or row["name"],
        "of_town": tuple(
            dict.fromkeys(name for code in _LANGUAGES if _is_one_word(name := row[f"name_{code}"]))
        ),
        "names": tuple((code, name) for code in _LANGUAGES if (name := row[f"name_{code}"])),
        "point": (float(row["lon"]), float(row["lat"])) if row["lon"] else None,
    }


def _is_one_word(name: str) -> bool:
    """Whether a name is one, and no adjective or compound that tells a division, as 쿠르스크주."""
    return name.isalpha() and not name.endswith(("주", "현", "성"))
