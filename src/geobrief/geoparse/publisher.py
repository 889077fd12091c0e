"""Where a paper appears: from a table of newspapers, else from the place in its name or address."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.features import Asked
from geobrief.geoparse.groups import Group
from geobrief.geoparse.mastheads import places_in_label, places_in_name
from geobrief.geoparse.signs import country_told, division_told
from geobrief.model import Candidate
from geobrief.text.names import comparable

__all__ = ["homes"]

NATIONAL = 0.5
"""How far the country of a national paper is to be trusted, where that of a local one is 1."""

ADDRESS = re.compile(r"(?i)(?:https?://)?(?:www\d?\.)?((?:[\w-]+\.)+[a-z]{2,})(?:[:/].*)?")

LONGEST_HOST, LONGEST_LABEL = 253, 63
"""Characters of an address's host and of each of its parts (RFC 1035), so that reading it takes no time."""

FREE_ENDINGS = frozenset({"tv", "io", "co", "me", "ai", "fm", "ly", "to", "cc", "eu", "gg"})
"""Country endings that pages of any country use."""

SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "go", "ne"})
AMERICAN_ENDINGS = frozenset({"com", "net", "org", "us", "biz"})

MOST_HOMES = 20
SMALLEST_HOME = 2_000
"""Inhabitants of the smallest town that is taken to have a paper of its own."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """A row of the table of newspapers."""

    domain: str
    name: str
    place: str
    """Empty where it is of a whole country or division."""
    area: str
    """ISO 3166-1 alpha-2 or the GeoNames code of a first-level division."""
    reach: str
    """`local`, `national`, or `world`, which tells nothing."""


def homes(publisher: str, geocoder: Geocoder) -> list[Group]:
    """Where the publisher's readers live, a group a place of its name; empty where that is not clear.

    Args:
        publisher: The name of a newspaper, its domain, or an address of its pages.
        geocoder: Who knows the places in names.
    """
    if not publisher.strip():
        return []
    address = ADDRESS.fullmatch(publisher.strip())
    if address is None:
        paper = _table().by_name.get(comparable(publisher))
        return _of_paper(paper, geocoder) if paper else _of_places(places_in_name(publisher, geocoder), "")
    labels = address[1].lower().split(".")
    if len(address[1]) > LONGEST_HOST or max(map(len, labels)) > LONGEST_LABEL:
        return []
    paper = _by_address(labels)
    return _of_address(labels, geocoder) if paper is None else _of_paper(paper, geocoder)


def _by_address(labels: Sequence[str]) -> _Paper | None:
    """The paper with that address, or whose name is the address with another ending.

    `dailymail.com` is not the paper of `dailymail.co.uk`, but `lfpress.ca` is that of `lfpress.com`: both
    ends fit its country.
    """
    for at in range(len(labels) - 1):
        if found := _table().by_domain.get(".".join(labels[at:])):
            return found
    found = _table().by_label.get(_masthead(labels))
    country = _country(labels[-1])
    if found is None or (country and country != found.area.partition(".")[0]):
        return None
    own = found.domain.split(".")
    return found if country or _masthead(own) != _masthead(labels) else None


def told(text: str) -> list[Group]:
    """The division and the country in which a text is at home by its own signs, a group each."""
    return [
        Group(Asked(area, None), [_area(area)], (), trust, told=True)
        for area, trust in (division_told(text), country_told(text))
        if trust > 0
    ]


def _of_paper(paper: _Paper, geocoder: Geocoder) -> list[Group]:
    if paper.reach == "world":
        return []
    country = paper.area.partition(".")[0]
    if paper.reach == "national":
        return [_home([_area(country)], NATIONAL)]
    if paper.place:
        held = [
            each
            for each in geocoder.candidates(paper.place)
            if each.kind == "city" and paper.area in (each.country_code, each.region_code)
        ]
        if held:
            return [_home([max(held, key=lambda each: each.population)], 1.0)]
    return [_home([_area(paper.area)], 1.0)]


def _of_address(labels: Sequence[str], geocoder: Geocoder) -> list[Group]:
    country = _country(labels[-1])
    american = labels[-1] in AMERICAN_ENDINGS
    found = _of_places(places_in_label(_masthead(labels), geocoder), country, american=american)
    return found or ([_home([_area(country)], NATIONAL)] if country else [])


def _of_places(
    found: Sequence[tuple[Sequence[Candidate], float]], country: str, *, american: bool = False
) -> list[Group]:
    groups = []
    for places, trust in found:
        held = [each for each in places if _may_be_home(each, country)][:MOST_HOMES]
        if held:
            groups.append(_home(held, trust, american=american))
    return groups


def _may_be_home(place: Candidate, country: str) -> bool:
    if country and place.country_code != country:
        return False
    return (
        place.kind == "country"
        or (place.kind == "region" and place.level in (1, 2))
        or (place.kind == "city" and place.population >= SMALLEST_HOME)
    )


def _home(candidates: Sequence[Candidate], trust: float, *, american: bool = False) -> Group:
    return Group(Asked(candidates[0].name, None), candidates, (), trust, american=american)


def _area(code: str) -> Candidate:
    """A country or division as far as its code tells."""
    country = code.partition(".")[0]
    if country == code:
        return Candidate(f"home:{code}", code, "country", 0.0, 0.0, country)
    return Candidate(f"home:{code}", code, "region", 0.0, 0.0, country, code, level=1)


def _masthead(labels: Sequence[str]) -> str:
    """The label of an address that names the paper: `dailypost` of `dailypost.co.uk`."""
    return labels[-3] if len(labels) > 2 and labels[-2] in SECOND_LEVEL else labels[-2]


def _country(ending: str) -> str:
    """The country of an address's ending, or empty."""
    if len(ending) != 2 or ending in FREE_ENDINGS:
        return ""
    return "GB" if ending == "uk" else ending.upper()


@dataclass(frozen=True, slots=True)
class _Table:
    by_domain: Mapping[str, _Paper]
    by_name: Mapping[str, _Paper]
    """By comparable name, where only one paper has it."""
    by_label: Mapping[str, _Paper]
    """By what names it in its address, or by its name written together."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    text = files("geobrief.geoparse").joinpath("tables", "newspapers.csv").read_text(encoding="utf-8")
    papers = [_Paper(**row) for row in csv.DictReader(text.splitlines())]
    by_name: dict[str, list[_Paper]] = {}
    for paper in papers:
        for name in _names(paper):
            by_name.setdefault(name, []).append(paper)
    single = {name: found[0] for name, found in by_name.items() if _is_one(found)}
    labels = {_masthead(paper.domain.split(".")): paper for paper in papers}
    labels |= {name.replace(" ", ""): paper for name, paper in single.items() if " " in name}
    return _Table({paper.domain: paper for paper in papers}, single, labels)


def _names(paper: _Paper) -> Iterator[str]:
    yield comparable(paper.name)
    if "(" in paper.name:
        yield comparable(paper.name.partition("(")[0])


def _is_one(papers: Sequence[_Paper]) -> bool:
    return len({(paper.place, paper.area) for paper in papers}) == 1
