"""The one stretch in which two texts differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import AnyStr

__all__ = ["stretch"]


def stretch(old: AnyStr, new: AnyStr) -> tuple[int, int, int]:
    """Where two texts part, and where in the old and in the new one the rest is the same again."""
    start = _longest(min(len(old), len(new)), lambda at, end: old[at:end] == new[at:end])
    longest = min(len(old), len(new)) - start
    ends = len(old), len(new)
    rest = _longest(
        longest, lambda at, end: old[ends[0] - end : ends[0] - at] == new[ends[1] - end : ends[1] - at]
    )
    return start, len(old) - rest, len(new) - rest


def _longest(limit: int, same: Callable[[int, int], bool]) -> int:
    """How far two texts agree; each half is compared once, so that it takes the time of one comparison."""
    known = 0
    while known < limit:
        middle = (known + limit + 1) // 2
        if same(known, middle):
            known = middle
        else:
            limit = middle - 1
    return known
