"""What of a draft is to be looked at: each place that the text was read to name, the most doubtful first.

Which claims are, `claim_doubts.py` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from geobrief.brief.add import BY_HAND
from geobrief.brief.draft import draft, placed
from geobrief.gazetteer import Gazetteer
from geobrief.model import Brief, Candidate, Document, Grounds, Place

__all__ = ["REVIEWED", "Doubt", "Readings", "doubts", "plain_words", "reader"]

REVIEWED: Final = "reviewed"
"""The property of a place in `places.geojson`, and the column of `claims.csv`, that say on which day an
editor accepted the place or the claim."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that nobody has accepted yet."""

    place: str
    """`Place.id`."""
    score: float
    """0 (a guess, or left open) to 1 (sure)."""
    why: tuple[str, ...]
    runners_up: tuple[Candidate, ...]
    """What else the name could mean, without what the place is taken for."""
    draft_note: bool
    """Whether the place's note is still the draft's, which an editor who accepts it need not keep."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What geobrief reads in one article."""

    grounds: Mapping[str, Grounds]
    """By name as it is written in the text: of several readings the surest."""
    notes: frozenset[str]
    """Of its drafted places."""
    quotes: frozenset[str] = frozenset()
    """Of its drafted claims, as `plain_words` has them."""


def doubts(brief: Brief, readings: Iterable[Readings]) -> tuple[Doubt, ...]:
    """The places to look at, the lowest score first.

    What an editor has put there by hand or accepted is not among them, nor what no article names.

    Args:
        brief: As it is now.
        readings: Of its articles.
    """
    every = tuple(readings)
    grounds: dict[str, Grounds] = {}
    for reading in every:
        for name, found in reading.grounds.items():
            if name not in grounds or grounds[name].score < found.score:
                grounds[name] = found
    notes = frozenset().union(*(reading.notes for reading in every))
    open_ones = (place for place in brief.places if _open(place))
    found_ones = (_doubt(place, grounds, notes) for place in open_ones)
    return tuple(sorted((doubt for doubt in found_ones if doubt), key=lambda doubt: doubt.score))


def reader(gazetteer: Gazetteer) -> Callable[[Document], Readings]:
    """What reads an article, each but once."""
    known: dict[Document, Readings] = {}

    def read(document: Document) -> Readings:
        if document not in known:
            known[document] = _read(document, gazetteer)
        return known[document]

    return read


def plain_words(text: str) -> str:
    """Words with one space between them, however a text has broken its lines."""
    return " ".join(text.split())


def _read(document: Document, gazetteer: Gazetteer) -> Readings:
    made = draft([document], gazetteer)
    grounds: dict[str, Grounds] = {}
    for mention in made.mentions:
        name = plain_words(document.text[mention.start : mention.end])
        if mention.grounds and (name not in grounds or grounds[name].score < mention.grounds.score):
            grounds[name] = mention.grounds
    notes = frozenset(place.note for place in made.places if place.note)
    return Readings(grounds, notes, frozenset(plain_words(claim.quote) for claim in placed(made).claims))


def _open(place: Place) -> bool:
    return place.source != BY_HAND and not place.extra.get(REVIEWED)


def _doubt(place: Place, grounds: Mapping[str, Grounds], notes: frozenset[str]) -> Doubt | None:
    """None for a place that no article was read to name."""
    found = [grounds[name] for name in (place.name, *place.aliases) if name in grounds]
    if not found:
        return None
    surest = max(found, key=lambda each: each.score)
    others = tuple(candidate for candidate in surest.candidates if candidate.id != place.source)
    score = surest.score if place.located else 0.0
    return Doubt(place.id, score, surest.why, others, place.note in notes)
