"""Who confirms nothing: that somebody declines to confirm what others say makes him no source of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from geobrief.claims.inflection import forms
from geobrief.claims.phrases import LONGEST_RUN, Phrase
from geobrief.claims.words import ADVERBS, AUXILIARIES, Token, word_set

__all__ = ["is_silent", "keeps_silent"]

_CONFIRMS: Final = frozenset(form for lemma in ("confirm", "corroborate", "verify") for form in forms(lemma))
"""Verbs of which the content is somebody else's."""
_REFUSALS: Final = frozenset(form for lemma in ("decline", "refuse") for form in forms(lemma))
_WILL: Final = word_set("will would")
_WILL_NOT: Final = word_set("won't wouldn't")
_REACH: Final = 3
"""Tokens between "would" and its verb."""
_MARKS: Final = frozenset(",—–")


def is_silent(words: Sequence[Token], index: int) -> bool:
    """Whether the verb at `index` says that somebody confirms nothing, as in "declined to confirm".

    >>> from geobrief.claims.words import tokens
    >>> [is_silent(tokens(f"The army refused to {what}."), 2) for what in ("confirm it", "leave")]
    [True, False]
    """
    if words[index].lower in _REFUSALS:
        to = index + 1
        return (
            to + 1 < len(words) and words[to].lower == "to" and words[_over(words, to + 1)].lower in _CONFIRMS
        )
    return words[index].lower in _CONFIRMS and _will_not(words, index)


def keeps_silent(words: Sequence[Token], subject: Phrase) -> bool:
    """Whether the verb of a subject says so."""
    at = subject[1]
    if at < len(words) and words[at].text in _MARKS:
        return False
    at = _over(words, at)
    return at < len(words) and is_silent(words, at)


def _over(words: Sequence[Token], index: int) -> int:
    """The first token from `index` on that is no adverb or auxiliary; at most the last one."""
    last = min(len(words) - 1, index + LONGEST_RUN)
    while index < last and _is_between(words[index]):
        index += 1
    return index


def _will_not(words: Sequence[Token], index: int) -> bool:
    """Whether "would not" or the like stands before the verb: he could, and refuses."""
    before = [word.lower for word in words[max(0, index - _REACH) : index]]
    return any(word in _WILL_NOT for word in before) or any(
        word in _WILL and following == "not" for word, following in pairwise(before)
    )


def _is_between(word: Token) -> bool:
    return word.lower in ADVERBS or word.lower in AUXILIARIES or word.lower.endswith(("n't", "ly"))
