"""What a claim counts, so that another claim can be told to count the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from geobrief.claims.deeds import BE, Deed, deed_at, deed_of, ends_clause
from geobrief.claims.figures import Figure, figure_of
from geobrief.claims.phrases import before
from geobrief.claims.things import Thing, singular, thing_of
from geobrief.claims.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, Token, tokens, word_set
from geobrief.model import Claim, Quantity

__all__ = ["Count", "counts"]

_FUTURE = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned|ning)?|expect(?:s|ed)?|intend(?:s|ed)?|aims?|hopes?|wants?|pledged?|promised?"
    r"|bound|due|about\sto|going\sto|(?:is|are|was|were)\sto|(?:may|might|could|can|should))\b"
)
_FURTHER = re.compile(r"\b(?:another|further|additional|extra)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:in|over|during|within|for)\sthe\s(?:last|past|previous)\s(?P<past>(?:[\w-]+\s)?(?:hour|day|week|month|year))s?\b"
    r"|\b(?:each|every|per)\s(?P<each>day|week|month|season|year)\b"
)
"""Over which time a number is counted, where its verb and not its noun says so."""
_PART = re.compile(r"\sof\s(?:the|these|those|them|whom|which)\b")
_TURN = re.compile(r";|\bbut\b")
_MONEY: Final = word_set(
    "dollar euro pound yen rupee won hryvnia rouble ruble yuan baht rand franc krona peso lira rial zloty"
)
_SHARES: Final = word_set("percent percentage")
_WHOLE = re.compile(r"\s(?:percent|per\scent|%)?\s?of\s(?:(?:the|its|their|all)\s)?(?P<whole>[^\W\d_]+)")
_SELF_EVIDENT: Final = word_set("burned spilled harvested")
"""Deeds that tell what a measure measures, whatever is named as their cause."""
_BESIDE: Final = 12
"""Characters before a number in which "another" or "a further" belongs to it."""
_NEAR: Final = 8
"""Tokens between a verb and the measure that it tells of its subject."""


class Count(NamedTuple):
    """A number of a claim with what it counts."""

    unit: str
    """SI unit, currency or `percent`, with its rate; of what is counted one by one the rate alone."""
    thing: str
    """The noun, with its modifiers."""
    deed: str
    """What is done with it, and whether that is still to come."""
    origins: frozenset[str]
    """ISO 3166-1 codes that the counted noun's adjectives name."""
    figure: Figure
    clause: str
    """The clause that it stands in."""
    text: str
    """The words it was read from."""

    @property
    def key(self) -> tuple[str, ...]:
        """Alike for all that counts the same thing; whose it is apart."""
        return self.unit, self.thing, self.deed


def counts(claim: Claim) -> tuple[Count, ...]:
    """What a claim counts, in the order of its quantities; without what it counts twice with two figures."""
    words = tokens(claim.quote)
    found: dict[tuple[str, ...], list[Count]] = {}
    behind = 0
    for _, group in groupby(claim.quantities, key=lambda quantity: (quantity.span, quantity.text)):
        ends = list(group)
        at = claim.quote.find(ends[0].text, behind)
        at = claim.quote.find(ends[0].text) if at < 0 else at
        if at >= 0:
            behind = at + 1
        if at >= 0 and (count := _count(claim, words, ends, at)) is not None:
            found.setdefault(count.key, []).append(count)
    return tuple(same[0] for same in found.values() if len({count.figure for count in same}) == 1)


