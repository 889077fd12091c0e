"""The known names of a text, and those told by a designator, each with the signs for and against a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.geoparse.containers import containers
from geobrief.geoparse.designators import (
    Named,
    belongs_to_next,
    ends_in_common_noun,
    join,
    unknown_with_designator,
)
from geobrief.geoparse.evidence import against, prominence, signs
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.spans import Span
from geobrief.geoparse.spelling import is_spelled_as_place, needs_city, stands_as_abbreviation
from geobrief.model import Candidate

__all__ = ["Objections", "Proposal", "propose"]

WELL_KNOWN = 2.0
"""The prominence from which on a name speaks for the one listed with it."""

BETWEEN = re.compile(r"(?:['’ʼ]s)?(?:,? (?:and|or|to|&) |, |[-–—/]| ?[–—] )(?:the )?")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span that may be a mention, with the signs for and against it."""

    named: Named
    candidates: Sequence[Candidate]
    signs: Mapping[str, float]
    """Each sign that holds, with how much; see `evidence`."""


Objections = Mapping[int, str]
"""By the index of a word at which only known names begin that something speaks against: what that is."""


def propose(reading: Reading) -> tuple[tuple[Proposal, ...], Objections]:
    """The proposals of a text, in its order and apart from each other, and the objections to other names."""
    objections: dict[int, str] = {}
    proposals = tuple(_proposals(reading, objections))
    held = containers(reading.text, [(each.named.head, each.candidates) for each in proposals])
    holding = set(held.values())
    taken = _taken(proposals)
    found = tuple(
        Proposal(
            each.named,
            each.candidates,
            {
                **each.signs,
                **_company(reading, index, proposals),
                **_form(reading, each.named.head),
                **({"held": 1.0} if index in held else {}),
                **({"holds": 1.0} if index in holding else {}),
                **({"half of a compound": 1.0} if _is_half(reading, each.named.span, taken) else {}),
            },
        )
        for index, each in enumerate(proposals)
    )
    return found, objections


def _proposals(reading: Reading, objections: dict[int, str]) -> Iterator[Proposal]:
    """At each word the longest name that nothing speaks against, then on behind it."""
    index = free = 0
    words = reading.text.words
    while index < len(words):
        proposal = _proposal_at(reading, index, free, objections) if words[index].capital else None
        if proposal is None:
            index += 1
            continue
        yield proposal
        index = free = proposal.named.last + 1


def _proposal_at(reading: Reading, first: int, free: int, objections: dict[int, str]) -> Proposal | None:
    """The best proposal at `first`; what it is joined with must not lie before `free`."""
    spans = reading.known(first)
    for span in spans:
        if ends_in_common_noun(reading.context, span) and Span(first, span.last - 1) in spans:
            continue
        candidates = reading.candidates(span)
        if not candidates or not _may_be_place(reading, span, candidates):
            continue
        named = join(reading.context, span, candidates)
        if needs_city(reading.text, span, reading.lexicon):
            candidates = [each for each in candidates if each.level == 1] or candidates
            named = Named(span, span, "region")
        if named.span.first < free:
            named = Named(span, span)
        natural = candidates[0].level == 0 and candidates[0].kind in ("water", "region")
        objection = against(reading.context, named, natural=natural)
        if not objection:
            return Proposal(named, candidates, signs(reading.context, named, candidates, reading.persons))
        objections.setdefault(first, objection)
    unknown = unknown_with_designator(reading.context, first)
    if unknown is None or against(reading.context, unknown):
        return None
    return Proposal(unknown, (), {"designator": 1.0})


def _may_be_place(reading: Reading, span: Span, candidates: Sequence[Candidate]) -> bool:
    context, lexicon = reading.context, reading.lexicon
    phrase = tuple(context.lower(index) for index in range(span.first, span.last + 1))
    if phrase in lexicon.after.kinds or phrase in lexicon.before.kinds:
        return False
    name = " ".join(phrase)
    if len(phrase) > 1 and belongs_to_next(context, span):
        return False
    if name in lexicon.demonyms or lexicon.doubt(reading.name(span)) >= 3:
        return False
    return (len(phrase) > 1 or name not in lexicon.neutral) and is_spelled_as_place(
        reading.text, span, candidates, lexicon
    )


# ---- signs that lie in the names beside it


def _form(reading: Reading, span: Span) -> dict[str, float]:
    """Whether it is a short form, and one that is told by its dot."""
    if not needs_city(reading.text, span, reading.lexicon):
        return {}
    return {"short form": 1.0, "dotted short form": float(stands_as_abbreviation(reading.text, span))}


def _taken(proposals: Sequence[Proposal]) -> set[int]:
    """The words of proposals that stand for themselves."""
    return {
        index
        for each in proposals
        if prominence(each.candidates) >= WELL_KNOWN or "designator" in each.signs
        for index in range(each.named.span.first, each.named.last + 1)
    }


def _is_half(reading: Reading, span: Span, taken: set[int]) -> bool:
    """Whether a hyphen binds it to a capitalised word that is no place: "Wal-Mart", "Webb-Lawton"."""
    words = reading.text.words
    return any(
        reading.text.gap(left) in ("-", "‐", "‑")
        and words[other].capital
        and other not in taken
        and not words[other].upper
        and words[other].lower not in reading.lexicon.neutral
        for left, other in ((span.first - 1, span.first - 1), (span.last, span.last + 1))
        if left >= 0 and other < len(words)
    )


def _company(reading: Reading, index: int, proposals: Sequence[Proposal]) -> dict[str, float]:
    """Whether a well-known place stands directly beside it in a list."""
    around = [proposals[other] for other in (index - 1, index + 1) if 0 <= other < len(proposals)]
    listed = any(
        prominence(other.candidates) >= WELL_KNOWN and _are_listed(reading, proposals[index], other)
        for other in around
    )
    return {"listed with places": 1.0} if listed else {}


def _are_listed(reading: Reading, one: Proposal, other: Proposal) -> bool:
    """Whether only a comma, a hyphen or an "and" parts two names."""
    first, second = sorted((one.named.span, other.named.span), key=lambda span: span.first)
    words = reading.text.words
    between = reading.text.text[words[first.last].end : words[second.first].start]
    return BETWEEN.fullmatch(between) is not None
