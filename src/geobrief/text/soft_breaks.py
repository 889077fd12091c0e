"""Line breaks that only keep lines short, as editors, mail programs and `fmt` set them, read as spaces.

Which breaks these are is told from the text's shape, alike for Markdown and for plain text, because many
articles have a paragraph a line and no blank line anywhere. A text is wrapped where its full lines mostly
break off within a sentence; its breaks are soft after full lines, and where a sentence visibly runs on. What
CommonMark ends a paragraph with (0.31.2, chapters 4 to 6) ends it here too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geobrief.model import Span
from geobrief.text.lines import Line, is_caseless, lines, may_continue, runs_on, seems_cut, tie

__all__ = ["Unfolded", "unfolded"]

_NARROWEST: Final = 30
_WIDEST: Final = 140
"""Characters of a full line: from a newspaper's column to an editor's widest margin and a long word."""
_USUAL: Final = 0.9
"""The quantile of the lines that run on which has the text's width: a line with a long address is wider."""
_FULL: Final = 7 / 8
"""Which part of the width a line has to reach with the next line's first word. Editors fill each line as far
as words allow, so that 1 would do; `fmt` aims at 93 percent, and fills a line less to even out the next."""
_TOO_LONG: Final = 1.3
"""A line so many times the width is a paragraph of its own."""
_SHORT: Final = 1 / 3
"""Which part of the width a line has to have that runs on though it is not full, as a clause a line does."""
_RUN_ON: Final = 0.4
"""Which part of the full lines runs on before a small letter: three in four of wrapped English, half of
wrapped German, hardly any where a line is a paragraph."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n[ \t]*\S")
"""What parts paragraphs; in a text without any, a full line at a sentence's end may be the last of one."""
_EVEN: Final = 0.7
"""Which part of all lines is full in wrapped text, the paragraphs' last lines being shorter."""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A text whose soft line breaks are spaces, and where its parts stand in the text as written."""

    text: str
    joints: Sequence[Span] = ()
    """Where its soft line breaks stand in the text as written, with the white space and marks around them."""
    _starts: Sequence[int] = (0,)
    """Where stretches that were taken over as they are, or made, begin here."""
    _written: Sequence[int] = (0,)
    """Where each of them begins in the text as written."""

    @property
    def is_as_written(self) -> bool:
        """Whether no line break was soft."""
        return not self.joints

    def as_written(self, span: Span) -> Span:
        """Where a stretch of this text stands in the text as written."""
        start = _carried(span[0], self._starts, self._written)
        last = max(span[1] - 1, span[0])
        return start, _carried(last, self._starts, self._written) + span[1] - last

    def here(self, span: Span) -> Span:
        """Where a stretch of the text as written stands in this one; for what was left out, what is next."""
        return _brought(span[0], self._written, self._starts), _brought(span[1], self._written, self._starts)


def unfolded(text: str) -> Unfolded:
    r"""The text with its soft line breaks made spaces; a word that was parted at its hyphen is joined.

    Takes time in proportion to its length.

    >>> unfolded("The ministry said on Monday that more than\n12,000 people had fled to North\nKorea.").text
    'The ministry said on Monday that more than 12,000 people had fled to North Korea.'
    >>> unfolded("Floods in Poland\nThe Oder broke its banks.").is_as_written
    True
    """
    if "\n" not in text.strip():
        return Unfolded(text)
    breaks = [pair for pair in pairwise(lines(text)) if may_continue(*pair)]
    width = _width(breaks)
    least = _FULL * width if _BLANK_LINE.search(text) else width
    soft: list[tuple[Line, Line]] = []
    for before, after in breaks if width else ():
        is_rest = bool(soft) and soft[-1][1] is before
        if _is_soft(before, after, width, least) or (is_rest and runs_on(before, after)):
            soft.append((before, after))
    return _joined(text, soft) if soft else Unfolded(text)


def _width(breaks: Sequence[tuple[Line, Line]]) -> int:
    """The width to which the text is wrapped, in characters; 0 where it is not."""
    narrow = [pair for pair in breaks if _NARROWEST <= pair[0].width <= _WIDEST]
    running = [pair for pair in narrow if runs_on(*pair) or seems_cut(*pair)]
    if not running:
        return 0
    widths = sorted(before.width for before, _ in running)
    width = widths[round(_USUAL * (len(widths) - 1))]
    full = sum(_is_full(*pair, width) for pair in breaks)
    running_full = [pair for pair in running if _is_full(*pair, width)]
    if len(running_full) < _RUN_ON * full:
        return 0
    # Where letters have no case, a paragraph without a full stop looks as if it ran on.
    caseless = sum(is_caseless(after) for _, after in running_full)
    return 0 if 2 * caseless > len(running_full) and full < _EVEN * len(breaks) else width


def _is_full(before: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would have had no room."""
    return _reach(before, after) > _FULL * width


def _reach(before: Line, after: Line) -> int:
    """How wide the line would be with the next one's first word."""
    return before.width + 1 + after.first_word


def _is_soft(before: Line, after: Line, width: int, least: float) -> bool:
    """Whether a line break of a wrapped text is soft.

    Args:
        before: The line that it ends.
        after: The next one.
        width: To how many characters the text is wrapped.
        least: From how many characters on a line goes on that may end a paragraph.
    """
    if _is_full(before, after, width) and before.width <= _TOO_LONG * width:
        return not before.ends_sentence or _reach(before, after) > least
    return not is_caseless(after) and before.width >= _SHORT * width and runs_on(before, after)


def _joined(text: str, soft: Sequence[tuple[Line, Line]]) -> Unfolded:
    parts: list[str] = []
    starts, written = [0], [0]
    length = at = 0
    for before, after in soft:
        space = tie(before, after)
        parts += [text[at : before.end], space]
        length += before.end - at
        if space:
            starts.append(length)
            written.append(before.end)
        length += len(space)
        starts.append(length)
        written.append(after.start)
        at = after.start
    joints = tuple((before.end, after.start) for before, after in soft)
    return Unfolded("".join([*parts, text[at:]]), joints, starts, written)


def _carried(offset: int, origins: Sequence[int], goals: Sequence[int]) -> int:
    at = bisect_right(origins, offset) - 1
    return goals[at] + offset - origins[at]


def _brought(offset: int, origins: Sequence[int], goals: Sequence[int]) -> int:
    """The same, but not beyond where the next stretch begins."""
    at = bisect_right(origins, offset) - 1
    carried = goals[at] + offset - origins[at]
    return min(carried, goals[at + 1]) if at + 1 < len(goals) else carried
