"""The words of an article that each part of a claim was read from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.model import Brief, Claim, Mention, Span

__all__ = ["Evidence", "evidence_of"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a claim's article, and which part of the claim it tells."""

    part: str
    """`by`, `cue`, `certainty`, `quantity`, `when`, `flow`, `place`, or `inferred place`."""
    span: Span


def evidence_of(brief: Brief) -> Mapping[str, Sequence[Evidence]]:
    """For each claim, by its id, what of its article tells its parts; none for a claim without an article."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in brief.mentions:
        mentions[mention.document].append(mention)
    lengths = {document.id: len(document.text) for document in brief.documents}
    return {
        claim.id: [
            Evidence(part, span)
            for part, span in (*_parts(claim), *_named(claim, mentions[claim.document]))
            if span and 0 <= span[0] < span[1] <= lengths.get(claim.document, 0)
        ]
        for claim in brief.claims
    }


def _parts(claim: Claim) -> Iterator[tuple[str, Span | None]]:
    yield "by", claim.by_span
    yield "cue", claim.cue_span
    yield "certainty", claim.certainty_span
    yield from (("quantity", quantity.span) for quantity in claim.quantities)
    yield "when", claim.when.span if claim.when else None
    yield "flow", claim.flow.span if claim.flow else None
    yield from (("inferred place", span) for span in claim.inferred_spans)


def _named(claim: Claim, mentions: Sequence[Mention]) -> Iterator[tuple[str, Span]]:
    """The claim's places where the claim itself names them; the mentions are of one article, in its order."""
    start, end = claim.span or (0, 0)
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    while at < len(mentions) and (mention := mentions[at]).start < end:
        at += 1
        if mention.end <= end and mention.place in claim.places:
            yield "place", (mention.start, mention.end)
