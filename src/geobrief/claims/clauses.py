"""Sentences of two clauses that have a source each: "Lima denied it, but Quito said that 12 had died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from geobrief.claims.attribution import Attribution, attribution
from geobrief.claims.phrases import starts_phrase
from geobrief.claims.quotations import inside
from geobrief.claims.words import SUBJECT_PRONOUNS, tokens, word_set
from geobrief.model import Span

__all__ = ["clauses"]

_LONGEST: Final = 1_000
"""Characters of a sentence that is parted: a longer one is a list or a table."""
_MOST: Final = 6
"""Places at which a sentence may be parted that are tried; each takes two readings."""
_JOINING: Final = word_set("but while whereas yet and although though")
_NO_SPEAKERS: Final = SUBJECT_PRONOUNS | word_set("this that these those this's that's")
"""What opens a clause of the same source, or of none."""


def clauses(text: str, sentence: Span, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of a sentence in which one source each speaks; the sentence itself where it is one.

    It is parted before a conjunction behind a comma, or behind a semicolon, where what stands on either side
    has a source, and the second side begins with its own, another one.

    Args:
        text: The document's.
        sentence: Where the sentence stands in it.
        quoted: The document's quotations, in order; none is parted.

    >>> text = "Lima denied it, but Quito said that 12 people had died."
    >>> [text[slice(*span)] for span in clauses(text, (0, len(text)), ())]
    ['Lima denied it', 'Quito said that 12 people had died.']
    """
    if sentence[1] - sentence[0] > _LONGEST:
        return (sentence,)
    parts: list[Span] = []
    start, last = sentence
    for end, following in islice(_joints(text, sentence, quoted), _MOST):
        left, right = (_source(text, each, quoted) for each in ((start, end), (following, last)))
        if left is not None and right is not None and _is_other(left, right):
            parts.append((start, end))
            start = following
    return *parts, (start, last)


def _joints(text: str, sentence: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """Where a clause ends and where the next begins that opens with a noun phrase."""
    words = tokens(text[slice(*sentence)])
    hidden = inside(quoted, *sentence)
    for at in range(2, len(words) - 3):
        joins = words[at].lower in _JOINING and words[at - 1].text == ","
        if not (joins or words[at].text == ";") or not starts_phrase(words, at + 1):
            continue
        if words[at + 1].lower in _NO_SPEAKERS or any(a < words[at].start < b for a, b in hidden):
            continue
        yield sentence[0] + words[at - joins].start, sentence[0] + words[at + 1].start


def _source(text: str, clause: Span, quoted: Sequence[Span]) -> Attribution | None:
    return attribution(text[slice(*clause)], inside(quoted, *clause))


def _is_other(left: Attribution, right: Attribution) -> bool:
    """Whether the second clause begins with its source, and that is none of the first one's words."""
    by, other = left.by.lower(), right.by.lower()
    return right.span[0] == 0 and other not in by and by not in other
