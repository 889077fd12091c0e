"""What `geobrief check` says of a brief: errors that keep it from being read, and doubts for its editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import Final

from geobrief.brief import claims_file, places_file
from geobrief.brief.encodings import decode
from geobrief.brief.fault import Fault, Severity
from geobrief.brief.folder import load
from geobrief.brief.references import CLAIMS, PLACES
from geobrief.model import Brief, Claim, Document, Place
from geobrief.text.language import language_of
from geobrief.text.sentences import sentences

__all__ = ["Fault", "Severity", "faults"]

_NEAR_DEGREES: Final = 0.05
"""About 5 km: two entries of one name that lie closer are one place."""


def faults(folder: Path) -> tuple[Fault, ...]:
    """Everything that is wrong or doubtful in a brief, file by file, in the order of the lines.

    Doubts are looked for only where nothing is wrong, since they would follow from it.

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
    found = [replace(doubt, line=lines[doubt.file].get(doubt.id, 0)) for doubt in _doubts(brief)]
    return tuple(sorted(found, key=lambda doubt: (doubt.file != PLACES, doubt.line)))


def _doubts(brief: Brief) -> Iterator[Fault]:
    yield from _place_doubts(brief)
    yield from _doubled(brief.places)
    yield from _claim_doubts(brief)


def _place_doubts(brief: Brief) -> Iterator[Fault]:
    named = {mention.place for mention in brief.mentions}
    for place in brief.places:
        if not place.located:
            yield _doubt(PLACES, place.id, f"place {place.id!r} is not located; give it coordinates")
        if brief.documents and place.id not in named:
            message = (
                f"no article holds the name {place.name!r} of place {place.id!r}; add an alias or remove it"
            )
            yield _doubt(PLACES, place.id, message)


def _doubled(places: tuple[Place, ...]) -> Iterator[Fault]:
    by_name: dict[str, list[Place]] = {}
    for place in places:
        by_name.setdefault(place.name.casefold(), []).append(place)
    for group in by_name.values():
        for first, second in combinations(group, 2):
            if _close(first, second):
                message = (
                    f"place {second.id!r} looks like {first.id!r}: the same name in the same spot; merge them"
                )
                yield _doubt(PLACES, second.id, message)


def _close(first: Place, second: Place) -> bool:
    if first.lon is None or first.lat is None or second.lon is None or second.lat is None:
        return not first.located and not second.located
    across = abs(first.lon - second.lon) % 360
    return min(across, 360 - across) < _NEAR_DEGREES and abs(first.lat - second.lat) < _NEAR_DEGREES


def _claim_doubts(brief: Brief) -> Iterator[Fault]:
    documents: Mapping[str, Document] = {document.id: document for document in brief.documents}
    for claim in brief.claims:
        if not claim.places:
            yield _doubt(CLAIMS, claim.id, f"claim {claim.id!r} is about no place; name one")
        if not claim.quote.strip():
            yield _doubt(
                CLAIMS, claim.id, f"claim {claim.id!r} has no quote; give the words that it rests on"
            )
        elif claim.document and claim.span is None:
            message = f"the quote of claim {claim.id!r} is not in {claim.document}"
            yield _doubt(CLAIMS, claim.id, message + _nearest(documents[claim.document], claim.quote))
    yield from _group_doubts(brief.claims)


def _group_doubts(claims: Sequence[Claim]) -> Iterator[Fault]:
    sizes = Counter(claim.group for claim in claims)
    for claim in claims:
        if claim.group and sizes[claim.group] == 1:
            message = f"claim {claim.id!r} is alone in group {claim.group!r}; name another or empty it"
            yield _doubt(CLAIMS, claim.id, message)


def _nearest(document: Document, quote: str) -> str:
    spans = sentences(document.text, language_of(document))
    close = get_close_matches(quote, [document.text[start:end] for start, end in spans], n=1)
    return f"; the nearest sentence is {close[0]!r}" if close else "; mend it or name its article"


def _doubt(file: str, key: str, message: str) -> Fault:
    return Fault(message, file=file, id=key, severity="doubt")
