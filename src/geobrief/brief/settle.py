"""From resolutions to the places and mentions of a brief: one place for each thing that the texts mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geobrief.brief.ids import unique_id
from geobrief.brief.notes import grounds, note, open_note
from geobrief.geoparse import Resolution
from geobrief.model import Candidate, Document, Kind, Mention, Place
from geobrief.text.names import comparable

__all__ = ["settle"]

Key = tuple[str, ...]
Found = tuple[Document, Sequence[Resolution]]

SITE_RADIUS_KM = 10
"""How far a site may lie from the town that it is named after: most works, bases and ports lie within."""

FIRST_BEYOND_LATIN = "\u0370"
"""The first letter of the Greek block; those of Cyrillic, Arabic and Korean come after it."""


@dataclass
class _Group:
    """The mentions of one place, while they are gathered."""

    resolutions: list[Resolution] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What the text says at each resolution."""

    def add(self, resolution: Resolution, words: str) -> None:
        self.resolutions.append(resolution)
        self.words.append(words)

    @property
    def spellings(self) -> list[str]:
        """Each of the words once, in the order of the text."""
        return list(dict.fromkeys(self.words))


def settle(found: Sequence[Found]) -> tuple[tuple[Place, ...], tuple[Mention, ...]]:
    """Gathers the resolutions of all documents into places, in the order of their first mention.

    A site named after a town ("Alabuga Special Economic Zone") is a place of its own. Where the town itself
    goes by another name (Yelabuga), the bare name in the same brief means the site.
    """
    everything = [(document, resolution) for document, resolutions in found for resolution in resolutions]
    sites = _sites(everything)
    groups: dict[Key, _Group] = {}
    keys: list[Key] = []
    for document, resolution in everything:
        toponym = resolution.toponym
        key = _key(document, resolution, sites)
        keys.append(key)
        groups.setdefault(key, _Group()).add(resolution, document.text[toponym.start : toponym.end])
    places: dict[Key, Place] = {}
    taken: set[str] = set()
    for key, group in groups.items():
        place = _place(group, taken)
        taken.add(place.id)
        places[key] = place
    mentions = tuple(
        Mention(
            document.id,
            resolution.toponym.start,
            resolution.toponym.end,
            places[key].id,
            grounds(resolution),
        )
        for (document, resolution), key in zip(everything, keys, strict=True)
    )
    return tuple(places.values()), mentions


def _sites(everything: Sequence[tuple[Document, Resolution]]) -> dict[Key, list[Key]]:
    """The sites named after a town, by the town's id and the name that they use for it."""
    sites: dict[Key, list[Key]] = {}
    for document, resolution in everything:
        if resolution.candidate is not None and _is_named_site(resolution):
            key = _site_key(document, resolution, resolution.candidate)
            known = sites.setdefault((resolution.candidate.id, comparable(resolution.toponym.name)), [])
            if key not in known:
                known.append(key)
    return sites


def _is_named_site(resolution: Resolution) -> bool:
    return resolution.toponym.head and resolution.toponym.kind == "site"


def _site_key(document: Document, resolution: Resolution, candidate: Candidate) -> Key:
    toponym = resolution.toponym
    return (candidate.id, "site", comparable(document.text[toponym.start : toponym.end]))


def _key(document: Document, resolution: Resolution, sites: dict[Key, list[Key]]) -> Key:
    toponym, candidate = resolution.toponym, resolution.candidate
    if candidate is None:
        return ("", comparable(document.text[toponym.start : toponym.end]))
    if _is_named_site(resolution):
        return _site_key(document, resolution, candidate)
    named = sites.get((candidate.id, comparable(toponym.name)), [])
    if len(named) == 1 and not candidate.exact:
        return named[0]
    return (candidate.id,)


def _place(group: _Group, taken: set[str]) -> Place:
    best = max(group.resolutions, key=lambda resolution: resolution.score)
    candidate = best.candidate
    kind = _kind(group)
    first = group.words[0]
    if candidate is None:
        return Place(
            id=unique_id(first, taken),
            name=first,
            kind=kind,
            aliases=tuple(group.spellings[1:]),
            note=open_note(best),
        )
    name = _name(group, candidate, kind)
    return Place(
        id=unique_id(name, taken),
        name=name,
        kind=kind,
        lon=candidate.lon,
        lat=candidate.lat,
        country_code=candidate.country_code,
        within=candidate.within,
        aliases=tuple(words for words in group.spellings if words != name),
        precision="point" if candidate.kind == "site" else _precision(kind),
        source=candidate.id,
        note=note(best, candidate, kind),
    )


def _name(group: _Group, candidate: Candidate, kind: Kind) -> str:
    """What the text calls a site or a division in full ("Kursk region"); else the gazetteer's name.

    In other scripts than Latin names are inflected and give no readable id, so there it is the gazetteer's.
    """
    if kind not in ("site", "region"):
        return candidate.name
    for resolution, words in zip(group.resolutions, group.words, strict=True):
        in_full = resolution.toponym.kind == kind and comparable(words) != comparable(candidate.name)
        if in_full and words[:1] < FIRST_BEYOND_LATIN:
            return words
    return candidate.name


def _kind(group: _Group) -> Kind:
    """A site where one mention names it in full or all speak of one; else what the gazetteer says."""
    asked = [resolution.toponym.kind for resolution in group.resolutions]
    candidate = group.resolutions[0].candidate
    if candidate is None:
        return next((kind for kind in asked if kind), "city")
    named = any(_is_named_site(resolution) for resolution in group.resolutions)
    return "site" if named or all(kind == "site" for kind in asked) else candidate.kind


def _precision(kind: Kind) -> str:
    return {"city": "point", "site": f"{SITE_RADIUS_KM} km"}.get(kind, "area")
