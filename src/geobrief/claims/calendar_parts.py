"""Parts of calendar intervals: early March, the end of the year, the first nine months of 2024."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_terms import Interval

__all__ = ["ORDERS", "stretch", "stretch_before", "third"]

_ORDER: Final = {
    "first": 0,
    "opening": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "last": -1,
    "final": -1,
    "closing": -1,
}
ORDERS: Final = tuple(_ORDER)
"""Words that tell which of several parts is meant."""
_THIRDS: Final = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_MARGINS: Final = {"start": 1, "beginning": 1, "end": 12}
"""The month that the edge of a year is."""
_YEARLONG: Final = 300
"""Days from which on an interval is parted like a year."""
_MONTHLONG: Final = 27
_FEW: Final = 3
"""What "the last days" and "the first weeks" are, without a number."""


def third(of: Interval, which: str) -> Interval | None:
    """The early, middle or late third of a year or month, or the edge of one; None of what is shorter.

    >>> third(calendar.year(2024), "end")
    (datetime.date(2024, 12, 1), datetime.date(2024, 12, 31))
    """
    start, end = of
    part = _THIRDS[which]
    if (end - start).days > _YEARLONG:
        if which in _MARGINS:
            return calendar.month(start.year, _MARGINS[which])
        first = date(start.year, 1 + 4 * part, 1)
        return first, calendar.month(start.year, first.month + 3)[1]
    if (end - start).days < _MONTHLONG:
        return None
    first = start + timedelta(days=10 * part)
    return first, end if part == 2 else first + timedelta(days=9)


def stretch(of: Interval, order: str, unit: str, count: int | None = None) -> Interval | None:
    """A half, quarter or so many days, weeks or months of an interval; None where it holds no such part.

    Args:
        of: The interval, as a year.
        order: One of `ORDERS`.
        unit: "half", "quarter", "day", "week" or "month"; a plural without `count` is a few.
        count: How many of them.

    >>> stretch(calendar.year(2024), "first", "months", 9)
    (datetime.date(2024, 1, 1), datetime.date(2024, 9, 30))
    """
    place = _ORDER[order]
    if unit in ("half", "quarter"):
        return _share(of, place, 2 if unit == "half" else 4)
    number = count or (_FEW if unit.endswith("s") else 1)
    single = unit.removesuffix("s")
    found = stretch_before(of[1], single, number)
    if place >= 0:
        begin = _stepped(of[0], single, number * place)
        after = _stepped(of[0], single, number * (place + 1))
        found = (begin, after - timedelta(days=1)) if begin and after else None
    return found if found and of[0] <= found[0] and found[1] <= of[1] else None


def stretch_before(last: date, unit: str, count: int) -> Interval | None:
    """So many days, weeks, months or years that end with a day, as "the year to March 2024"."""
    first = _stepped(last + timedelta(days=1), unit, -count) if last < date.max else None
    return (first, last) if first else None


def _stepped(day: date, unit: str, count: int) -> date | None:
    from dateutil.relativedelta import relativedelta

    step = {
        "day": relativedelta(days=count),
        "week": relativedelta(weeks=count),
        "month": relativedelta(months=count),
        "year": relativedelta(years=count),
    }[unit]
    try:
        return day + step
    except (OverflowError, ValueError):
        return None


def _share(of: Interval, order: int, parts: int) -> Interval | None:
    """One of the halves or quarters of a year."""
    start, end = of
    if (end - start).days < _YEARLONG or order >= parts:
        return None
    length = 12 // parts
    first = 1 + length * (order if order >= 0 else parts - 1)
    return date(start.year, first, 1), calendar.month(start.year, first + length - 1)[1]
