"""What `geobrief check` says of a brief: errors that keep it from being read, and doubts for its editor."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geobrief.brief import claims_file, places_file
from geobrief.brief.encodings import decode
from geobrief.brief.fault import Fault, Severity
from geobrief.brief.folder import FolderBrief, load
from geobrief.brief.inside import Distances
from geobrief.brief.nearest import NearestSentences
from geobrief.brief.notes import DOUBTFUL_NOTE
from geobrief.brief.quotes import find_all
from geobrief.brief.references import CLAIMS, PLACES
from geobrief.brief.sound_areas import area_doubt
from geobrief.model import Brief, Claim, Place
from geobrief.text.language import language_of
from geobrief.text.names import comparable

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer

__all__ = ["Fault", "Severity", "faults"]

_DRAFTED: Final = re.compile(rf"\b{DOUBTFUL_NOTE}[:.]")
_NEAR_DEGREES: Final = 0.05
"""About 5 km: two entries of one name that lie closer are one place."""
_COMPARED: Final = 100
"""Places of one name, each in another spot, with which a further one is compared."""


def faults(folder: Path, gazetteer: Gazetteer | Callable[[], Gazetteer] | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong or doubtful in a brief, file by file, in the order of the lines.

    Doubts are looked for only where nothing is wrong, since they would follow from it.

    Args:
        folder: The brief's.
        gazetteer: What knows where divisions and countries lie, or what opens it where it is needed; without
            it no place is looked for in them.

    Raises:
        BriefError: There is no brief at the path.
    """
    loaded, errors = load(folder)
    if errors:
        return errors
    brief = loaded.value
    lines = {
        PLACES: places_file.lines(decode(loaded.files[PLACES], PLACES)[0]) if PLACES in loaded.files else {},
        CLAIMS: claims_file.lines(decode(loaded.files[CLAIMS], CLAIMS)[0]) if CLAIMS in loaded.files else {},
    }
    found = [replace(doubt, line=lines[doubt.file].get(doubt.id, 0)) for doubt in _doubts(brief, gazetteer)]
    found += _crs_doubts(loaded)
    return tuple(sorted(found, key=lambda doubt: (doubt.file != PLACES, doubt.line)))


def _crs_doubts(loaded: FolderBrief) -> Iterator[Fault]:
    """Says where places are not in WGS 84: they are read right, but not by every program."""
    data = loaded.files.get(PLACES)
    name, line = places_file.crs_of(decode(data, PLACES)[0]) if data else ("", 0)
    if name:
        message = (
            f"the coordinates are in {name}; they are read as WGS 84, and what is changed is written in "
            "that CRS too; export the layer as EPSG:4326 for programs that know RFC 7946 alone"
        )
        yield replace(_doubt(PLACES, "", message), line=line)


def _doubts(brief: Brief, gazetteer: Gazetteer | Callable[[], Gazetteer] | None) -> Iterator[Fault]:
    yield from _place_doubts(brief)
    if gazetteer is not None and any(place.within or place.country_code for place in brief.places):
        known = gazetteer() if callable(gazetteer) else gazetteer
        yield from _outside(brief.places, Distances(known, brief.places))
    yield from _doubled(brief.places)
    yield from _claim_doubts(brief)
    yield from _language_doubts(brief)


def _place_doubts(brief: Brief) -> Iterator[Fault]:
    named = {mention.place for mention in brief.mentions}
    texts = {document.id: document.text for document in brief.documents}
    words = {texts[one.document][one.start : one.end]: one.place for one in brief.mentions}
    for place in brief.places:
        if not place.located:
            yield _doubt(PLACES, place.id, f"place {place.id!r} is not located; give it coordinates")
        elif _DRAFTED.search(place.note):
            yield _doubt(PLACES, place.id, _drafted(place))
        if doubt := area_doubt(place.geometry):
            yield _doubt(PLACES, place.id, f"place {place.id!r} {doubt}")
        if brief.documents and place.id not in named:
            yield _doubt(PLACES, place.id, _unnamed(place, words.get(place.name)))


def _drafted(place: Place) -> str:
    """What the draft itself was not sure of; the editor takes the note out with the doubt."""
    why = _DRAFTED.split(place.note, maxsplit=1)[1].strip(" .")
    told = f": {why}" if why else ""
    return f"place {place.id!r} was drafted as doubtful{told}; put it right, or empty its note if it is"


