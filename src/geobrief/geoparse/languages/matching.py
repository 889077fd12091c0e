"""Known names in a text of any language, by the base forms that its words may have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geobrief.geoparse.languages.grammar import Form, Grammar
from geobrief.geoparse.languages.tokens import Tokens
from geobrief.geoparse.spans import Names
from geobrief.model import Candidate
from geobrief.text.names import comparable_whole

__all__ = ["Match", "Matcher", "prominence"]

LATIN = frozenset({"de", "es", "fr"})
LAST_LATIN = "\u0250"
"""In other scripts a word of Latin letters is mostly a firm's."""
LONGEST = 5
"""Words of a name."""
INNER_GAP = re.compile(r"[ \u00a0]|[-‐‑]|['’ʼ]| [–—] |[–—]")
UNWRITTEN = frozenset("'’ʼ.")
MOST_FORMS = 8
"""Of each word of a name of three words or more: the likeliest, so that the combinations stay few."""
CONNECTOR = 3
"""Letters up to which a small word inside a name is not inflected: "на", "de"."""
SHORTEST = 2
"""Characters of a name."""
WEIGHED = 6
"""Best known places of a name that tell how well known it is."""
COST = 1.5
"""What a form's cost counts against prominence."""

FAME = {"country": 6.3, "continent": 6.2, "water": 5.4}
FAME_OF_REGION = {0: 5.4, 1: 5.3}
FAME_OF_COUNTY, LESS_OF_COUNTY = 3.2, 0.9
"""A second-level division is known at least so well, or by so much less than a town of as many people."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in the text."""

    first: int
    last: int
    """Its first and its last word."""
    start: int
    end: int
    """Its characters, without what is only written together with it."""
    name: str
    """As the gazetteer writes it."""
    key: str
    candidates: Sequence[Candidate]
    cost: float
    """How much speaks against its form; 0 where it stands as the gazetteer has it."""

    @property
    def strength(self) -> float:
        """How well known the name is, less what speaks against its form."""
        return prominence(self.candidates) - COST * self.cost


def prominence(candidates: Sequence[Candidate]) -> float:
    """How well known the best known place of a name is: of a town the decimal logarithm of its people."""
    return max((_fame(candidate) for candidate in candidates[:WEIGHED]), default=0.0)


def _fame(candidate: Candidate) -> float:
    people = math.log10(candidate.population + 1)
    if candidate.kind == "region":
        return FAME_OF_REGION.get(candidate.level, max(FAME_OF_COUNTY, people - LESS_OF_COUNTY))
    return FAME.get(candidate.kind, people)


class Matcher:
    """Finds the known names that begin at a word of a text."""

    def __init__(self, tokens: Tokens, grammar: Grammar, names: Names) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._names = names
        self._forms: dict[str, Sequence[Form]] = {}

    def at(self, first: int) -> Iterator[Match]:
        """The names from the word `first` on, the longest first, each in its likeliest form."""
        for last in reversed(range(first, self._reach(first) + 1)):
            if self._may_be_name(first, last):
                found = self._best(first, last)
                if found is not None:
                    yield found

    def _reach(self, first: int) -> int:
        """The last word that a name from `first` on may have."""
        last = first
        while last + 1 < min(len(self._tokens), first + LONGEST) and self._is_joined(last):
            last += 1
        return last

    def _is_joined(self, index: int) -> bool:
        """Whether a word and the next may be parts of one name; a dot only joins letters, as in "EE. UU."."""
        gap, words = self._tokens.gap(index), self._tokens.words
        if gap in (".", ". ", ".\u00a0"):
            return all(word.text.isupper() and len(word.text) < 3 for word in words[index : index + 2])
        return INNER_GAP.fullmatch(gap) is not None

    def _may_be_name(self, first: int, last: int) -> bool:
        """Whether capitals allow it: at both ends, but for words as "sea"."""
        words = self._tokens.words
        if self._grammar.code not in LATIN and words[first].text[0] < LAST_LATIN:
            return False
        if not self._grammar.cased:
            return True
        ends = (words[first], words[last])
        return any(word.capital for word in words[first : last + 1]) and all(
            word.capital or self._is_generic(word.text) for word in ends
        )

    def _is_generic(self, word: str) -> bool:
        generic = self._grammar.generic
        return word in generic or any(form in generic for form, _ in self._plain_forms(word))

    def _best(self, first: int, last: int) -> Match | None:
        matches = list(self._matches(first, last))
        return max(matches, key=lambda match: match.strength, default=None)

    def _matches(self, first: int, last: int) -> Iterator[Match]:
        for key, cost in self._keys(first, last):
            if len(key) >= SHORTEST and self._is_known(key):
                candidates = self._names.candidates(key)
                if candidates:
                    yield self._match((first, last), key, candidates, cost)

    def _keys(self, first: int, last: int) -> Sequence[Form]:
        """The comparable names that the words may be, with what speaks against each."""
        keys: list[Form] = [("", 0.0)]
        for index in range(first, last + 1):
            joint = "" if index == first or self._tokens.gap(index - 1) in UNWRITTEN else " "
            forms = self._forms_of(index, first, last)
            keys = [(f"{key}{joint}{form}", cost + more) for key, cost in keys for form, more in forms]
        return keys

    def _is_known(self, key: str) -> bool:
        names = self._names.known(key)
        return bool(names) and names[-1] == key

    def _forms_of(self, index: int, first: int, last: int) -> Sequence[Form]:
        """The base forms of a word, as a part of a name from `first` to `last`."""
        word = self._tokens.words[index]
        forms = self._plain_forms(word.text)
        if self._grammar.code == "ko" and index < last:
            return forms[:1]
        if self._grammar.code == "ar" and index > first:
            return forms[:1]
        if first < index < last and not word.capital and len(word.text) <= CONNECTOR:
            return forms[:1]
        if index < last and self._is_modifier(index):
            return self._grammar.adjectives(comparable_whole(word.text))
        return forms[:MOST_FORMS] if last - first > 1 else forms

    def _is_modifier(self, index: int) -> bool:
        """Whether a word can only be an adjective of the next: no hyphen, no "and" and no "republic"."""
        word, following = self._tokens.words[index], self._tokens.words[index + 1]
        return (
            following.before in (" ", "\u00a0")
            and (following.capital or len(following.text) > CONNECTOR)
            and not self._is_generic(word.lower)
        )

    def _plain_forms(self, word: str) -> Sequence[Form]:
        if word not in self._forms:
            plain = comparable_whole(word)
            self._forms[word] = self._grammar.forms(plain) if plain else ()
        return self._forms[word]

    def _match(self, span: tuple[int, int], key: str, candidates: Sequence[Candidate], cost: float) -> Match:
        start, end = self._tokens.words[span[0]].start, self._tokens.words[span[1]].end
        if cost and not self._grammar.cased:
            start, end = self._bare(start, end, key)
        surface = self._tokens.text[start:end]
        name = surface if comparable_whole(surface) == key else candidates[0].matched or key
        return Match(*span, start, end, name, key, candidates, cost)

    def _bare(self, start: int, end: int, key: str) -> tuple[int, int]:
        """The characters without the particle or prefix that is written together with the name."""
        if self._grammar.code == "ko":
            while end > start and comparable_whole(self._tokens.text[start:end]) != key:
                end -= 1
            return start, end
        for begin in range(start, end):
            if comparable_whole(self._tokens.text[begin:end]) == key:
                return begin, end
        return start, end
