"""A stretch of an article as selectors of the Web Annotation Data Model (W3C, 2017-02-23, 4.2.4 and 4.2.5).

Both count Unicode code points of the article's text as the brief holds it, which has neither tags nor
entities any more: what the model calls normalized.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

from geobrief.model import Span

__all__ = ["CONTEXT_CHARACTERS", "LONGEST_CONTEXT", "SelectableText", "quote_selector"]

Record = dict[str, Any]

CONTEXT_CHARACTERS = 32
"""How much of the text before and after a quote is told, as Hypothesis does."""
LONGEST_CONTEXT = 1024
"""And how much at most, where the text has the same words with the same context elsewhere too."""

_WORD_START = re.compile(r"(?<=\s)\S")
_JOINER = "\u200d"
"""Zero width joiner: what it joins is one character to the reader."""


class SelectableText:
    """An article's text, looked through once, so that what stands in it once is soon known to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._openings = Counter(
            text[found.start() : found.start() + CONTEXT_CHARACTERS] for found in _WORD_START.finditer(text)
        )

    def selectors(self, span: Span) -> list[Record]:
        """The two selectors of a stretch, the quote first.

        The context of the quote grows until nothing else in the text matches, because a `TextQuoteSelector`
        selects all that do.
        """
        start, end = span
        size = CONTEXT_CHARACTERS
        first, last = _context(self.text, span, size)
        while size < LONGEST_CONTEXT and self._is_elsewhere(first, start, last):
            size *= 2
            first, last = _context(self.text, span, size)
        return [
            quote_selector(self.text[start:end], self.text[first:start], self.text[end:last]),
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]

    def _is_elsewhere(self, first: int, start: int, last: int) -> bool:
        """Whether `text[first:last]` stands in the text a second time.

        Most words are told apart by how they go on from `start`; only where these openings agree, or where
        they are not counted, the text is searched.
        """
        counted = start > first and self.text[start - 1].isspace() and not self.text[start].isspace()
        opening = self.text[start : start + CONTEXT_CHARACTERS]
        if counted and len(opening) <= last - start and self._openings[opening] == 1:
            return False
        words = self.text[first:last]
        return self.text.find(words) != first or self.text.find(words, first + 1) != -1


def quote_selector(exact: str, prefix: str = "", suffix: str = "") -> Record:
    """A `TextQuoteSelector`; a context that is empty is left out."""
    context = {"prefix": prefix, "suffix": suffix}
    return {
        "type": "TextQuoteSelector",
        "exact": exact,
        **{key: text for key, text in context.items() if text},
    }


def _context(text: str, span: Span, size: int) -> Span:
    """Where the context begins and ends: at most `size` away, and not within a letter and its marks."""
    start, end = span
    first, last = max(0, start - size), min(len(text), end + size)
    while first < start and _within_letter(text, first):
        first += 1
    while last > end and _within_letter(text, last):
        last -= 1
    return first, last


def _within_letter(text: str, at: int) -> bool:
    """Whether a cut there would part a letter from its marks, or what a joiner joins."""
    if not 0 < at < len(text):
        return False
    return (
        text[at] == _JOINER or text[at - 1] == _JOINER or unicodedata.category(text[at]) in ("Mn", "Mc", "Me")
    )
