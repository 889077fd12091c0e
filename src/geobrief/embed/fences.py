"""Fenced blocks of Markdown that ask for a map: ```` ```geobrief FOLDER ````, with an option a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from geobrief.embed.wish import Wish, read_wish
from geobrief.errors import GeobriefError, PageError

__all__ = ["NAME", "fence_wish", "replace_fences"]

NAME = "geobrief"

_OPENING = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*$")
_HOLDS_BLOCKS = re.compile(r"[ \t]*(?:[-+*]|\d+[.)]|!!!|\?\?\?\+?|===|:|\[\^[^\]]+\]:)[ \t]")
"""A line below which blocks are indented: of a list, an admonition, a tab, a definition, a footnote."""
_CODE = 4
"""Columns from which on a line that nothing holds is code."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A fenced block with all of its lines."""

    line: int
    """Of its opening fence, from 1."""
    indent: str
    info: str
    body: tuple[str, ...]
    end: int
    """The number of the line after it, from 0."""


def replace_fences(text: str, make: Callable[[Wish], str]) -> str:
    """Markdown with HTML in the place of each fence that asks for a map; all else stays as it is.

    Args:
        text: The Markdown.
        make: Gives the HTML for a wish.

    Raises:
        PageError: A fence asks for what there is not; the message begins with its line.
    """
    lines = text.split("\n")
    result: list[str] = []
    kept = 0
    for block in _blocks(lines):
        if not _asks(block.info):
            continue
        try:
            html = make(fence_wish(block.info, block.body))
        except GeobriefError as error:
            raise PageError(f"{block.line}: {error}") from error
        result += lines[kept : block.line - 1]
        result += ["", *(f"{block.indent}{line}" for line in html.rstrip("\n").split("\n")), ""]
        kept = block.end
    return "\n".join([*result, *lines[kept:]])


def fence_wish(info: str, body: tuple[str, ...]) -> Wish:
    """What a fence asks for.

    Args:
        info: The words after the fence, `geobrief FOLDER`.
        body: Its lines, each `option: value`.

    Raises:
        PageError: A line is no option, or says what it cannot.
    """
    options: dict[str, str] = {}
    for line in filter(None, (each.strip() for each in body)):
        name, colon, value = line.partition(":")
        if not colon:
            raise PageError(f"{line!r} is no option. Write options as claim: c3, one a line.")
        options[name.strip()] = value
    return read_wish(info.removeprefix(NAME), options)


def _asks(info: str) -> bool:
    return info.split(None, 1)[:1] == [NAME]


def _blocks(lines: list[str]) -> Iterator[_Block]:
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        inline = opening and "`" in opening["fence"] and "`" in opening["info"]
        if not opening or inline or _is_code(lines, at, opening["indent"]):
            at += 1
            continue
        closing = re.compile(rf"[ \t]*{re.escape(opening['fence'][0])}{{{len(opening['fence'])},}}[ \t]*$")
        end = next((n for n in range(at + 1, len(lines)) if closing.match(lines[n])), len(lines))
        yield _Block(at + 1, opening["indent"], opening["info"], tuple(lines[at + 1 : end]), end + 1)
        at = end + 1


def _is_code(lines: list[str], at: int, indent: str) -> bool:
    """Whether an indented fence is the text of a code block, since nothing above it holds blocks."""
    width = len(indent.expandtabs(_CODE))
    if width < _CODE:
        return False
    above = at - 1
    while above >= 0 and (not lines[above].strip() or _width(lines[above]) >= width):
        above -= 1
    while above >= 0 and lines[above].strip():
        if _HOLDS_BLOCKS.match(lines[above]):
            return False
        above -= 1
    return True


def _width(line: str) -> int:
    return len(line.expandtabs(_CODE)) - len(line.expandtabs(_CODE).lstrip())
