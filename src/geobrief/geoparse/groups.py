"""The names of a text in groups of one sense, each with the places that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.features import Asked, is_within
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Candidate, Kind, Span
from geobrief.text.names import comparable

__all__ = ["Group", "Key", "groups_of", "key_of"]

MOST_CANDIDATES = 40
"""Best known places of a name that are weighed; lesser ones only where the text names their division."""

FAMOUS = 100_000
"""Inhabitants from which a town is meant even where the text has it in another country: Taipei in China."""

WORDS_FOR_REGION = ("Oblast", "Region", "Province", "County", "District", "Governorate", "Prefecture", "Krai")

Key = tuple[str, Kind | None, bool]


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name, asked for as one kind: they have one sense."""

    asked: Asked
    candidates: Sequence[Candidate]
    spans: Sequence[Span] = ()
    """Where the mentions stand in the text."""
    home: float = 0.0
    """How surely the name is not one of the text, but where its paper appears, 0 to 1."""
    told: bool = False
    """Whether that is told by the text itself and not by its publisher."""
    american: bool = False
    """Whether that is likelier in the United States than elsewhere."""


def key_of(toponym: Toponym) -> Key:
    """What toponyms of one sense have in common."""
    return comparable(toponym.name), toponym.kind, toponym.head


def groups_of(
    toponyms: Sequence[Toponym],
    keys: Sequence[Key],
    geocoder: Geocoder,
    regions: frozenset[str] = frozenset(),
) -> list[Group]:
    """The groups in the order in which their first toponym stands.

    Args:
        toponyms: The names of the text.
        keys: A key a toponym.
        geocoder: Who knows what the names may mean.
        regions: The codes of first-level divisions whose lesser places are weighed too.
    """
    members: dict[Key, list[Toponym]] = {}
    for key, toponym in zip(keys, toponyms, strict=True):
        members.setdefault(key, []).append(toponym)
    named = regions | {area.region_code for area in _named_divisions(members, geocoder)}
    return [_group(each, geocoder, named) for each in members.values()]


def _named_divisions(members: Mapping[Key, Sequence[Toponym]], geocoder: Geocoder) -> Iterator[Candidate]:
    """The first-level divisions that the text may name."""
    for toponyms in members.values():
        for name in {toponyms[0].name, *(toponym.container for toponym in toponyms)} - {""}:
            yield from (each for each in geocoder.candidates(name) if each.level == 1 and each.exact)


def _group(toponyms: Sequence[Toponym], geocoder: Geocoder, regions: frozenset[str]) -> Group:
    first = toponyms[0]
    names = dict.fromkeys(toponym.container for toponym in toponyms if toponym.container)
    candidates = [
        candidate
        for rank, candidate in enumerate(_of_kind(_lookup(first, geocoder), first))
        if rank < MOST_CANDIDATES or candidate.region_code in regions
    ]
    containers = tuple(geocoder.candidates(name) for name in names)
    sure, lacking = _surely(candidates, toponyms, geocoder)
    asked = Asked(first.name, first.kind, containers, sure, lacking)
    return Group(asked, candidates, [(toponym.start, toponym.end) for toponym in toponyms])


def _surely(
    candidates: Sequence[Candidate], toponyms: Sequence[Toponym], geocoder: Geocoder
) -> tuple[frozenset[str], str]:
    """The ids of those that lie where the text surely says; that place's name if none does that should."""
    names = {toponym.container for toponym in toponyms if toponym.strict}
    areas = [
        area
        for name in names
        for area in geocoder.candidates(name)
        if area.kind == "country" or area.level == 1
    ]
    held = frozenset(each.id for each in candidates if any(is_within(each, area) for area in areas))
    famous = any(each.kind != "city" or each.population >= FAMOUS for each in candidates)
    return held, "" if held or famous or not candidates else min(names, default="")


def _lookup(toponym: Toponym, geocoder: Geocoder) -> Sequence[Candidate]:
    """The places of the name, or of the name with another word for region: "Kursk region" is Kursk Oblast."""
    bare = geocoder.candidates(toponym.name)
    if not toponym.head or toponym.kind != "region" or any(each.kind == "region" for each in bare):
        return bare
    longer = (geocoder.candidates(f"{toponym.name} {word}") for word in WORDS_FOR_REGION)
    return [each for found in longer for each in found if each.kind == "region"] or bare


def _of_kind(candidates: Sequence[Candidate], toponym: Toponym) -> Sequence[Candidate]:
    """Those that may be what was asked for: a lake is never drawn at the town that it shares a name with.

    A name that holds its own word for water may well be a town's: Sioux Falls.
    """
    if toponym.kind != "water":
        return candidates
    wanted = [candidate for candidate in candidates if candidate.kind == toponym.kind]
    return wanted if toponym.head else wanted or candidates
