"""Whether the parts of a brief agree: ids used once, claims that name places and articles that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from geobrief.brief.fault import Fault
from geobrief.model import Brief, Claim

__all__ = ["CLAIMS", "PLACES", "reference_faults"]

PLACES = "places.geojson"
CLAIMS = "claims.csv"


def reference_faults(brief: Brief) -> tuple[Fault, ...]:
    """Every doubled id and every reference that leads nowhere, by documents, places, claims, mentions."""
    documents = [document.id for document in brief.documents]
    places = [place.id for place in brief.places]
    claims = [claim.id for claim in brief.claims]
    faults = [
        *_doubled("article", documents, ""),
        *_doubled("place", places, PLACES),
        *_doubled("claim", claims, CLAIMS),
    ]
    known_places, known_documents = set(places), set(documents)
    for claim in brief.claims:
        if not _is_sound(claim, known_places, known_documents):
            faults.extend(_claim_faults(claim, known_places, known_documents))
    faults.extend(
        Fault(
            f"a mention in {mention.document!r} names the place {mention.place!r}, which is not in the brief"
        )
        for mention in brief.mentions
        if mention.place is not None and mention.place not in known_places
    )
    return tuple(faults)


def _doubled(what: str, ids: Sequence[str], file: str) -> Iterator[Fault]:
    if len(set(ids)) == len(ids):
        return
    for key, times in Counter(ids).items():
        if times > 1:
            yield Fault(f"the {what} id {key!r} is used {times} times; give each its own", file=file, id=key)


def _is_sound(claim: Claim, places: set[str], documents: set[str]) -> bool:
    """Whether it has no fault, as nearly every claim: an editor's save asks each of them three times."""
    flow = claim.flow
    return (
        places.issuperset(claim.places)
        and (not claim.document or claim.document in documents)
        and (flow is None or (flow.origin in places and flow.destination in places))
    )


def _claim_faults(claim: Claim, places: set[str], documents: set[str]) -> Iterator[Fault]:
    named = [*claim.places, *((claim.flow.origin, claim.flow.destination) if claim.flow else ())]
    for key in dict.fromkeys(named):
        if key not in places:
            message = (
                f"claim {claim.id!r} names the place {key!r}, which {PLACES} lacks; add it or mend the id"
            )
            yield Fault(message, file=CLAIMS, id=claim.id)
    if claim.document and claim.document not in documents:
        message = f"claim {claim.id!r} names the article {claim.document!r}, which articles/ lacks; add it"
        yield Fault(message, file=CLAIMS, id=claim.id)
