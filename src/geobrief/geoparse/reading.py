"""One English text on its way through recognizing: its words, their context, what its names may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.context import Context
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.persons import person_words
from geobrief.geoparse.spans import NameFinder, Names, Span
from geobrief.geoparse.spelling import end_of
from geobrief.model import Candidate

__all__ = ["Reading"]

LONGEST_BEFORE = 2
"""Words before a toponym at which a site's name may begin: "port of Ust-Luga"."""


class Reading:
    """A text with its words and their context; each name's candidates are looked up once."""

    def __init__(self, text: str, gazetteer: Names) -> None:
        self.finder = NameFinder(text, gazetteer)
        self.text = self.finder.words
        self.lexicon = default_lexicon()
        self.context = Context(self.text, self.lexicon)
        self.persons = person_words(self.context)
        self._gazetteer = gazetteer
        self._looked_up: dict[str, Sequence[Candidate]] = {}

    def name(self, span: Span) -> str:
        """The words of a span as the text has them."""
        words = self.text.words
        return self.text.text[words[span.first].start : words[span.last].end]

    def candidates(self, span: Span) -> Sequence[Candidate]:
        """The places that have the span's words for a name, best known first."""
        name = self.name(span)
        if name not in self._looked_up:
            self._looked_up[name] = self._gazetteer.candidates(name)
        return self._looked_up[name]

    def known(self, first: int) -> list[Span]:
        """The spans of known names from the word `first` on, longest first.

        A site's name that ends in lower case is left out where its capitalised words are a name too: they are
        the toponym in "the Natanz enrichment plant"; `site` finds the plant.
        """
        spans = self.finder.at(first)
        return [span for span in spans if self._capitals(span) == span or not self._is_longer_site(span)]

    def site(self, span: Span) -> Span | None:
        """The longest known name of a site that a toponym and the common nouns beside it make, if any."""
        for first in range(max(0, span.first - LONGEST_BEFORE), span.first + 1):
            if first < span.first and self.text.words[first].capital:
                continue
            for whole in self.finder.at(first):
                if whole.last >= span.last and self._capitals(whole) == span and self._is_site(whole):
                    return whole
        return None

    def _is_longer_site(self, span: Span) -> bool:
        return self._capitals(span) in self.finder.at(span.first) and self._is_site(span)

    def _is_site(self, span: Span) -> bool:
        candidates = self.candidates(span)
        return bool(candidates) and candidates[0].kind == "site"

    def _capitals(self, span: Span) -> Span:
        """The span from its first to its last word with a capital."""
        words = self.text.words
        capitals = [index for index in range(span.first, span.last + 1) if words[index].capital]
        return Span(capitals[0], capitals[-1]) if capitals else span

    def lines(self) -> Iterator[slice]:
        """The words of each line of the text, as slices of its words: what the tagger reads as one."""
        first = 0
        for index, word in enumerate(self.text.words):
            if index > first and "\n" in word.before:
                yield slice(first, index)
                first = index
        yield slice(first, len(self.text.words))

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where a span stands in the text, the dot of a short form included; code points, half-open."""
        return self.text.words[span.first].start, end_of(self.text, span, self.lexicon)
