"""Which way lines run, and words of the other way kept together in them (UAX 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["RIGHT_TO_LEFT_MARK", "is_right_to_left", "isolated", "unbroken"]

RIGHT_TO_LEFT_MARK = "\u200f"
FROM_THE_LEFT, FROM_THE_RIGHT, END = "\u2066", "\u2067", "\u2069"
"""Begin an isolate, and end it: around it a line is ordered as if it were one sign."""
ISOLATES = re.compile(f"[{FROM_THE_LEFT}{FROM_THE_RIGHT}][^{END}]*{END}?")


def is_right_to_left(text: str) -> bool:
    """Whether the first letter outside isolates runs from right to left (UAX 9, rule P2)."""
    for character in ISOLATES.sub("", text):
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str, direction: str) -> str:
    """A part of a line of the direction, in an isolate of its own where it has letters of the other one.

    Without, numbers and marks after it would be ordered with its letters.

    >>> isolated("Sumy", "ltr"), isolated("Sumy", "rtl")
    ('Sumy', '\\u2066Sumy\\u2069')
    """
    others = ("L",) if direction == "rtl" else ("R", "AL")
    if not any(unicodedata.bidirectional(character) in others for character in text):
        return text
    return f"{FROM_THE_RIGHT if is_right_to_left(text) else FROM_THE_LEFT}{text}{END}"


def unbroken(lines: Sequence[str]) -> list[str]:
    """Lines of one text, an isolate that is broken between two of them ended and begun again."""
    found, opened = [], ""
    for line in lines:
        mark = RIGHT_TO_LEFT_MARK if line.startswith(RIGHT_TO_LEFT_MARK) else ""
        whole = opened + line.removeprefix(mark)
        last = max(whole.rfind(FROM_THE_LEFT), whole.rfind(FROM_THE_RIGHT))
        opened = whole[last] if last > whole.rfind(END) else ""
        found.append(f"{mark}{whole}{END if opened else ''}")
    return found
