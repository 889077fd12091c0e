"""The names of a text in groups of one sense, each with the places that it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.features import Asked, prior
from geobrief.geoparse.surroundings import Vectors, vectors
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Candidate, Kind
from geobrief.text.names import comparable

__all__ = ["Group", "Key", "groups_of", "key_of"]

MOST_CANDIDATES = 40
"""Best known places of a name that are weighed; lesser ones only where the text names their division."""

WORDS_FOR_REGION = ("Oblast", "Region", "Province", "County", "District", "Governorate", "Prefecture", "Krai")

Key = tuple[str, Kind | None, bool]


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name, asked for as one kind: they have one sense."""

    asked: Asked
    candidates: Sequence[Candidate]
    vectors: Vectors
    priors: Sequence[Mapping[str, float]]
    count: int


def key_of(toponym: Toponym) -> Key:
    """What toponyms of one sense have in common."""
    return comparable(toponym.name), toponym.kind, toponym.head


def groups_of(toponyms: Sequence[Toponym], keys: Sequence[Key], geocoder: Geocoder) -> list[Group]:
    """The groups in the order in which their first toponym stands; `keys` has a key a toponym."""
    members: dict[Key, list[Toponym]] = {}
    for key, toponym in zip(keys, toponyms, strict=True):
        members.setdefault(key, []).append(toponym)
    regions = {area.region_code for area in _named_divisions(members, geocoder)}
    return [_group(each, geocoder, regions) for each in members.values()]


def _named_divisions(members: Mapping[Key, Sequence[Toponym]], geocoder: Geocoder) -> Iterator[Candidate]:
    """The first-level divisions that the text may name."""
    for toponyms in members.values():
        for name in {toponyms[0].name, *(toponym.container for toponym in toponyms)} - {""}:
            yield from (each for each in geocoder.candidates(name) if each.level == 1 and each.exact)


def _group(toponyms: Sequence[Toponym], geocoder: Geocoder, regions: set[str]) -> Group:
    first = toponyms[0]
    names = dict.fromkeys(toponym.container for toponym in toponyms if toponym.container)
    asked = Asked(first.name, first.kind, tuple(geocoder.candidates(name) for name in names))
    everything = _of_kind(_lookup(first, geocoder), first)
    candidates = [
        candidate
        for rank, candidate in enumerate(everything)
        if rank < MOST_CANDIDATES or candidate.region_code in regions
    ]
    return Group(
        asked,
        candidates,
        vectors(candidates),
        [prior(candidate, asked, candidates) for candidate in candidates],
        len(toponyms),
    )


def _lookup(toponym: Toponym, geocoder: Geocoder) -> Sequence[Candidate]:
    """The places of the name, or of the name with another word for region: "Kursk region" is Kursk Oblast."""
    bare = geocoder.candidates(toponym.name)
    if not toponym.head or toponym.kind != "region" or any(each.kind == "region" for each in bare):
        return bare
    longer = (geocoder.candidates(f"{toponym.name} {word}") for word in WORDS_FOR_REGION)
    return [each for found in longer for each in found if each.kind == "region"] or bare


def _of_kind(candidates: Sequence[Candidate], toponym: Toponym) -> Sequence[Candidate]:
    """Those that may be what was asked for: a lake is never drawn at the town that it shares a name with."""
    if toponym.kind == "water":
        return [candidate for candidate in candidates if candidate.kind == "water"]
    if toponym.kind in ("region", "city", "country"):
        return [candidate for candidate in candidates if candidate.kind == toponym.kind] or candidates
    return candidates
