"""The places in the names of newspapers: "The Paris News", `oxfordmail`, `lakecityreporter`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geobrief.gazetteer.protocol import Geocoder
from geobrief.model import Candidate

__all__ = ["places_in_label", "places_in_name"]

PAPER_WORDS = frozenset(
    """
    advance advertiser advocate age american argus banner beacon bee blade broadcaster bugle bulletin business
    call capital chief chronicle citizen clarion commercial community constitution courier crier daily democrat
    dispatch district eagle echo enterprise evening examiner express free gazette gleaner globe graphic guardian
    headlight herald home independent index informer inquirer insider intelligencer item journal leader ledger
    life light live local mail media mercury messenger mirror monitor morning news newspaper newspapers nonpareil
    now observer online outlook pantagraph paper patriot people pilot pioneer plain post press progress radio
    record recorder reflector register reporter republic republican review scene sentinel shopper signal
    spectator standard star statesman sun sunday sunrise talk telegram telegraph times today town transcript
    tribune tv union vanguard villager voice watch weekly week whig world xpress
    """.split()
)
"""What newspapers are called besides the place where they appear."""

SMALL_WORDS = frozenset({"the", "and", "of", "my", "e", "thisis", "get"})

FIRST_WORDS = (
    "new san santa los las el la le fort ft port saint st mount mt north south east west grand little big lake "
    "old palm salt green great high long red white black cape coos des baton north upper lower glen"
).split()
SECOND_WORDS = (
    "city falls beach springs county park valley rapids lake river island hills heights bay rock bluff grove "
    "town forest haven creek mountain"
).split()
"""Words with which the names of towns begin and end, which an address writes without a space."""

SHORTEST_PLACE = 4
SHORTEST_BEFORE_INITIALS = 5
LONGEST_PLACE = 18

BY_WORDS = 0.9
BY_INITIALS = 0.6
"""How far a place is to be trusted where the rest of the name is a newspaper's, and where it is two letters."""

Found = Sequence[tuple[Sequence[Candidate], float]]


def places_in_name(name: str, geocoder: Geocoder) -> Found:
    """What the places in a newspaper's name may be, each with its trust; empty where it may be no newspaper."""
    words = [word for word in re.split(r"[\s&,/()-]+", name) if word]
    places = []
    at = 0
    while at < len(words):
        if words[at].lower() in PAPER_WORDS | SMALL_WORDS:
            at += 1
            continue
        length, found = _longest(words[at:], geocoder)
        if not length:
            return []
        places.append((found, BY_WORDS))
        at += length
    is_paper = any(word.lower() in PAPER_WORDS for word in words) or len(words) == 1
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
        if word in PAPER_WORDS:
            yield from _readings(rest[length:], geocoder, places, words + 1)
        elif word in SMALL_WORDS:
            yield from _readings(rest[length:], geocoder, places, words, joined=word == "and")
        elif length >= SHORTEST_PLACE and (not places or (len(places) == 1 and joined)):
            found = next((each for name in _spaced(word) if (each := geocoder.candidates(name))), None)
            if found:
                yield from _readings(rest[length:], geocoder, (*places, (word, found)), words)


def _spaced(word: str) -> Iterator[str]:
    """The ways in which a name written together may be written with a space."""
    yield word
    for first in FIRST_WORDS:
        if word.startswith(first) and len(word) > len(first) + 2:
            yield f"{first} {word[len(first) :]}"
    for second in SECOND_WORDS:
        if word.endswith(second) and len(word) > len(second) + 2:
            yield f"{word[: -len(second)]} {second}"
