"""How dates are written in English, and how each is read: patterns in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_terms import Interval
from geobrief.claims.words import MONTHS, WEEKDAYS

__all__ = ["PATTERNS", "Context", "Reader"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative date is reckoned from."""

    published: date | None
    ahead: bool
    """Whether the sentence looks to the future."""


Reader: TypeAlias = Callable[[re.Match[str], Context], Interval | None]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?!\w)\.?"
)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d,.]\d|\s?(?:%|percent))"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PART = r"(?:early|mid|late)"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)"
_DASH = r"(?:\s?[-–]\s?|\s(?:to|and|until|through)\s)"
_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _years(context: Context, make: Callable[[int], Interval | None]) -> Interval | None:
    """A date without a year: of the years around `published` the one that fits."""
    if context.published is None:
        return None
    around = (make(context.published.year + offset) for offset in (-4, -3, -2, -1, 0, 1, 2, 3, 4))
    return calendar.nearest([each for each in around if each], context.published, ahead=context.ahead)


def _dated(day: str, month: str, year: str | None, context: Context) -> Interval | None:
    def make(number: int) -> Interval | None:
        return calendar.day(number, _month_number(month), _day_number(day))

    return make(int(year)) if year else _years(context, make)


def _joined(first: Interval | None, last: Interval | None) -> Interval | None:
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _read_days(match: re.Match[str], context: Context) -> Interval | None:
    """12 to 16 September 2024; 30 August to 2 September 2024."""
    g = match.groupdict()
    last = _dated(g["d2"], g["m2"], g["y"], context)
    year = g.get("y1") or (str(last[0].year) if last else None)
    return _joined(_dated(g["d1"], g.get("m1") or g["m2"], year, context), last) if last else None


def _read_months(match: re.Match[str], _context: Context) -> Interval | None:
    """From March to May 2024; from November 2023 to May 2024."""
    last = calendar.month(int(match["y"]), _month_number(match["m2"]))
    first = calendar.month(int(match["y1"] or match["y"]), _month_number(match["m1"]))
    return _joined(first, last)


def _read_years(match: re.Match[str], _context: Context) -> Interval | None:
    return _joined(calendar.year(int(match["y1"])), calendar.year(int(match["y2"])))


def _read_iso(match: re.Match[str], _context: Context) -> Interval | None:
    return calendar.day(int(match[1]), int(match[2]), int(match[3]))


def _read_day(match: re.Match[str], context: Context) -> Interval | None:
    return _since(match, _dated(match["d"], match["m"], match["y"], context), context)


def _read_month(match: re.Match[str], context: Context) -> Interval | None:
    number = _month_number(match["m"])
    if match["y"]:
        found: Interval | None = calendar.month(int(match["y"]), number)
    else:
        found = _years(context, lambda year: calendar.month(year, number))
    return _since(
        match, calendar.part(found, match["part"].lower()) if found and match["part"] else found, context
    )


def _read_season(match: re.Match[str], context: Context) -> Interval | None:
    name = match["season"].lower()
    if match["y"]:
        return _since(match, calendar.season(int(match["y"]), name), context)
    return _years(context, lambda year: calendar.season(year, name))


def _read_year(match: re.Match[str], context: Context) -> Interval | None:
    found = calendar.year(int(match["y"]))
    return _since(match, calendar.part(found, match["part"].lower()) if match["part"] else found, context)


def _since(match: re.Match[str], found: Interval | None, context: Context) -> Interval | None:
    """What "since" begins reaches to the day of publication, where that is known."""
    if found and context.published and (match.groupdict().get("since") or "").lower() == "since":
        return (found[0], max(context.published, found[0]))
    return found


def _read_near_day(match: re.Match[str], context: Context) -> Interval | None:
    if context.published is None:
        return None
    word = match[0].lower()
    shift = -1 if word.startswith("yesterday") else 1 if word.startswith("tomorrow") else 0
    found = context.published + timedelta(days=shift)
    return found, found


