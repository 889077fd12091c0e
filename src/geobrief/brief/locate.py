"""Where in the articles a brief's quotes, sources and names stand: the folder leaves that to the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geobrief.claims.dates import date_spans, when
from geobrief.claims.quantities import quantities
from geobrief.model import Brief, Claim, Document, Mention, Place, Span, When

__all__ = ["find_all", "find_mentions", "located"]

_ALIKE = {
    **dict.fromkeys("'‘’ʼ`´", "['‘’ʼ`´]"),
    **dict.fromkeys('"“”„«»', '["“”„«»]'),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}
"""Characters that word processors and spreadsheets exchange for one another."""

_TOKEN = re.compile(r"\w+|[^\w\s]")

Names = Mapping[str, Sequence[tuple[re.Pattern[str], str]]]
"""By its first word: each name's pattern and the id of its place, longest name first."""


def located(brief: Brief) -> Brief:
    """The brief with the spans of its claims and the mentions of its places."""
    names = _names(brief.places)
    documents = {document.id: document for document in brief.documents}
    claims = tuple(_with_spans(brief.claims, documents))
    mentions = tuple(
        mention
        for document in brief.documents
        for mention in find_mentions(
            document, names, [claim for claim in claims if claim.document == document.id]
        )
    )
    return replace(
        brief, claims=tuple(_with_inferred(claim, mentions) for claim in claims), mentions=mentions
    )


def find_all(text: str, words: str) -> Iterator[Span]:
    """Where words stand in a text: exactly, else with other white space, quotation marks or hyphens."""
    if not words.strip():
        return
    exact = [match.span() for match in re.finditer(re.escape(words), text)]
    yield from exact or (match.span() for match in re.finditer(_tolerant(words), text))


def find_mentions(document: Document, names: Names, claims: Sequence[Claim]) -> Iterator[Mention]:
    """The names in a document, longest first, as whole words; a possessive 's is no part of one.

    Where two places share a name, the one counts that a claim around it is about.
    """
    behind = 0
    for token in _TOKEN.finditer(document.text):
        if token.start() < behind:
            continue
        found = [
            (match.end(), place)
            for pattern, place in names.get(token.group(), ())
            if (match := pattern.match(document.text, token.start()))
        ]
        if found:
            behind = max(end for end, _ in found)
            places = [place for end, place in found if end == behind]
            yield Mention(document.id, token.start(), behind, _meant(places, (token.start(), behind), claims))


def _names(places: Sequence[Place]) -> Names:
    names: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for place in places:
        for name in dict.fromkeys((place.name, *place.aliases)):
            first = _TOKEN.search(name)
            if first:
                words = r"\s+".join(map(re.escape, name.split()))
                ending = r"(?!\w)" if name.split()[-1][-1].isalnum() else ""
                names[first.group()].append((re.compile(words + ending), place.id))
    return names


def _meant(places: Sequence[str], span: Span, claims: Sequence[Claim]) -> str:
    if len(places) > 1:
        for claim in claims:
            if claim.span and claim.span[0] <= span[0] and span[1] <= claim.span[1]:
                for place in places:
                    if place in claim.places:
                        return place
    return places[0]


def _with_spans(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterator[Claim]:
    taken: set[tuple[str, Span]] = set()
    for claim in claims:
        document = documents.get(claim.document)
        spans = list(find_all(document.text, claim.quote)) if document else []
        free = [span for span in spans if (claim.document, span) not in taken]
        span = next(iter([*free, *spans]), None)
        if document is None or span is None:
            yield _with_words(claim, "")
            continue
        taken.add((claim.document, span))
        by_span = _nearest(find_all(document.text, claim.by), span)
        yield replace(_with_words(claim, document.published), span=span, by_span=by_span)


def _nearest(spans: Iterator[Span], to: Span) -> Span | None:
    """The span within another, else the one with the fewest characters between."""
    return min(spans, key=lambda span: max(to[0] - span[0], span[1] - to[1], 0), default=None)


def _with_words(claim: Claim, published: str) -> Claim:
    """The claim with the words of the quote that its quantities and date were read from."""
    read = {(found.value, found.unit): found for found in quantities(claim.quote, date_spans(claim.quote))}
    words = tuple(read.get((quantity.value, quantity.unit), quantity) for quantity in claim.quantities)
    return replace(claim, quantities=words, when=_when(claim, published))


def _when(claim: Claim, published: str) -> When | None:
    found = when(claim.quote, published) if claim.when else None
    same = found and claim.when and (found.start, found.end) == (claim.when.start, claim.when.end)
    return found if same else claim.when


def _with_inferred(claim: Claim, mentions: Sequence[Mention]) -> Claim:
    """Those of its places count as inferred that no name within the quote stands for."""
    if claim.span is None:
        return claim
    start, end = claim.span
    named = {m.place for m in mentions if m.document == claim.document and start <= m.start and m.end <= end}
    return replace(claim, inferred=tuple(place for place in claim.places if place not in named))


def _tolerant(words: str) -> str:
    return r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word) for word in words.split()
    )
