"""A document's claims: the sentences that say something about a place, or that name a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geobrief.model import Claim, Document, Mention, Place, Span
from geobrief.text.sentences import sentences

__all__ = ["extract_claims"]


def extract_claims(
    document: Document, mentions: Sequence[Mention], places: Mapping[str, Place]
) -> tuple[Claim, ...]:
    """The claims of `document` in text order, ids `c1`…; each is one sentence.

    `mentions` are this document's, in text order; `places` maps `Place.id` to the brief's places. A claim
    that names a source but no place has `places=()`.
    """
    claims: list[Claim] = []
    for span in sentences(document.text, document.language or "en"):
        named = _named(span, mentions)
        if not named:
            continue
        quote = document.text[span[0] : span[1]]
        claims.append(Claim(f"c{len(claims) + 1}", document.id, quote, named, span=span))
    return tuple(claims)


def _named(span: Span, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of the places that the sentence names, in its order, each once."""
    here = (mention.place for mention in mentions if span[0] <= mention.start < span[1])
    return tuple(dict.fromkeys(place for place in here if place is not None))