def _read_weekday(match: re.Match[str], context: Context) -> Interval | None:
    if context.published is None:
        return None
    behind = (context.published.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    which = (match["which"] or "").lower()
    if which == "next" or (context.ahead and which != "last"):
        found = context.published + timedelta(days=(-behind) % 7 or (7 if which == "next" else 0))
    else:
        found = context.published - timedelta(days=behind or (7 if which == "last" else 0))
    return found, found


def _read_unit(match: re.Match[str], context: Context) -> Interval | None:
    """Last year, this month, next week."""
    if context.published is None:
        return None
    which = match["which"].lower()
    shift = -1 if which in ("last", "previous") else 1 if which in ("next", "coming") else 0
    return _shifted(match["unit"].lower(), shift, context.published)


def _shifted(unit: str, shift: int, published: date) -> Interval:
    """The calendar year, month, week, weekend or day that lies `shift` of them from `published`."""
    if unit == "year":
        return calendar.year(min(max(published.year + shift, 1), 9999))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return calendar.month(max(months // 12, 1), months % 12 + 1)
    found = published + timedelta(days=shift * (1 if unit == "day" else 7))
    if unit == "day":
        return found, found
    monday, sunday = calendar.week(found)
    return (sunday - timedelta(days=1), sunday) if unit == "weekend" else (monday, sunday)


def _read_ago(match: re.Match[str], context: Context) -> Interval | None:
    count = _count(match["n"])
    if context.published is None or count is None:
        return None
    return _shifted(match["unit"].lower(), -count, context.published)


def _read_past(match: re.Match[str], context: Context) -> Interval | None:
    """The past three weeks: up to the day of publication."""
    count = _count(match["n"] or "one")
    if context.published is None or count is None:
        return None
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"].lower()]
    return context.published - timedelta(days=days * count), context.published


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


_SINCE = r"(?:(?P<since>[Ss]ince)\s)?"
_OPENS_YEAR = r"(?:[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Oo]f|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]he|[Bb]ack in)"
PATTERNS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), _read_iso),
    (
        re.compile(
            rf"\b(?P<d1>{_DAY})(?:\s(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?)?{_DASH}(?P<d2>{_DAY})\s(?P<m2>{_MONTH})"
            rf"(?:,?\s(?P<y>{_YEAR}))?"
        ),
        _read_days,
    ),
    (
        re.compile(rf"\b(?P<m2>{_MONTH})\s(?P<d1>{_DAY}){_DASH}(?P<d2>{_DAY})(?:,?\s(?P<y>{_YEAR}))?"),
        _read_days,
    ),
    (
        re.compile(rf"\b(?P<m1>{_MONTH})(?:\s(?P<y1>{_YEAR}))?{_DASH}(?P<m2>{_MONTH})\s(?P<y>{_YEAR})"),
        _read_months,
    ),
    (re.compile(rf"{_SINCE}\b(?P<d>{_DAY})\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{_YEAR}))?"), _read_day),
    (re.compile(rf"{_SINCE}\b(?P<m>{_MONTH})\s(?P<d>{_DAY})(?:,?\s(?P<y>{_YEAR}))?"), _read_day),
    (
        re.compile(rf"{_SINCE}(?:\b(?P<part>{_PART})[- ])?\b(?P<m>{_MONTH}),?\s(?:of\s)?(?P<y>{_YEAR})"),
        _read_month,
    ),
    (re.compile(rf"\b(?P<y1>{_YEAR}){_DASH}(?P<y2>{_YEAR})\b"), _read_years),
    (re.compile(rf"{_SINCE}\b(?P<season>{_SEASON})\s(?:of\s)?(?P<y>{_YEAR})"), _read_season),
    (re.compile(rf"\b(?:[Ll]ast|[Tt]his|[Nn]ext)\s(?P<season>{_SEASON})\b(?P<y>)"), _read_season),
    (
        re.compile(
            rf"\b(?P<text>(?:(?P<since>[Ss]ince)\s|[Ii]n\s|[Bb]y\s|[Ll]ast\s|[Tt]his\s|[Nn]ext\s|[Uu]ntil\s)"
            rf"(?:(?P<part>{_PART})[- ])?(?P<m>{_MONTH})(?P<y>))"
        ),
        _read_month,
    ),
    (re.compile(rf"{_SINCE}\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]|\sin\s)(?P<y>{_YEAR})\b"), _read_year),
    (re.compile(rf"\b(?:{_OPENS_YEAR}\s)(?P<text>(?P<y>{_YEAR})(?P<part>))\b"), _read_year),
    (re.compile(rf"\b(?P<text>(?P<since>[Ss]ince)\s(?P<y>{_YEAR})(?P<part>))\b"), _read_year),
    (
        re.compile(
            r"\b(?:[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b|\b[Tt]his (?:morning|afternoon|evening)\b"
        ),
        _read_near_day,
    ),
    (re.compile(rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<weekday>{_WEEKDAY})\b"), _read_weekday),
    (
        re.compile(
            r"\b(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext|[Cc]oming)\s(?P<unit>year|month|weekend|week)\b"
        ),
        _read_unit,
    ),
    (re.compile(rf"\b(?P<n>{_COUNT})\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)\b"), _read_ago),
    (
        re.compile(
            rf"\b(?:[Tt]he|[Oo]ver the|[Ii]n the)\s(?:past|last|previous)\s"
            rf"(?:(?P<n>{_COUNT})\s)?(?P<unit>day|week|month|year)s?\b"
        ),
        _read_past,
    ),
)
