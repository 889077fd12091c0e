"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sentencex import segment

from geobrief.model import Span
from geobrief.text.soft_breaks import unfolded

__all__ = ["sentences", "sentences_of_lines"]

_PARAGRAPH = re.compile(r"[•‣▪●◦]?[^\n•‣▪●◦]+")
"""A line, or an item of a list whose lines were joined."""
_WINDOW: Final = 8_000
"""Characters of a paragraph that are split together, and the most of a sentence: none of prose is longer."""
_SETTLED: Final = 6_000
"""Characters from a window's beginning in which sentences end that are taken; what follows is split again."""
_SPACES: Final = dict.fromkeys((133, 160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288), " ")
"""White space outside ASCII: sentencex 1.0.32 breaks off at a capital letter before it and a full stop."""
_CONTINUED = re.compile(
    r"(?:\b[ap]\.m\.|\b(?:Dr|Mr|Mrs|Ms|Ft|Mt|St|Spc|Sgt|Gen|Lt|Col|Capt|Maj|Gov|Sen|Rep|Rev|Prof|No|Nos|Approx|approx|ca)\.)\s*\Z"
)
_WORD_END = re.compile(r"\b(?:May|art|fed|ill|me|miss|no|ore)\.\s+(?=[\"“‘']?[A-Z])")
"""Ends of sentences that sentencex takes for abbreviations: "until May. Analysts", "was ill. Doctors"."""
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}T\b|GMT\b|UTC\b|Eastern\b|on\b|[a-z(\d])"
)


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Spans of the sentences of `text`, in order, with no white space at either end.

    A bullet ends a sentence, and a newline unless it only keeps a line short (see `soft_breaks`); so does its
    length where nothing else does. `language` is a BCP 47 tag; a quotation of several sentences stays one.

    >>> [text[a:b] for text in ["Lt. Gen. Lee left. He won 3.5 to 2."] for a, b in sentences(text)]
    ['Lt. Gen. Lee left.', 'He won 3.5 to 2.']
    """
    fold = unfolded(text)
    spans = sentences_of_lines(fold.text, language)
    return spans if fold.is_as_written else tuple(fold.as_written(span) for span in spans)


def sentences_of_lines(text: str, language: str = "en") -> tuple[Span, ...]:
    """The same for a text that is unfolded already, where every newline ends a sentence."""
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found.extend(
            _trimmed(text, start, end) for start, end in _pieces(paragraph[0], paragraph.start(), language)
        )
    return tuple((start, end) for start, end in found if start < end)


def _pieces(paragraph: str, offset: int, language: str) -> Iterator[Span]:
    """The sentences of one paragraph, joined again where sentencex split after an abbreviation."""
    start = end = offset
    previous = ""
    for piece in _segmented(paragraph, language.split("-")[0] or "en"):
        if end > start and not _continues(previous, piece):
            yield start, end
            start = end
        end += len(piece)
        previous = piece
    yield start, end


def _segmented(paragraph: str, language: str) -> Iterator[str]:
    """What sentencex makes of the paragraph, in windows: for each opening mark it seeks a closing one."""
    for piece in _segmented_by_rules(paragraph.translate(_SPACES), language):
        ends = [each.end() for each in _WORD_END.finditer(piece)] if language == "en" else []
        yield from (piece[start:end] for start, end in pairwise([0, *ends, len(piece)]) if end > start)


def _segmented_by_rules(paragraph: str, language: str) -> Iterator[str]:
    """What sentencex itself makes of it."""
    start = 0
    while len(paragraph) - start > _WINDOW:
        end = start
        cut = paragraph.rfind(" ", start + _SETTLED, start + _WINDOW) + 1 or start + _WINDOW
        for piece in segment(language, paragraph[start:cut]):
            if end > start and end + len(piece) > start + _SETTLED:
                break
            end += len(piece)
            yield piece
        start = end
    yield from segment(language, paragraph[start:])


def _continues(previous: str, piece: str) -> bool:
    last = _CONTINUED.search(previous[-12:])
    if last is None:
        return False
    return _AFTER_CLOCK.match(piece) is not None if ".m." in last[0] else True


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
