"""Where known names stand in a text, before their context is weighed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from geobrief.geoparse.words import Text, split_words
from geobrief.model import Candidate
from geobrief.text.names import comparable_text

__all__ = ["NameFinder", "Names", "Span"]

LONGEST_NAME = 100
"""Characters of comparable text in which a name is searched; the gazetteer's longest are shorter."""

INNER_GAP = re.compile(r"(?:['’ʼ]s)?[ \u00a0]|[-‐‑–/]")
AFTER_ABBREVIATION = re.compile(r"\.[ \u00a0]?")
ABBREVIATION = re.compile(r"(?i)(?:st|ste|mt|ft|pt|[a-z]|sts|dr|u\.s|d\.c)")


class Names(Protocol):
    """What recognizing asks of a gazetteer."""

    def candidates(self, name: str) -> Sequence[Candidate]:
        """The places of that name, best known first."""

    def known(self, comparable_prefix: str) -> Sequence[str]:
        """The known names, in comparable form, with which the string begins, shortest first."""


@dataclass(frozen=True, slots=True)
class Span:
    """The words `first` to `last`, both included, of a text."""

    first: int
    last: int


class NameFinder:
    """Finds the known names that begin at a word of a text."""

    def __init__(self, text: str, names: Names) -> None:
        self.words: Text = split_words(text)
        self._names = names
        self._comparable, self._offsets = comparable_text(text)
        self._last_words = {word.end: index for index, word in enumerate(self.words.words)}
        self._found: dict[int, list[Span]] = {}

    def at(self, first: int) -> list[Span]:
        """The spans of known names from the word `first` on, longest first."""
        if first not in self._found:
            self._found[first] = self._search(first)
        return self._found[first]

    def _search(self, first: int) -> list[Span]:
        at = bisect_left(self._offsets, self.words.words[first].start)
        names = self._names.known(self._comparable[at : at + LONGEST_NAME])
        found: list[Span] = []
        for name in names:
            last = self._last_words.get(self._offsets[at + len(name) - 1] + 1)
            if last is not None and last >= first and self._is_one_phrase(first, last):
                found.append(Span(first, last))
        return found[::-1]

    def _is_one_phrase(self, first: int, last: int) -> bool:
        """Whether no sentence ends inside the name."""
        for index in range(first, last):
            gap = self.words.gap(index)
            if INNER_GAP.fullmatch(gap):
                continue
            if not (
                AFTER_ABBREVIATION.fullmatch(gap) and ABBREVIATION.fullmatch(self.words.words[index].text)
            ):
                return False
        return True
