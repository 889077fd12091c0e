"""Whether a form is a cue verb at work: finite or a participle, with something said, thought or shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geobrief.claims.cues import CUES, INFORMATION, Cue
from geobrief.claims.phrases import LONGEST_RUN, Phrase, starts_phrase
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    Token,
    word_set,
)

__all__ = [
    "NOBODY",
    "ORGANISATIONS",
    "can_speak",
    "has_complement",
    "is_after_be",
    "is_person",
    "is_person_noun",
    "is_verb",
    "skip_manner",
]

_BE: Final = word_set("is are was were be been being am 's 're isn't aren't wasn't weren't")
_FINITE: Final = AUXILIARIES | word_set("need needs")
_OPENS_CLAUSE: Final = word_set("that how why whether what if when where")
_NOUN_FOLLOWERS: Final = word_set("of about by against from")
_CLAIMED_LIVES: Final = word_set("life lives victims")
_THINGS: Final = word_set("this that it these those which such there")
NOBODY: Final = word_set("nobody none")
_MARKS: Final = frozenset(".,;:!?)")
_REACH: Final = 60
"""Tokens after a subject in which its verb's auxiliary is sought."""
ORGANISATIONS: Final = word_set(
    "administration agency alliance army association authority bank board campaign coalition "
    "commission committee company council court defence defense department embassy firm force "
    "government group institute media military militia ministry navy network newspaper office "
    "organisation organization outlet party police prefecture service state team union university "
    "watchdog"
)
_PERSONS: Final = (
    "man",
    "men",
    "woman",
    "women",
    "er",
    "or",
    "ist",
    "ian",
    "ent",
    "ant",
    "chief",
    "people",
    "head",
    "deputy",
    "analyst",
    "expert",
    "official",
    "diplomat",
    "aide",
    "envoy",
    "secretary",
    "critic",
    "captain",
    "pilot",
    "crew",
    "judge",
    "nurse",
    "attorney",
    "guard",
    "witness",
    "relative",
    "source",
    "family",
    "families",
    "general",
    "person",
    "neighbour",
    "widow",
    "monk",
    "nun",
    "priest",
    "bishop",
    "colleague",
    "employee",
    "refugee",
    "lawmaker",
    "colonel",
    "chair",
    "boss",
    "medic",
    "clerk",
    "scholar",
    "academic",
    "advocate",
    "candidate",
    "delegate",
    "friend",
    "victim",
    "rebel",
    "opposition",
    "sheikh",
)


_NO_PERSONS: Final = word_set(
    "amount border cancer center centre computer container continent corner corridor danger disaster door "
    "error event factor fever floor freighter helicopter incident letter matter moor motor number order "
    "paper percent plant power reactor restaurant river sector server shelter shower sponsor summer "
    "tanker timber tower tractor trailer transistor variant water weather winter"
)
"""Nouns with a person's ending that are none."""


def is_verb(words: Sequence[Token], index: int, cue: Cue) -> bool:
    """Whether the form is a verb of its own here, not a noun, an adjective, a passive or an infinitive."""
    word = words[index]
    previous = words[index - 1].lower if index else ""
    if index == 0:
        return cue.form == "ing" or word.lower in ("said", "says")
    if word.is_name or (previous == "to" and cue.form == "base"):
        return False
    if (
        previous in DETERMINERS
        or previous.endswith(("'s", "s'"))
        or (previous in PREPOSITIONS and cue.form != "ing")
    ):
        return False
    if cue.form == "past" and is_after_be(words, index):
        return False
    if cue.form in ("s", "base") and _is_past(previous):
        # Their object, as in "rejected reports" and "denied claims".
        return False
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if cue.lemma == "claim" and any(after.lower in _CLAIMED_LIVES for after in words[index + 1 : index + 6]):
        return False
    # In "recent reports suggest" and "insurance claims rose" the first is a noun.
    is_followed = following in _NOUN_FOLLOWERS or following in CUES or following in COMMON_VERBS
    return not (cue.form in ("s", "base") and is_followed)


def _is_past(word: str) -> bool:
    """Whether a word is a cue's past form, which another cue never follows as a verb."""
    cue = CUES.get(word)
    return cue is not None and cue.form == "past"


