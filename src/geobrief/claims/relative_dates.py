"""Dates that mean something only on a day: "on Monday", "last year", "three weeks ago", "overnight"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_terms import Interval
from geobrief.claims.date_words import COUNT, DASH, WEEKDAY, Context, Reader, counted
from geobrief.claims.words import WEEKDAYS

__all__ = ["DURATION", "RELATIVE"]


def _read_near_day(match: re.Match[str], context: Context) -> Interval | None:
    if context.published is None:
        return None
    word = match[0].lower()
    shift = (
        -1 if word in ("yesterday", "last night", "overnight") else 1 if word.startswith("tomorrow") else 0
    )
    found = calendar.shifted("day", shift, context.published)
    return (found[0], context.published) if found and word == "overnight" else found


def _read_weekday(match: re.Match[str], context: Context) -> Interval | None:
    return _weekday(match["weekday"], (match["which"] or "").lower(), context)


def _weekday(name: str, which: str, context: Context) -> Interval | None:
    if context.published is None:
        return None
    behind = (context.published.weekday() - WEEKDAYS.index(name.lower())) % 7
    if which in ("next", "coming") or (context.ahead and which not in ("last", "past", "previous")):
        shift = (-behind) % 7 or (7 if which in ("next", "coming") else 0)
        if which == "next" and shift == 1:
            # Nobody calls tomorrow "next Thursday".
            shift = 8
    else:
        shift = -(behind or (7 if which in ("last", "past", "previous") else 0))
    return calendar.shifted("day", shift, context.published)


def _read_weekdays(match: re.Match[str], context: Context) -> Interval | None:
    """From Monday to Wednesday: the days before the last one."""
    last = _weekday(match["last"], "", context)
    if last is None:
        return None
    length = (WEEKDAYS.index(match["last"].lower()) - WEEKDAYS.index(match["first"].lower())) % 7
    return last[0] - timedelta(days=length), last[1]


def _read_unit(match: re.Match[str], context: Context) -> Interval | None:
    """Last year, this month, next week; "earlier this year" ends with publication, "later" begins."""
    if context.published is None:
        return None
    which, half = match["which"].lower(), (match["half"] or "").lower()
    shift = -1 if which in ("last", "previous") else 1 if which in ("next", "coming") else 0
    found = calendar.shifted(match["unit"].lower(), shift, context.published)
    if found is None or shift or not half:
        return found
    return (found[0], context.published) if half == "earlier" else (context.published, found[1])


def _read_whole(match: re.Match[str], context: Context) -> Interval | None:
    """The year, of which a part is told: the one in which the text appeared."""
    if context.published is None:
        return None
    return calendar.shifted(match["unit"].lower(), 0, context.published)


def _read_weekend(_match: re.Match[str], context: Context) -> Interval | None:
    """The weekend: the last one that has begun, or the next one."""
    if context.published is None:
        return None
    around = [calendar.shifted("weekend", shift, context.published) for shift in (-1, 0, 1)]
    found = [each for each in around if each]
    return calendar.nearest(found, context.published, ahead=context.ahead)


def _read_ago(match: re.Match[str], context: Context) -> Interval | None:
    count = counted(match["n"])
    if context.published is None or count is None:
        return None
    return calendar.shifted(match["unit"].lower(), -count, context.published)


def _read_half_ago(_match: re.Match[str], context: Context) -> Interval | None:
    """Half a year ago."""
    return calendar.shifted("month", -6, context.published) if context.published else None


def _read_from_now(match: re.Match[str], context: Context) -> Interval | None:
    """In two weeks, within three months; only where the sentence looks ahead: "fell in two weeks" is none."""
    count = counted(match["n"])
    if context.published is None or count is None or not context.ahead:
        return None
    found = calendar.shifted(match["unit"].lower(), count, context.published)
    return (context.published, found[1]) if found and match[0].lower().startswith("within") else found


def _read_past(match: re.Match[str], context: Context) -> Interval | None:
    """The past three weeks: up to the day of publication."""
    count = counted(match["n"] or "one")
    if context.published is None or count is None:
        return None
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"].lower()] * count
    if days >= context.published.toordinal():
        return None
    return context.published - timedelta(days=days), context.published


def _read_unknown(_match: re.Match[str], _context: Context) -> Interval | None:
    """Two days later: later than what, the sentence does not say for sure."""
    return None


DURATION: Final = re.compile(r"(?:[Ii]n|[Ww]ithin)\s(?!the\b)")
"""How a date begins that is a duration in a sentence that does not look ahead."""
_UNITS: Final = r"(?:day|week|month)s?"
_UNIT: Final = r"(?P<unit>day|week|month|year)s?"
RELATIVE: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (
        re.compile(
            r"\b(?:[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Oo]vernight|[Ll]ast night)\b"
            r"|\b[Tt]his (?:morning|afternoon|evening)\b"
        ),
        _read_near_day,
    ),
    (
        re.compile(
            rf"\b(?:[Ff]rom\s|[Bb]etween\s)?(?P<first>{WEEKDAY})(?:\s(?:morning|evening|night))?{DASH}(?P<last>{WEEKDAY})\b"
        ),
        _read_weekdays,
    ),
    (
        re.compile(rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s)?(?P<weekday>{WEEKDAY})\b"),
        _read_weekday,
    ),
    (
        re.compile(
            r"\b(?:(?P<half>[Ee]arlier|[Ll]ater)\s)?(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming)"
            r"\s(?P<unit>year|month|weekend|week)\b(?!\sof\b)(?![’']s\s(?:end|time))"
        ),
        _read_unit,
    ),
    (
        re.compile(
            rf"\b(?:start|beginning|middle|end|half|quarter|{_UNITS})\sof\s"
            r"(?P<text>the\s(?P<unit>year|month|week)\b(?!\sof\b))"
        ),
        _read_whole,
    ),
    (re.compile(r"\b(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring)\s(?P<text>the\sweekend)\b(?!\sof\b)"), _read_weekend),
    (re.compile(r"\b(?:[Hh]alf\sa|(?<!and )[Aa]\shalf)\s(?P<unit>year)\sago\b"), _read_half_ago),
    (re.compile(rf"\b(?P<n>{COUNT})\s(?P<unit>day|week|month|year|decade)s?\sago\b"), _read_ago),
    (re.compile(rf"\b(?P<n>{COUNT})\s{_UNIT}\s(?:earlier|later|before|after)\b"), _read_unknown),
    (
        re.compile(
            rf"\b(?:[Tt]he|[Oo]ver the|[Ii]n the)\s(?:past|last|previous)\s"
            rf"(?:(?P<n>{COUNT})\s)?{_UNIT}\b(?!\sof\b)"
        ),
        _read_past,
    ),
    (
        re.compile(rf"\b(?:[Ii]n|[Ww]ithin)\s(?P<n>{COUNT})\s{_UNIT}(?:[’']\stime|[’']s\stime)?\b"),
        _read_from_now,
    ),
)
"""In the order in which they are tried."""
