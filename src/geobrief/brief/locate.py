"""Where in the articles a brief's quotes, sources and names stand: the folder leaves that to the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Generic, TypeAlias, TypeVar

from geobrief.brief.as_written import mention_as_written
from geobrief.brief.memory import Memory
from geobrief.brief.mentions import Name, find_mentions, known_names, mentions_within
from geobrief.brief.quotes import quote_spans
from geobrief.brief.reread import Article, Rereader
from geobrief.model import Brief, Claim, Document, Kind, Mention, Span

__all__ = ["Findings", "located"]

T = TypeVar("T")
Spans: TypeAlias = tuple[Span | None, Span | None]
Filed: TypeAlias = Sequence[Claim]


@dataclass(frozen=True, eq=False)
class _Kept(Generic[T]):
    """A value that is made once while what it follows from stays the same; equal only to itself."""

    value: T


Names: TypeAlias = _Kept[Mapping[str, Sequence[Name]]]
Mentions: TypeAlias = _Kept[Sequence[Mention]]
Kinds: TypeAlias = _Kept[Mapping[str, Kind]]


@dataclass(frozen=True)
class Findings:
    """What was found before in the articles of a brief, so that only what is new is looked for.

    Claims are known by their identity (`id`): each answer holds its claim, so that no other can have it.
    """

    articles: Memory[Document, Article] = field(default_factory=Memory)
    name: Memory[tuple[str, str], Name] = field(default_factory=Memory)
    names: Memory[Hashable, Names] = field(default_factory=Memory)
    kinds: Memory[Hashable, Kinds] = field(default_factory=Memory)
    spans: Memory[Hashable, Sequence[Spans]] = field(default_factory=Memory)
    mentions: Memory[Hashable, Mentions] = field(default_factory=Memory)
    readings: Memory[Hashable, tuple[Filed, Filed]] = field(default_factory=Memory)
    """Of the claims of an article: as they are filed, and located."""
    claims: Memory[Hashable, tuple[Claim, Claim]] = field(default_factory=Memory)

    def turn(self) -> None:
        """Ends a round: see `Memory`."""
        for memory in (
            self.articles,
            self.name,
            self.names,
            self.kinds,
            self.spans,
            self.mentions,
            self.readings,
            self.claims,
        ):
            memory.turn()


def located(brief: Brief, findings: Findings | None = None) -> Brief:
    """The brief with the spans of its claims and the mentions of its places.

    Args:
        brief: As it is filed.
        findings: Of another state of it. A claim that is filed as the same object, and around which its
            article says the same, is the same object again.
    """
    findings = findings or Findings()
    called = tuple((place.id, (place.name, *place.aliases)) for place in brief.places)
    names = findings.names.get(called, lambda: _Kept(known_names(called, partial(_name, findings))))
    of_kind = tuple((place.id, place.kind) for place in brief.places)
    kinds = findings.kinds.get(of_kind, lambda: _Kept(dict(of_kind)))
    filed: dict[str, list[Claim]] = defaultdict(list)
    for claim in brief.claims:
        filed[claim.document].append(claim)
    mentions: list[Mention] = []
    found: dict[int, Claim] = {}
    for document in brief.documents:
        claims = filed[document.id]
        article = findings.articles.get(document, partial(Article, document))
        spans = _spans(article, claims, findings)
        named = _mentions(article, claims, spans, names, findings)
        mentions += named.value
        read = _read(article, claims, spans, named, kinds, findings)
        found |= {id(claim): new for claim, new in zip(claims, read, strict=True)}
    claims_now = tuple(found.get(id(claim), claim) for claim in brief.claims)
    findings.turn()
    return replace(brief, claims=claims_now, mentions=tuple(mentions))


def _name(findings: Findings, name: str, place: str) -> Name:
    return findings.name.get((name, place), lambda: Name(name, place))


def _spans(article: Article, claims: Filed, findings: Findings) -> Sequence[Spans]:
    quotes = tuple((claim.quote, claim.by) for claim in claims)
    text = article.document.text
    return findings.spans.get((text, quotes), lambda: quote_spans(text, quotes))


def _mentions(
    article: Article, claims: Filed, spans: Sequence[Spans], names: Names, findings: Findings
) -> Mentions:
    """The article's; where two places share a name, the claims around it tell which is meant."""
    about = tuple((span, claim.places) for (span, _), claim in zip(spans, claims, strict=True))
    key = (article.document, names, about)
    return findings.mentions.get(key, lambda: _Kept(tuple(_found(article, names.value, about))))


def _found(
    article: Article, names: Mapping[str, Sequence[Name]], about: Sequence[tuple[Span | None, Sequence[str]]]
) -> Iterator[Mention]:
    """The mentions of the article; a name may be parted by a line break, as the rules read it."""
    fold = article.unfolded
    read = replace(article.document, text=fold.text)
    around = [(fold.here(span) if span else None, places) for span, places in about]
    for mention in find_mentions(read, article.words, names, around):
        yield mention_as_written(mention, fold)


def _read(
    article: Article,
    claims: Filed,
    spans: Sequence[Spans],
    mentions: Mentions,
    kinds: Kinds,
    findings: Findings,
) -> Filed:
    """The claims with their spans, and those of their parts."""
    rereader = Rereader(article, mentions.value, kinds.value)

    def read() -> tuple[Filed, Filed]:
        made = []
        for claim, (span, by_span) in zip(claims, spans, strict=True):
            near = tuple(mentions_within(rereader.mentions, each) if each else () for each in (span, by_span))
            key: tuple[Hashable, ...] = (article.document, id(claim), span, by_span, near)
            if any(place not in {mention.place for mention in near[0]} for place in claim.places):
                # What its words mean may be named far before it.
                key = (*key, mentions, kinds)
            answer = findings.claims.get(key, partial(_located, claim, (span, by_span), rereader))
            made.append(answer[1])
        return claims, made

    key = (article.document, tuple(map(id, claims)), tuple(spans), mentions, kinds)
    return findings.readings.get(key, read)[1]


def _located(claim: Claim, spans: Spans, rereader: Rereader) -> tuple[Claim, Claim]:
    span, by_span = spans
    made = replace(claim, span=span, by_span=by_span)
    if span is not None:
        named = {mention.place for mention in mentions_within(rereader.mentions, span)}
        # Those of its places count as inferred that no name within the quote stands for.
        made = replace(made, inferred=tuple(place for place in claim.places if place not in named))
    return claim, rereader.read(made)
