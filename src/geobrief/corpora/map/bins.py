"""Steps of the calendar into which the claims' days are counted: the longer the time, the coarser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

__all__ = ["Bins", "bins_for"]

_MOST_DAYS: Final = 92
_MOST: Final = 120
"""Months or quarters that a timeline shows as columns of their own."""
_MONTHS: Final = (1, 3, 12)
"""Of a bin, from fine to coarse."""
_YEAR: Final = 12
_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Bins:
    """Equal steps of the calendar, numbered from 1; number 0 is for claims without a day."""

    first: date
    """Where the first begins."""
    months: int
    """Months a bin; 0: each is a day."""
    count: int
    open: tuple[bool, bool] = (False, False)
    """Whether the first also has what is earlier, and the last what is later."""

    @property
    def sql(self) -> str:
        """The number of the bin of a column `day`, in DuckDB's SQL."""
        return f"CASE WHEN day IS NULL THEN 0 ELSE greatest(1, least({self.count}, {self._step})) END"

    @property
    def _step(self) -> str:
        if not self.months:
            return f"day - DATE '{self.first}' + 1"
        from_zero = self.first.year * _YEAR + self.first.month - 1
        return f"(year(day) * {_YEAR} + month(day) - 1 - {from_zero}) // {self.months} + 1"

    def number(self, day: date) -> int:
        """Of the step that a day lies in, were they to go on beyond the first and the last."""
        if not self.months:
            return (day - self.first).days + 1
        return _step(day, self.months) - _step(self.first, self.months) + 1

    def as_record(self) -> dict[str, Any]:
        """For the page: the step as its time scale writes it, and the first day counted from 1970."""
        years = self.months // _YEAR
        step = ("year", years) if years else ("month", self.months) if self.months else ("day", 1)
        return {
            "unit": step[0],
            "n": step[1],
            "first": (self.first - _EPOCH).days,
            "count": self.count,
            "open": list(self.open),
        }


def bins_for(first: date | None, last: date | None, *, at_least: int = 0) -> Bins:
    """The finest bins of which a timeline takes no more than it can show.

    Args:
        first: The earliest day; None where no claim has one.
        last: The latest.
        at_least: Months that a bin is to have, where finer ones would be too many rows.

    >>> bins_for(date(2024, 2, 10), date(2025, 1, 3))
    Bins(first=datetime.date(2024, 2, 1), months=1, count=12, open=(False, False))
    """
    if first is None or last is None:
        return Bins(_EPOCH, _YEAR, 0)
    if (last - first).days < _MOST_DAYS and not at_least:
        return Bins(first, 0, (last - first).days + 1)
    for months in _MONTHS:
        begins, ends = (_step(day, months) for day in (first, last))
        if months >= at_least and (ends - begins < _MOST or months == _YEAR):
            month = begins * months
            return Bins(date(month // _YEAR, month % _YEAR + 1, 1), months, ends - begins + 1)
    raise AssertionError("a year is the coarsest bin")


def _step(day: date, months: int) -> int:
    return (day.year * _YEAR + day.month - 1) // months
