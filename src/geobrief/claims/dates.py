"""When: the dates and times that a sentence names, as closed or half-open intervals of days.

The patterns are our own. dateparser, measured on such sentences, takes some 3 ms for each, reads "it may" as
a month and "12 in May township" as a day, knows no intervals, and fills what a text leaves open from today.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from geobrief.claims.calendar_terms import Interval
from geobrief.claims.certainty_terms import outside
from geobrief.claims.date_openings import DateFound, widened
from geobrief.claims.date_patterns import PATTERNS
from geobrief.claims.date_words import Context, Reader
from geobrief.claims.relative_dates import DURATION
from geobrief.model import Span, When

__all__ = ["Written", "date_spans", "when", "written"]

_FUTURE = re.compile(
    r"\b(?:will|would|shall|next|expect\w*|plans|planned|due|scheduled|slated|forecast\w*"
    r"|predict\w*|set (?:to|for)|deadline|opens|begins|starts|ends|expires"
    r"|takes? (?:place|effect)|comes? into force"
    r"|coming|upcoming|(?:could|may|might)(?!\s(?:\w+\s)?have\b)|is to|are to|hopes? to|aims? to"
    r"|promis\w+|pledg\w+|vow\w*)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}ed|came|went|took|made|left|began|broke|built|fell|fled|flew|found|held|hit|kept|led"
    r"|lost|met|paid|rose|sank|saw|sent|shot|sold|struck|swept|told|won|said)\b"
)
_FINITE_PAST = re.compile(r"\b(?:was|were|had|did|said|told)\b")
_CLAUSE = re.compile(r"[,;:—–]\s|[;:—–]|\b(?:after|because|although|while|when|since)\s")
_CLAUSE_END = re.compile(r"\s?(?:[,;:—–)]|(?:and|but|or)\b|\.?$)")
"""What shows that a date's verb stands before it: "left Calais, in France, on Friday, and two are due"."""
_SPEECH = re.compile(r"said|told|announced|added|reported|warned|claimed|confirmed|denied|noted|was|were|had")
_SPEECH_BEFORE = re.compile(
    r"\b(?:said|says?|told|announced|added|reported|wrote|tweeted|posted|warned|claimed|confirmed|denied|declared|noted"
    r"|statement|interview|reporters)\b[\w\s]{0,20}$"
)
_COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|as in|unlike in)\s[\w\s]{0,12}$"
    r"|\b(?:up|down|higher|lower|fewer|more) on\s$"
    # "The record of 2013" and "the treaty of 1972" name a thing; "the night of 3 March" is a time.
    r"|\b(?!(?:night|morning|evening|afternoon|weekend|week|hours|days?|course|month|as)\b)"
    r"[a-z]+ of\s(?:the\s)?$"
)
_DATELINE_END = re.compile(r"(?:,?\s\d{4})?\s?(?:\([^()]{1,30}\)\s?)?[-–—]{1,2}\s")
"""After the day in "LIMA, May 22 (Agency) - "."""
_DATELINE: Final = 60
"""Characters before the day of a dispatch: its town and province."""
_LOWER = re.compile(r"[a-z]{3}")
_UNTIL = re.compile(r"\b(?:[Uu]ntil|[Tt]ill)\s(?:[\w-]+\s){0,4}$")
_NEAR: Final = 120
"""Characters around a date whose verbs tell whether it lies ahead."""


Written: TypeAlias = Sequence[tuple[re.Match[str], Reader]]
"""What in a sentence is written like a date, in the order of the patterns, with what reads it."""


def written(sentence: str) -> Written:
    """What `when` and `date_spans` read: the patterns are searched once for both."""
    return [(match, read) for pattern, read in PATTERNS for match in pattern.finditer(sentence)]


