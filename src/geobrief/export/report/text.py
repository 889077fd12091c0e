"""Text of a brief as a document may hold it, whatever is in it, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, TypeAlias

__all__ = ["Direction", "direction_of", "one_line", "stretches"]

Direction: TypeAlias = Literal["ltr", "rtl"]

_FORBIDDEN: Final = re.compile(
    "[^\\t\\n\\r\x20-\x7e\x85\xa0-\u202c\u202f-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 (5th edition, 2.2) does not allow, the controls and noncharacters that it discourages, and the
overrides of direction, which show a quote in another order than it is written in."""
_SPACE: Final = re.compile("[ \\t\\n\\r\x85\u2028\u2029]+")
"""Spaces and ends of line; no-break and thin spaces stay."""
_ISOLATES, _EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b"
_END_OF_ISOLATE, _END_OF_EMBEDDING = "\u2069", "\u202c"
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


def one_line(text: str) -> str:
    r"""The text on one line, without what XML forbids; what turns its direction ends with it.

    >>> one_line("two\r\nlines\x00 \u2028 and <more>")
    'two lines and <more>'
    """
    line = _SPACE.sub(" ", _FORBIDDEN.sub("", text)).strip(" ")
    isolates = sum(map(line.count, _ISOLATES)) - line.count(_END_OF_ISOLATE)
    embeddings = sum(map(line.count, _EMBEDDINGS)) - line.count(_END_OF_EMBEDDING)
    return line + _END_OF_EMBEDDING * embeddings + _END_OF_ISOLATE * isolates


def direction_of(text: str, other: Direction = "ltr") -> Direction:
    """Which way a text runs, by its first letter (rule P2 of Unicode's bidirectional algorithm).

    Args:
        text: The text.
        other: What a text without letters is said to be.
    """
    return next((way for character in text if (way := _strong(character))), other)


def stretches(text: str, base: Direction) -> list[tuple[str, Direction]]:
    """The text in stretches of one direction; what has none goes with those around, or else with the base.

    >>> stretches("NHK (قناة) said", "ltr")
    [('NHK (', 'ltr'), ('قناة', 'rtl'), (') said', 'ltr')]
    """
    ways = [_strong(character) for character in text]
    known: list[Direction] = []
    after = [base] * (len(text) + 1)
    for at in range(len(text) - 1, -1, -1):
        after[at] = ways[at] or after[at + 1]
    before: Direction = base
    for at, way in enumerate(ways):
        known.append(way or (before if before == after[at] else base))
        before = way or before
    return _gathered(text, known)


def _gathered(text: str, ways: list[Direction]) -> list[tuple[str, Direction]]:
    found: list[tuple[str, Direction]] = []
    for character, way in zip(text, ways, strict=True):
        if found and found[-1][1] == way:
            found[-1] = (found[-1][0] + character, way)
        else:
            found.append((character, way))
    return found


def _strong(character: str) -> Direction | None:
    kind = unicodedata.bidirectional(character)
    if kind == "L":
        return "ltr"
    return "rtl" if kind in _RIGHT_TO_LEFT else None
