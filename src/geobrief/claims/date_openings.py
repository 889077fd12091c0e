"""The words before a date that take a part of it, reckon from it or open it, as in "since early May"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from geobrief.claims import calendar_terms as calendar
from geobrief.claims.calendar_parts import ORDERS, stretch, stretch_before, third
from geobrief.claims.calendar_terms import Interval
from geobrief.claims.date_words import COUNT, counted
from geobrief.model import Span

__all__ = ["DateFound", "widened"]

_PART: Final = re.compile(
    r"(?:\b[Tt]he\s)?\b(?:(?P<third>(?i:early|mid|late|start|beginning|middle|end))"
    rf"|(?P<order>(?i:{'|'.join(ORDERS)}))\s(?:(?P<n>{COUNT})\s)?(?P<unit>half|quarter|(?:day|week|month)s?))"
    r"(?:\sof\s(?:the\s)?|\sin\s|[-\s])$"
)
_TO: Final = re.compile(
    rf"\b[Tt]he\s(?:(?P<n>{COUNT})\s)?(?P<unit>day|week|month|year)s?"
    r"\s(?:to|up\sto|ending|ended|through)(?:\son|\sin)?\s$"
)
_FROM: Final = re.compile(rf"\b(?P<n>{COUNT})\s(?P<unit>day|week|month|year)s?\s(?P<side>before|after)\s$")
_OPEN: Final = re.compile(
    r"\b(?:[Ee]ver\s)?(?P<word>[Ss]ince|[Uu]ntil|[Tt]ill|[Uu]p to|[Bb]efore)\s(?:the\s)?$"
)
_BY: Final = re.compile(r"\b[Bb]y\s$")
_LOOK_BACK: Final = 48
"""Characters; the longest of these phrases fits in them."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a sentence, with the words that belong to it."""

    span: Span
    interval: Interval | None
    """None where the date cannot be told."""
    opened: str = ""
    """"since", or "until" for what ends with the interval."""


def widened(sentence: str, span: Span, interval: Interval | None) -> DateFound:
    """The date at `span`, which is `interval` by itself, with the words before it that change what it is."""
    start, end = span
    start, interval = _parted(sentence, start, interval)
    for pattern, read in ((_TO, _read_to), (_FROM, _read_from)):
        match = pattern.search(sentence, max(0, start - _LOOK_BACK), start)
        if match is not None:
            return DateFound((match.start(), end), read(match, interval) if interval else None)
    opening = _OPEN.search(sentence, max(0, start - _LOOK_BACK), start)
    if opening is None:
        return DateFound((start, end), interval)
    word = opening["word"].lower()
    if word == "before" and interval:
        last = interval[0] - timedelta(days=1) if interval[0] > date.min else interval[0]
        interval = (min(interval[0], last), last)
    return DateFound((opening.start(), end), interval, "since" if word == "since" else "until")


def _parted(sentence: str, start: int, interval: Interval | None) -> tuple[int, Interval | None]:
    """Where the date begins with the words that take a part of it, and that part."""
    match = _PART.search(sentence, max(0, start - _LOOK_BACK), start)
    if match is None:
        return start, interval
    taken = _part(match, interval) if interval else None
    if interval and not taken:
        return start, interval
    deadline = _BY.search(sentence, max(0, match.start() - 4), match.start())
    if taken and deadline and match["third"] and match["third"].lower() == "end":
        # What is done "by the end of 2026" has that day as its latest; the year before it is as good.
        return deadline.start(), (taken[1], taken[1])
    return match.start(), taken


def _part(match: re.Match[str], interval: Interval) -> Interval | None:
    if match["third"]:
        return third(interval, match["third"].lower())
    return stretch(interval, match["order"].lower(), match["unit"], counted(match["n"] or ""))


def _read_to(match: re.Match[str], interval: Interval) -> Interval | None:
    """The year to March 2024: the twelve months that end with it."""
    count = counted(match["n"] or "one")
    return stretch_before(interval[1], match["unit"], count) if count else None


def _read_from(match: re.Match[str], interval: Interval) -> Interval | None:
    """Three days before Christmas."""
    count = counted(match["n"])
    if count is None:
        return None
    back = match["side"] == "before"
    return calendar.shifted(match["unit"], -count if back else count, interval[0 if back else 1])
