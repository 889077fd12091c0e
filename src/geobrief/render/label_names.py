"""The names on the base map in the interface's language, as far as the packaged tables know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from geobrief.gazetteer.basemap import labels
from geobrief.gazetteer.own_tables import read_features
from geobrief.gazetteer.sources_foreign import read_foreign_names_in
from geobrief.gazetteer.sources_natural_earth import read_named_divisions
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface
from geobrief.text.names import comparable

__all__ = ["spoken_label"]

Record: TypeAlias = dict[str, Any]
_Town: TypeAlias = tuple[str, str]
"""Country code and comparable English name."""


def spoken_label(label: Record, spoken: Interface) -> Record:
    """A label of `labels_for` with its name in the interface's language, or as it is where none is known."""
    if label["kind"] == "country":
        name = spoken.country(label.get("country_code", ""))
    else:
        name = _names(spoken.language).get(_key(label["kind"], label["name"], label["lon"], label["lat"]), "")
    return {**label, "name": name or label["name"]}


def _key(kind: str, name: str, lon: float, lat: float) -> tuple[str, str, float, float]:
    return kind, name, round(lon, 2), round(lat, 2)


@cache
def _names(language: str) -> Mapping[tuple[str, str, float, float], str]:
    """By kind, English name and place, since labels bear no ids."""
    return {**dict(_of_waters(language)), **dict(_of_regions(language)), **dict(_of_cities(language))}


_Named: TypeAlias = Iterator[tuple[tuple[str, str, float, float], str]]


def _of_waters(language: str) -> _Named:
    """A name on a map begins with a capital letter: "Mer Noire"."""
    known = read_foreign_names_in(language)
    for feature in read_features():
        if name := known.get(feature.id.removeprefix("geobrief:")):
            yield _key("water", feature.name, feature.lon, feature.lat), name[0].upper() + name[1:]


def _of_regions(language: str) -> _Named:
    for division in read_named_divisions():
        if division.point and (name := dict(division.names).get(language)):
            yield _key("region", division.name, *division.point), name


def _of_cities(language: str) -> _Named:
    known = {**dict(_towns_of_divisions(language)), **dict(_towns_of_time_zones(language))}
    for label in labels():
        if name := known.get((label.country_code, comparable(label.name))):
            yield _key("city", label.name, label.lon, label.lat), name


def _towns_of_divisions(language: str) -> Iterator[tuple[_Town, str]]:
    """Towns after which Natural Earth's first-level divisions are named."""
    for division in read_named_divisions():
        name = dict(division.names).get(language)
        if division.level == 1 and name in division.of_town:
            yield (division.country_code, comparable(division.name)), name


def _towns_of_time_zones(language: str) -> Iterator[tuple[_Town, str]]:
    """Towns after which time zones are named: CLDR has them, the capitals among them, in every language."""
    from babel import Locale
    from babel.core import get_global

    english, zones = Locale.parse(DEFAULT_LANGUAGE).time_zones, Locale.parse(language).time_zones
    for zone, country_code in get_global("zone_territories").items():
        of_zone = zone.rpartition("/")[2].replace("_", " ")
        town = english.get(zone, {}).get("city", of_zone)
        if name := zones.get(zone, {}).get("city"):
            yield (country_code, comparable(town)), name
