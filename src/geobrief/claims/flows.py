"""From where to where: movements that a sentence tells, with origin and destination."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from geobrief.claims.flow_terms import MOVES, NO_GOODS, NO_TRAVELLERS, PHRASAL_MOVES, Move
from geobrief.claims.phrases import before
from geobrief.claims.words import ADVERBS, AUXILIARIES, COMMON_VERBS, PREPOSITIONS, Token, tokens, word_set
from geobrief.model import Flow, Mention, Span

__all__ = ["Stop", "flow", "stops_within"]


class Stop(NamedTuple):
    """A place that the sentence names, with its offsets in the sentence."""

    start: int
    end: int
    place: str


_PASSIVE: Final = word_set("is are was were be been being")
_ARTICLES: Final = (
    r"(?:\s(?:the|a|an|its|their|his|her|nearby|neighbou?ring|southern|northern|eastern|western|central|besieged"
    r"|war-torn|coastal|then|border\swith))*"
)
_INSIDE: Final = rf"(?:(?:\s[\w’'-]+){{1,5}}\s(?:of|in|at|near|around|outside|on){_ARTICLES})*"
"""Between the preposition and the place, as in "to a base in"."""
_TO = re.compile(
    r"\b(?:to|into|towards?|onto)(?:\s(?:assist|help|aid|support|defend|rebuild|reinforce|protect|bolster))?"
    rf"{_ARTICLES}{_INSIDE}\s$"
)
_FROM = re.compile(rf"\b(?:from|out\sof){_ARTICLES}{_INSIDE}\s$")
_FOR = re.compile(rf"\bfor{_ARTICLES}{_INSIDE}\s$")
_AT = re.compile(rf"\b(?:in|at){_ARTICLES}(?:\sport\sof)?\s$")
_BY = re.compile(r"\bby(?:\sthe)?\s$")
_FOR_VERBS: Final = word_set(
    "leave leaves left leaving depart departs departed departing set sets flee flees fled fleeing sail sails "
    "sailed sailing head heads headed heading bound exit quit abandon abandoned"
)
_AT_VERBS: Final = word_set(
    "arrive arrives arrived arriving land lands landed landing end ends ended turned wound dock docked"
)
_LOADED: Final = re.compile(
    r"\b(?:load(?:s|ed|ing)?|t(?:ake|akes|aken|ook)\son|picked\sup|collected)\b[^;]{0,60}\b(?:in|at)(?:\sthe)?\s$"
)
"""Before where a ship bound for elsewhere took its cargo."""
_BEGINNINGS: Final = word_set(
    "began begun begin begins start starts started keep keeps kept continue continues continued resumed"
)
_GIVING: Final = word_set(
    "give gives gave given giving sell sells sold selling send sends sent sending ship ships shipped "
    "shipping supply supplies supplied supplying provide provides provided providing"
)
"""With a receiver as their first object: "sent Chile 300 nurses"."""
_CLAUSE_BREAK = re.compile(r";|\b(?:while|although|though|because|whereas|according\sto)\b")
_SECOND_VERB = re.compile(
    r"\b(?:(?:reach|enter)(?:e?s|ed|ing)?|(?:arriv|dock|land|berth)(?:e?s?|ed|ing)\s(?:in|at))(?:\sthe)?\s$"
    r"|\bbound\sfor(?:\sthe)?\s$"
)
_NOT = re.compile(
    r"(?:\b(?:not|never|no\slonger|cannot|without|neither|nor|stop(?:s|ped)?|halt(?:s|ed)?|suspend(?:s|ed)?|ceased?"
    r"|refuse[sd]?\sto|declined?\sto|failed\sto)|n[’']t)\s(?:\w+\s){0,2}$"
)
_NO_SUBJECT = re.compile(
    r"(?:^|[,;]\s)(?:no(?:body)?|none\sof|hardly\sany)\s(?:[\w’'-]+\s){0,6}$", re.IGNORECASE
)
_WITHIN = re.compile(rf"[’']s(?:\s(?!and\b|or\b|to\b)[\w-]+){{0,3}}?(?:\s(?:of|in|at|near|on){_ARTICLES})?\s")
"""Between a place and a nearer one inside it, as in "Peru's port of Callao"."""
_LOOK_BACK: Final = 60
_REACH: Final = 240
"""Characters within which a place belongs to its verb: a long sentence's worth."""


