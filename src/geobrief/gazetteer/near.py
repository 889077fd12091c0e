"""Names a slip of the keyboard away from one that the gazetteer lacks, for "Did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from geobrief.gazetteer.gazetteer import Gazetteer
from geobrief.model import Candidate
from geobrief.text.names import comparable

__all__ = ["near"]

_SHORTEST: Final = 4
"""Letters of the shortest name that is sought: one letter off three is any name."""
_SHORTEST_TWICE: Final = 7
"""Letters of the shortest name in which two slips are allowed: one in about every four letters."""
_LONGEST: Final = 60
"""Letters of the longest name that is sought; what is longer is a sentence."""
_LONGEST_TWICE: Final = 20
"""Letters of the longest in which two slips are; of more there are millions of spellings to try."""
_BLOCK: Final = 128
"""Code points: the letters of one script lie in one such block, near enough."""


def near(gazetteer: Gazetteer, name: str, most: int = 3) -> tuple[Candidate, ...]:
    """The best known places whose name is a slip or two from `name`, at most `most` of them.

    A slip is a letter or space left out, put in or put for another, or two neighbours swapped (Damerau 1964),
    in the comparable form of names. Two are looked for only where one leads nowhere and the name is long
    enough; the first letter then counts as right, as it nearly always is (Yannakoudakis and Fawthrop 1983).
    """
    key = comparable(name)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return ()
    letters = _letters(key)
    once = set(_slips(key, letters))
    found = _places(gazetteer, _known(gazetteer, once))
    if not found and _SHORTEST_TWICE <= len(key) <= _LONGEST_TWICE:
        twice = (other for slip in once if slip[:1] == key[0] for other in _slips(slip, letters, fixed=1))
        found = _places(gazetteer, _known(gazetteer, twice))
    return tuple(found[:most])


def _letters(key: str) -> str:
    """The letters that may stand in a name of that script, and the space between words."""
    blocks = {ord(character) // _BLOCK for character in key if character.isalpha()}
    points = (chr(point) for block in blocks for point in range(block * _BLOCK, (block + 1) * _BLOCK))
    return "".join(letter for letter in points if letter.isalpha() and letter == letter.lower()) + " "


def _slips(key: str, letters: str, fixed: int = 0) -> Iterator[str]:
    """All strings one slip from `key`, its first `fixed` letters left as they are."""
    for at in range(fixed, len(key) + 1):
        head, tail = key[:at], key[at:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def _known(gazetteer: Gazetteer, keys: Iterable[str]) -> Set[str]:
    return {key for key in keys if gazetteer.has(key)}


def _places(gazetteer: Gazetteer, keys: Iterable[str]) -> list[Candidate]:
    """The best known place of each name, each once, in that order; of equals the first by name."""
    best = {place.id: place for key in sorted(keys) for place in gazetteer.candidates(key)[:1]}
    return sorted(best.values(), key=lambda place: (-place.population, place.name))
