"""Which sentence of an article a quote that it does not hold was probably taken from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from geobrief.model import Document
from geobrief.text.language import language_of
from geobrief.text.sentences import sentences

__all__ = ["NearestSentences"]

_ALIKE: Final = 60.0
"""Of 100, how alike two sentences are at least of which one may be the other changed."""
_HELD: Final = 80.0
"""Of 100, how alike a quote and a part of a longer sentence are at least."""
_LONGEST: Final = 600
"""Characters of a quote that are compared: enough to tell it, and few enough for any article."""


@dataclass(frozen=True)
class NearestSentences:
    """The sentences of an article, taken apart once for all of its quotes."""

    document: Document

    @cached_property
    def _sentences(self) -> Sequence[str]:
        text = self.document.text
        spans = sentences(text, language_of(self.document))
        return [" ".join(text[start:end].split()) for start, end in spans]

    def nearest(self, quote: str) -> str:
        """The sentence most like the quote, or one that holds something like it, on one line; else empty."""
        from rapidfuzz import fuzz

        asked = quote[:_LONGEST]
        longer = [sentence for sentence in self._sentences if len(sentence) > len(asked)]
        return _best(asked, self._sentences, fuzz.ratio, _ALIKE) or _best(
            asked, longer, fuzz.partial_ratio, _HELD
        )


def _best(asked: str, among: Iterable[str], scorer: Any, least: float) -> str:
    from rapidfuzz import process, utils

    found = process.extractOne(
        asked, among, scorer=scorer, processor=utils.default_process, score_cutoff=least
    )
    return str(found[0]) if found else ""
