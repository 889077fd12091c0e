"""How sure: what a sentence's verbs and adverbs say of the standing of what it tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from geobrief.claims.attribution import Attribution
from geobrief.claims.certainty_terms import DISOWNED, SUPPOSED, TERMS, is_negated, outside
from geobrief.model import Certainty, Span

__all__ = ["Standing", "certainty", "standing"]

_KEPT = re.compile(r"\b(?!May\b|Will\b)\w+")
"""Words that mean the same in any case; May is a month and Will a man."""


class Standing(NamedTuple):
    """How sure a claim is, and the words that say so, as a span of the sentence."""

    certainty: Certainty
    span: Span | None
    """None where no hedge says so: a source, or the author's own voice."""


def certainty(sentence: str, attribution: Attribution | None) -> Certainty:
    """The strongest standing that applies, in the order of `model.CERTAINTIES`.

    >>> certainty("The dam may break.", None)
    'possible'
    """
    return standing(sentence, sourced=attribution is not None).certainty


def standing(sentence: str, *, sourced: bool) -> Standing:
    """The strongest standing that applies to the sentence's main clauses, with its words.

    A hedge under a "not" ("did not deny"), in a relative clause or in brackets does not count. `sourced`
    tells whether the sentence names who says it.
    """
    lowered = _lowered(sentence[:1]) + _KEPT.sub(lambda word: _lowered(word[0]), sentence[1:])
    parts, is_capitals = tuple(outside(lowered)), sentence.isupper()
    disowned: tuple[tuple[Certainty, re.Pattern[str]], ...] = (("denied", DISOWNED),) if sourced else ()
    for name, pattern in (*disowned, *TERMS):
        for start, end in parts:
            for match in pattern.finditer(lowered, start, end):
                if not _is_void(sentence, lowered, match, name, is_capitals=is_capitals):
                    return Standing(name, match.span())
    return Standing("attributed" if sourced else "stated", None)


def _is_void(
    sentence: str, lowered: str, match: re.Match[str], name: Certainty, *, is_capitals: bool
) -> bool:
    """Whether the words stand under a negation, or before a name: "going to Lima" is no plan."""
    if name in SUPPOSED and is_negated(lowered, match.start()):
        return True
    before_name = match[0].endswith(" to") and sentence[match.end() + 1 : match.end() + 2].isupper()
    return before_name and not is_capitals


def _lowered(word: str) -> str:
    """The word in lower case, where that changes no offset, as it does of a Turkish İ."""
    lowered = word.lower()
    return lowered if len(lowered) == len(word) else word
