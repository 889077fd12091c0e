"""A text in any language as words of letters and digits; hyphens part them, apostrophes only in some."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geobrief.text.sentences import sentences_of_lines

__all__ = ["Token", "Tokens", "split_tokens"]

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u064b-\u0655\u0640]+[^\W_]*)*")
"""A word, with the marks of Latin, Greek and Arabic letters that are written apart."""
WORD_WITH_APOSTROPHES = re.compile(rf"{WORD.pattern}(?:['’ʼ‘`´]{WORD.pattern})*")
"""The same where an apostrophe is a letter, as in Ukrainian."""
OPENING = re.compile(r"[“„«\"‘‚'(\[•:|–—]\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text."""

    start: int
    end: int
    text: str
    before: str
    """What stands between the previous word and this one."""
    initial: bool
    """Whether it begins a sentence, a line or a quotation, where a capital says little."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Tokens:
    """A text and its words."""

    text: str
    words: Sequence[Token]
    small: frozenset[str] = field(default_factory=frozenset)
    """The words that the text has in lower case."""

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, index: int) -> str:
        """The word at an index in lower case; empty before the first and after the last."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next one; a line's end where there is none."""
        return self.words[index + 1].before if 0 <= index < len(self.words) - 1 else "\n"


def split_tokens(text: str, language: str) -> Tokens:
    """Splits a text into words. Takes time in proportion to its length."""
    starts = {start for start, _ in sentences_of_lines(text, language)}
    word = WORD_WITH_APOSTROPHES if language == "uk" else WORD
    tokens: list[Token] = []
    at = 0
    for match in word.finditer(text):
        before = text[at : match.start()]
        initial = (
            not tokens
            or OPENING.search(before) is not None
            or any(place in starts for place in range(at, match.start() + 1))
        )
        tokens.append(Token(match.start(), match.end(), match[0], before, initial))
        at = match.end()
    small = frozenset(token.text for token in tokens if token.text.islower())
    return Tokens(text, tokens, small)
