"""Merging what all dumps tell of the places of one range of ids: a part of the additions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from pathlib import Path

from geobrief.gazetteer import own_tables
from geobrief.gazetteer.alternates import kept_alternates
from geobrief.gazetteer.dumps.dump_file import DumpKind
from geobrief.gazetteer.dumps.feature_codes import FeatureCodes
from geobrief.gazetteer.dumps.intake import chunks
from geobrief.gazetteer.dumps.layout import RANGE_BITS
from geobrief.gazetteer.dumps.part import Part
from geobrief.gazetteer.dumps.sections import Sections
from geobrief.gazetteer.entries import NameRank
from geobrief.gazetteer.writer import keys

__all__ = ["MergeTask", "base_ids", "filed_names", "fit_for_country", "merge_range", "ranges"]


@dataclass(frozen=True, slots=True)
class MergeTask:
    """One range of ids to be merged, and where to."""

    number: int
    """The leading bits of its ids."""
    sources: tuple[tuple[DumpKind, Path], ...]
    """The folders of the dumps, in the order in which they were added."""
    base: frozenset[int]
    """Those ids of the range that the base gazetteer has."""
    countries: frozenset[int]
    """The ids of its countries."""
    path: Path


@dataclass(slots=True)
class _Told:
    """What the dumps tell of one id."""

    row: list[str] | None = None
    """Of the dump that was added last."""
    names: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    """Names that are told to be abbreviations."""


def ranges(folders: Iterable[Path]) -> list[int]:
    """The leading bits of all ids in dumps that were read, ascending.

    Raises:
        OSError: A chunk cannot be read.
        ValueError: A chunk is broken.
    """
    found = {int(name) for folder in folders for chunk in chunks(folder) for name in chunk.names}
    return sorted(found)


def merge_range(task: MergeTask) -> dict[str, int]:
    """Merges one range of ids into its part; gives what was counted.

    Raises:
        OSError: It cannot be read or written.
    """
    part = Part()
    for number, told in sorted(_told(task).items()):
        in_base = number in task.base
        if told.row is None and not in_base:
            part.count("names_without_place", len(told.names) + len(told.short))
            continue
        part.count("places_in_base" if in_base else "places_added", 1 if told.row else 0)
        _file(part, number, told, is_country=number in task.countries)
    return part.write(task.path)


def filed_names(name: str, names: Iterable[str], short: Iterable[str]) -> Mapping[str, tuple[str, NameRank]]:
    """Under which comparable names a place is filed: the spelling and the rank of each.

    Left out are what `kept_alternates` leaves out, and names of a single Latin letter or of digits only,
    which stand for places hardly ever in a text.

    Args:
        name: The main name; empty where only the base gazetteer knows it.
        names: Others, as written.
        short: Abbreviations, as written.
    """
    filed: dict[str, tuple[str, NameRank]] = {}
    if name:
        for key in keys(name, main=True):
            if _is_filed(key):
                filed[key] = (name, NameRank.MAIN)
    kept = kept_alternates(name, names, _dropped())
    for one in short:
        if one != name:
            kept.setdefault(one, NameRank.ABBREVIATION)
    ordered: Iterable[tuple[str, NameRank]] = kept.items()
    if NameRank.ABBREVIATION in kept.values():
        ordered = sorted(ordered, key=itemgetter(1))
    for spelling, rank in ordered:
        for key in keys(spelling):
            if key not in filed and _is_filed(key):
                filed[key] = (spelling, rank)
    return filed


def fit_for_country(filed: Mapping[str, tuple[str, NameRank]]) -> Mapping[str, tuple[str, NameRank]]:
    """Without the names of one word in Latin letters.

    The base has those of countries in twelve languages. Others would stand before all other places of the
    name, and some are words of an English text (Polish "Indie").
    """
    return {key: value for key, value in filed.items() if " " in key or not key.isascii()}


def _is_filed(key: str) -> bool:
    return (len(key) > 1 or not key.isascii()) and not key.isdigit()


def _told(task: MergeTask) -> dict[int, _Told]:
    """All that the dumps tell of the ids of a range."""
    told: dict[int, _Told] = {}
    for kind, folder in task.sources:
        for line in _lines(chunks(folder), str(task.number)):
            fields = line.split("\t")
            number = int(fields[0])
            one = told.get(number)
            if one is None:
                one = told[number] = _Told()
            if kind == "places":
                one.row = fields
                one.names.append(fields[1])
                if fields[2] != fields[1]:
                    one.names.append(fields[2])
                if fields[3]:
                    one.names += fields[3].split(",")
            else:
                (one.short if fields[2] else one.names).append(fields[1])
    return told


def _lines(opened: Iterable[Sections], name: str) -> Iterator[str]:
    for chunk in opened:
        if name in chunk.names:
            yield from chunk.read(name).decode().split("\n")


def _file(part: Part, number: int, told: _Told, *, is_country: bool) -> None:
    filed = filed_names(told.row[1] if told.row else "", told.names, told.short)
    if is_country:
        filed = fit_for_country(filed)
    if told.row is None:
        part.add_names(number, filed, 0, 0.0)
        return
    _, name, _, _, lat, lon, code, country, region, population = told.row
    rule = _codes()[code]
    if rule.kind is None:
        return
    people = int(population or 0)
    weight = rule.weight + rule.share * people
    # "00" stands for no division in GeoNames.
    area = (country, f"{country}.{region}" if country and region not in ("", "00") else "")
    part.add_place(number, name, (float(lon), float(lat), people), area, code, rule)
    part.add_names(number, filed, rule.level, weight)


@cache
def _codes() -> FeatureCodes:
    return FeatureCodes()


@cache
def _dropped() -> frozenset[str]:
    return frozenset(word.name.lower() for word in own_tables.read_not_places() if word.strength > 1)


def base_ids(numbers: Iterable[int]) -> dict[int, frozenset[int]]:
    """Ids by their leading bits."""
    found: dict[int, set[int]] = {}
    for number in numbers:
        found.setdefault(number >> RANGE_BITS, set()).add(number)
    return {leading: frozenset(ids) for leading, ids in found.items()}
