"""Longitude and latitude as people write them: decimal, or degrees, minutes and seconds."""

from __future__ import annotations

import re
from typing import Final, Literal

from geobrief.errors import BriefError

__all__ = ["degrees", "position"]

Axis = Literal["lon", "lat"]

_LIMIT: Final = {"lon": 180.0, "lat": 90.0}
_LETTERS: Final = {"lon": "EW", "lat": "NS"}
_SIDES = (
    (re.compile(r"с\.?\s*ш\.?|пн\.?\s*ш\.?", re.IGNORECASE), "N"),
    (re.compile(r"ю\.?\s*ш\.?|пд\.?\s*ш\.?", re.IGNORECASE), "S"),
    (re.compile(r"в\.?\s*д\.?|сх\.?\s*д\.?", re.IGNORECASE), "E"),
    (re.compile(r"з\.?\s*д\.?|зх\.?\s*д\.?", re.IGNORECASE), "W"),
)
"""What Russian and Ukrainian write for a quadrant."""
_BETWEEN = re.compile(r"\s*[;/|]\s*|\s*,\s+|(?<=\d),(?=-?\d+\.)")
"""What separates two without letters in one cell: 55.79; 52.05 or 55.79, 52.05 or 55.79,52.05."""
_LETTER_FIRST = re.compile(r"[NSEW][^NSEW]+", re.IGNORECASE)
_LETTER_LAST = re.compile(r"[^NSEW]+[NSEW]", re.IGNORECASE)
_QUADRANTS: Final = ("n", "s", "e", "w", "north", "south", "east", "west")
_UNITS: Final = ("d", "deg", "degree", "degrees", "m", "min", "minute", "minutes", "sec", "second", "seconds")
_DECIMALS: Final = 7
"""Of a degree: a centimetre."""


def degrees(text: str, axis: Axis) -> float:
    """The decimal degrees that a text says, south and west negative.

    >>> degrees("55°47′24″ N", "lat")
    55.79
    >>> degrees("52,05", "lon")
    52.05

    Raises:
        BriefError: It says none, those of the other axis, or some beyond the end of the axis.
    """
    from lat_lon_parser import parse

    asked = _with_letters(text)
    words = set(re.findall(r"[^\W\d_]+", asked.lower()))
    if words - {*_QUADRANTS, *_UNITS}:  # the O of Ost and Ouest, which are opposite, among others
        raise BriefError(f"{text!r:.60} is no {_word(axis)} in degrees, with N, S, E or W")
    letters = {word[0].upper() for word in words.intersection(_QUADRANTS)}
    if letters - set(_LETTERS[axis]):
        raise BriefError(f"{text!r:.60} is no {_word(axis)}; are longitude and latitude swapped?")
    try:
        value = round(float(parse(asked)), _DECIMALS)
    except (ValueError, TypeError, IndexError) as error:
        raise BriefError(f"{text!r:.60} is no {_word(axis)} in degrees") from error
    if abs(value) > _LIMIT[axis]:
        raise BriefError(f"{text!r:.60} is no {_word(axis)}: it is beyond {_LIMIT[axis]:g}")
    return value


def position(text: str) -> tuple[float, float]:
    """Longitude and latitude of a cell that holds both: latitude first, unless its letters say otherwise.

    >>> position("55.79, 52.05")
    (52.05, 55.79)
    >>> position("E 52.05, N 55.79")
    (52.05, 55.79)

    Raises:
        BriefError: It does not hold two of them.
    """
    parts = _parts(_with_letters(text).strip())
    if len(parts) != 2:
        raise BriefError(f"{text!r:.60} is no position; write it as 55.79, 52.05")
    first, second = parts
    if set(first.upper()) & {"E", "W"}:
        first, second = second, first
    return degrees(second, "lon"), degrees(first, "lat")


def _parts(text: str) -> list[str]:
    if not re.search("[NSEW]", text, re.IGNORECASE):
        return [part for part in _BETWEEN.split(text) if part]
    pattern = _LETTER_FIRST if text[:1].upper() in "NSEW" else _LETTER_LAST
    return [part.strip(" ,;/|") for part in pattern.findall(text)]


def _with_letters(text: str) -> str:
    for words, letter in _SIDES:
        text = words.sub(letter, text)
    return text


def _word(axis: Axis) -> str:
    return "longitude" if axis == "lon" else "latitude"
