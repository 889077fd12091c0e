"""From where to where: movements that a sentence tells, with origin and destination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from geobrief.claims.words import ADVERBS, AUXILIARIES, Token, tokens, word_set
from geobrief.model import Flow

__all__ = ["Stop", "flow"]


class Stop(NamedTuple):
    """A place that the sentence names, with its offsets in the sentence."""

    start: int
    end: int
    place: str


_SEND: Final = """
send sends sent sending dispatch dispatches dispatched dispatching deploy deploys deployed deploying ship ships
shipped shipping deliver delivers delivered delivering export exports exported exporting supply supplies supplied
supplying smuggle smuggles smuggled smuggling transfer transfers transferred transferring provide provides provided
providing donate donates donated donating extradite extradites extradited extraditing deport deports deported
deporting sell sells sold selling lend lends lent lending give gives gave given giving
"""
"""The subject is where it starts."""
_CARRY: Final = """
fly flies flew flown flying carry carries carried carrying transport transports transported transporting evacuate
evacuates evacuated evacuating move moves moved moving flee flees fled fleeing travel travels travelled traveled
travelling traveling sail sails sailed sailing drive drives drove driven driving bring brings brought bringing take
takes took taken taking march marches marched marching migrate migrates migrated migrating airlift airlifts airlifted
airlifting relocate relocates relocated relocating cross crosses crossed crossing arrive arrives arrived arriving
return returns returned returning withdraw withdraws withdrew withdrawn withdrawing escape escapes escaped escaping
pump pumps pumped pumping haul hauls hauled hauling head heads headed heading walk walks walked walking
redeploy redeploys redeployed redeploying reroute rerouted divert diverted diverts fire fires fired firing launch
launches launched launching pour poured pours pouring truck trucked bus bused ferry ferried ferries ferrying
shipment shipments delivery deliveries flight flights convoy convoys transfers exodus transit
"""
"""Origin and destination stand in prepositional phrases."""
_TAKE: Final = """
import imports imported importing receive receives received receiving buy buys bought buying get gets got getting
obtain obtains obtained obtaining purchase purchases purchased purchasing procure procures procured procuring
"""
"""The subject is where it ends."""
_MOVES: Final = MappingProxyType(
    {
        form: kind
        for kind, forms in (("carry", _CARRY), ("take", _TAKE), ("send", _SEND))
        for form in forms.split()
    }
)

_TO = re.compile(
    r"(?:\b(?:to|into|toward|towards|onto|for|in|at)(?:\s(?:assist|help|aid|support|defend|rebuild|reinforce|protect|bolster))?"
    r"(?:\s(?:the|a|an|its|their|his|her|nearby|neighbouring|neighboring))*"
    r"(?:\s(?!(?:to|for|from|into)\b)[\w-]+){0,3}?(?:\s(?:of|in|at|near))?(?:\s(?:the|southern|northern|eastern|western|central|war-torn))*)\s$"
)
_TO_DIRECT = re.compile(
    r"\b(?:to|into|toward|towards|onto)(?:\s(?:assist|help|aid|support|defend|rebuild|reinforce|protect|bolster))?"
    r"(?:\s(?:the|a|an|its|their|his|her|nearby|neighbou?ring|southern|northern|eastern|western|central|war-torn))*"
    r"(?:(?:\s[\w-]+){1,4}\s(?:of|in|at|near)(?:\s(?:the|southern|northern|eastern|western|central))*)?\s$"
)
_FROM = re.compile(
    r"\b(?:from|out\sof)(?:\s(?:the|a|an|its|their|his|her|nearby|neighbou?ring|southern|northern|eastern|western|central))*"
    r"(?:(?:\s[\w-]+){1,4}\s(?:of|in|at|near)(?:\s(?:the|southern|northern|eastern|western|central))*)?\s$"
)
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
    near = [stop for stop in stops if _same_clause(sentence, verb, stop)]
    later = [stop for stop in near if stop.start >= verb.end]
    origin = next((stop.place for stop in later if _FROM.search(_lead(sentence, stop))), None)
    destination = next((stop.place for stop in later if _TO_DIRECT.search(_lead(sentence, stop))), None)
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
    return len(between) <= _REACH and _CLAUSE_BREAK.search(between) is None


def _subject(words: Sequence[Token], index: int, stops: Sequence[Stop]) -> str | None:
    """The place that is the verb's subject, as North Korea in "North Korea has also sent"."""
    at = index - 1
    while at >= 0 and (
        words[at].lower in ADVERBS or words[at].lower in AUXILIARIES or words[at].lower.endswith("ly")
    ):
        if words[at].lower in _PASSIVE and words[index].lower not in _ACTIVE:
            return None
        at -= 1
    if at < 0:
        return None
    return next((stop.place for stop in stops if stop.start < words[at].end <= stop.end), None)


_PASSIVE: Final = word_set("is are was were be been being")
_ACTIVE: Final = frozenset(form for form in _MOVES if form.endswith("ing"))
