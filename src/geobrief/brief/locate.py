"""Where in the articles a brief's quotes and sources stand: the folder leaves that to the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from geobrief.brief.mentions import find_mentions, known_names, places_within
from geobrief.brief.reread import Rereader
from geobrief.model import Brief, Claim, Document, Mention, Span

__all__ = ["find_all", "located", "quoted"]

_ALIKE = {
    **dict.fromkeys("'‘’ʼ`´", "['‘’ʼ`´]"),
    **dict.fromkeys('"“”„«»', '["“”„«»]'),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}
"""Characters that word processors and spreadsheets exchange for one another."""


def located(brief: Brief) -> Brief:
    """The brief with the spans of its claims and the mentions of its places."""
    names = known_names(brief.places)
    readers = {document.id: _Reader(document) for document in brief.documents}
    claims = [
        readers[claim.document].spanned(claim) if claim.document in readers else claim
        for claim in brief.claims
    ]
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    mentions = {
        document.id: tuple(find_mentions(document, names, by_document[document.id]))
        for document in brief.documents
    }
    places = {place.id: place for place in brief.places}
    rereaders = {
        document.id: Rereader(document, mentions[document.id], places) for document in brief.documents
    }
    found = (_with_inferred(claim, mentions.get(claim.document, ())) for claim in claims)
    return replace(
        brief,
        claims=tuple(
            rereaders[claim.document].read(claim) if claim.document in rereaders else claim for claim in found
        ),
        mentions=tuple(mention for found in mentions.values() for mention in found),
    )


def quoted(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims of one article with the spans of their quotes and sources, and of nothing else."""
    reader = _Reader(document)
    return tuple(reader.spanned(replace(claim, span=None, by_span=None)) for claim in claims)


def find_all(text: str, words: str) -> Iterator[Span]:
    """Where words stand in a text: exactly, else with other white space, quotation marks or hyphens."""
    if not words.strip():
        return
    exact = [match.span() for match in re.finditer(re.escape(words), text)]
    yield from exact or (match.span() for match in re.finditer(_tolerant(words), text))


@dataclass
class _Reader:
    """Reads along in a document while its claims come, mostly in its order."""

    document: Document
    behind: int = 0
    """Where the last quote ended."""
    taken: set[Span] = field(default_factory=set)
    sources: dict[str, Sequence[Span]] = field(default_factory=dict)
    """Where each source's name stands."""

    def spanned(self, claim: Claim) -> Claim:
        """The claim with its span and its source's."""
        span = self._quote(claim.quote)
        if span is None:
            return claim
        self.behind = span[1]
        self.taken.add(span)
        if claim.by not in self.sources:
            self.sources[claim.by] = tuple(find_all(self.document.text, claim.by))
        return replace(claim, span=span, by_span=_nearest(self.sources[claim.by], span))

    def _quote(self, quote: str) -> Span | None:
        """The next place that holds the quote, else the first that no other claim has, else the first."""
        start = self.document.text.find(quote, self.behind) if quote.strip() else -1
        if start >= 0:
            return start, start + len(quote)
        spans = list(find_all(self.document.text, quote))
        return next((span for span in spans if span not in self.taken), spans[0] if spans else None)


def _nearest(spans: Sequence[Span], to: Span) -> Span | None:
    """The span within another, else the one with the fewest characters between; the spans are in order."""
    at = bisect_left(spans, to)
    around = spans[max(at - 1, 0) : at + 1]
    return min(around, key=lambda span: max(to[0] - span[0], span[1] - to[1], 0), default=None)


def _with_inferred(claim: Claim, mentions: Sequence[Mention]) -> Claim:
    """Those of its places count as inferred that no name within the quote stands for."""
    if claim.span is None:
        return claim
    named = places_within(mentions, claim.span)
    return replace(claim, inferred=tuple(place for place in claim.places if place not in named))


def _tolerant(words: str) -> str:
    return r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words.split()
    )