def when(sentence: str, published: str, dates: Written | None = None) -> When | None:
    """The time that `sentence` is about, or None where it names none.

    `published` is an ISO date, or empty, and then relative dates ("last year", "on Monday") are None. Of
    several dates the first counts that does not merely tell when somebody spoke, nor stands in a relative
    clause or a comparison. What began "since" reaches to the day of publication; what lasts "until" a later
    day begins with it. Otherwise, and without `published`, that end is open: empty. `dates` is what
    `written` gives for the sentence, where it was asked before.

    >>> when("Troops left in June 2024.", "")
    When(start='2024-06-01', end='2024-06-30', text='June 2024', span=(15, 24))
    """
    day = date.fromisoformat(published) if published else None
    found = [each for each in _found(sentence, day, dates) if each.interval is not None]
    if not found:
        return None
    main = tuple(outside(sentence))
    best = min(found, key=lambda each: (_weight(sentence, each.span[0], main), each.span))
    assert best.interval is not None
    start, end = _ends(best.interval, best.opened, day)
    return When(start, end, sentence[slice(*best.span)], best.span)


def date_spans(sentence: str, dates: Written | None = None) -> tuple[Span, ...]:
    """Where `sentence` names a date, read or not: numbers there are no quantities. `dates`: see `when`."""
    found = (each.span for each in _found(sentence, None, dates))
    return tuple(span for span in found if not DURATION.match(sentence, *span))


def _weight(sentence: str, start: int, main: tuple[Span, ...]) -> int:
    """0 for the time of what is told, 1 for the time of the telling, 2 for one told in passing."""
    before = sentence[max(0, start - 40) : start]
    at = bisect_right(main, start, key=lambda span: span[0]) - 1
    if _COMPARED.search(before) or not (at >= 0 and start < main[at][1]):
        return 2
    return 1 if _SPEECH_BEFORE.search(before) else 0


def _ends(interval: Interval, opened: str, published: date | None) -> tuple[str, str]:
    """First and last day in ISO 8601; empty for an open end."""
    start, end = interval
    if opened == "since":
        return start.isoformat(), max(published, start).isoformat() if published else ""
    if opened == "until":
        return published.isoformat() if published and published <= end else "", end.isoformat()
    return start.isoformat(), end.isoformat()


def _found(sentence: str, published: date | None, dates: Written | None) -> Iterator[DateFound]:
    """Dates in the order of the patterns, each stretch of the sentence read once."""
    taken = bytearray(len(sentence))
    for match, read in written(sentence) if dates is None else dates:
        start, end = match.span("text") if "text" in match.re.groupindex else match.span()
        if any(taken[start:end]):
            continue
        ahead = published is not None and _is_ahead(sentence, start, end)
        interval = read(match, Context(published, ahead))
        if _is_dateline(sentence, start, end):
            interval = None
        found = widened(sentence, (start, end), interval)
        taken[found.span[0] : end] = b"\1" * (end - found.span[0])
        yield found


def _is_dateline(sentence: str, start: int, end: int) -> bool:
    """Whether the day is that of a dispatch, as in "LIMA, May 22 - ": of what is told it says nothing."""
    if start > _DATELINE:
        return False
    return _LOWER.search(sentence, 0, start) is None and _DATELINE_END.match(sentence, end) is not None


def _is_ahead(sentence: str, start: int, end: int) -> bool:
    """Whether the date lies in the future of the text, by the verbs before it, else after it."""
    before = sentence[max(0, start - _NEAR) : start]
    breaks = [each.end() for each in _CLAUSE.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    if _UNTIL.search(clause):
        return _PAST.search(clause) is None
    ahead = list(_FUTURE.finditer(clause))
    if ahead:
        return _FINITE_PAST.search(clause, ahead[-1].end()) is None
    if _PAST.search(clause):
        return False
    rest = sentence[end : end + _NEAR]
    if _CLAUSE_END.match(rest) and (told := _told_before(before)) is not None:
        return told
    first, last = _FUTURE.search(rest), _PAST.search(rest)
    if first or last:
        return first is not None and (last is None or first.start() < last.start())
    return _FUTURE.search(before) is not None


def _told_before(before: str) -> bool | None:
    """Whether the words before a date look ahead, by their last verb that is none of saying, if any."""
    past = [each for each in _PAST.finditer(before) if not _SPEECH.fullmatch(each[0])]
    ahead = list(_FUTURE.finditer(before))
    if not past and not ahead:
        return None
    return not past or (bool(ahead) and ahead[-1].start() > past[-1].start())
