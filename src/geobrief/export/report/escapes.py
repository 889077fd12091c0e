r"""Text made safe for Markdown and LaTeX: whatever it is, a reader sees just its characters.

`markdown` follows CommonMark 0.31 (2.4, backslash escapes) with the tables, strikethrough and bare links of
GitHub's dialect, and what Pandoc, Quarto, Hugo and Jekyll make of braces, dollars and carets.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["latex", "latex_address", "markdown", "markdown_address"]

_MARKS: Final = re.compile(r"[\\`*_\[\]<>&|~$#^{}]")
_AT_THE_BEGINNING: Final = re.compile(r"([-+=:%]|\d{1,9}(?=[.)]))")
"""What makes a list, a heading's underline, a definition or Pandoc's title of a line that begins with it."""
_BARE_LINK: Final = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)|(@)(?=\w)")
"""What GitHub makes links of although nobody marked it as one."""

_UNSEEN: Final = (*range(0x200B, 0x2010), 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Marks of direction, joiners and breaks that no font shows."""
_LATEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
    "\u00a0": "~",
    "\u00ad": r"\-",
    "\u2009": r"\,",
    "\u202f": r"\,",
    "\u2010": "-",
    "\u2011": r"\mbox{-}",
    "\u2015": r"\textemdash{}",
    "\u2212": r"\textminus{}",
    "\u2032": r"\textquotesingle{}",
    "\ufeff": "",
} | {chr(point): "" for point in _UNSEEN}
"""What LaTeX reads as a command, as the argument of one ("[", "*"), or not at all; spaces and dashes."""
_LIGATURE: Final = re.compile(r"([-,])(?=[-,])")
_LATEX_MARKS: Final = re.compile("[" + re.escape("".join(_LATEX)) + "]")


def markdown(text: str) -> str:
    r"""Text of one line that stands anywhere in Markdown, also in a cell of a table.

    >>> markdown("1. <b>*a*</b> | `b`")
    '1\\. \\<b\\>\\*a\\*\\</b\\> \\| \\`b\\`'
    """
    marked = _MARKS.sub(lambda found: f"\\{found[0]}", text)
    linked = _BARE_LINK.sub(lambda found: "\\".join(filter(None, found.groups())), marked)
    return _begun(linked)


def _begun(text: str) -> str:
    found = _AT_THE_BEGINNING.match(text)
    if not found:
        return text
    at = found.end() if found[0][0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"


def markdown_address(url: str) -> str:
    """An address for a Markdown link: what would end it is percent-encoded."""
    encoded = quote(url, safe="/:?#@!&+,;=%-._~")
    return re.sub(r"(&#?\w+);", r"\1%3B", encoded)  # what would be read as the name of a character


def latex(text: str) -> str:
    r"""Text that stands anywhere in LaTeX, where it runs no command and starts no ligature.

    >>> latex(r"50 % of \input{a}")
    '50 \\% of \\textbackslash{}input\\{a\\}'
    """
    return _LIGATURE.sub(r"\1{}", _LATEX_MARKS.sub(lambda found: _LATEX[found[0]], text))


def latex_address(url: str) -> str:
    r"""An address as the argument of hyperref's `\href`, which takes `\%` and `\#` for the characters."""
    encoded = quote(url, safe="/:?#@!&+,;=%-._~()*")
    return re.sub(r"[%#&]", lambda found: f"\\{found[0]}", encoded)
