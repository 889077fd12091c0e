"""How dates are written in English, and how each is read: patterns in the order in which they are tried."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_parts import stretch
from geobrief.claims.calendar_terms import Interval
from geobrief.claims.date_words import (
    DASH,
    DAY,
    MONTH,
    SEASON,
    WEEKDAY,
    YEAR,
    Context,
    Reader,
    dated,
    joined,
    month_number,
    yearly,
)
from geobrief.claims.relative_dates import RELATIVE

__all__ = ["PATTERNS"]


def _read_days(match: re.Match[str], context: Context) -> Interval | None:
    """12 to 16 September 2024; 30 August to 2 September 2024."""
    g = match.groupdict()
    last = dated(g["d2"], g["m2"], g["y"], context)
    if last is None:
        return None
    year = g.get("y1") or str(last[0].year)
    first = dated(g["d1"], g.get("m1") or g["m2"], year, context)
    if first and first > last and not g.get("y1"):
        first = dated(g["d1"], g.get("m1") or g["m2"], str(last[0].year - 1), context)
    return joined(first, last)


def _read_months(match: re.Match[str], context: Context) -> Interval | None:
    """From March to May 2024; from November 2023 to May 2024; from March to May."""
    number = month_number(match["m2"])
    if match["y"]:
        last: Interval | None = calendar.month(int(match["y"]), number)
    else:
        last = yearly(context, lambda year: calendar.month(year, number))
    if last is None:
        return None
    first = calendar.month(int(match["y1"] or last[0].year), month_number(match["m1"]))
    if first > last and not match["y1"]:
        first = calendar.month(last[0].year - 1, month_number(match["m1"]))
    return joined(first, last)


def _read_years(match: re.Match[str], _context: Context) -> Interval | None:
    """2014 to 2019; 2023-24."""
    last = match["y2"] if len(match["y2"]) == 4 else match["y1"][:2] + match["y2"]
    return joined(calendar.year(int(match["y1"])), calendar.year(int(last)))


def _read_slashes(match: re.Match[str], _context: Context) -> Interval | None:
    """25/04/2024, where one number can be no month; 03/04/2024 is another day in London than in Boston."""
    numbers = int(match["d"]), int(match["m"])
    if max(numbers) <= 12 and numbers[0] != numbers[1]:
        return None
    return calendar.day(int(match["y"]), min(numbers), max(numbers))


def _read_iso(match: re.Match[str], _context: Context) -> Interval | None:
    return calendar.day(int(match["y"]), int(match["m"]), int(match["d"]))


def _read_day(match: re.Match[str], context: Context) -> Interval | None:
    return dated(match["d"], match["m"], match["y"], context)


def _read_day_of_month(match: re.Match[str], context: Context) -> Interval | None:
    """On the 19th: of the month that fits."""
    if context.published is None:
        return None
    months = [calendar.shifted("month", shift, context.published) for shift in (-2, -1, 0, 1, 2)]
    days = [calendar.day(each[0].year, each[0].month, int(match["d"])) for each in months if each]
    return calendar.nearest([each for each in days if each], context.published, ahead=context.ahead)


def _read_month(match: re.Match[str], context: Context) -> Interval | None:
    number = month_number(match["m"])
    if match["y"]:
        return calendar.month(int(match["y"]), number)
    return yearly(
        context, lambda year: calendar.month(year, number), (match.groupdict().get("which") or "").lower()
    )


def _read_month_of(match: re.Match[str], context: Context) -> Interval | None:
    """May last year; March next year."""
    if context.published is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[match["year"]]
    return calendar.month(min(context.published.year + shift, 9999), month_number(match["m"]))


def _read_season(match: re.Match[str], context: Context) -> Interval | None:
    name = match["season"].lower()
    if match["y"]:
        return calendar.season(int(match["y"]), name)
    return yearly(
        context, lambda year: calendar.season(year, name), (match.groupdict().get("which") or "").lower()
    )


def _read_year(match: re.Match[str], _context: Context) -> Interval | None:
    return calendar.year(int(match["y"]))


def _read_decade(match: re.Match[str], _context: Context) -> Interval | None:
    return calendar.decade(int(match["y"]))


def _read_quarter(match: re.Match[str], context: Context) -> Interval | None:
    """Q1 2024; the third quarter, of the year that fits."""
    which = match["which"] or {"1": "first", "2": "second", "3": "third", "4": "fourth"}[match["n"]]

    def make(number: int) -> Interval | None:
        return stretch(calendar.year(number), which.lower(), "quarter")

    return make(int(match["y"])) if match["y"] else yearly(context, make)


_HOLIDAYS: Final = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "may day": (5, 1),
}
_EASTER: Final = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
"""Days from Easter Sunday."""


def _read_holiday(match: re.Match[str], context: Context) -> Interval | None:
    name = match["name"].lower().replace("’", "'")

    def make(year: int) -> Interval | None:
        return (
            calendar.easter(year, _EASTER[name]) if name in _EASTER else calendar.day(year, *_HOLIDAYS[name])
        )

    if match["y"]:
        return make(int(match["y"])) if int(match["y"]) > 1582 or name not in _EASTER else None
    return yearly(context, make, (match["which"] or "").lower())


_OPENS_YEAR: Final = (
    r"(?:[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Oo]f|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]he|[Bb]ack in|[Ff]or"
    r"|[Ss]ince|[Tt]o|[Tt]hrough|[Tt]hroughout|[Ee]arly|[Mm]id|[Ll]ate|fiscal|financial|year|than|and)"
)
_OPENS_MONTH: Final = (
    r"(?:[Ss]ince|[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Oo]f|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]hroughout"
    r"|[Ee]arly|[Mm]id|[Ll]ate|[Bb]ack in)"
)
_WHICH: Final = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Pp]ast|[Cc]oming)"
_ABSOLUTE: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", _read_iso),
    (r"\b(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)\b", _read_iso),
    (r"\b(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>(?:19|20)\d\d)\b", _read_slashes),
    (
        (
            rf"\b(?P<d1>{DAY})(?:\s(?P<m1>{MONTH})(?:,?\s(?P<y1>{YEAR}))?)?{DASH}(?P<d2>{DAY})\s(?P<m2>{MONTH})"
            rf"(?:,?\s(?P<y>{YEAR}))?"
        ),
        _read_days,
    ),
    (
        (
            rf"\b(?P<m1>{MONTH})\s(?P<d1>{DAY})(?:,?\s(?P<y1>{YEAR}))?{DASH}(?P<m2>{MONTH})\s(?P<d2>{DAY})"
            rf"(?:,?\s(?P<y>{YEAR}))?"
        ),
        _read_days,
    ),
    (rf"\b(?P<m2>{MONTH})\s(?P<d1>{DAY}){DASH}(?P<d2>{DAY})(?:,?\s(?P<y>{YEAR}))?", _read_days),
    (rf"\b(?P<m1>{MONTH})(?:\s(?P<y1>{YEAR}))?{DASH}(?P<m2>{MONTH})\s(?P<y>{YEAR})", _read_months),
    (
        rf"\b(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring)\s(?P<text>(?P<m1>{MONTH})(?P<y1>){DASH}(?P<m2>{MONTH})(?P<y>))",
        _read_months,
    ),
    (
        rf"\b(?:{WEEKDAY},?\s)?(?:the\s)?(?P<d>{DAY})\s(?:of\s)?(?P<m>{MONTH})(?:,?\s(?P<y>{YEAR}))?",
        _read_day,
    ),
    (rf"\b(?:{WEEKDAY},?\s)?(?<!\b[Ii]n\s)(?P<m>{MONTH})\s(?P<d>{DAY})(?:,?\s(?P<y>{YEAR}))?", _read_day),
    (rf"\b(?P<m>{MONTH})\s(?:of\s)?(?P<year>last|this|next)\syear\b", _read_month_of),
    (rf"\b(?P<m>{MONTH}),?\s(?:of\s)?(?P<y>{YEAR})", _read_month),
    (rf"\b(?P<y1>(?:1[5-9]|20)\d\d){DASH}(?P<y2>{YEAR})", _read_years),
    (r"\b(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>\d\d)\b(?!-)", _read_years),
    (rf"\bQ(?P<n>[1-4])(?P<which>)(?:\s(?:of\s)?(?P<y>{YEAR}))?\b", _read_quarter),
    (
        r"\b(?:[Ii]n|[Dd]uring)\s(?P<text>the\s(?P<which>first|second|third|fourth|last)\squarter(?P<n>)(?P<y>))\b(?!\sof)",
        _read_quarter,
    ),
    (rf"\b(?P<season>{SEASON})\s(?:of\s)?(?P<y>{YEAR})", _read_season),
    (rf"\b{_WHICH}\s(?P<season>{SEASON})\b(?P<y>)", _read_season),
    (
        rf"\b(?:[Ii]n|[Dd]uring|[Oo]ver)\s(?P<text>(?:the\s)?(?P<season>{SEASON})\b(?P<y>)(?!\sof))",
        _read_season,
    ),
    (
        (
            r"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s)?(?P<name>New\sYear[’']s\s(?:Day|Eve)"
            r"|Christmas(?:\s(?:Day|Eve))?|Boxing\sDay|May\sDay|Good\sFriday|Easter(?:\s(?:Sunday|Monday))?)"
            rf"(?!\sIsland)(?:\s(?:of\s)?(?P<y>{YEAR}))?(?!\w)"
        ),
        _read_holiday,
    ),
    (rf"\b{_WHICH}\s(?P<m>{MONTH})(?P<y>)", _read_month),
    (rf"\b{_OPENS_MONTH}[- ](?P<text>(?P<m>{MONTH})(?P<y>))(?!\s[A-Z])", _read_month),
    (r"\b(?P<y>(?:1[5-9]|20)\d0)s\b", _read_decade),
    (rf"\b{_OPENS_YEAR}[- ](?P<text>(?P<y>{YEAR}))", _read_year),
    (rf"\b(?:up|down|higher|lower|fewer|more) on (?P<text>(?P<y>{YEAR}))", _read_year),
    (
        (
            r"\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil)\s(?P<text>the\s(?P<d>\d\d?)(?:st|nd|rd|th))"
            r"(?=[.,;:)]|\s(?:and|but|with|in|at|to|from|after|when|of (?:this|the) month)\b|$)"
        ),
        _read_day_of_month,
    ),
)
PATTERNS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    *((re.compile(pattern), read) for pattern, read in _ABSOLUTE),
    *RELATIVE,
)
