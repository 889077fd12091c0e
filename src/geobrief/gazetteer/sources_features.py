"""The own table's waters, regions and continents; those that are divisions too become one with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import Feature
from geobrief.text.names import comparable

__all__ = ["with_features"]

_WEIGHTS = {5: 20_000_000, 4: 3_000_000, 3: 500_000, 2: 100_000, 1: 20_000}
"""The population of a place as well known as a feature of that weight."""
_DIVIDED = frozenset({"archipelago", "atoll", "historic region", "island", "news region", "region"})
"""Features that may be the same as a division; a range and the county named after it are two."""
_NEAR, _SAME = 1.6, 0.15
"""How far the points of one may lie apart: with the same name, and where only another name fits. Degrees of
longitude and latitude together."""


def with_features(divisions: Iterable[Entry], features: Iterable[Feature]) -> Iterator[Entry]:
    """Countries and divisions, then the features; of two that are one, the division with the feature's names.

    Jeju is a first-level division and an island: corpora and users expect GeoNames' id for it, the news its
    common name, which the own table has.
    """
    left = {feature.id: feature for feature in features}
    index = _by_name(left.values())
    countries = {country for country, _ in index}
    for entry in divisions:
        feature = _partner(entry, index) if entry.country_code in countries else None
        if feature and left.pop(feature.id, None):
            yield _merged(entry, feature)
        elif not (feature and entry.id.startswith("naturalearth:")):
            # What only Natural Earth has, of a feature that is another division already, adds nothing.
            yield entry
    yield from map(_entry, left.values())


def _by_name(features: Iterable[Feature]) -> dict[tuple[str, str], Feature]:
    """Those that may be divisions, by country and comparable name; a main name goes before an alias."""
    divided = [feature for feature in features if feature.feature in _DIVIDED]
    index = {(feature.country_code, comparable(feature.name)): feature for feature in divided}
    for feature in divided:
        for alias in feature.aliases:
            index.setdefault((feature.country_code, comparable(alias)), feature)
    return index


def _partner(entry: Entry, index: dict[tuple[str, str], Feature]) -> Feature | None:
    main = comparable(entry.name)
    keys = [main, *map(comparable, entry.names)] if entry.level < 2 else [main]
    for key in keys:
        feature = index.get((entry.country_code, key))
        if feature:
            apart = abs(feature.lon - entry.lon) + abs(feature.lat - entry.lat)
            if apart <= (_NEAR if key == main else _SAME):
                return feature
    return None


def _merged(entry: Entry, feature: Feature) -> Entry:
    aliases = dict.fromkeys((entry.name, feature.name, *feature.aliases), NameRank.ALTERNATE)
    return replace(
        entry,
        name=entry.name if entry.kind == "country" else feature.name,
        names=aliases | dict(entry.names),
        weight=max(entry.weight, _WEIGHTS[feature.weight]),
        bbox=feature.bbox,
    )


def _entry(feature: Feature) -> Entry:
    return Entry(
        id=feature.id,
        name=feature.name,
        kind=feature.kind,
        lon=feature.lon,
        lat=feature.lat,
        level=0,
        country_code=feature.country_code,
        weight=_WEIGHTS[feature.weight],
        names=dict.fromkeys(feature.aliases, NameRank.ALTERNATE),
        bbox=feature.bbox,
    )
