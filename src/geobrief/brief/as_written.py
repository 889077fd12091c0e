"""What was found in an unfolded text, told of the text as written."""

from __future__ import annotations

from dataclasses import replace

from geobrief.model import Claim, Mention, Span
from geobrief.text.soft_breaks import Unfolded

__all__ = ["claim_as_written", "mention_as_written", "mention_unfolded"]


def mention_unfolded(mention: Mention, unfolded: Unfolded) -> Mention:
    """The mention at its offsets in the unfolded text."""
    if unfolded.is_as_written:
        return mention
    start, end = unfolded.here((mention.start, mention.end))
    return replace(mention, start=start, end=end)


def mention_as_written(mention: Mention, unfolded: Unfolded) -> Mention:
    """The mention at its offsets in the text as written."""
    if unfolded.is_as_written:
        return mention
    start, end = unfolded.as_written((mention.start, mention.end))
    return replace(mention, start=start, end=end)


def claim_as_written(claim: Claim, unfolded: Unfolded) -> Claim:
    """The claim at its offsets in the text as written; its words stay as they are."""
    if unfolded.is_as_written:
        return claim

    def moved(span: Span | None) -> Span | None:
        return unfolded.as_written(span) if span else None

    return replace(
        claim,
        span=moved(claim.span),
        by_span=moved(claim.by_span),
        quantities=tuple(replace(each, span=moved(each.span)) for each in claim.quantities),
        when=replace(claim.when, span=moved(claim.when.span)) if claim.when else None,
        flow=replace(claim.flow, span=moved(claim.flow.span)) if claim.flow else None,
        certainty_span=moved(claim.certainty_span),
        inferred_spans=tuple(unfolded.as_written(each) for each in claim.inferred_spans),
        cue_span=moved(claim.cue_span),
    )
