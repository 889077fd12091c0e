"""A document's claims: the sentences that tell something of a place, name a source, count or are hedged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from geobrief.claims.anaphora import meant
from geobrief.claims.attribution import Attribution
from geobrief.claims.attribution_tagger import default_attribution_tagger
from geobrief.claims.certainty import Standing, standing
from geobrief.claims.claimable import is_claimable, is_credited
from geobrief.claims.clauses import clauses
from geobrief.claims.dates import Written, date_spans, when, written
from geobrief.claims.evidence import moved
from geobrief.claims.flows import Stop, flow, stops_within
from geobrief.claims.offices import office
from geobrief.claims.plain_case import in_plain_case
from geobrief.claims.pronouns import PRONOUNS, Speaker, resolved
from geobrief.claims.quantities import quantities
from geobrief.claims.quotations import inside, quotations
from geobrief.claims.sentence_reading import SentenceReading, read_sentences
from geobrief.claims.source_kinds import PersonNames, person_in, source_kind
from geobrief.claims.sources import found_sources
from geobrief.claims.speakers import speakers
from geobrief.model import Claim, Document, Mention, Place, Quantity, Span
from geobrief.text.language import language_of
from geobrief.text.sentences import sentences_of_lines

__all__ = ["extract_claims"]

_CITING: Final = re.compile(r"\b(?:citing|quoting|according\sto)\s$")
_LONGEST_CITING: Final = 20
_FEW: Final = 12
"""A source of more people is news of its own: "some 300 residents said"."""


def extract_claims(
    document: Document, mentions: Sequence[Mention], places: Mapping[str, Place]
) -> tuple[Claim, ...]:
    """The claims of `document` in text order, ids `c1`…; each is one sentence.

    A sentence of two clauses with a source each is two claims, each with what its own clause tells.

    `mentions` are this document's, in text order; `places` maps `Place.id` to the brief's places. A claim
    that names a source, counts something or is hedged, but names no place, has `places=()`. Of a document in
    another language than English a sentence that names a place is a claim, and nothing more is read from it.
    """
    text, language = document.text, language_of(document)
    spans = [
        span
        for span in sentences_of_lines(text, language)
        if is_claimable(text[slice(*span)]) and not is_credited(text, span[1])
    ]
    if language != "en":
        return _unread(document, spans, mentions)
    plain = replace(document, text=in_plain_case(text, spans, mentions))
    claims = _claims(plain, spans, mentions, places)
    return claims if plain.text == text else tuple(_as_written(claim, text) for claim in claims)


def _unread(document: Document, spans: Sequence[Span], mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The sentences that name a place, as claims of the author's."""
    named = ((span, dict.fromkeys(stop.place for stop in stops_within(span, mentions))) for span in spans)
    return tuple(
        Claim(f"c{number}", document.id, document.text[slice(*span)], tuple(places), span=span)
        for number, (span, places) in enumerate(((span, places) for span, places in named if places), 1)
    )


def _as_written(claim: Claim, text: str) -> Claim:
    """The claim in the words of `text`, from whose plain case it was read."""

    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else ""

    source = words(claim.by_span)
    return replace(
        claim,
        quote=words(claim.span),
        # Whom a pronoun means stands elsewhere.
        by=source if source.lower() == claim.by.lower() else claim.by,
        quantities=tuple(replace(each, text=words(each.span)) for each in claim.quantities),
        when=replace(claim.when, text=words(claim.when.span)) if claim.when else None,
    )


def _claims(
    document: Document, spans: Sequence[Span], mentions: Sequence[Mention], places: Mapping[str, Place]
) -> tuple[Claim, ...]:
    text = document.text
    quoted = quotations(text)
    wholes = {clause: span for span in spans for clause in clauses(text, span, quoted)}
    spans = tuple(wholes)
    readings = read_sentences(text, spans, quoted)
    sources = speakers(readings, found_sources(text, readings, default_attribution_tagger()))
    who = _who(document, readings, sources, mentions, places)
    kinds = {id_: place.kind for id_, place in places.items()}
    told = _outside(mentions, [source.span for source in sources if source is not None])
    claims: list[Claim] = []
    for span, source, speaker in zip(spans, sources, who, strict=True):
        here = stops_within(span, mentions)
        named = tuple(dict.fromkeys(stop.place for stop in here))
        inferred = {
            place: words for place, words in meant(text, span, told, kinds).items() if place not in named
        }
        claim = _claim(document, f"c{len(claims) + 1}", span, here, named, inferred, source)
        claim = replace(claim, span=wholes[span], quote=text[slice(*wholes[span])])
        if source is not None and speaker is not None:
            claim = _spoken(claim, source, speaker)
        if named or inferred or source or _is_checkable(claim):
            claims.append(claim)
    return tuple(claims)


