"""Coordinates as short text: differences between whole numbers, a character or two each.

A number n is turned into 2n, or -2n - 1 below 0. As long as that is 64 or more, 64 is put aside, the
remainder by 22 is written as one of the last 22 characters of `DIGITS`, and it goes on with the quotient;
then one of the first 64 ends it. It is half the size of JSON's numbers, and stands in a JSON string within
HTML as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np

__all__ = ["DIGITS", "decode_numbers", "encode_numbers", "packed_geometry", "unpacked_geometry"]

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "&'<>\\`")
"""86 printable characters that need no escape in JSON or HTML."""
LAST = 64
MORE = len(DIGITS) - LAST

Geometry: TypeAlias = Mapping[str, Any]
SCALES = tuple(10**digits for digits in range(8))
"""Of the coordinates that are packed: up to seven decimals, a centimetre."""
LARGEST = 1_000.0
"""Degrees, beyond which a number is no coordinate."""

_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_TWO = LAST * (MORE + 1)
"""Below it two characters are enough."""


def _digits(value: int) -> str:
    text = ""
    while value >= LAST:
        value, rest = divmod(value - LAST, MORE)
        text += DIGITS[LAST + rest]
    return text + DIGITS[value]


_SHORT = tuple(_digits(value) for value in range(_TWO))


def encode_numbers(numbers: Iterable[int]) -> str:
    """Whole numbers as text; small ones are short.

    >>> encode_numbers([0, -1, 1, 31, 32, -1000])
    '#$%gi#~j$'
    """
    values = (2 * number if number >= 0 else -2 * number - 1 for number in numbers)
    return "".join(_SHORT[value] if value < _TWO else _digits(value) for value in values)


def decode_numbers(text: str) -> list[int]:
    """The numbers that `encode_numbers` wrote.

    Raises:
        KeyError: A character is none of `DIGITS`.
    """
    numbers: list[int] = []
    value, unit = 0, 1
    for digit in text:
        part = _VALUES[digit]
        if part >= LAST:
            # Each remainder was taken after 64 were put aside.
            value += part * unit
            unit *= MORE
            continue
        value += part * unit
        numbers.append(-(value + 1) // 2 if value % 2 else value // 2)
        value, unit = 0, 1
    return numbers


def packed_geometry(geometry: Geometry) -> Geometry:
    """A GeoJSON geometry with its lines of positions as text, if that keeps every digit of it; else as it is.

    Instead of `coordinates` it has `lines`, nested alike, and `scale`: a line is the text of
    lon, lat, lon, lat, … in units of 1/scale degree, each position after the first as its difference from
    the one before.
    """
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list) or {"lines", "scale"} & set(geometry):
        return geometry
    lines = list(_lines(coordinates))
    if not lines or not all(_is_line(line) for line in lines):
        return geometry
    numbers = np.array(list(chain.from_iterable(chain.from_iterable(lines))), dtype=np.float64)
    # So written, it holds for NaN too.
    if not np.abs(numbers).max() <= LARGEST:
        return geometry
    for scale in SCALES:
        whole = np.rint(numbers * scale)
        if ((whole / scale) == numbers).all():
            rest = {key: value for key, value in geometry.items() if key != "coordinates"}
            return {**rest, "scale": scale, "lines": _nested(coordinates, scale)}
    return geometry


def unpacked_geometry(geometry: Geometry) -> Geometry:
    """The geometry from which `packed_geometry` made this one.

    Raises:
        KeyError: A character is none of `DIGITS`.
        TypeError: A line is no text.
    """
    if not {"lines", "scale"} <= set(geometry):
        return geometry
    rest = {key: value for key, value in geometry.items() if key not in ("lines", "scale")}
    return {**rest, "coordinates": _positions(geometry["lines"], geometry["scale"])}


def _lines(coordinates: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """The lists of positions in nested coordinates."""
    if coordinates and all(
        isinstance(part, list) and part and isinstance(part[0], list) for part in coordinates
    ):
        for part in coordinates:
            yield from _lines(part)
    else:
        yield coordinates


def _is_line(line: Sequence[Any]) -> bool:
    return bool(line) and all(
        isinstance(position, list)
        and len(position) == 2
        and all(type(part) in (int, float) for part in position)
        for position in line
    )


def _nested(coordinates: Sequence[Any], scale: int) -> Any:
    if isinstance(coordinates[0][0], list):
        return [_nested(part, scale) for part in coordinates]
    whole = np.rint(np.array(coordinates, dtype=np.float64) * scale).astype(np.int64)
    return encode_numbers(np.diff(whole, axis=0, prepend=0).ravel().tolist())


def _positions(lines: Any, scale: int) -> Any:
    if isinstance(lines, list):
        return [_positions(line, scale) for line in lines]
    sums = np.cumsum(np.array(decode_numbers(lines), dtype=np.int64).reshape(-1, 2), axis=0)
    positions: list[list[float]] = (sums / scale).tolist()
    return positions
