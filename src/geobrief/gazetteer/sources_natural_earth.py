"""First- and second-level divisions of the packaged geodata: Natural Earth's 1:10m admin-1, public domain."""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["NamedDivision", "read_named_divisions"]


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
    others: tuple[str, ...]
    of_town: tuple[str, ...]
    """Those names that are one word in a language read here, so that its town may bear them too."""
    point: tuple[float, float] | None
    """Where its label stands, as lon, lat."""


_LANGUAGES = ("de", "fr", "es", "ru", "uk", "ko", "ar")


def read_named_divisions() -> tuple[NamedDivision, ...]:
    """All divisions, in the order of the file."""
    table = (files("geobrief.gazetteer") / "geodata" / "divisions.csv.gz").read_bytes()
    return tuple(_division(row) for row in csv.DictReader(gzip.decompress(table).decode().splitlines()))


def _division(row: dict[str, str]) -> NamedDivision:
    columns = [column for column in row if column.startswith("name_") and column != "name_alt"]
    names = [row["name"], *row["name_alt"].split("|"), *(row[column] for column in columns)]
    return NamedDivision(
        id=row["source"],
        level=int(row["level"]),
        country_code=row["country_code"],
        region_code=row["region_code"],
        name=row["name_en"] or row["name"],
        others=tuple(dict.fromkeys(name for name in names if name)),
        of_town=tuple(
            dict.fromkeys(name for code in _LANGUAGES if _is_one_word(name := row[f"name_{code}"]))
        ),
        point=(float(row["lon"]), float(row["lat"])) if row["lon"] else None,
    )


def _is_one_word(name: str) -> bool:
    """Whether a name is one, and no adjective or compound that tells a division, as 쿠르스크주."""
    return name.isalpha() and not name.endswith(("주", "현", "성"))
