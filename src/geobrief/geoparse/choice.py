"""From tagged words to mentions: which proposals and which other tagged words are taken for places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.designators import Named, named_in
from geobrief.geoparse.proposals import Objections, Proposal
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.spans import Span
from geobrief.geoparse.tagger import Tagged
from geobrief.text.names import comparable

__all__ = ["choose"]

LIKELY = 0.35
"""The probability from which on a proposal is taken although the likeliest row of tags leaves it out: a pin
too many can be seen and removed, a missing one cannot."""

SURE = 0.9
"""The probability from which on a name speaks for its other mentions in the text (one sense per text)."""

POSSIBLE = 0.1
"""The probability that such another mention must have."""


DECISIVE = frozenset(
    ("company", "dish", "given name before", "named thing", "person", "thing", "title before")
)
"""Objections that no probability outweighs: of the tagged names that had one, hardly any meant the place."""

CROWDED = 0.5
"""The probability that a proposal with an unknown capitalised word behind it must have: half of those below
were names of bodies."""


def choose(
    reading: Reading, proposals: Sequence[Proposal], objections: Objections, tagged: Sequence[Tagged]
) -> list[Named]:
    """The mentions in the order of the text, apart from each other."""
    by_word = {
        index: proposal
        for proposal in proposals
        for index in range(proposal.named.span.first, proposal.named.span.last + 1)
    }
    chosen: dict[int, Named] = {}
    used: set[int] = set()
    spans = [
        span
        for span in _tagged_spans(tagged)
        if span.first in by_word or objections.get(span.first) not in DECISIVE
    ]
    for span in spans:
        named = _named(reading, span, by_word)
        if named.span.first not in used:
            chosen[named.span.first] = named
            used.update(range(named.span.first, named.span.last + 1))
    sure = _sure_names(reading, [*spans, *(proposal.named.head for proposal in proposals)], tagged)
    for proposal in proposals:
        span = proposal.named.span
        if used.isdisjoint(range(span.first, span.last + 1)) and _is_likely(reading, proposal, tagged, sure):
            chosen[span.first] = proposal.named
    return [chosen[first] for first in sorted(chosen)]


def _tagged_spans(tagged: Sequence[Tagged]) -> Iterator[Span]:
    first: int | None = None
    for index, word in enumerate(tagged):
        if first is not None and word.tag != "rest":
            yield Span(first, index - 1)
            first = None
        if word.tag == "first" or (word.tag == "rest" and first is None):
            first = index
    if first is not None:
        yield Span(first, len(tagged) - 1)


def _named(reading: Reading, span: Span, by_word: dict[int, Proposal]) -> Named:
    """The proposal that the tagged words lie in; else what can be told of them by themselves."""
    inside = {
        id(by_word[index]): by_word[index] for index in range(span.first, span.last + 1) if index in by_word
    }
    if len(inside) == 1:
        (proposal,) = inside.values()
        whole = proposal.named.span
        if whole == span or (
            whole != proposal.named.head and whole.first <= span.first and span.last <= whole.last
        ):
            return proposal.named
    return named_in(reading.context, span, lambda part: bool(reading.candidates(part)))


def _sure_names(reading: Reading, spans: Sequence[Span], tagged: Sequence[Tagged]) -> set[str]:
    return {comparable(reading.name(span)) for span in spans if _probability(span, tagged) >= SURE}


def _is_likely(reading: Reading, proposal: Proposal, tagged: Sequence[Tagged], sure: set[str]) -> bool:
    head = proposal.named.head
    probability = _probability(head, tagged)
    crowded = any(sign.startswith("unknown capital follows") for sign in proposal.signs)
    if probability >= (CROWDED if crowded else LIKELY):
        return True
    return not crowded and probability >= POSSIBLE and comparable(reading.name(head)) in sure


def _probability(span: Span, tagged: Sequence[Tagged]) -> float:
    """That all words of a span are part of a toponym, by the least likely one."""
    return min(tagged[index].probability for index in range(span.first, span.last + 1))