def stops_within(span: Span, mentions: Sequence[Mention]) -> list[Stop]:
    """The places that the sentence at `span` names, in its order, with their offsets in it."""
    start = bisect_left(mentions, span[0], key=lambda mention: mention.start)
    end = bisect_left(mentions, span[1], key=lambda mention: mention.start)
    return [
        Stop(mention.start - span[0], mention.end - span[0], mention.place)
        for mention in mentions[start:end]
        if mention.place is not None
    ]


def flow(sentence: str, stops: Sequence[Stop]) -> Flow | None:
    """The first movement of `sentence` whose origin and destination it names, or None.

    `stops` are the sentence's places in its order; the flow's span is the sentence's too. What did not move
    ("no ship left"), money and messages are none.

    >>> flow("Crews flew from Lima to Quito.", [Stop(16, 20, "lima"), Stop(24, 29, "quito")])
    Flow(origin='lima', destination='quito', span=(6, 29))
    """
    if len({stop.place for stop in stops}) < 2:
        return None
    words, is_capitals = tokens(sentence), sentence.isupper()
    for index, word in enumerate(words):
        following = words[index + 1].lower if index + 1 < len(words) else ""
        kinds = PHRASAL_MOVES.get((word.lower, following)) or MOVES.get(word.lower)
        if kinds is None or (word.is_name and index and not is_capitals):
            continue
        near = _near(sentence, word, stops)
        if len(near) < 2 or _is_denied(sentence, word):
            continue
        found = _Movement(sentence, words, index, near).flow(kinds)
        if found is not None:
            return found
    return None


def _near(sentence: str, verb: Token, stops: Sequence[Stop]) -> list[Stop]:
    """The places of the verb's clause."""
    first = bisect_left(stops, verb.start - _REACH, key=lambda stop: stop.end)
    last = bisect_left(stops, verb.end + _REACH, key=lambda stop: stop.start)
    return [stop for stop in stops[first:last] if _same_clause(sentence, verb, stop)]


def _same_clause(sentence: str, verb: Token, stop: Stop) -> bool:
    between = sentence[verb.end : stop.start] if stop.start >= verb.end else sentence[stop.end : verb.start]
    return _CLAUSE_BREAK.search(between) is None


def _is_denied(sentence: str, verb: Token) -> bool:
    """Whether the sentence says that the movement did not take place."""
    lead = sentence[max(0, verb.start - _LOOK_BACK) : verb.start]
    return _NOT.search(lead) is not None or _NO_SUBJECT.search(lead) is not None