def _unnamed(place: Place, other: str | None) -> str:
    """That no words of the articles mean a place; `other` is the one that its name is taken for."""
    called = f"the name {place.name!r} of place {place.id!r}"
    if other is None:
        return f"no article holds {called}; add an alias or remove it"
    return f"{called} is taken for {other!r} in the articles; merge them, or add an alias that it alone has"


def _outside(places: Sequence[Place], distances: Distances) -> Iterator[Fault]:
    for place in places:
        for area, field, km in distances.outside(place):
            told = f"place {place.id!r} lies {km:,.0f} km outside {area}, in which its {field} puts it"
            message = f"{told}; mend that or its coordinates"
            yield _doubt(PLACES, place.id, message)


def _doubled(places: tuple[Place, ...]) -> Iterator[Fault]:
    by_name: dict[str, list[Place]] = defaultdict(list)
    by_source: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_name[comparable(place.name) or place.name].append(place)
        if place.kind != "site" and ":" in place.source:  # a town has many sites that are placed by it
            by_source[f"{place.kind} {place.source}"].append(place)
    told: set[str] = set()
    for group in by_name.values():
        for second, first in _repeats(group, _close):
            told.add(second.id)
            yield _doubled_doubt(second, first, "the same name in the same spot")
    for group in by_source.values():
        for second, first in _repeats(group, lambda *_: True):
            if second.id not in told:
                yield _doubled_doubt(second, first, f"both are {second.source}")


def _repeats(group: Sequence[Place], alike: Callable[[Place, Place], bool]) -> Iterator[tuple[Place, Place]]:
    """Each place that is like one before it, with the first such; a few of many alike are compared."""
    kept: list[Place] = []
    for place in group:
        first = next((other for other in kept if alike(other, place)), None)
        if first is not None:
            yield place, first
        elif len(kept) < _COMPARED:
            kept.append(place)


def _doubled_doubt(second: Place, first: Place, why: str) -> Fault:
    return _doubt(PLACES, second.id, f"place {second.id!r} looks like {first.id!r}: {why}; merge them")


def _close(first: Place, second: Place) -> bool:
    if first.lon is None or first.lat is None or second.lon is None or second.lat is None:
        return not first.located and not second.located
    across = abs(first.lon - second.lon) % 360
    return min(across, 360 - across) < _NEAR_DEGREES and abs(first.lat - second.lat) < _NEAR_DEGREES


def _claim_doubts(brief: Brief) -> Iterator[Fault]:
    articles = {document.id: NearestSentences(document) for document in brief.documents}
    for claim in brief.claims:
        if not claim.places:
            yield _doubt(CLAIMS, claim.id, f"claim {claim.id!r} is about no place; name one")
        if not claim.quote.strip():
            yield _doubt(
                CLAIMS, claim.id, f"claim {claim.id!r} has no quote; give the words that it rests on"
            )
        elif claim.document and claim.span is None:
            message = f"the quote of claim {claim.id!r} is not in {claim.document}"
            yield _doubt(CLAIMS, claim.id, message + _nearest(articles, claim))
    yield from _group_doubts(brief.claims)


def _language_doubts(brief: Brief) -> Iterator[Fault]:
    """Articles of which sentences became claims, and nothing was read from them or put in since."""
    told = {
        each.document for each in brief.claims if each.by or each.certainty != "stated" or each.quantities
    }
    for document in brief.documents:
        has_claims = any(each.document == document.id for each in brief.claims)
        if has_claims and document.id not in told and language_of(document) != "en":
            message = (
                f"{document.id} is not in English: who says its claims, how surely, how many and when was "
                "not read; fill that in, or they count as stated by the author"
            )
            yield _doubt(CLAIMS, "", message)


def _group_doubts(claims: Sequence[Claim]) -> Iterator[Fault]:
    sizes = Counter(claim.group for claim in claims)
    for claim in claims:
        if claim.group and sizes[claim.group] == 1:
            message = f"claim {claim.id!r} is alone in group {claim.group!r}; name another or empty it"
            yield _doubt(CLAIMS, claim.id, message)


def _nearest(articles: Mapping[str, NearestSentences], claim: Claim) -> str:
    for key, article in articles.items():
        if any(find_all(article.document.text, claim.quote)):
            return f"; {key} holds it: name that"
    sentence = articles[claim.document].nearest(claim.quote)
    return f"; the nearest sentence is {sentence!r}" if sentence else "; mend it or name its article"


def _doubt(file: str, key: str, message: str) -> Fault:
    return Fault(message, file=file, id=key, severity="doubt")
