"""Why a drafted claim may be wrong, part by part: each reason names the words in which a person can see it.

Each comes with the share of such parts that are right. Of sources it was measured on the development
articles of PolNeAR 1.0 (Newell et al. 2018), 2,400 drafted claims; the others are judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from geobrief.brief.notes import DOUBTFUL
from geobrief.claims.certainty import standing
from geobrief.claims.pronouns import PRONOUNS
from geobrief.claims.quotations import quotations
from geobrief.model import Claim, Document, Place, Quantity, Span
from geobrief.text.language import language_of

__all__ = ["Reason", "reasons"]

_PLACE_LEAST: Final = 0.3
"""What a place that is nowhere leaves of a claim: the place's own entry says the rest."""
_UNNAMED_PLACE: Final = 0.6
_INFERRED_PLACE: Final = 0.85
_UNREAD_LANGUAGE: Final = 0.8
_QUOTED_BY_NOBODY: Final = 0.33
_PRONOUN_FOR_NOBODY: Final = 0.68
_PRONOUN: Final = 0.87
_SOURCE_OUTSIDE: Final = 0.32
_PERSON_OUTSIDE: Final = 0.93
_SOURCE_NOWHERE: Final = 0.5
_OTHER_CERTAINTY: Final = 0.5
_TWO_CERTAINTIES: Final = 0.75
_NUMBER_NOWHERE: Final = 0.4
_NUMBER_OF_NOTHING: Final = 0.7
_TIME_NOWHERE: Final = 0.5
_RELATIVE_TIME: Final = 0.8
_FLOW_NOWHERE: Final = 0.6
_FLOW: Final = 0.85


class Reason(NamedTuple):
    """A part of a claim that may be wrong."""

    held: float
    """0 (surely wrong) to 1 (surely right)."""
    text: str
    """Without a full stop."""


def reasons(
    claim: Claim, document: Document, places: Mapping[str, Place], scores: Mapping[str, float]
) -> Iterator[Reason]:
    """What may be wrong with a claim whose quote stands in its article, in no order.

    Args:
        claim: With the spans of its parts, as it is read from a folder.
        document: Its article.
        places: Of the brief, by id.
        scores: How sure the places are that nobody has accepted, by id.
    """
    yield from _places(claim, document, places, scores)
    language = language_of(document)
    if language == "en":
        yield from _source(claim, document)
        yield from _certainty(claim)
        yield from _flow(claim, document, places)
    else:
        text = f"source, certainty and movement are not read from text in the language “{language}”"
        yield Reason(_UNREAD_LANGUAGE, text)
    for quantity in claim.quantities:
        yield from _quantity(quantity)
    yield from _time(claim)


def _places(
    claim: Claim, document: Document, places: Mapping[str, Place], scores: Mapping[str, float]
) -> Iterator[Reason]:
    if not claim.places:
        yield Reason(_PLACE_LEAST, "it is about no place")
    words = dict(zip(claim.inferred, claim.inferred_spans, strict=False))
    for key in claim.places:
        name, score = places[key].name, scores.get(key, 1.0)
        if not places[key].located:
            yield Reason(_PLACE_LEAST, f"{name} is not on the map yet")
        elif score < DOUBTFUL:
            yield Reason(
                max(score, _PLACE_LEAST), f"the place is doubtful itself: {name} is {score:.0%} sure"
            )
        if key in words:
            told = document.text[slice(*words[key])]
            yield Reason(_INFERRED_PLACE, f"{name} is inferred from “{told}”")
        elif key in claim.inferred:
            yield Reason(_UNNAMED_PLACE, f"the quote does not name {name}")


def _source(claim: Claim, document: Document) -> Iterator[Reason]:
    if not claim.by:
        if quotations(claim.quote):
            yield Reason(_QUOTED_BY_NOBODY, "it quotes somebody, but nobody is named as saying it")
    elif claim.by_span is None:
        if claim.by.lower() in PRONOUNS:
            yield Reason(_PRONOUN_FOR_NOBODY, f"it is not found whom “{claim.by}” means")
        else:
            yield Reason(_SOURCE_NOWHERE, f"the article does not hold “{claim.by}”, who is to say it")
    else:
        yield from _named_source(claim, document.text[slice(*claim.by_span)], claim.by_span)


def _named_source(claim: Claim, words: str, span: Span) -> Iterator[Reason]:
    within = claim.span is not None and claim.span[0] <= span[0] and span[1] <= claim.span[1]
    if claim.by.lower() in PRONOUNS:
        yield Reason(_PRONOUN_FOR_NOBODY, f"it is not found whom “{words}” means")
    elif words.lower() in PRONOUNS:
        yield Reason(_PRONOUN, f"“{words}” is taken to mean {claim.by}")
    elif not within:
        held = _PERSON_OUTSIDE if claim.by_kind == "named" else _SOURCE_OUTSIDE
        yield Reason(held, f"“{words}”, who is to say it, is named in another sentence")


def _certainty(claim: Claim) -> Iterator[Reason]:
    told = standing(claim.quote, sourced=bool(claim.by))
    if told.certainty != claim.certainty:
        words = f" from “{claim.quote[slice(*told.span)].strip()}”" if told.span else ""
        text = f"filed as {claim.certainty}, but it reads as {told.certainty}{words}"
        yield Reason(_OTHER_CERTAINTY, text)
    elif told.span is not None:
        start, end = told.span
        others = claim.quote[:start] + "." * (end - start) + claim.quote[end:]
        second = standing(others, sourced=bool(claim.by))
        if second.span is not None and second.certainty != told.certainty:
            first, other = claim.quote[start:end].strip(), claim.quote[slice(*second.span)].strip()
            text = f"“{first}” makes it {told.certainty}, “{other}” would make it {second.certainty}"
            yield Reason(_TWO_CERTAINTIES, text)


def _quantity(quantity: Quantity) -> Iterator[Reason]:
    number = f"{quantity.value:,.10g}"
    if quantity.span is None:
        yield Reason(_NUMBER_NOWHERE, f"the quote does not hold the number {number}")
    elif not quantity.unit:
        yield Reason(_NUMBER_OF_NOTHING, f"it is not told what “{quantity.text}” counts")


def _time(claim: Claim) -> Iterator[Reason]:
    if claim.when is None:
        return
    until = claim.when.end if claim.when.end != claim.when.start else ""
    time = "/".join(filter(None, (claim.when.start, until)))
    if claim.when.span is None:
        yield Reason(_TIME_NOWHERE, f"the quote does not tell the time {time}")
    elif claim.when.start[:4] not in claim.when.text or claim.when.end[:4] not in claim.when.text:
        yield Reason(_RELATIVE_TIME, f"“{claim.when.text}” is taken for {time} by the article's date")


def _flow(claim: Claim, document: Document, places: Mapping[str, Place]) -> Iterator[Reason]:
    if claim.flow is None:
        return
    ends = f"from {places[claim.flow.origin].name} to {places[claim.flow.destination].name}"
    if claim.flow.span is None:
        yield Reason(_FLOW_NOWHERE, f"the quote does not tell of a movement {ends}")
    else:
        words = document.text[slice(*claim.flow.span)]
        yield Reason(_FLOW, f"the movement {ends} is read from “{words}”")
