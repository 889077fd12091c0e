"""What a page is told of its cells: their paths in H3's tree, and the outlines of every level.

A path is the base cell's number and the digits below it, three bits each; its parent's is the same without
the last three bits. The full index adds only the mode and the resolution:
https://h3geo.org/docs/core-library/h3Indexing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from geobrief.brief.coordinates import encode_numbers
from geobrief.corpora.map.cells import outline
from geobrief.corpora.map.located import LEVELS

__all__ = ["cells_record", "index_of", "path_of"]

Cells: TypeAlias = NDArray[np.uint64]

_BASE_BITS: Final = 7
_DIGIT_BITS: Final = 3
_DIGITS: Final = 45
"""Bits below the base cell."""
_MODE: Final = 1 << 59
_RESOLUTION: Final = 52
_SCALES: Final = {1: 100, 2: 200, 3: 500, 4: 1000, 5: 2000}
"""Parts of a degree to which corners are rounded, by resolution: less than a hundredth of a cell's side."""


def path_of(index: int, level: int) -> int:
    """The path of a cell of a resolution."""
    return (index >> (_DIGITS - _DIGIT_BITS * level)) & ((1 << (_BASE_BITS + _DIGIT_BITS * level)) - 1)


def index_of(path: int, level: int) -> int:
    """The cell that has a path."""
    below = _DIGITS - _DIGIT_BITS * level
    return _MODE | level << _RESOLUTION | path << below | ((1 << below) - 1)


def cells_record(finest: Cells, level: int) -> dict[str, Any]:
    """The cells for the page.

    Args:
        finest: Those of the finest resolution, in order.
        level: That resolution.
    """
    paths = [path_of(int(cell), level) for cell in finest.tolist()]
    record: dict[str, Any] = {"level": level, "paths": encode_numbers(_steps(paths)), "outlines": []}
    for coarse in LEVELS[: LEVELS.index(level) + 1]:
        own = sorted({path >> _DIGIT_BITS * (level - coarse) for path in paths})
        record["outlines"].append(_outlines([index_of(path, coarse) for path in own], coarse))
    return record


def _outlines(cells: Sequence[int], level: int) -> dict[str, Any]:
    rings = [outline(cell) for cell in cells]
    points = np.array([point for ring in rings for point in ring], dtype=np.float64).reshape(-1, 2)
    whole = np.rint(points * _SCALES[level]).astype(np.int64)
    return {
        "level": level,
        "scale": _SCALES[level],
        "corners": encode_numbers(len(ring) for ring in rings),
        "points": encode_numbers(np.diff(whole, axis=0, prepend=0).ravel().tolist()),
    }


def _steps(numbers: Sequence[int]) -> Iterator[int]:
    last = 0
    for number in numbers:
        yield number - last
        last = number
