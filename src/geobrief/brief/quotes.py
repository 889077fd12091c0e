"""Where in an article quotes and the names of their sources stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from geobrief.model import Claim, Document, Span

__all__ = ["find_all", "quote_spans", "quoted"]

_ALIKE = {
    **dict.fromkeys("'‘’ʼ`´", "['‘’ʼ`´]"),
    **dict.fromkeys('"“”„«»', '["“”„«»]'),
    **dict.fromkeys("-‐‑–—", r"[-‐‑–—](?:[ \t]*\n[ \t]*)?"),
}
"""Characters that word processors and spreadsheets exchange for one another; a line may end with a hyphen."""


def quote_spans(text: str, quotes: Iterable[tuple[str, str]]) -> Sequence[tuple[Span | None, Span | None]]:
    """Of each quote and its source, where they stand in a text; None where they do not.

    Quotes are looked for in their order, which mostly is the text's: of several places that hold one, the
    next is taken. Of a source's name, that is taken which stands nearest to the quote.
    """
    reader = _Reader(text)
    return tuple(reader.spans(quote, source) for quote, source in quotes)


def quoted(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims of one article with the spans of their quotes and sources, and of nothing else."""
    claims = tuple(claims)
    spans = quote_spans(document.text, ((claim.quote, claim.by) for claim in claims))
    return tuple(
        replace(claim, span=span, by_span=by_span)
        for claim, (span, by_span) in zip(claims, spans, strict=True)
    )


def find_all(text: str, words: str) -> Iterator[Span]:
    """Where words stand in a text: exactly, else with other white space, quotation marks or hyphens."""
    if not words.strip():
        return
    exact = [match.span() for match in re.finditer(re.escape(words), text)]
    yield from exact or (match.span() for match in re.finditer(_tolerant(words), text))


@dataclass
class _Reader:
    """Reads along in a text while its quotes come."""

    text: str
    behind: int = 0
    """Where the last quote ended."""
    taken: set[Span] = field(default_factory=set)
    sources: dict[str, Sequence[Span]] = field(default_factory=dict)
    """Where each source's name stands."""

    def spans(self, quote: str, source: str) -> tuple[Span | None, Span | None]:
        """The spans of a quote and of its source."""
        span = self._quote(quote)
        if span is None:
            return None, None
        self.behind = span[1]
        self.taken.add(span)
        if source not in self.sources:
            self.sources[source] = tuple(find_all(self.text, source))
        return span, _nearest(self.sources[source], span)

    def _quote(self, quote: str) -> Span | None:
        """The next place that holds the quote, else the first that no other has, else the first."""
        start = self.text.find(quote, self.behind) if quote.strip() else -1
        if start >= 0:
            return start, start + len(quote)
        spans = list(find_all(self.text, quote))
        return next((span for span in spans if span not in self.taken), spans[0] if spans else None)


def _nearest(spans: Sequence[Span], to: Span) -> Span | None:
    """The span within another, else the one with the fewest characters between; the spans are in order."""
    at = bisect_left(spans, to)
    around = spans[max(at - 1, 0) : at + 1]
    return min(around, key=lambda span: max(to[0] - span[0], span[1] - to[1], 0), default=None)


def _tolerant(words: str) -> str:
    return r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words.split()
    )
