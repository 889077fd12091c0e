"""Dates as a cell holds them: ISO 8601, and what spreadsheets make of that when they save a CSV."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

__all__ = ["bounds", "day_first", "is_ambiguous", "serial_day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]00:00(?::00)?)?")
_YEAR_FIRST = re.compile(r"(\d{4})([./]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})")
"""Day before month, wherever dots are used."""
_EITHER = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")
"""Day or month first, as the spreadsheet's country has it."""
_NAMED = re.compile(r"([A-Za-z]{3})-(\d{4}|\d{2})")
"""What an English Excel makes of 2024-06: Jun-24."""
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = re.compile(r"[2-6]\d{4}")
"""Days since 30 December 1899, of the years 1954 to 2091."""
_FIRST_DAY: Final = date(1899, 12, 30)
_PIVOT: Final = 30
"""Two digits below are of this century, the rest of the last, as Excel and LibreOffice read them."""
_OPEN: Final = ("", "..")
"""How ISO 8601-2 writes an interval without a beginning or end."""

Bounds = tuple[str, str]


def bounds(text: str, *, days_first: bool | None = None) -> Bounds | None:
    """First and last day of a day, month or year, ISO 8601; empty for an open end; None for anything else.

    Args:
        text: Without white space at its ends.
        days_first: Whether 6/12/2024 is in December; None: it cannot be told, and is nothing.
    """
    if text in _OPEN:
        return "", ""
    if match := _ISO.fullmatch(text):
        return _span(*(int(part) if part else None for part in match.groups()))
    if match := _YEAR_FIRST.fullmatch(text):
        return _span(int(match[1]), int(match[3]), int(match[4]))
    if match := _DOTTED.fullmatch(text):
        return _span(_year(match[3]), int(match[2]), int(match[1]))
    if match := _NAMED.fullmatch(text):
        month = match[1].lower()
        return _span(_year(match[2]), _MONTHS.index(month) + 1) if month in _MONTHS else None
    return _either(text, days_first=days_first)


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether the cells of a column say the day before the month, after those that can say only one of them.

    >>> day_first(["6/12/2024", "25/12/2024"])
    True
    """
    found: set[bool] = set()
    for text in texts:
        match = _EITHER.fullmatch(text.strip())
        if match and max(int(match[1]), int(match[3])) > 12:
            found.add(int(match[1]) > 12)
    return found.pop() if len(found) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether a cell is a date that needs others to tell its day from its month."""
    match = _EITHER.fullmatch(text.strip())
    if match is None:
        return False
    return int(match[1]) != int(match[3]) and max(int(match[1]), int(match[3])) <= 12


def serial_day(text: str) -> str:
    """The day, in ISO 8601, that a spreadsheet's bare number stands for; empty where it stands for none.

    >>> serial_day("45455")
    '2024-06-12'
    """
    match = _SERIAL.fullmatch(text)
    return (_FIRST_DAY + timedelta(days=int(text))).isoformat() if match else ""


def _either(text: str, *, days_first: bool | None) -> Bounds | None:
    match = _EITHER.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), _year(match[4])
    if first > 12 or first == second:
        days_first = True
    elif second > 12:
        days_first = False
    if days_first is None:
        return None
    return _span(year, second, first) if days_first else _span(year, first, second)


def _year(text: str) -> int:
    short = int(text)
    return short if len(text) == 4 else short + (2000 if short < _PIVOT else 1900)


def _span(year: int | None, month: int | None = None, day: int | None = None) -> Bounds | None:
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
