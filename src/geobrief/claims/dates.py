"""When: the dates and times that a sentence names, as closed intervals of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geobrief.claims.calendar_terms import Interval
from geobrief.claims.date_patterns import PATTERNS, Context
from geobrief.model import Span, When

__all__ = ["date_spans", "when"]

_FUTURE = re.compile(
    r"\b(?:will|would|shall|next|expect\w*|plan\w*|due|scheduled|forecast\w*|set to|coming|upcoming)\b"
)
_SPEECH_BEFORE = re.compile(
    r"\b(?:said|says?|told|announced|added|reported|wrote|tweeted|statement|interview|reporters)\b[\w\s]{0,20}$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    interval: Interval | None
    text: str


def when(sentence: str, published: str) -> When | None:
    """The time that `sentence` is about, or None where it names none.

    `published` is an ISO date, or empty, and then relative dates ("last year", "on Monday") are None. Of
    several dates the first counts that does not merely tell when somebody spoke.

    >>> when("Troops left in June 2024.", "")
    When(start='2024-06-01', end='2024-06-30', text='June 2024')
    """
    context = Context(date.fromisoformat(published) if published else None, bool(_FUTURE.search(sentence)))
    read = [found for found in _found(sentence, context) if found.interval is not None]
    if not read:
        return None
    best = min(read, key=lambda found: (_tells_speech(sentence, found.span[0]), found.span))
    assert best.interval is not None
    start, end = best.interval
    return When(start.isoformat(), end.isoformat(), best.text)


def date_spans(sentence: str) -> tuple[Span, ...]:
    """Where `sentence` names a date, read or not: numbers in there are no quantities."""
    return tuple(found.span for found in _found(sentence, Context(None, ahead=False)))


def _tells_speech(sentence: str, start: int) -> bool:
    return _SPEECH_BEFORE.search(sentence[max(0, start - 40) : start]) is not None


def _found(sentence: str, context: Context) -> Iterator[_Found]:
    """Dates in the order of the patterns, each stretch of the sentence read once."""
    taken = bytearray(len(sentence))
    for pattern, read in PATTERNS:
        for match in pattern.finditer(sentence):
            start, end = match.span("text") if "text" in pattern.groupindex else match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield _Found((start, end), read(match, context), sentence[start:end])