class _Movement(NamedTuple):
    """A verb or noun of movement in its sentence, with the places near it."""

    sentence: str
    words: Sequence[Token]
    at: int
    near: Sequence[Stop]

    def flow(self, kinds: frozenset[Move]) -> Flow | None:
        """The movement, with both ends and nothing but people and things moved; else None."""
        origin, destination = self._origin(kinds), self._destination(kinds)
        if origin is None or destination is None or origin.place == destination.place:
            return None
        verb = self.words[self.at]
        ends = (verb, origin, destination)
        span = min(each.start for each in ends), max(each.end for each in ends)
        return None if self._is_no_goods(origin, destination) else Flow(origin.place, destination.place, span)

    def _origin(self, kinds: frozenset[Move]) -> Stop | None:
        origin = self._after(_FROM)
        if origin is None and "leave" in kinds:
            origin = self._object()
        if origin is None and kinds & {"carry", "reach"}:
            # "Flights from X were diverted to Y": the origin may stand before the verb.
            origin = next((stop for stop in self.near if _FROM.search(self._lead(stop))), None)
            origin = self._nearest(origin) if origin else None
        if origin is None and self.words[self.at].lower in _FOR_VERBS | _AT_VERBS:
            origin = next((stop for stop in self.near if _LOADED.search(self._clause(stop))), None)
        if origin is None and ("send" in kinds or ("haul" in kinds and self._has_object())):
            origin = self._after(_BY) or self._subject()
        return origin

    def _destination(self, kinds: frozenset[Move]) -> Stop | None:
        verb = self.words[self.at].lower
        leads = (_TO, _FOR) if verb in _FOR_VERBS else (_TO,)
        ends = [end for end in map(self._after, leads) if end is not None]
        found = min(ends, key=lambda end: end.start, default=None)
        if found is None and verb in _AT_VERBS:
            found = self._after(_AT)
        if found is None and kinds & {"leave", "carry"}:
            found = next((stop for stop in self.near if _SECOND_VERB.search(self._lead(stop))), None)
        if found is None and ("reach" in kinds or verb in _GIVING):
            found = self._object()
        if found is None and "take" in kinds:
            found = self._subject()
        return found

    def _later(self) -> Iterator[Stop]:
        verb = self.words[self.at]
        return (stop for stop in self.near if stop.start >= verb.end)

    def _lead(self, stop: Stop) -> str:
        """What stands before a place, back to the place before it."""
        previous = max((each.end for each in self.near if each.end <= stop.start), default=0)
        return self.sentence[max(previous, stop.start - _LOOK_BACK) : stop.start]

    def _clause(self, stop: Stop) -> str:
        return self.sentence[max(0, stop.start - 2 * _LOOK_BACK) : stop.start]

    def _has_object(self) -> bool:
        """Whether the verb moves something: no preposition follows it at once."""
        following = self.words[self.at + 1 : self.at + 2]
        return bool(following) and following[0].is_word and following[0].lower not in PREPOSITIONS

    def _after(self, lead: re.Pattern[str]) -> Stop | None:
        """The first place after the verb that such words lead to."""
        found = next((stop for stop in self._later() if lead.search(self._lead(stop))), None)
        return self._nearest(found) if found else None

    def _nearest(self, stop: Stop) -> Stop:
        """The place within another that is meant, as Callao in "Peru's port of Callao"."""
        following = next((each for each in self.near if each.start >= stop.end), None)
        if following and _WITHIN.fullmatch(self.sentence, stop.end, following.start):
            return following
        return stop

    def _object(self) -> Stop | None:
        """The place right after the verb, as in "fled Lima" or "sent Chile 300 nurses"."""
        verb = self.words[self.at]
        found = next(self._later(), None)
        if found is None or not re.fullmatch(r"(?:\sthe)?\s", self.sentence[verb.end : found.start]):
            return None
        return self._nearest(found)

    def _subject(self) -> Stop | None:
        """The place that is the verb's subject or sits in it: "Peru has also sent", "Peru's navy sent"."""
        at = governor = self._governor()
        while at > 0 and _is_modifier(self.words[at - 1]):
            at -= 1
            is_passive = self.words[at].lower in _PASSIVE and not self.words[self.at].lower.endswith("ing")
            if is_passive and governor == self.at:
                return None
        phrase = before(self.words, at) if at > 0 else None
        if phrase is None:
            return None
        # Behind a verb of its own it is another's subject: "Peru put the number of men sent at 300".
        verbs = [at for at in range(*phrase) if self.words[at].lower in COMMON_VERBS]
        start, end = self.words[verbs[-1] if verbs else phrase[0]].start, self.words[phrase[1] - 1].end
        return next(
            (stop for stop in self.near if start <= stop.start and stop.end <= end + 2 and stop.end > start),
            None,
        )

    def _governor(self) -> int:
        """The verb whose subject is this one's too, as "hopes" in "hopes to send"."""
        at = self.at - 1
        if at > 0 and self.words[at].lower == "to":
            asked = self.words[at - 1]
            # "Peru told Chile to send": who is told is who sends.
            return at if any(stop.start < asked.end <= stop.end for stop in self.near) else at - 1
        is_begun = (
            at > 0 and self.words[at].lower in _BEGINNINGS and self.words[self.at].lower.endswith("ing")
        )
        return at if is_begun else self.at

    def _is_no_goods(self, origin: Stop, destination: Stop) -> bool:
        """Whether the verb's object is money or a message, or its subject is what does not travel."""
        verb = self.words[self.at]
        later = [stop.start for stop in (origin, destination) if stop.start >= verb.end]
        moved: Span = (verb.end, min(later)) if later else (verb.end, verb.end)
        if destination.start == verb.end + 1 or origin.start == verb.end + 1:
            moved = (destination.end, destination.end + 40)
        before_verb = self.sentence[max(0, verb.start - 30) : verb.start] if self._is_passive() else ""
        subject = self.sentence[max(0, verb.start - 24) : verb.start]
        return (
            NO_GOODS.search(self.sentence[slice(*moved)]) is not None
            or NO_GOODS.search(before_verb) is not None
            or NO_TRAVELLERS.search(subject) is not None
        )

    def _is_passive(self) -> bool:
        return any(word.lower in _PASSIVE for word in self.words[max(0, self.at - 3) : self.at])


def _is_modifier(word: Token) -> bool:
    return word.lower in ADVERBS or word.lower in AUXILIARIES or word.lower.endswith("ly")
