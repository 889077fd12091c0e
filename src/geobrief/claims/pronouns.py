"""Whom a pronoun means as a source: the last speaker of its number and gender, else who was named last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from geobrief.claims.cues import INFORMATION
from geobrief.claims.own_tables import rows
from geobrief.claims.verbs import is_person_noun
from geobrief.claims.words import DETERMINERS, PREPOSITIONS, tokens, word_set
from geobrief.model import SourceKind

__all__ = ["PRONOUNS", "Speaker", "resolved"]

PRONOUNS: Final = word_set("he she it they")
_LOOK_BACK: Final = 12
"""Sentences that a pronoun reaches back; who spoke before them has left the reader's mind."""
_NEAR: Final = 3
"""Sentences within which somebody merely named is nearer than who spoke before."""
_SHORT: Final = 3
"""Tokens of a document's name up to its noun, as in "the yearly report"; a longer one is mostly misread."""
_MALE: Final = word_set("mr mr. sir king prince spokesman chairman congressman father brother lord man he")
_FEMALE: Final = word_set(
    "mrs mrs. ms ms. miss dame queen princess spokeswoman chairwoman congresswoman mother sister lady woman "
    "widow she"
)
_PLURAL: Final = DETERMINERS - word_set(
    "the a an this that his her its their our my your each every another one"
)


class Speaker(NamedTuple):
    """A sentence's source."""

    by: str
    """In the words of the text."""
    name: str
    """Who that is: the full name of a person, else `by`; a pronoun where it is not known whom it means."""
    kind: SourceKind


def resolved(
    speakers: Sequence[Speaker | None],
    named: Sequence[Sequence[str]] = (),
    offices: Sequence[Speaker | None] = (),
) -> list[Speaker | None]:
    """The same sources, one a sentence, with the name and the kind of whom pronouns mean.

    Args:
        speakers: The sentences' sources.
        named: The persons whom each sentence names, in its order, by their full names.
        offices: The institution that is each sentence's subject, where one is.

    >>> resolved([Speaker("Ms. Ruiz", "Ana Ruiz", "named"), Speaker("she", "she", "")])[1].name
    'Ana Ruiz'
    """
    result: list[Speaker | None] = []
    genders: dict[str, str] = {}
    for speaker in speakers:
        if speaker is not None:
            meant = _meant(speaker, result, named, offices, genders)
            if meant is not None:
                speaker = speaker._replace(name=meant.name, kind=meant.kind)
            gender = _gender(speaker.by) or _gender_of_name(speaker.name)
            if gender and speaker.kind:
                genders.setdefault(speaker.name, gender)
        result.append(speaker)
    return result


def _meant(
    pronoun: Speaker,
    before: Sequence[Speaker | None],
    named: Sequence[Sequence[str]],
    offices: Sequence[Speaker | None],
    genders: dict[str, str],
) -> Speaker | None:
    """Whom the pronoun means; None where it is no pronoun or nobody fits."""
    word = pronoun.by.lower()
    if word not in PRONOUNS:
        return None
    near = _last_speaker(word, before, genders, _NEAR)
    if word in ("he", "she"):
        person = _named_since(word, near, before, named, genders)
        if person:
            return Speaker(person, person, "named")
    if word == "it":
        office = _office_since(near, offices[: len(before)])
        if office is not None:
            return office
    at = _last_speaker(word, before, genders, _LOOK_BACK) if near is None else near
    return None if at is None else before[at]


def _named_since(
    word: str,
    speaker: int | None,
    before: Sequence[Speaker | None],
    named: Sequence[Sequence[str]],
    genders: dict[str, str],
) -> str:
    """The person named last who is nearer than the last speaker; empty where the speaker is meant.

    Somebody of the pronoun's gender named after a speaker of whom that is not known; where nobody spoke
    nearby, anybody who may be of it.
    """
    spoke = before[speaker] if speaker is not None else None
    if spoke is not None and spoke.name in genders:
        return ""
    start = max(0, len(before) - _NEAR) if speaker is None else speaker + 1
    for name in (name for sentence in reversed(named[start : len(before)]) for name in reversed(sentence)):
        gender = genders.get(name) or _gender(name) or _gender_of_name(name)
        if gender == word or not (gender or spoke):
            return name
    return ""


def _office_since(speaker: int | None, offices: Sequence[Speaker | None]) -> Speaker | None:
    """The institution that was the subject after the last speaker, of the last few sentences."""
    start = max(0, len(offices) - _NEAR) if speaker is None else speaker + 1
    return next((office for office in reversed(offices[start:]) if office is not None), None)


def _last_speaker(
    word: str, before: Sequence[Speaker | None], genders: dict[str, str], reach: int
) -> int | None:
    """Which of the last `reach` sentences has the last speaker of those whom the pronoun can mean."""
    for at in range(len(before) - 1, max(0, len(before) - reach) - 1, -1):
        speaker = before[at]
        if speaker is None or speaker.name.lower() in PRONOUNS:
            continue
        if word in ("he", "she"):
            if _is_one_person(speaker) and word == genders.get(speaker.name, word):
                return at
        elif speaker.kind != "named" and (word == "they" or _is_one_office(speaker)):
            return at
    return None


def _is_one_person(speaker: Speaker) -> bool:
    """Whether a source is a person by name or a single one without, as "a police colonel"."""
    if speaker.kind == "named":
        return True
    words = [word.lower for word in tokens(speaker.by)]
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS or word == ","), len(words))
    return (
        speaker.kind == "anonymous"
        and head > 0
        and not words[head - 1].endswith("s")
        and words[0] not in _PLURAL
        and is_person_noun(words[head - 1])
    )


def _is_one_office(speaker: Speaker) -> bool:
    """Whether a source is an institution, or a document such as "the report"."""
    words = [word.lower for word in tokens(speaker.by)]
    head = next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words))
    is_document = 0 < head <= _SHORT and words[head - 1] in INFORMATION and words[0] not in _PLURAL
    return speaker.kind == "institution" or is_document


def _gender(by: str) -> str:
    """The pronoun that goes with a source's words; empty where they do not tell."""
    words = {word.lower for word in tokens(by)}
    return "she" if words & _FEMALE else "he" if words & _MALE else ""


@cache
def _pronouns() -> dict[str, str]:
    return {row["name"]: row["pronoun"] for row in rows("given_names")}


def _gender_of_name(name: str) -> str:
    """The pronoun that goes with a person's full name by its first word; empty where that does not tell."""
    given, _, surname = name.partition(" ")
    return _pronouns().get(given, "") if surname else ""
