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
