"""Whom a pronoun means as a source: the last speaker of its number and gender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from geobrief.claims.words import tokens, word_set
from geobrief.model import SourceKind

__all__ = ["Speaker", "resolved"]

_LOOK_BACK: Final = 12
"""Sentences that a pronoun reaches back; who spoke before them has left the reader's mind."""
_MALE: Final = word_set("mr mr. sir king prince spokesman chairman congressman father brother lord he")
_FEMALE: Final = word_set(
    "mrs mrs. ms ms. miss dame queen princess spokeswoman chairwoman congresswoman mother sister lady she"
)


class Speaker(NamedTuple):
    """A sentence's source."""

    by: str
    """In the words of the text."""
    name: str
    """Who that is: the full name of a person, else `by`; a pronoun where it is not known whom it means."""
    kind: SourceKind


def resolved(speakers: Sequence[Speaker | None]) -> list[Speaker | None]:
    """The same sources, one a sentence, with the name and the kind of whom pronouns mean.

    >>> resolved([Speaker("Ms. Ruiz", "Ana Ruiz", "named"), Speaker("she", "she", "")])[1].name
    'Ana Ruiz'
    """
    result: list[Speaker | None] = []
    genders: dict[str, str] = {}
    for at, speaker in enumerate(speakers):
        if speaker is not None:
            meant = _meant(speaker, result[max(0, at - _LOOK_BACK) :], genders)
            if meant is not None:
                speaker = speaker._replace(name=meant.name, kind=meant.kind)
            gender = _gender(speaker.by)
            if gender and speaker.kind == "named":
                genders[speaker.name] = gender
        result.append(speaker)
    return result


def _meant(pronoun: Speaker, before: Sequence[Speaker | None], genders: dict[str, str]) -> Speaker | None:
    """Who spoke last of those whom the pronoun can mean; None where it is no pronoun or nobody fits."""
    word = pronoun.by.lower()
    if word not in ("he", "she", "it", "they"):
        return None
    for speaker in reversed(before):
        if speaker is None:
            continue
        if speaker.kind == "named":
            if word == genders.get(speaker.name, word) and word in ("he", "she"):
                return speaker
        elif word == "they" or (word == "it" and speaker.kind == "institution"):
            return speaker
    return None


def _gender(by: str) -> str:
    """The pronoun that goes with a source's words; empty where they do not tell."""
    words = {word.lower for word in tokens(by)}
    return "she" if words & _FEMALE else "he" if words & _MALE else ""
