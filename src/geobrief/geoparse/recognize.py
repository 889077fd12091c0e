"""Which words of a text name places: known names on word boundaries, kept or dropped by their context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from geobrief.geoparse.containers import containers
from geobrief.geoparse.context import Context
from geobrief.geoparse.designators import (
    Named,
    belongs_to_next,
    ends_in_common_noun,
    join,
    plural_kind,
    unknown_with_designator,
)
from geobrief.geoparse.evidence import is_ruled_out, score, signs
from geobrief.geoparse.languages import is_supported, recognize_in
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.persons import person_words
from geobrief.geoparse.sites import site_kind
from geobrief.geoparse.spans import NameFinder, Names, Span
from geobrief.geoparse.spelling import end_of, is_spelled_as_place, needs_city, stands_as_abbreviation
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Candidate, Document
from geobrief.text.names import comparable

__all__ = ["recognize"]

ENOUGH = 1.3
"""The sum of signs from which on a name is taken for a place."""

WELL_KNOWN = 2.0
"""The prominence from which on a name speaks for the one listed with it."""

BETWEEN = re.compile(r"(?:['’ʼ]s)?(?:,? (?:and|or|to|&) |, |[-–—/]| ?[–—] )(?:the )?")

SURE = 2.6
"""The sum from which on a name's other mentions in the same text are believed more readily."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A span that may be a mention, with the signs for and against it."""

    named: Named
    candidates: Sequence[Candidate]
    signs: Mapping[str, float]


def recognize(document: Document, gazetteer: Names) -> tuple[Toponym, ...]:
    """The toponyms of a document in the order of the text; they do not overlap.

    A name is a mention where it is written like one, its context allows it, and it is well enough known or
    supported by the words around it. A name that the gazetteer lacks is one only with its designator
    ("Zyabrovka air base").
    """
    if is_supported(document):
        return recognize_in(document, gazetteer)
    return _Recognizer(document.text, gazetteer).toponyms()


def _is_natural(candidates: Sequence[Candidate]) -> bool:
    return candidates[0].level == 0 and candidates[0].kind in ("water", "region")


