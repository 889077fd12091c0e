"""Finding a place while its name is being typed: by its beginning, by a later word, by what holds it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import islice, takewhile
from typing import Final

from geobrief.gazetteer.gazetteer import Gazetteer
from geobrief.model import Candidate
from geobrief.text.names import comparable

__all__ = ["Completion", "completion_of"]

_FOREMOST: Final = 50_000
"""Inhabitants from which on a place is also found by a later word of its name, as New York by "york"."""
_NAMES: Final = 48
"""Names whose places are read, the best known of those that begin as typed."""
_PLACES: Final = 4
"""Of one name, the best known."""
_HELD: Final = 200
"""Of one name where what holds it is typed too: there are more than a hundred Springfields."""
_COUNTRY: Final = 5_000_000.0
"""What a country or continent counts as at least, so that it stands among large cities."""
_FEATURE: Final = 200_000.0
"""What a sea, a range of mountains or a site of the project's own table counts as."""
_WHOLE: Final = 30.0
"""How much more a place counts whose whole name was typed."""
_LATER: Final = 0.1
"""How much less where only a later word of its name was."""


@dataclass(frozen=True, slots=True)
class _Hit:
    candidate: Candidate
    weight: float


@lru_cache(maxsize=1)
def completion_of(gazetteer: Gazetteer) -> Completion:
    """That of a gazetteer, made at the first call: whoever edits one brief after another has it at once."""
    return Completion(gazetteer)


class Completion:
    """Places by the beginning of a name; made once (a tenth of a second), then asked at each key."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        words: list[tuple[str, float, int]] = []
        self._foremost = tuple(gazetteer.foremost(_FOREMOST))
        for row, candidate in enumerate(self._foremost):
            name, weight = comparable(candidate.name), _weight(candidate)
            words.extend(
                (name[at:], weight if at == 0 else weight * _LATER, row) for at in _word_starts(name)
            )
        self._words = sorted(words)
        """Beginnings of names and of later words in them, what a place found by that counts, and its row."""

    def search(self, typed: str, most: int = 12) -> tuple[Candidate, ...]:
        """At most so many places, the likeliest first; none for nothing typed.

        Args:
            typed: A name or its beginning; after a comma, or as its last words, what holds the place, as in
                "Paris, Texas" or "paris tex".
            most: How many.
        """
        hits: dict[str, _Hit] = {}
        for name, holder in _readings(typed):
            for hit in self._hits(name, holder):
                known = hits.get(hit.candidate.id)
                if known is None or known.weight < hit.weight:
                    hits[hit.candidate.id] = hit
        found = sorted(hits.values(), key=lambda hit: (-hit.weight, len(hit.candidate.matched)))
        return tuple(hit.candidate for hit in found[:most])

    def _hits(self, name: str, holder: str) -> Iterator[_Hit]:
        found: Iterable[_Hit] = self._whole(name, _HELD if holder else _PLACES)
        if not holder:
            found = (*found, *self._well_known(name), *self._begun(name))
        return (hit for hit in found if not holder or self._lies(hit.candidate, holder))

    def _whole(self, name: str, most: int) -> Iterator[_Hit]:
        for candidate in islice(self._gazetteer.candidates(name), most):
            yield _Hit(candidate, _weight(candidate) * (_WHOLE if candidate.exact else 1.0))

    def _well_known(self, name: str) -> Iterator[_Hit]:
        first = bisect_left(self._words, (name, 0.0, -1))
        words = (self._words[at] for at in range(first, len(self._words)))
        begun = takewhile(lambda word: word[0].startswith(name), words)
        for weight, row in nlargest(_NAMES, ((weight, row) for _, weight, row in begun)):
            yield _Hit(self._foremost[row], weight)

    def _begun(self, name: str) -> Iterator[_Hit]:
        for known in self._gazetteer.beginning(name, _NAMES):
            for candidate in islice(self._gazetteer.candidates(known), _PLACES):
                yield _Hit(candidate, _weight(candidate))

    def _lies(self, candidate: Candidate, holder: str) -> bool:
        """Whether the name of its division or of its country begins with what was typed."""
        country = self._gazetteer.country(candidate.country_code) if candidate.country_code else None
        names = (candidate.within, country.name if country and country.id != candidate.id else "")
        return any(name and comparable(name).startswith(holder) for name in names)


def _readings(typed: str) -> Iterator[tuple[str, str]]:
    """How the words can be taken, as a name and what holds it, both in comparable form."""
    first, _, rest = typed.partition(",")
    name, holder = comparable(first), comparable(rest)
    if not name:
        return
    yield name, holder
    words = name.split()
    if not holder:
        for cut in range(1, min(len(words), 5)):
            yield " ".join(words[:-cut]), " ".join(words[-cut:])


def _word_starts(name: str) -> Iterator[int]:
    yield 0
    yield from (at + 1 for at, character in enumerate(name) if character == " ")


def _weight(candidate: Candidate) -> float:
    """How likely it is meant, on the scale of populations: as the gazetteer files what has one name."""
    share = {1: 10, 2: 100}.get(candidate.level, 1)
    if candidate.level == 0:
        least = _COUNTRY if candidate.kind in ("country", "continent") else _FEATURE
        return max(float(candidate.population), least)
    return max(candidate.population / share, 1.0)
