"""What can be a claim at all: a sentence with a verb, not a heading, a byline, a caption or an address."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims.cues import CUES
from geobrief.claims.words import AUXILIARIES, COMMON_VERBS, Token, tokens

__all__ = ["is_claimable", "is_credited"]

_LABEL = re.compile(
    r"(?:original\s)?(?:source|photo|image|picture|credit|caption|video|read\smore|see\salso|tel|phone|address|contact"
    r"|e-?mail|copyright|updated|published|related|file\sphoto)s?\b\s?[:|©]|©|\(?(?:additional\s)?(?:reporting|writing|editing|compiled|translated)\sby\s"
    r"|by\s+[A-Z][\w.’'-]+(?:\s+[\w.’'-]+){0,5}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]++@[^\s@]+\.\w+")
_CREDIT = re.compile(
    r"\s?\(?(?:(?:AP|AFP|EPA|REUTERS|Reuters|Getty(?:\sImages)?|Bloomberg|Xinhua)(?:\s(?:Photo|Images))?\s?/\s?[A-Z]"
    r"|(?:Photo|Image|Picture)s?(?:\scredit)?(?:\sby\s|:\s)[A-Z])[^\n.]{0,60}\.?\)?$",
    re.MULTILINE,
)
"""Whose the picture is, at the end of a caption."""
_HEADING = re.compile(r"#{1,6}\s|\|")
_CELL_END = re.compile(r"(?<=\S)(?:\t|\s\|\s|[,;](?=[^\W\d])|(?<!\d)[,;](?=\d))")
"""What parts the cells of a table; in prose a space follows a comma."""
_CELLS: Final = 2
"""Ends of cells in a row, at least."""
_ITEM = re.compile(r"(?:[-*•‣▪●◦–—]|\(?\d{1,3}[.)])\s+(?=\S)")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_FEW: Final = 8
"""Words. A shorter piece must show its verb to count as a sentence."""
_PLAIN: Final = 3
_LONG: Final = 12
"""Words. A longer piece is no heading, even without a full stop."""


def is_claimable(sentence: str) -> bool:
    """Whether the sentence tells something, as headings, bylines, captions, addresses and table rows do not.

    >>> is_claimable("Original Source: www.example.org"), is_claimable("The Oder broke its banks.")
    (False, True)
    """
    item = _ITEM.match(sentence)
    sentence = sentence[item.end() :] if item else sentence
    if _HEADING.match(sentence) or _LABEL.match(sentence) or _is_row(sentence[:2000]):
        return False
    if _CREDIT.search(sentence, max(0, len(sentence) - 99)):
        return False
    words = [token for token in tokens(_ADDRESS.sub("", sentence[:2000])) if token.is_word]
    ends = _ENDS.search(sentence[-8:]) is not None
    # An item of a list needs no full stop where it shows its verb.
    ends = ends or (item is not None and any(_is_finite(word) for word in words[1:]))
    if len(words) < 3 or (not ends and (len(words) < _LONG or _is_title(words))):
        return False
    # Of short pieces an address is all names and numbers; a sentence has plain words.
    plain = sum(not word.is_name and not word.text.isdigit() for word in words)
    return (
        len(words) >= _FEW
        or plain >= _PLAIN
        or any(_is_verb(word, first=index == 0) for index, word in enumerate(words))
    )


def is_credited(text: str, end: int) -> bool:
    """Whether the sentence that ends at an offset is a caption: the picture's owner follows in its line."""
    return _CREDIT.match(text, end) is not None


def _is_row(sentence: str) -> bool:
    """Whether it is a table's row, pasted as text."""
    return len(_CELL_END.findall(_ADDRESS.sub("", sentence))) >= _CELLS


def _is_finite(word: Token) -> bool:
    if word.is_name and not word.text.isupper():
        return False
    is_past = word.lower.endswith("ed") or (word.lower in CUES and CUES[word.lower].form == "past")
    return is_past or word.lower in AUXILIARIES or word.lower in COMMON_VERBS


def _is_title(words: list[Token]) -> bool:
    """Whether most words are capitalised."""
    return sum(word.is_name for word in words) > 0.6 * len(words)


def _is_verb(word: Token, *, first: bool) -> bool:
    if word.lower in AUXILIARIES or word.lower in COMMON_VERBS or word.lower.endswith("n't"):
        return True
    if word.is_name and not word.text.isupper():
        return False
    return not first and (word.lower in CUES or word.lower.endswith(("ed", "ing")))
