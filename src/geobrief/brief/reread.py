"""The words that the parts of a filed claim were read from: the folder leaves them to the text.

The rules read the quote once more. Where they find what the file says, the claim gets their words; where an
editor decided otherwise, it gets none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geobrief.brief.as_written import claim_as_written, mention_unfolded
from geobrief.brief.mentions import words_of
from geobrief.claims.anaphora import meant
from geobrief.claims.attribution import Attribution, attribution
from geobrief.claims.certainty import standing
from geobrief.claims.clauses import clauses
from geobrief.claims.dates import date_spans, when
from geobrief.claims.evidence import moved
from geobrief.claims.flows import flow, stops_within
from geobrief.claims.numerals import numbers
from geobrief.claims.pronouns import PRONOUNS
from geobrief.claims.quantities import quantities
from geobrief.claims.quotations import inside, quotations
from geobrief.claims.source_kinds import PersonNames, person_in, source_kind
from geobrief.model import Claim, Document, Flow, Kind, Mention, Quantity, Span, When
from geobrief.text.language import language_of
from geobrief.text.soft_breaks import Unfolded, unfolded

__all__ = ["Article", "Rereader"]


@dataclass(frozen=True)
class Article:
    """An article, and what follows from its text alone: each is worked out once, when it is asked for."""

    document: Document

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Where each of its words stands in the unfolded text."""
        return words_of(self.unfolded.text)

    @cached_property
    def is_read(self) -> bool:
        """Whether its claims can be read."""
        return language_of(self.document) == "en"

    @cached_property
    def unfolded(self) -> Unfolded:
        """Its text without the line breaks that only keep lines short: what the rules read."""
        return unfolded(self.document.text)

    @cached_property
    def quoted(self) -> Sequence[Span]:
        """What stands in quotation marks in the unfolded text."""
        return quotations(self.unfolded.text)

    @cached_property
    def persons(self) -> PersonNames:
        """Whom it names."""
        return PersonNames(self.unfolded.text)


@dataclass(frozen=True)
class Rereader:
    """Reads the claims of one article again."""

    article: Article
    mentions: Sequence[Mention]
    """The article's, in its order."""
    kinds: Mapping[str, Kind]
    """Of the brief's places, by `Place.id`."""

    def read(self, claim: Claim) -> Claim:
        """The claim with the spans of its parts; where the article lacks its quote, what its numbers say."""
        if claim.span is None:
            words = _with_words(claim.quantities, 0, claim.quote)
            return replace(claim, quantities=tuple(replace(each, span=None) for each in words))
        fold = self.article.unfolded
        start, end = self._clause(claim, fold.here(claim.span))
        by_span = fold.here(claim.by_span) if claim.by_span else None
        sentence = fold.text[start:end]
        read = replace(
            claim,
            by_span=by_span,
            quantities=_with_words(claim.quantities, start, sentence),
            when=self._when(claim.when, start, sentence) if claim.when else None,
        )
        if self.article.is_read:
            read = self._with_standing(read, (start, end), sentence)
        return replace(claim_as_written(read, fold), span=claim.span)

    def _clause(self, claim: Claim, span: Span) -> Span:
        """The part of the quote in which the claim's source speaks, where it has one for each clause."""
        text, quoted = self.article.unfolded.text, self.article.quoted
        parts = clauses(text, span, quoted) if claim.by and self.article.is_read else (span,)
        for part in parts if len(parts) > 1 else ():
            found = attribution(text[slice(*part)], inside(quoted, *part))
            if found is not None and _is_same_source(found, claim):
                return part
        return span

    def _with_standing(self, claim: Claim, span: Span, sentence: str) -> Claim:
        """The claim with what else is read from English."""
        claim = self._with_source(claim, span, sentence)
        inferred = self._meant(claim.inferred, span)
        return replace(
            claim,
            flow=self._flow(claim.flow, span, sentence) if claim.flow else None,
            certainty_span=_standing_span(claim, span, sentence),
            inferred=(*inferred, *(place for place in claim.inferred if place not in inferred)),
            inferred_spans=tuple(inferred.values()),
        )

    @cached_property
    def _mentions(self) -> Sequence[Mention]:
        """The mentions in the unfolded text."""
        return [mention_unfolded(mention, self.article.unfolded) for mention in self.mentions]

    @cached_property
    def _named(self) -> Sequence[Span]:
        return [(mention.start, mention.end) for mention in self._mentions]

    def _with_source(self, claim: Claim, span: Span, sentence: str) -> Claim:
        """The claim with what its source is, and the words that name it and tell that it says so."""
        if not claim.by:
            return claim
        within = inside(self._named, *claim.by_span) if claim.by_span else ()
        name = person_in(claim.by, self.article.persons, within)
        claim = replace(
            claim,
            by_name=name if name != claim.by else "",
            by_kind=source_kind(claim.by, self.article.persons, within),
        )
        found = attribution(sentence, inside(self.article.quoted, *span))
        if found is None or not _is_same_source(found, claim):
            return claim
        source = found.moved(span[0])
        cue = source.cue_span if source.cue_span[0] < source.cue_span[1] else None
        is_named = claim.by_span is not None and _holds(span, claim.by_span)
        return replace(claim, by_span=claim.by_span if is_named else source.span, cue_span=cue)

    def _when(self, filed: When, offset: int, sentence: str) -> When:
        found = when(sentence, self.article.document.published)
        same = found is not None and (found.start, found.end) == (filed.start, filed.end)
        return moved(found, offset) if found and same else filed

    def _flow(self, filed: Flow, span: Span, sentence: str) -> Flow:
        found = flow(sentence, stops_within(span, self._mentions))
        return moved(found, span[0]) if found and replace(found, span=None) == filed else filed

    def _meant(self, inferred: Sequence[str], span: Span) -> dict[str, Span]:
        """Those of the inferred places that words of the quote mean, with the words."""
        words = meant(self.article.unfolded.text, span, self._mentions, self.kinds) if inferred else {}
        return {place: words[place] for place in inferred if place in words}


def _is_same_source(found: Attribution, claim: Claim) -> bool:
    """Whether the rules found the filed source, or a pronoun that may stand for it."""
    by, filed = found.by.lower(), claim.by.lower()
    return by in PRONOUNS or by in filed or filed in by


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _standing_span(claim: Claim, span: Span, sentence: str) -> Span | None:
    """The words that tell how sure the claim is: a hedge, else the cue of its source in the quote."""
    told = standing(sentence, sourced=bool(claim.by))
    if told.certainty != claim.certainty:
        return None
    if told.span is not None:
        return told.span[0] + span[0], told.span[1] + span[0]
    return claim.cue_span if claim.cue_span and _holds(span, claim.cue_span) else None


def _with_words(filed: Sequence[Quantity], offset: int, sentence: str) -> tuple[Quantity, ...]:
    """The quantities with their words; of one that is filed in another unit only where its number stands."""
    if not filed:
        return ()
    found = quantities(sentence, date_spans(sentence))
    same = {(each.value, each.unit): each for each in found}
    spans: dict[float, Span | None] = {
        number.full: (number.start, number.end) for number in numbers(sentence)
    }
    spans |= {each.value: each.span for each in found if each.span}
    return tuple(
        moved(same.get((each.value, each.unit)) or replace(each, span=spans.get(each.value)), offset)
        for each in filed
    )