def _count(claim: Claim, words: Sequence[Token], ends: Sequence[Quantity], at: int) -> Count | None:
    quantity = ends[-1]
    until = at + len(quantity.text)
    first = next((i for i, word in enumerate(words) if word.end > at), len(words))
    last = next((i for i, word in enumerate(words) if word.start >= until), len(words))
    start, end = _clause(words, first, last)
    clause = claim.quote[words[start].start : words[end - 1].end] if start < end else ""
    thing, last = _thing(quantity, words, last)
    deed = deed_of(words, first, last)
    unit = _unit(quantity)
    whole = _WHOLE.match(claim.quote, until)
    if unit and not thing.head and not whole:
        thing = thing._replace(head=_subject(words, first, deed))
        if not thing.head and deed.name not in _SELF_EVIDENT:
            return None
    if not (thing.deed or deed.name) or not (unit or thing.head):
        return None
    parts = (_share(claim.quote, quantity, at), *sorted(thing.modifiers), thing.head)
    rate = thing.rate or _period(clause)
    return Count(
        unit=f"{unit}/{rate}" if rate else unit,
        thing=" ".join(filter(None, (*parts, f"of {singular(whole['whole'].lower())}" if whole else ""))),
        deed=f"{thing.deed or deed.name}{' to come' if _FUTURE.search(clause) else ''}",
        origins=thing.origins,
        figure=figure_of(ends, against=deed.negated or _is_against(claim, at)),
        clause=clause,
        text=quantity.text,
    )


def _period(clause: str) -> str:
    found = _PERIOD.search(clause)
    return (found["past"] or found["each"]) if found else ""


def _clause(words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The tokens of the clause around those from `first` to before `last`."""
    start, end = min(first, len(words)), last
    while start > 0 and not ends_clause(words[start - 1]):
        start -= 1
    while end < len(words) and not ends_clause(words[end]):
        end += 1
    return start, end


def _thing(quantity: Quantity, words: Sequence[Token], last: int) -> tuple[Thing, int]:
    """What is counted, and the index behind it: "dead" may have its noun behind it."""
    if _unit(quantity):
        return thing_of(quantity.counted), last
    thing = thing_of(quantity.unit)
    following = words[last] if last < len(words) else None
    if thing.deed and following and following.lower.endswith("s") and not _is_function_word(following):
        return thing_of(f"{quantity.unit} {following.lower}"), last + 1
    return thing, last


def _is_function_word(word: Token) -> bool:
    return (
        word.is_name or word.lower in AUXILIARIES or word.lower in PREPOSITIONS or word.lower in DETERMINERS
    )


def _unit(quantity: Quantity) -> str:
    """Of a measure, money or a share what it is measured in; empty for what is counted one by one."""
    last = singular(quantity.unit.lower().rpartition(" ")[2])
    is_own = last in _MONEY or last in _SHARES
    return quantity.unit_si or (quantity.unit.lower() if is_own else "")


def _subject(words: Sequence[Token], first: int, deed: Deed) -> str:
    """The noun of which a measure is told: the subject's, before the verb that stands before the number."""
    if deed.name in _SELF_EVIDENT:
        return ""
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        if ends_clause(words[at]):
            break
        if words[at].lower in BE or deed_at(words, at):
            phrase = before(words, at)
            return _head(words[slice(*phrase)]) if phrase else ""
    return ""


def _head(words: Sequence[Token]) -> str:
    """The last word before the first preposition of a noun phrase."""
    for at, word in enumerate(words):
        if word.lower in PREPOSITIONS:
            return singular(words[at - 1].lower) if at else ""
    return singular(words[-1].lower)


def _share(quote: str, quantity: Quantity, at: int) -> str:
    """Whether the number is only what came on top of another, or a part of one."""
    if _FURTHER.search(quote, max(0, at - _BESIDE), at) or _FURTHER.match(quantity.text):
        return "further"
    return "part of" if _PART.search(quantity.text) else ""


def _is_against(claim: Claim, at: int) -> bool:
    """Whether the claim denies or doubts the number at an offset of its quote, and not something else."""
    if claim.certainty not in ("denied", "doubted"):
        return False
    if claim.certainty_span is None or claim.span is None:
        return True
    start, end = (offset - claim.span[0] for offset in claim.certainty_span)
    return start < at and _TURN.search(claim.quote, end, max(end, at)) is None
