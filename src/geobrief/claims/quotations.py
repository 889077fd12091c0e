"""Which stretches of a text stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from geobrief.model import Span

__all__ = ["inside", "quotations"]

# Double marks of five kinds; a straight one opens where a word follows and none is open.
_MARK = re.compile(r"[“”„«»]|''|(?<!\d)\"|\n")
_CLOSES = {"“": '”"', "„": "“”", "«": "»", "''": ("''",), '"': '"”'}


def quotations(text: str) -> tuple[Span, ...]:
    """Spans in quotation marks, marks included, in order.

    A quotation ends with its paragraph at the latest: newspapers leave one open that the next paragraph goes
    on with, and a stray mark spoils no more than that.
    """
    found: list[Span] = []
    start, opened = -1, ""
    for mark in _MARK.finditer(text):
        if mark[0] == "\n":
            if opened:
                found.append((start, mark.start()))
            opened = ""
        elif opened:
            if mark[0] in _CLOSES[opened]:
                found.append((start, mark.end()))
                opened = ""
        elif mark[0] in _CLOSES:
            start, opened = mark.start(), mark[0]
    if opened:
        found.append((start, len(text)))
    return tuple(found)


def inside(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The parts of `spans` (in order, apart) that lie in `start..end`, counted from `start`."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_right(spans, end - 1, key=lambda span: span[0])
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans[first:last])
