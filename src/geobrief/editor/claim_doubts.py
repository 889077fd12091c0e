"""Which drafted claims are to be looked at, the most doubtful first, with why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

from geobrief.brief.nearest import NearestSentences
from geobrief.claims.relations import figures_of, groups_of, relation
from geobrief.editor.claim_reasons import Reason, reasons
from geobrief.editor.review import REVIEWED, Doubt, Readings, plain_words
from geobrief.model import Brief, Claim, Document

__all__ = ["ClaimDoubt", "claim_doubts"]

_CONTRADICTED: Final = 0.6
_TWICE: Final = 0.5


@dataclass(frozen=True, slots=True)
class ClaimDoubt:
    """A claim that nobody has accepted yet."""

    claim: str
    """`Claim.id`."""
    score: float
    """0 (its article does not hold it) to 1 (nothing in it looks doubtful): the product over its parts."""
    why: tuple[str, ...]
    """The weightiest first."""
    nearest: str = ""
    """The sentence of its article that is most like a quote that it does not hold; empty where none is."""


def claim_doubts(
    brief: Brief, readings: Iterable[Readings], places: Iterable[Doubt]
) -> tuple[ClaimDoubt, ...]:
    """The claims to look at, the lowest score first, else in the brief's order.

    Those are the claims that geobrief itself drafts from the articles, and those whose quote their article
    does not hold; what an editor has accepted is not among them.

    Args:
        brief: As it is now, with the spans of its claims.
        readings: Of its articles.
        places: What is doubtful of its places.
    """
    drafted = frozenset().union(*(reading.quotes for reading in readings))
    documents = {document.id: document for document in brief.documents}
    by_id = {place.id: place for place in brief.places}
    scores = {doubt.place: doubt.score for doubt in places}
    others = _others(brief.claims)
    found = []
    for claim in brief.claims:
        document = documents.get(claim.document)
        if document is None or claim.extra.get(REVIEWED, "").strip():
            continue
        if claim.span is None:
            found.append(_lost(claim, document))
        elif plain_words(claim.quote) in drafted:
            every = [*reasons(claim, document, by_id, scores), *others.get(claim.id, ())]
            found.append(_doubt(claim, every))
    return tuple(sorted(found, key=lambda doubt: doubt.score))


def _doubt(claim: Claim, every: Iterable[Reason]) -> ClaimDoubt:
    ordered = sorted(every, key=lambda reason: reason.held)
    score = prod((reason.held for reason in ordered), start=1.0)
    return ClaimDoubt(claim.id, score, tuple(reason.text for reason in ordered))


def _lost(claim: Claim, document: Document) -> ClaimDoubt:
    if not claim.quote.strip():
        return ClaimDoubt(claim.id, 0.0, ("it has no quote to rest on",))
    nearest = NearestSentences(document).nearest(claim.quote)
    return ClaimDoubt(claim.id, 0.0, (f"{document.id} does not hold these words",), nearest)


def _others(claims: Iterable[Claim]) -> Mapping[str, list[Reason]]:
    """What is doubtful of claims beside others, by claim id."""
    listed = tuple(claims)
    found: dict[str, list[Reason]] = {}
    for claim, reason in (*_contradictions(listed), *_repetitions(listed)):
        found.setdefault(claim, []).append(reason)
    return found


def _contradictions(claims: Iterable[Claim]) -> Iterator[tuple[str, Reason]]:
    for group in groups_of(claims).values():
        figures = figures_of(group)
        for claim in group:
            for other in group:
                if relation(figures[claim.id], figures[other.id]) == "contradicts" and other is not claim:
                    texts = " and ".join(dict.fromkeys(told.text for told in figures[other.id].values()))
                    yield claim.id, Reason(_CONTRADICTED, f"claim {other.id} contradicts it: {texts}")


def _repetitions(claims: Iterable[Claim]) -> Iterator[tuple[str, Reason]]:
    # Of two clauses of a sentence, each with a source, either is a claim.
    listed = [
        (claim.id, (claim.document, plain_words(claim.quote), claim.span, claim.by)) for claim in claims
    ]
    times = Counter(key for _, key in listed)
    first: dict[object, str] = {}
    for claim, key in listed:
        if times[key] > 1 and first.setdefault(key, claim) != claim:
            yield claim, Reason(_TWICE, f"claim {first[key]} is of the same words")