def _claim(
    document: Document,
    id_: str,
    span: Span,
    stops: Sequence[Stop],
    named: tuple[str, ...],
    inferred: Mapping[str, Span],
    source: Attribution | None,
) -> Claim:
    sentence = document.text[span[0] : span[1]]
    dates = written(sentence)
    told = standing(sentence, sourced=source is not None)
    time, movement = when(sentence, document.published, dates), flow(sentence, stops)
    return Claim(
        id=id_,
        document=document.id,
        quote=sentence,
        places=(*named, *inferred),
        by=source.by if source else "",
        certainty=told.certainty,
        quantities=_counted(sentence, dates, source, span[0]),
        when=moved(time, span[0]) if time else None,
        flow=moved(movement, span[0]) if movement else None,
        span=span,
        by_span=source.span if source else None,
        inferred=tuple(inferred),
        inferred_spans=tuple(inferred.values()),
        certainty_span=_standing_span(told, span, source),
    )


def _spoken(claim: Claim, source: Attribution, speaker: Speaker) -> Claim:
    """The claim with who says it: for a pronoun whom it means, for an "it" that means nobody known none."""
    if speaker.name.lower() == "it":
        return replace(claim, by="", by_span=None)
    by = speaker.name if source.by.lower() in PRONOUNS else source.by
    by_name = speaker.name if speaker.name != by else ""
    return replace(claim, by=by, by_name=by_name, by_kind=speaker.kind, cue_span=_cue_span(source))


def _who(
    document: Document,
    readings: Sequence[SentenceReading],
    sources: Sequence[Attribution | None],
    mentions: Sequence[Mention],
    places: Mapping[str, Place],
) -> list[Speaker | None]:
    """For each sentence whom its source is, pronouns resolved."""
    names = PersonNames(document.text)
    spans = [(mention.start, mention.end) for mention in mentions]
    found: dict[Span, Speaker] = {}
    for source in sources:
        if source is not None and source.span not in found:
            within = inside(spans, *source.span)
            name = person_in(source.by, names, within) or source.by
            found[source.span] = Speaker(source.by, name, source_kind(source.by, names, within))
    named = [names.between(reading.start, reading.end, spans) for reading in readings]
    mute = [(mention.start, mention.end) for mention in mentions if _is_mute(places.get(mention.place or ""))]
    offices = [office(document.text, reading, names, mute) for reading in readings]
    return resolved(
        [found[source.span] if source is not None else None for source in sources], named, offices
    )


def _is_mute(place: Place | None) -> bool:
    """Whether a toponym names no speaker: a town or a river; a country stands for who governs it."""
    return place is not None and place.located and place.kind != "country"


def _cue_span(source: Attribution) -> Span | None:
    """Where the cue stands; None where none is seen."""
    return source.cue_span if source.cue_span[0] < source.cue_span[1] else None


def _is_checkable(claim: Claim) -> bool:
    """Whether a sentence without place and source tells something that can be checked: how many, how sure."""
    return bool(claim.quantities) or claim.certainty not in ("stated", "attributed")


def _standing_span(told: Standing, span: Span, source: Attribution | None) -> Span | None:
    """Where the document says how sure the claim is: a hedge, else the cue of its source in the sentence."""
    if told.span is not None:
        return span[0] + told.span[0], span[0] + told.span[1]
    cue = source.cue_span if source else None
    return cue if cue and span[0] <= cue[0] < cue[1] <= span[1] else None


def _outside(mentions: Sequence[Mention], sources: Sequence[Span]) -> list[Mention]:
    """The mentions without those that say where a source sits ("officials in Bratislava")."""
    hidden: set[int] = set()
    for start, end in sources:
        first = bisect_left(mentions, start, key=lambda mention: mention.start)
        last = bisect_left(mentions, end, key=lambda mention: mention.start)
        hidden.update(range(first, last))
    return [mention for index, mention in enumerate(mentions) if index not in hidden]


def _counted(sentence: str, dates: Written, source: Attribution | None, offset: int) -> tuple[Quantity, ...]:
    """The sentence's quantities, without the few people who are its source, as "two diplomats"."""
    found = quantities(sentence, date_spans(sentence, dates))
    by = source.by if source else ""
    return tuple(
        moved(each, offset)
        for each in found
        if each.value > _FEW or not (each.text in by or _is_cited(sentence, each))
    )


def _is_cited(sentence: str, quantity: Quantity) -> bool:
    """Whether a source cites those whom the number counts, as in "citing two officials"."""
    at = quantity.span[0] if quantity.span else 0
    lead = sentence[max(0, at - _LONGEST_CITING) : at]
    return _CITING.search(lead) is not None
