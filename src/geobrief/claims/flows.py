"""From where to where: movements that a sentence tells, with origin and destination."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from geobrief.claims.inflection import forms
from geobrief.claims.words import ADVERBS, AUXILIARIES, Token, tokens, word_set
from geobrief.model import Flow

__all__ = ["Stop", "flow"]


class Stop(NamedTuple):
    """A place that the sentence names, with its offsets in the sentence."""

    start: int
    end: int
    place: str


_SEND: Final = """
deliver deploy deport dispatch donate export extradite give lend provide sell send ship smuggle
supply transfer
"""
"""The subject is where it starts."""
_CARRY: Final = """
airlift arrive bring carry cross divert drive escape evacuate ferry fire flee fly haul head launch
march migrate move pour pump redeploy relocate reroute return sail take transport travel truck walk
withdraw
"""
"""Origin and destination stand in phrases of their own."""
_CARRY_NOUNS: Final = (
    "convoy convoys deliveries delivery exodus flight flights shipment shipments transfers transit"
)
_TAKE: Final = "buy get import obtain procure purchase receive"
"""The subject is where it ends."""


def _moves() -> dict[str, str]:
    kinds = (("carry", _CARRY), ("take", _TAKE), ("send", _SEND))
    verbs = {form: kind for kind, lemmas in kinds for lemma in lemmas.split() for form in forms(lemma)}
    return verbs | dict.fromkeys(_CARRY_NOUNS.split(), "carry")


_MOVES: Final = MappingProxyType(_moves())
_PASSIVE: Final = word_set("is are was were be been being")
_ARTICLES: Final = (
    r"(?:\s(?:the|a|an|its|their|his|her|nearby|neighbou?ring|southern|northern|eastern|western|central))*"
)
_INSIDE: Final = rf"(?:(?:\s[\w-]+){{1,4}}\s(?:of|in|at|near){_ARTICLES})*"
"""Between the preposition and the place, as in "to a base in"."""
_TO = re.compile(
    r"\b(?:to|into|towards?|onto)(?:\s(?:assist|help|aid|support|defend|rebuild|reinforce|protect|bolster))?"
    rf"{_ARTICLES}{_INSIDE}\s$"
)
_FROM = re.compile(rf"\b(?:from|out\sof){_ARTICLES}{_INSIDE}\s$")
_CLAUSE_BREAK = re.compile(r";|\b(?:while|although|though|because|whereas)\b")
_LOOK_BACK: Final = 60
_REACH: Final = 240
"""Characters within which a place belongs to its verb: a long sentence's worth."""


def flow(sentence: str, stops: Sequence[Stop]) -> Flow | None:
    """The first movement of `sentence` whose origin and destination it names, or None.

    `stops` are the sentence's places in its order.

    >>> flow("Crews flew from Lima to Quito.", [Stop(16, 20, "lima"), Stop(24, 29, "quito")])
    Flow(origin='lima', destination='quito')
    """
    if len({stop.place for stop in stops}) < 2:
        return None
    words = tokens(sentence)
    for index, word in enumerate(words):
        kind = _MOVES.get(word.lower)
        found = _movement(sentence, words, index, kind, stops) if kind else None
        if found is not None:
            return found
    return None


def _movement(
    sentence: str, words: Sequence[Token], index: int, kind: str, stops: Sequence[Stop]
) -> Flow | None:
    verb = words[index]
    first = bisect_left(stops, verb.start - _REACH, key=lambda stop: stop.end)
    last = bisect_left(stops, verb.end + _REACH, key=lambda stop: stop.start)
    near = [stop for stop in stops[first:last] if _same_clause(sentence, verb, stop)]
    later = [stop for stop in near if stop.start >= verb.end]
    origin = next((stop.place for stop in later if _FROM.search(_lead(sentence, stop))), None)
    destination = next((stop.place for stop in later if _TO.search(_lead(sentence, stop))), None)
    if kind == "carry" and origin is None and destination is not None:
        # "Flights from X were diverted to Y": the origin may stand before the verb.
        origin = next((stop.place for stop in near if _FROM.search(_lead(sentence, stop))), None)
    subject = _subject(words, index, near)
    if kind == "send" and origin is None:
        origin = subject
    if kind == "take" and destination is None:
        destination = subject
    if origin is None or destination is None or origin == destination:
        return None
    return Flow(origin, destination)


def _lead(sentence: str, stop: Stop) -> str:
    return sentence[max(0, stop.start - _LOOK_BACK) : stop.start]


def _same_clause(sentence: str, verb: Token, stop: Stop) -> bool:
    between = sentence[verb.end : stop.start] if stop.start >= verb.end else sentence[stop.end : verb.start]
    return _CLAUSE_BREAK.search(between) is None


def _subject(words: Sequence[Token], index: int, stops: Sequence[Stop]) -> str | None:
    """The place that is the verb's subject, as North Korea in "North Korea has also sent"."""
    at = index - 1
    while at >= 0 and (
        words[at].lower in ADVERBS or words[at].lower in AUXILIARIES or words[at].lower.endswith("ly")
    ):
        if words[at].lower in _PASSIVE and not words[index].lower.endswith("ing"):
            return None
        at -= 1
    if at < 0:
        return None
    return next((stop.place for stop in stops if stop.start < words[at].end <= stop.end), None)
