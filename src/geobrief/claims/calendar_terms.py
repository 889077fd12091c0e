"""Calendar arithmetic: the closed interval of days that a month, a season, a week or a year is.

Steps of months and the date of Easter are python-dateutil's.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, TypeAlias

__all__ = [
    "Interval",
    "day",
    "decade",
    "easter",
    "month",
    "nearest",
    "season",
    "shifted",
    "week",
    "year",
]

Interval: TypeAlias = tuple[date, date]
"""Closed; start <= end."""

_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month, as meteorologists of the northern hemisphere count."""


def day(year_: int, month_: int, day_: int) -> Interval | None:
    """The one day, or None where the calendar has no such day."""
    try:
        found = date(year_, month_, day_)
    except ValueError:
        return None
    return found, found


def month(year_: int, month_: int) -> Interval:
    """The days of a month, 1 to 12."""
    return date(year_, month_, 1), date(year_, month_, monthrange(year_, month_)[1])


def year(number: int) -> Interval:
    """The days of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def season(number: int, name: str) -> Interval:
    """The three months of a season; "winter 2024" begins in December 2023."""
    first = _SEASONS[name]
    if first == 12:
        return date(number - 1, 12, 1), month(number, 2)[1]
    return date(number, first, 1), month(number, first + 2)[1]


def week(of: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = of - timedelta(days=of.weekday())
    return monday, monday + timedelta(days=6)


def decade(number: int) -> Interval:
    """The ten years that begin with one, as 1990."""
    return date(number, 1, 1), date(number + 9, 12, 31)


def easter(year_: int, shift: int) -> Interval:
    """The day so many days after Easter Sunday of the western churches."""
    from dateutil.easter import easter as sunday

    found = sunday(year_) + timedelta(days=shift)
    return found, found


def shifted(unit: str, count: int, from_: date) -> Interval | None:
    """The calendar year, month, week, weekend or day that lies `count` of them from a day, or None.

    A decade is ten years: "two decades ago" is a year.
    """
    from dateutil.relativedelta import relativedelta

    steps = {
        "year": relativedelta(years=count),
        "month": relativedelta(months=count),
        "week": relativedelta(weeks=count),
        "weekend": relativedelta(weeks=count),
        "decade": relativedelta(years=10 * count),
        "day": relativedelta(days=count),
    }
    try:
        return _around(from_ + steps[unit], unit)
    except (OverflowError, ValueError):
        return None


def _around(of: date, unit: str) -> Interval:
    """The calendar unit that holds a day."""
    if unit in ("year", "decade"):
        return year(of.year)
    if unit == "month":
        return month(of.year, of.month)
    if unit == "week":
        return week(of)
    return (week(of)[1] - timedelta(days=1), week(of)[1]) if unit == "weekend" else (of, of)


def nearest(candidates: list[Interval], published: date, *, ahead: bool, which: str = "") -> Interval | None:
    """The candidate last begun at `published`, or with `ahead` the first not over yet; None without any.

    "last" and "previous" mean one that is over, "next" and "coming" one that is to begin.
    """
    if which in ("last", "previous", "past"):
        return max((each for each in candidates if each[1] < published), default=None)
    if which in ("next", "coming"):
        return min((each for each in candidates if each[0] > published), default=None)
    if ahead:
        return min((each for each in candidates if each[1] >= published), default=None)
    return max((each for each in candidates if each[0] <= published), default=None)
