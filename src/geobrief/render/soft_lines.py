"""Line breaks that only keep an article's lines short: the page shows spaces there."""

from __future__ import annotations

from geobrief.text.soft_breaks import unfolded

__all__ = ["softly_ended", "spaced"]


def softly_ended(text: str) -> list[int]:
    r"""The first of each run of lines that end softly, and how many they are, in turns; the text's is 0.

    >>> softly_ended("A\n\nThe ferry line said on Monday evening\nthat more than 12,000\npeople had left.")
    [2, 2]
    """
    runs: list[int] = []
    line = at = 0
    for start, end in unfolded(text).joints:
        line += text.count("\n", at, start)
        if runs and line == runs[-2] + runs[-1]:
            runs[-1] += 1
        else:
            runs += [line, 1]
        line += 1
        at = end
    return runs


def spaced(text: str) -> str:
    """The text with spaces for its soft line breaks and what stands around them, so that offsets stay."""
    parts: list[str] = []
    at = 0
    for start, end in unfolded(text).joints:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
