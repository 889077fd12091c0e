"""A text as words: where each one lies, how it is written, what stands between it and the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from geobrief.text.sentences import sentences_of_lines

__all__ = ["Text", "Word", "split_words"]

WORD = re.compile(r"[^\W_]+(?:[.'’ʼ‘ʻ`´][^\W_]+)*")
CONTRACTION = re.compile(r"['’ʼ](?:ve|ll|re|d|m|t)$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’ʼ][sS]$")
OPENING = re.compile(r"[“\"‘'«(\[•:|–—]\s*$")
REMEMBERED = 8_000
"""Words whose forms are kept: a text, and the texts of a batch, say the same ones again and again."""
LONGEST_REMEMBERED = 64
"""Characters of such a word: what is longer is none, and would fill the memory."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, without a possessive ending; hyphens part words, apostrophes and inner dots do not."""

    start: int
    end: int
    text: str
    before: str
    """What stands between the previous word and this one, its possessive ending included."""
    initial: bool
    """Whether it begins a sentence, a line, a quotation or a bracket, where a capital says little."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or has a letter of a script without case."""
        return _is_capital(self.text[:4])

    @property
    def contracted(self) -> bool:
        """Whether it is two words pulled together: "I've"."""
        return CONTRACTION.search(self.text) is not None

    @property
    def upper(self) -> bool:
        """Whether it is written all in capitals."""
        return self.text.isupper()

    @property
    def lower(self) -> str:
        """The word in lower case, without dots: `us` for "U.S"."""
        return _lower(self.text) if len(self.text) <= LONGEST_REMEMBERED else _lowered(self.text)


@lru_cache(maxsize=REMEMBERED)
def _is_capital(text: str) -> bool:
    first = text[0]
    return first.isupper() or (first.isalpha() and not first.islower()) or _is_camel(text)


def _is_camel(text: str) -> bool:
    """Whether a short small beginning is followed by a capital, as in "d'Ivoire"."""
    return text[0].islower() and any(letter.isupper() for letter in text[1:4])


@lru_cache(maxsize=REMEMBERED)
def _lower(text: str) -> str:
    return _lowered(text)


def _lowered(text: str) -> str:
    return text.lower().replace(".", "")


@dataclass(frozen=True)
class Text:
    """A text and its words."""

    text: str
    words: Sequence[Word]

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the text has in lower case."""
        return frozenset(word.text for word in self.words if word.text.islower())

    def word(self, index: int) -> Word | None:
        """The word at an index; None before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the next one; a line's end where there is none."""
        following = self.word(index + 1)
        return following.before if following else "\n"

    def shouted(self, index: int) -> bool:
        """Whether the word stands among words that are all in capitals, so that its own say nothing."""
        if not self.words[index].upper:
            return False
        around = [self.word(index + step) for step in (-2, -1, 1, 2)]
        letters = [word for word in around if word is not None and len(word.text) > 1 and word.text.isalpha()]
        return bool(letters) and all(word.upper for word in letters)


def split_words(text: str) -> Text:
    """Splits a text into words. Takes time in proportion to its length."""
    starts = {start for start, _ in sentences_of_lines(text)}
    words: list[Word] = []
    at = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        possessive = POSSESSIVE.search(match[0])
        if possessive:
            end -= len(possessive[0])
        before = text[at:start]
        first = (
            not words
            or bool(OPENING.search(before))
            or any(place in starts for place in range(at, start + 1))
        )
        words.append(Word(start, end, text[start:end], before, first))
        at = end
    return Text(text, words)