class _Recognizer:
    """One text on its way through; each name's candidates are looked up once."""

    def __init__(self, text: str, gazetteer: Names) -> None:
        self._finder = NameFinder(text, gazetteer)
        self._text = self._finder.words
        self._lexicon = default_lexicon()
        self._context = Context(self._text, self._lexicon)
        self._persons = person_words(self._context)
        self._gazetteer = gazetteer
        self._looked_up: dict[str, Sequence[Candidate]] = {}

    def toponyms(self) -> tuple[Toponym, ...]:
        """Proposes, links containers, keeps what has signs enough."""
        proposals = list(self._proposals())
        held = containers(self._text, [(each.named.head, each.candidates) for each in proposals])
        kept = self._kept(proposals, held)
        return tuple(
            self._toponym(each, proposals[held[index]] if held.get(index) in kept else None)
            for index, each in enumerate(proposals)
            if index in kept
        )

    # ---- proposals

    def _proposals(self) -> Iterator[_Proposal]:
        """At each word the longest name that nothing rules out, then on behind it."""
        index = free = 0
        while index < len(self._text.words):
            proposal = self._proposal_at(index, free) if self._text.words[index].capital else None
            if proposal is None:
                index += 1
                continue
            yield proposal
            index = free = proposal.named.last + 1

    def _proposal_at(self, first: int, free: int) -> _Proposal | None:
        """The best proposal at `first`; what it is joined with must not lie before `free`."""
        spans = self._finder.at(first)
        for span in spans:
            if ends_in_common_noun(self._context, span) and Span(first, span.last - 1) in spans:
                continue
            candidates = self._candidates(span)
            if not candidates or not self._may_be_place(span, candidates):
                continue
            named = join(self._context, span, candidates)
            if needs_city(self._text, span, self._lexicon):
                candidates = [each for each in candidates if each.level == 1] or candidates
                named = Named(span, span, "region")
            if named.span.first < free:
                named = Named(span, span)
            if not is_ruled_out(self._context, named, natural=_is_natural(candidates)):
                return _Proposal(named, candidates, signs(self._context, named, candidates, self._persons))
        unknown = unknown_with_designator(self._context, first)
        return (
            None
            if unknown is None or is_ruled_out(self._context, unknown)
            else _Proposal(unknown, (), {"designator": 1.0})
        )

    def _may_be_place(self, span: Span, candidates: Sequence[Candidate]) -> bool:
        phrase = tuple(self._context.lower(index) for index in range(span.first, span.last + 1))
        if phrase in self._lexicon.after.kinds or phrase in self._lexicon.before.kinds:
            return False
        name = " ".join(phrase)
        if len(phrase) > 1 and belongs_to_next(self._context, span):
            return False
        if name in self._lexicon.demonyms or self._lexicon.doubt(self._name(span)) >= 3:
            return False
        return (len(phrase) > 1 or name not in self._lexicon.neutral) and is_spelled_as_place(
            self._text, span, candidates, self._lexicon
        )

    def _candidates(self, span: Span) -> Sequence[Candidate]:
        name = self._name(span)
        if name not in self._looked_up:
            self._looked_up[name] = self._gazetteer.candidates(name)
        return self._looked_up[name]

    def _name(self, span: Span) -> str:
        words = self._text.words
        return self._text.text[words[span.first].start : words[span.last].end]

    # ---- what is kept

    def _kept(self, proposals: Sequence[_Proposal], held: Mapping[int, int]) -> set[int]:
        """Indices of the proposals that have signs enough, by themselves or by the rest of the text."""
        holding = set(held.values())
        weighed = [
            score({**each.signs, **self._company(index, proposals, held)})
            for index, each in enumerate(proposals)
        ]
        sure = {self._key(each) for each, sum_ in zip(proposals, weighed, strict=True) if sum_ >= SURE}
        taken = self._taken(proposals)
        return {
            index
            for index, each in enumerate(proposals)
            if not self._is_half(each.named.span, taken)
            and weighed[index] + score({"sure elsewhere": float(self._key(each) in sure)}) >= ENOUGH
            and (index in holding or self._stands_alone(each.named.head))
        }

    def _stands_alone(self, span: Span) -> bool:
        """Whether it is no short form, or one that is told by its dot."""
        return not needs_city(self._text, span, self._lexicon) or stands_as_abbreviation(self._text, span)

    def _taken(self, proposals: Sequence[_Proposal]) -> set[int]:
        """The words of proposals that stand for themselves."""
        return {
            index
            for each in proposals
            if each.signs.get("prominence", 0.0) >= WELL_KNOWN or "designator" in each.signs
            for index in range(each.named.span.first, each.named.last + 1)
        }

    def _is_half(self, span: Span, taken: Set[int]) -> bool:
        """Whether a hyphen binds it to a capitalised word that is no place: "Wal-Mart", "Webb-Lawton"."""
        words = self._text.words
        return any(
            self._text.gap(left) in ("-", "‐", "‑")
            and words[other].capital
            and other not in taken
            and not words[other].upper
            and words[other].lower not in self._lexicon.neutral
            for left, other in ((span.first - 1, span.first - 1), (span.last, span.last + 1))
            if left >= 0 and other < len(words)
        )

    def _company(
        self, index: int, proposals: Sequence[_Proposal], held: Mapping[int, int]
    ) -> dict[str, float]:
        """The signs that lie in the names beside it."""
        if index in held or index - 1 in held:
            return {"container": 1.0}
        around = [proposals[other] for other in (index - 1, index + 1) if 0 <= other < len(proposals)]
        listed = any(
            other.signs.get("prominence", 0.0) >= WELL_KNOWN and self._are_listed(proposals[index], other)
            for other in around
        )
        return {"listed with places": 1.0} if listed else {}

    def _are_listed(self, one: _Proposal, other: _Proposal) -> bool:
        """Whether only a comma, a hyphen or an "and" parts two names."""
        first, second = sorted((one.named.span, other.named.span), key=lambda span: span.first)
        words = self._text.words
        return (
            BETWEEN.fullmatch(self._text.text[words[first.last].end : words[second.first].start]) is not None
        )

    def _key(self, proposal: _Proposal) -> str:
        return comparable(self._name(proposal.named.head))

    def _toponym(self, proposal: _Proposal, container: _Proposal | None) -> Toponym:
        span, head = proposal.named.span, proposal.named.head
        start = self._text.words[span.first].start
        end = end_of(self._text, span, self._lexicon)
        full = proposal.named.full
        known_full = full is not None and bool(self._candidates(full))
        name = self._name(full) if full and known_full else self._name(head)
        return Toponym(
            start,
            end,
            name=self._text.text[start:end] if span == head and not known_full else name,
            kind=proposal.named.kind or site_kind(self._context, span) or plural_kind(self._context, span),
            container=self._name(container.named.head) if container else "",
            head=span != head and not known_full,
        )
