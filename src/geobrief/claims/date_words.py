"""The pieces that dates are written with in English, as regular expressions, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_terms import Interval
from geobrief.claims.words import MONTHS

__all__ = [
    "COUNT",
    "DASH",
    "DAY",
    "MONTH",
    "SEASON",
    "WEEKDAY",
    "YEAR",
    "Context",
    "Reader",
    "counted",
    "dated",
    "joined",
    "month_number",
    "yearly",
]

MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?!\w)"
    r"(?:(?<=\bJan|\bFeb|\bMar|\bApr|\bJun|\bJul|\bAug|\bSep|\bOct|\bNov|\bDec)\.|(?<=Sept)\.)?"
)
YEAR: Final = r"(?:1[5-9]|20)\d\d(?![\d,.]\d|\s?(?:%|percent|per cent))(?![\w-])"
DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d)"
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)"
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
    "fifteen": 15,
    "twenty": 20,
}
COUNT: Final = rf"(?:\d{{1,3}}|(?i:{'|'.join(_NUMBERS)}|several|(?:a\s)?few))"
DASH: Final = r"(?:\s?[-–]\s?|\s(?:to|and|until|till|through)\s)"


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative date is reckoned from."""

    published: date | None
    ahead: bool
    """Whether the words around the date look to the future."""


Reader: TypeAlias = Callable[[re.Match[str], Context], Interval | None]


def month_number(name: str) -> int:
    """1 to 12, of a month's name or abbreviation."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def counted(word: str) -> int | None:
    """The number that a word or digits stand for; None for "several"."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def yearly(context: Context, make: Callable[[int], Interval | None], which: str = "") -> Interval | None:
    """A date without a year: of the years around `published` the one that fits (`calendar_terms.nearest`)."""
    if context.published is None:
        return None
    years = range(max(2, context.published.year - 4), min(9998, context.published.year + 4) + 1)
    around = [each for each in map(make, years) if each]
    return calendar.nearest(around, context.published, ahead=context.ahead, which=which)


def dated(day: str, month: str, year: str | None, context: Context) -> Interval | None:
    """The one day, with or without its year."""

    def make(number: int) -> Interval | None:
        return calendar.day(number, month_number(month), int(re.sub(r"\D", "", day)))

    return make(int(year)) if year else yearly(context, make)


def joined(first: Interval | None, last: Interval | None) -> Interval | None:
    """From the one to the other; None where they are not in order."""
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None