def is_after_be(words: Sequence[Token], index: int) -> bool:
    """Whether a form of "be" stands before the verb, over adverbs."""
    at = index - 1
    while at >= max(0, index - LONGEST_RUN) and (
        words[at].lower in ADVERBS or words[at].lower.endswith("ly")
    ):
        at -= 1
    return at >= 0 and words[at].lower in _BE


def can_speak(words: Sequence[Token], phrase: Phrase, index: int, cue: Cue) -> bool:
    """Whether the phrase can be the verb's subject: a person, an office or a witness, in its number."""
    first = words[phrase[0]].lower
    if first in NOBODY:
        return False
    if first in _THINGS and (phrase[1] - phrase[0] == 1 or first in ("this", "these", "such")):
        return first == "it" and cue.use == "speech"
    if cue.form == "base" and not _is_plural(words, phrase, index):
        return False
    if cue.use == "speech":
        return True
    if any(words[i].lower in INFORMATION for i in range(*phrase)):
        return cue.use == "clause"
    return is_person(words, phrase)


def _is_plural(words: Sequence[Token], phrase: Phrase, verb: int) -> bool:
    """Whether the phrase goes with a verb without "s": by its nouns, or by an auxiliary between."""
    if any(
        words[i].lower in AUXILIARIES or words[i].lower.endswith("n't")
        for i in range(phrase[1], min(max(verb, phrase[1]), phrase[1] + _REACH))
    ):
        return True
    plain = (words[i].lower for i in range(*phrase))
    return any(
        word
        in (
            "i",
            "we",
            "you",
            "they",
            "police",
            "people",
            "and",
            "data",
            "percent",
            "half",
            "majority",
            "many",
            "some",
        )
        or (word.endswith("s") and not word.endswith(("ss", "'s", "is")))
        for word in plain
    )


def is_person(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase holds a pronoun, a name, or a noun for people and offices."""
    inner = [words[i] for i in range(*phrase)]
    if any(word.lower in SUBJECT_PRONOUNS - {"it"} or word.lower in ORGANISATIONS for word in inner):
        return True
    if any(word.is_name and word.lower not in DETERMINERS for word in inner):
        return not inner[-1].lower.endswith(("tion", "ment", "ness", "ship", "ity", "ing"))
    return any(is_person_noun(word.lower) for word in inner)


def is_person_noun(word: str) -> bool:
    """Whether a noun in lower case is one for people, by its ending."""
    if word.removesuffix("s") in _NO_PERSONS or word.endswith(("ment", "ments")):
        return False
    return word.removesuffix("s").endswith(_PERSONS) or word.endswith(_PERSONS)


def skip_manner(words: Sequence[Token], index: int) -> int:
    """The first token from `index` that is no adverb, weekday or "late"."""
    last = min(len(words), index + LONGEST_RUN)
    while index < last and (
        words[index].lower in ADVERBS
        or words[index].lower in WEEKDAYS
        or words[index].lower in ("late", "early", "on")
        or words[index].lower.endswith("ly")
    ):
        index += 1
    return index


def has_complement(
    words: Sequence[Token], hidden: Sequence[bool], index: int, cue: Cue, phrase: Phrase
) -> bool:
    """Whether a clause or a quotation follows the cue, or what else makes it one; for speech anything does.

    `hidden` tells of each token whether it stands in a quotation.
    """
    if cue.use == "speech":
        return True
    at = skip_manner(words, index + 1)
    if at >= len(words):
        return False
    nearby = words[at : at + 4]
    if any(word.lower in _OPENS_CLAUSE or word.text == ":" for word in nearby) or any(hidden[at : at + 3]):
        return True
    if cue.use == "stance":
        return words[at].text not in _MARKS
    if any(words[i].lower in INFORMATION for i in range(*phrase)) or cue.lemma == "report":
        return True
    return words[at].lower.endswith("ing") or words[at].lower in ("out", "to", "on") or _is_clause(words, at)


def _is_clause(words: Sequence[Token], start: int) -> bool:
    """Whether a subject and a finite verb follow, as in "finds the rain will stop"."""
    return starts_phrase(words, start) and any(
        word.lower in _FINITE or word.lower in CUES
        for word in words[start + 1 : start + 10]
        if word.text not in _MARKS
    )
