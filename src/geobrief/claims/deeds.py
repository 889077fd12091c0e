"""What is done with what a number counts: the verb that governs it, as one of a table of deeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from geobrief.claims.cues import CUES
from geobrief.claims.inflection import forms
from geobrief.claims.own_tables import name_by_word, rows
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    Token,
    word_set,
)

__all__ = ["BE", "Deed", "deed_at", "deed_of", "ends_clause", "is_deed_word"]

BE: Final = word_set("is are was were be been being")
_HAVE: Final = word_set("has have had")
_PARTICLES: Final = word_set("up in out at to down")
_RELATIVE: Final = word_set("who that which")
_BREAKS: Final = word_set(
    "while whereas although though because when where if but as after before until since than"
)
_MARKS: Final = frozenset(',;:()—–“”"')
_NO: Final = word_set("not never no none neither nor cannot")
_FAR: Final = 12
"""Tokens between a number and its verb: beyond, the verb is another clause's."""
_PLACED: Final = word_set("in at on near around aboard")


class Deed(NamedTuple):
    """What is done, and whether the text says that it is not."""

    name: str
    """As `killed`; the stem of a verb that the table lacks; empty where no verb is seen."""
    negated: bool = False


@cache
def _verbs() -> dict[str, str]:
    """Deed by each form of its verbs, one with a particle as `turned out`."""
    return {
        " ".join((form, *particle)): row["deed"]
        for row in rows("deeds")
        for lemma, *particle in (verb.split() for verb in row["verbs"].split("|") if verb)
        for form in forms(lemma)
    }


def _words() -> dict[str, str]:
    return name_by_word("deeds", "deed")


def is_deed_word(word: str) -> str:
    """The deed that a word tells within what is counted, as "dead" or "wounded"; empty for any other word."""
    return _words().get(word, "") or (_verbs().get(word, "") if word.endswith("ed") else "")


def deed_at(words: Sequence[Token], at: int) -> str:
    """The deed of the verb at an index, with that of a second one behind "or" or "and"; empty for no verb."""
    deed = _verb_at(words, at)
    if deed and at + 2 < len(words) and words[at + 1].lower in ("or", "and"):
        second = _verb_at(words, at + 2)
        if second and second != deed:
            return "+".join(sorted((deed, second)))
    return deed


def _verb_at(words: Sequence[Token], at: int) -> str:
    word = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if following in _PARTICLES and (deed := _verbs().get(f"{word} {following}")):
        return deed
    if _is_noun(words, at):
        return ""
    return _verbs().get(word, "") or _unknown(words[at])


def _is_noun(words: Sequence[Token], at: int) -> bool:
    """Whether a form that is also a noun stands as one: "the fire", "of ships"; "to ship" is a verb."""
    if words[at].lower.endswith(("ed", "ing")):
        return False
    previous = words[at - 1].lower if at else ""
    return previous != "to" and (
        previous in DETERMINERS or previous in PREPOSITIONS or previous.endswith(("'s", "s'"))
    )


def _unknown(token: Token) -> str:
    """A stem for a past form that the table lacks, so that one text's "quarantined" is another's."""
    if token.is_name or token.lower in CUES:
        return ""
    if token.lower.endswith("ed") and len(token.lower) > 4:
        return token.lower[:-2]
    return token.lower if token.lower in COMMON_VERBS and token.lower not in _HAVE else ""


def deed_of(words: Sequence[Token], first: int, last: int) -> Deed:
    """What the sentence does with what it counts.

    Args:
        words: The sentence.
        first: Index of the first token of the number with its words.
        last: Index behind the last.
    """
    if last < len(words):
        if state := _words().get(words[last].lower):
            return Deed(state)
        if _is_verbal(words[last]) or deed_at(words, last):
            return _after(words, last)
    found = _before(words, first)
    if found.name:
        return found
    is_phrase = last < len(words) and words[last].lower in PREPOSITIONS
    return _after(words, last) if is_phrase else found


def _is_verbal(word: Token) -> bool:
    return word.lower in AUXILIARIES or word.lower in _RELATIVE or word.lower in ADVERBS


def ends_clause(word: Token) -> bool:
    """Whether a clause, or an insertion, ends at the token."""
    return word.text in _MARKS or word.lower in _BREAKS or (word.text in ".!?")


def _after(words: Sequence[Token], start: int) -> Deed:
    """The number counts the subject: the first verb behind it, over auxiliaries and what is in between."""
    negated, auxiliary = False, ""
    for at in range(start, min(len(words), start + _FAR)):
        word = words[at]
        if ends_clause(word):
            break
        if word.lower in _NO or word.lower.endswith("n't"):
            negated = True
        elif word.lower in AUXILIARIES:
            auxiliary = word.lower
        elif deed := deed_at(words, at) or (_words().get(word.lower, "") if auxiliary in BE else ""):
            return Deed(deed, negated)
        elif auxiliary and word.lower not in ADVERBS and word.lower != "to":
            return Deed(_state(words, at) if auxiliary in BE else "", negated)
    return Deed("")


def _state(words: Sequence[Token], at: int) -> str:
    """Whether something only is somewhere, as in "were at Niamey"; "without power" is no place."""
    following = words[at + 1 : at + 3]
    is_place = words[at].lower in _PLACED and any(word.is_name for word in following)
    return "stationed" if is_place else ""


def _before(words: Sequence[Token], first: int) -> Deed:
    """The number counts the object: the nearest verb before it in its clause, or a noun that tells a deed."""
    for at in range(first - 1, max(-1, first - _FAR), -1):
        word = words[at]
        if ends_clause(word) or word.lower in _RELATIVE:
            break
        is_near = at >= first - 2
        if (word.lower in BE or word.lower in _HAVE) and is_near:
            is_there = at > 0 and words[at - 1].lower == "there"
            return Deed(
                "stationed" if word.lower in _HAVE or is_there else "measured", _is_negated(words, at)
            )
        if deed := deed_at(words, at) or _words().get(word.lower, ""):
            return Deed(deed, _is_negated(words, at))
        if word.lower in CUES:
            break
    return Deed("")


def _is_negated(words: Sequence[Token], at: int) -> bool:
    return any(word.lower in _NO or word.lower.endswith("n't") for word in _clause_before(words, at))


def _clause_before(words: Sequence[Token], at: int) -> Iterator[Token]:
    """The three tokens before an index, nearest first, up to the beginning of its clause."""
    for word in reversed(words[max(0, at - 3) : at]):
        if ends_clause(word):
            return
        yield word
