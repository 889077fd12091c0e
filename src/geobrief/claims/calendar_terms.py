"""Calendar arithmetic: the closed interval of days that a month, a season, a week or a part of a year is."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, TypeAlias

__all__ = ["Interval", "day", "month", "nearest", "part", "season", "week", "year"]

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


def part(of: Interval, which: str) -> Interval:
    """The first, middle or last third of an interval of months or days: "early", "mid" or "late"."""
    start, end = of
    if (end - start).days > 300:
        first = {"early": 1, "mid": 5, "late": 9}[which]
        return date(start.year, first, 1), month(start.year, first + 3)[1]
    first = {"early": 1, "mid": 11, "late": 21}[which]
    return start.replace(day=first), end if which == "late" else start.replace(day=first + 9)


def nearest(candidates: list[Interval], published: date, *, ahead: bool) -> Interval | None:
    """The candidate last begun at `published`, or with `ahead` the first not over yet; None without any."""
    if ahead:
        return min((each for each in candidates if each[1] >= published), default=None)
    return max((each for each in candidates if each[0] <= published), default=None)
