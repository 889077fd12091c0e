"""At least, at most or about: the words around a number that say how it is to be taken."""

from __future__ import annotations

import re
from typing import Final

from geobrief.model import Bound

__all__ = ["LONGEST", "closing", "opening", "read_bound"]

_AT_LEAST: Final = (
    r"at\s(?:the\svery\s)?least|a\sminimum\sof|(?:well\s|slightly\s|far\s|just\s)?(?:more\sthan|over|above)|upwards?\sof"
    r"|(?:no|not)\s(?:fewer|less)\sthan|in\sexcess\sof|exceeding"
)
_AT_MOST: Final = (
    r"at\smost|(?:as\smany|as\smuch)\sas|(?:no|not)\smore\sthan|a\smaximum\sof|up\sto|within"
    r"|(?:well\s|slightly\s|far\s|just\s)?(?:fewer\sthan|less\sthan|under|below)"
)
_ABOUT: Final = (
    r"about|around|some|nearly|almost|roughly|approximately|an\sestimated|estimated|close\sto|circa|ca\.|perhaps"
    r"|maybe|probably|somewhere"
)
_NEUTRAL: Final = (
    r"only|just|another|a\splanned|a\sfurther|a\stotal\sof|between|from|as\sfew\sas|a\srecord|the\sfirst"
)
_OPENING = re.compile(rf"(?:\b(?:{_AT_LEAST}|{_AT_MOST}|{_ABOUT}|{_NEUTRAL})\s|[~≈≥≤<>]\s?)+$", re.IGNORECASE)
_CLOSING = re.compile(
    r"\+(?!\w)|-?\s?(?<=-)odd\b|-odd\b|\s(?:or|and)\s(?:more|above|over|higher|greater|so|thereabouts|fewer|less|under)\b"
    r"|,?\sat\s(?:least|most)\b|\sto\s(?:tens|hundreds|thousands|dozens|scores|millions)"
    r"(?:\sof\s(?:thousands|millions))?\b"
)
_KINDS: Final[tuple[tuple[re.Pattern[str], Bound], ...]] = (
    (re.compile(rf"\b(?:{_AT_LEAST})\b|[≥>]", re.IGNORECASE), "at least"),
    (re.compile(rf"\b(?:{_AT_MOST})\b|[≤<]", re.IGNORECASE), "at most"),
    (re.compile(rf"\b(?:{_ABOUT})|[~≈]", re.IGNORECASE), "about"),
)
_CLOSINGS: Final[tuple[tuple[re.Pattern[str], Bound], ...]] = (
    (re.compile(r"\+|more|above|over|higher|greater|least|\bto\b"), "at least"),
    (re.compile(r"fewer|less|under|most"), "at most"),
    (re.compile("so|thereabouts|odd"), "about"),
)
LONGEST: Final = 60
"""Characters before a number that are looked at: the longest opening fits in it."""


def opening(before: str) -> str:
    """The words at the end of `before` that say how the number after them is to be taken; empty for none."""
    match = _OPENING.search(before)
    return match[0] if match else ""


def closing(text: str, start: int) -> str:
    """The same at `start`, after the number or what it counts, as " or more"."""
    match = _CLOSING.match(text, start)
    return match[0] if match else ""


def read_bound(opening_words: str, closing_words: str) -> Bound:
    """What such words make of a number; the opening ones come first.

    >>> read_bound("more than ", ""), read_bound("", " or so")
    ('at least', 'about')
    """
    for words, kinds in ((opening_words, _KINDS), (closing_words, _CLOSINGS)):
        for pattern, bound in kinds:
            # "No fewer than" holds "fewer than" too: at least comes first.
            if words and pattern.search(words):
                return bound
    return ""
