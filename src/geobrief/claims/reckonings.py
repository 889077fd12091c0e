"""Sources that reckon: "the ministry put the toll at 40", "by the army's count", "as Ruiz put it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from geobrief.claims.cues import INFORMATION
from geobrief.claims.numerals import NUMBER_WORDS
from geobrief.claims.phrases import Phrase, before
from geobrief.claims.verbs import ORGANISATIONS, is_after_be, is_person, is_person_noun
from geobrief.claims.words import SUBJECT_PRONOUNS, Token, word_set

__all__ = ["Reckoning", "reckonings"]


class Reckoning(NamedTuple):
    """Who reckons, and the words that tell so, as ranges of token indices."""

    source: Phrase
    cue: Phrase


_PUT: Final = word_set("put puts putting")
_COUNTED: Final = word_set("counted tallied documented recorded")
_NUMBERS: Final = frozenset([*NUMBER_WORDS.split("|"), "dozens", "hundreds", "thousands"])
_OBJECTS: Final = word_set("the that its his her their this total")
_OPENINGS: Final = word_set("by on in")
_ACCOUNTS: Final = word_set(
    "account accounts calculation calculations count estimate estimates figures reckoning records tally "
    "telling view"
)
_REACH: Final = 8
"""Tokens between "put" and "at", and between "by" and "count"."""


def reckonings(words: Sequence[Token], hidden: Sequence[bool]) -> Iterator[Reckoning]:
    """The sources of a sentence that such words name; `hidden` tells which tokens stand in a quotation."""
    for index, word in enumerate(words[:-1]):
        if hidden[index]:
            continue
        if word.lower in _PUT:
            found = _putting(words, index)
        elif word.lower in _COUNTED and index:
            found = _counting(words, index)
        else:
            found = _accounting(words, index) if word.lower in _OPENINGS else None
        if found is not None:
            yield found


def _putting(words: Sequence[Token], index: int) -> Reckoning | None:
    """The ministry put the toll at 40; the general put it more bluntly."""
    following = words[index + 1].lower
    if following != "it" and not (following in _OBJECTS and _has_number_at(words, index + 2)):
        return None
    source = before(words, index)
    if source is None or not (is_person(words, source) or _is_witness(words, source)):
        return None
    return Reckoning(source, (index, index + 1))


def _counting(words: Sequence[Token], index: int) -> Reckoning | None:
    """The agency had counted 16 dead."""
    if is_after_be(words, index) or not any(_is_number(word) for word in words[index + 1 : index + 4]):
        return None
    source = before(words, index)
    if source is None:
        return None
    nouns = [words[at].lower for at in range(*source) if not words[at].is_name]
    is_counter = any(noun in ORGANISATIONS or is_person_noun(noun) for noun in nouns)
    return Reckoning(source, (index, index + 1)) if is_counter else None


def _is_number(word: Token) -> bool:
    return word.text[0].isdigit() or word.lower in _NUMBERS


def _has_number_at(words: Sequence[Token], start: int) -> bool:
    """Whether "at" and a number follow, as in "put the toll at more than 40"."""
    at = next((i for i in range(start, min(start + _REACH, len(words))) if words[i].lower == "at"), None)
    return at is not None and any(_is_number(word) or word.text in "$€£" for word in words[at + 1 : at + 5])


def _is_witness(words: Sequence[Token], phrase: Phrase) -> bool:
    return any(words[at].lower in INFORMATION for at in range(*phrase))


def _accounting(words: Sequence[Token], index: int) -> Reckoning | None:
    """By the army's own count."""
    for at in range(index + 1, min(index + _REACH, len(words) - 1)):
        word = words[at]
        if not word.is_word:
            return None
        if not word.lower.endswith(("'s", "s'")):
            continue
        end = at + 2 if words[at + 1].lower == "own" else at + 1
        is_account = end < len(words) and words[end].lower in _ACCOUNTS
        is_pronoun = words[index + 1].lower in SUBJECT_PRONOUNS
        return Reckoning((index + 1, at + 1), (index, end + 1)) if is_account and not is_pronoun else None
    return None
