"""The places in the names of newspapers: "The Paris News", `oxfordmail`, `lakecityreporter`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from geobrief.gazetteer.protocol import Geocoder
from geobrief.model import Candidate

__all__ = ["places_in_label", "places_in_name"]

SHORTEST_PLACE = 4
SHORTEST_BEFORE_INITIALS = 5
LONGEST_PLACE = 18

BY_WORDS = 0.9
BY_INITIALS = 0.6
"""How far a place is to be trusted where the rest of the name is a newspaper's, and where two letters."""

Found = Sequence[tuple[Sequence[Candidate], float]]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of newspapers' names that are no place."""

    paper: Set[str]
    """What newspapers are called besides where they appear: `herald`."""
    small: Set[str]
    first: Sequence[str]
    """Words with which names of towns begin, which an address writes without a space: `new`."""
    second: Sequence[str]
    """Words with which they end so: `city`."""


@lru_cache(maxsize=1)
def _words() -> _Words:
    text = files("geobrief.geoparse").joinpath("tables", "paper_words.csv").read_text(encoding="utf-8")
    use: dict[str, list[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        use.setdefault(row["use"], []).append(row["word"])
    return _Words(frozenset(use["paper"]), frozenset(use["small"]), use["first"], use["second"])


def places_in_name(name: str, geocoder: Geocoder) -> Found:
    """What the places in a newspaper's name may be, each with its trust; none where it may be no paper."""
    words = [word for word in re.split(r"[\s&,/()-]+", name) if word]
    places = []
    at = 0
    while at < len(words):
        if words[at].lower() in _words().paper | _words().small:
            at += 1
            continue
        length, found = _longest(words[at:], geocoder)
        if not length:
            return []
        places.append((found, BY_WORDS))
        at += length
    is_paper = any(word.lower() in _words().paper for word in words) or len(words) == 1
    return places if is_paper and len(places) <= 2 else []


def _longest(words: Sequence[str], geocoder: Geocoder) -> tuple[int, Sequence[Candidate]]:
    """How many of the words, at most three, make a place's name, and what it may be."""
    for length in range(min(3, len(words)), 0, -1):
        found = geocoder.candidates(" ".join(words[:length]))
        if found:
            return length, found
    return 0, ()


def places_in_label(label: str, geocoder: Geocoder) -> Found:
    """The same for the label of an address, in which the words may be written together."""
    parts = label.split("-")
    if len(parts) > 1:
        found = places_in_name(" ".join(parts), geocoder)
        return found or next((each for part in parts if (each := _segmented(part, geocoder))), ())
    return _segmented(label, geocoder)


def _segmented(label: str, geocoder: Geocoder) -> Found:
    """The places of the best way to read a label as words of newspapers and at most two places."""
    best: list[tuple[float, Found]] = []
    for places, words, initials in _readings(label, geocoder):
        if not places:
            return ()
        if words or initials or len(places) == 1:
            trust = BY_INITIALS if initials else BY_WORDS
            letters = sum(len(name) for name, _ in places)
            best.append((letters - 20 * initials - 3 * len(places), [(found, trust) for _, found in places]))
    return max(best, key=lambda each: each[0])[1] if best else ()


Named = tuple[str, Sequence[Candidate]]


def _readings(
    rest: str, geocoder: Geocoder, places: tuple[Named, ...] = (), words: int = 0, *, joined: bool = False
) -> Iterator[tuple[tuple[Named, ...], int, int]]:
    """All ways to read what is left: the places, how many words of newspapers, how many initials."""
    if not rest:
        yield places, words, 0
        return
    if words == 0 and places and len(rest) <= 2 and len(places[-1][0]) >= SHORTEST_BEFORE_INITIALS:
        yield places, words, len(rest)
    for length in range(min(len(rest), LONGEST_PLACE), 0, -1):
        word = rest[:length]
        if word in _words().paper:
            yield from _readings(rest[length:], geocoder, places, words + 1)
        elif word in _words().small:
            yield from _readings(rest[length:], geocoder, places, words, joined=word == "and")
        elif length >= SHORTEST_PLACE and (not places or (len(places) == 1 and joined)):
            found = next((each for name in _spaced(word) if (each := geocoder.candidates(name))), None)
            if found:
                yield from _readings(rest[length:], geocoder, (*places, (word, found)), words)


def _spaced(word: str) -> Iterator[str]:
    """The ways in which a name written together may be written with a space."""
    yield word
    for first in _words().first:
        if word.startswith(first) and len(word) > len(first) + 2:
            yield f"{first} {word[len(first) :]}"
    for second in _words().second:
        if word.endswith(second) and len(word) > len(second) + 2:
            yield f"{word[: -len(second)]} {second}"
