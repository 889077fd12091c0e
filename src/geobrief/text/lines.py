"""The lines of a text, and which of them may be the rest of the paragraph before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Line", "is_caseless", "lines", "may_continue", "runs_on", "seems_cut", "tie"]

_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)*")
_ITEM = re.compile(r"[ \t]*(?:[-+*•‣▪●◦]|\(?\d{1,9}[.)])(?:[ \t]+|$)")
_ORDERED = re.compile(r"\d{1,9}[.)]")
_ALONE = re.compile(
    r"(?:#{1,6}(?:[ \t]|$)|\||(?:`{3}|~{3}))"  # a heading, a table's row, a fence
    r"|[\W_]*+$"  # a rule, or what underlines a heading
)
_CELLS = re.compile(r"\t| {3}|[ \t]\|[ \t]")
"""What parts the cells of a pasted table."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HARD_BREAKS: Final = ("  ", "\\")
_ENDS = re.compile(r"[.!?…:;؟。]+[\"'”’»)\]*_]*$")
_PARTED = re.compile(r"[^\W_](?:[-‐–—]|--)$")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|e|o|u|и|или|і|й|та|або)\b")
"""What follows a hyphen that stands for a word's second half: "short- and long-range"."""
_BOUND = re.compile(
    r"(?<!\S)(?:an?|the|this|that|these|those|of|in|on|at|to|for|from|by|with|into|over|under|than|as|and|or|but|nor|if"
    r"|its|their|his|her|our|your|my|is|are|was|were|be|been|has|have|had|not|more|less|about|between|near|no"
    r"|der|die|das|dem|den|des|eine?[mnrs]?|und|oder|von|vom|zu[mr]?|mit|bei|im|für|auf|aus|nach|als|dass"
    r"|les?|la|une?|des?|du|et|ou|à|aux?|dans|sur|par|pour|avec|que|qui|el|los|las|del|al|y|en|con|por|para"
    r"|в|на|с|из|и|к|о|от|до|для|по|у|з|із|і|та|й|від|про|що|что)$",
    re.IGNORECASE,
)
"""Words that end neither a heading nor a paragraph, in the languages that are read and have capitals."""
_LONG: Final = 50
"""Characters. A shorter line may be a heading though it has small letters."""
_SMALL: Final = 0.6
"""Which part of the words begins with a small letter in a sentence at least, names among them."""
_STEP: Final = 2
"""Columns by which a line is set in where that begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, without the marks of a block quote and white space around it."""

    start: int
    """Where its words begin in the text."""
    end: int
    words: str
    width: int
    """Characters from its margin to the end of its words."""
    depth: int
    """In how many block quotes it stands."""
    indent: int
    """Columns before its words and the mark of a list's item."""
    hang: int
    """Columns before its words, behind that mark."""
    item: str = ""
    """The mark of the list's item that it begins, as `-`."""
    alone: bool = False
    """Whether it is blank, a heading, code or a table's row."""
    is_ended: bool = False
    """Whether Markdown ends it by a backslash or by two spaces."""

    @property
    def ends_sentence(self) -> bool:
        """Whether its words end as a sentence does, or with a colon."""
        return _ENDS.search(self.words[-12:]) is not None

    @property
    def first_word(self) -> int:
        """Characters of its first word."""
        return len(self.words.split(maxsplit=1)[0]) if self.words else 0


def lines(text: str) -> Iterator[Line]:
    """The lines in order, the blank ones too."""
    fence = ""
    at = 0
    for written in text.split("\n"):
        line = _line(written, at, in_code=bool(fence))
        mark = _FENCE.match(written)
        if mark and not fence:
            fence = mark[1]
        elif mark and written.strip() == mark[1] and mark[1].startswith(fence):
            fence = ""
        yield line
        at += len(written) + 1


def _line(written: str, at: int, *, in_code: bool) -> Line:
    quote = _QUOTE.match(written)
    margin = quote.end() if quote else 0
    content = written[margin:]
    item = _ITEM.match(content)
    indent = len(content) - len(content.lstrip())
    words = content.strip()
    return Line(
        start=at + margin + indent,
        end=at + margin + len(content.rstrip()),
        words=words,
        width=len(written.rstrip()),
        depth=written.count(">", 0, margin),
        indent=indent,
        hang=item.end() if item else indent,
        item=item[0].strip() if item else "",
        alone=in_code or _ALONE.match(words) is not None or _CELLS.search(words) is not None,
        is_ended=content.endswith(_HARD_BREAKS),
    )


def may_continue(before: Line, after: Line) -> bool:
    """Whether the second of two lines may be the rest of the first one's paragraph."""
    if before.alone or after.alone or before.is_ended or before.depth != after.depth:
        return False
    if after.item and _begins_item(before, after):
        return False
    return after.indent < before.hang + _STEP or runs_on(before, after)


def _begins_item(before: Line, after: Line) -> bool:
    """Whether a line that looks like a list's item is one.

    As in CommonMark, a number other than 1 begins no list within a paragraph. A dash before a small letter is
    one of the sentence's where that has not ended.
    """
    if before.item:
        return True
    if _ORDERED.match(after.item):
        return after.item[:-1] == "1" and not runs_on(before, after)
    small = after.words[len(after.item) :].lstrip()[:1].islower()
    return not (after.item == "-" and small and not before.ends_sentence)


def runs_on(before: Line, after: Line) -> bool:
    """Whether a sentence visibly goes on from one line to the next."""
    if before.ends_sentence:
        return False
    first = after.words.lstrip("-+* ")[:1] if after.item else after.words[:1]
    if first.islower() or is_caseless(after):
        return True
    end = before.words[-12:]
    return _BOUND.search(end) is not None or _PARTED.search(end) is not None


def seems_cut(before: Line, after: Line) -> bool:
    """Whether two lines look like a sentence, though what is parted may be "North" and "Korea".

    A heading is mostly shorter than what it stands over, or has capitals.
    """
    if before.ends_sentence or not after.ends_sentence or after.width > before.width:
        return False
    words = [word for word in before.words.split() if word[0].isalpha()]
    return before.width >= _LONG and sum(word[0].islower() for word in words) > _SMALL * len(words)


def is_caseless(line: Line) -> bool:
    """Whether the line begins with a letter of a script without capitals, as Arabic or Korean."""
    first = line.words[:1]
    return first.isalpha() and first.lower() == first.upper()


def tie(before: Line, after: Line) -> str:
    """What stands between the words of two lines that are one: nothing within a word that was parted."""
    parted = _PARTED.search(before.words[-3:]) is not None and after.words[:1].isalnum()
    return "" if parted and not _SUSPENDED.match(after.words) else " "
