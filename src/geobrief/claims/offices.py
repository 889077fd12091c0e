"""Which institution a sentence is about: whom an "it" of the next one may mean, though it has not spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geobrief.claims.cues import CUES
from geobrief.claims.phrases import Phrase, first_place, starts_phrase
from geobrief.claims.pronouns import Speaker
from geobrief.claims.quotations import inside
from geobrief.claims.sentence_reading import SentenceReading
from geobrief.claims.source_kinds import PersonNames, source_kind
from geobrief.claims.verbs import ORGANISATIONS
from geobrief.claims.words import AUXILIARIES, COMMON_VERBS, DETERMINERS, PREPOSITIONS, Token, word_set
from geobrief.model import Span

__all__ = ["office"]

_JOINS: Final = word_set("of for and the")
_LONGEST: Final = 8
"""Tokens of an institution's name."""


def office(
    text: str, reading: SentenceReading, names: PersonNames, mute: Sequence[Span] = ()
) -> Speaker | None:
    """The institution that is the subject of a sentence; None where it is somebody or something else.

    Args:
        text: The document's.
        reading: The sentence.
        names: The persons of the text.
        mute: The toponyms that say nothing, as towns and rivers, in order.
    """
    words = reading.words
    phrase = _phrase(words)
    if phrase is None:
        return None
    start, end = reading.start + words[phrase[0]].start, reading.start + words[phrase[1] - 1].end
    places = inside(mute, start, end)
    if any(stop == end - start for _, stop in places):
        return None
    by = text[start:end]
    return Speaker(by, by, "institution") if source_kind(by, names, places) == "institution" else None


def _phrase(words: Sequence[Token]) -> Phrase | None:
    """The sentence's first noun phrase where it ends in a name or in a noun for an institution."""
    start = first_place(words) if words else 0
    if not starts_phrase(words, start):
        return None
    at = start + (words[start].lower in DETERMINERS)
    last = min(len(words) - 1, at + _LONGEST)
    while at < last and words[at].lower not in ORGANISATIONS and not _is_named(words, at):
        if _ends(words[at]) or words[at].lower.endswith("s"):
            return None
        at += 1
    while at < last and _is_named(words, at):
        at += 1
    at += words[at].lower in ORGANISATIONS
    return (start, at) if start < at < len(words) and _ends(words[at]) and not _owns(words[at - 1]) else None


def _is_named(words: Sequence[Token], at: int) -> bool:
    """Whether the token is part of a name, as "Ministry", "of" and "Defence" are."""
    joins = words[at].lower in _JOINS and at > 0 and words[at - 1].is_name and words[at + 1].is_name
    return words[at].is_name or joins


def _ends(word: Token) -> bool:
    """Whether a noun phrase ends before the word: a verb, a mark or a preposition."""
    if word.is_name:
        return False
    cue = CUES.get(word.lower)
    is_verb = word.lower.endswith("ed") or (cue is not None and cue.form in ("past", "s"))
    known = word.lower in COMMON_VERBS or word.lower in AUXILIARIES or word.lower in PREPOSITIONS
    return is_verb or known or not word.is_word


def _owns(word: Token) -> bool:
    return word.lower.endswith(("'s", "s'"))
