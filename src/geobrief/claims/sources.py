"""Which source each sentence has: what the tagger makes of it, weighed with what the rules found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geobrief.claims.attribution import Attribution
from geobrief.claims.attribution_tagger import AttributionTagger, Shares
from geobrief.claims.cues import CUES
from geobrief.claims.phrases import Phrase
from geobrief.claims.pronouns import PRONOUNS
from geobrief.claims.sentence_reading import SentenceReading
from geobrief.claims.silence import keeps_silent
from geobrief.claims.verbs import NOBODY, is_after_be, skip_manner
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MONTHS,
    WEEKDAYS,
    Token,
    word_set,
)

__all__ = ["Found", "Thresholds", "found_sources"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on the tagger is believed, chosen by validation on PolNeAR's training part."""

    content: float = 0.5
    """That some token of the sentence is content of somebody's."""
    speaker: float = 0.7
    """That some token of the sentence is part of a source: enough where the content is not seen."""
    source: float = 0.4
    """That a token is part of the source."""
    doubtful: float = 0.1
    """That some token is part of a source: enough where the rules name one."""
    strange: float = 0.6
    """What `content` must be where neither the rules nor a known cue or quotation speak for a source."""
    cue: float = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """What the sentence says of its source."""

    attribution: Attribution | None
    """The source that it names; None where it names none."""
    told: bool
    """Whether the sentence is somebody's words, whoever he is."""


_LEMMAS: Final = frozenset(["according", *(cue.lemma for cue in CUES.values())])
_BELIEVED: Final = Thresholds()
_THINGS: Final = word_set("this that these those there there's there’s which such")
_OF_A_MIND: Final = word_set("agree cite concern convince determine quote worry")
"""Who is determined or worried has a mind of his own; who is quoted speaks."""
_SPEAKING: Final = word_set("some many most several few all both one another others two three")
"""Determiners that can be a source by themselves, as in "some say"."""
_TRIMMED: Final = CLAUSE_OPENERS | frozenset(["and", "but", "that", "who", "as", "by", "to"])


def found_sources(
    text: str,
    readings: Sequence[SentenceReading],
    tagger: AttributionTagger,
    thresholds: Thresholds = _BELIEVED,
) -> list[Found]:
    """For each sentence what it says of its source, with offsets of `text`."""
    return [
        _found(text, reading, tagger.shares(readings, at), thresholds) for at, reading in enumerate(readings)
    ]


def _found(text: str, reading: SentenceReading, shares: Sequence[Shares], thresholds: Thresholds) -> Found:
    content = max((share.content for share in shares), default=0.0)
    speaker = max((share.source for share in shares), default=0.0)
    rules = reading.by_rules
    if (
        content < thresholds.content
        and speaker < thresholds.speaker
        and not _is_sure(rules, speaker, thresholds)
    ):
        return Found(None, told=False)
    phrases = _phrases(reading, shares, thresholds.source)
    antecedent = _antecedent(reading, phrases)
    if antecedent is not None:
        return Found(_made(text, reading, shares, antecedent, thresholds), told=True)
    if rules is not None and (not phrases or rules.apart):
        phrases = [phrase for phrase in phrases if _overlap(reading, phrase, rules)]
        if not phrases:
            return Found(rules.moved(reading.start), told=True)
    if not phrases:
        return Found(None, told=True)
    made = _made(text, reading, shares, phrases[0], thresholds)
    if rules is None and not any(reading.quoted) and made.cue not in _LEMMAS and content < thresholds.strange:
        # "The council listed 40 ships": a deed, as likely as not.
        return Found(None, told=False)
    return Found(made, told=True)


def _antecedent(reading: SentenceReading, phrases: Sequence[Phrase]) -> Phrase | None:
    """The source for which "they" stands, as the brokers in "Brokers doubt that it bites, they say"."""
    if not phrases or reading.words[phrases[0][0]].lower != "they":
        return None
    earlier = (each for each in phrases[1:] if each < phrases[0])
    return next((each for each in earlier if reading.words[each[0]].lower not in PRONOUNS), None)


def _is_sure(rules: Attribution | None, speaker: float, thresholds: Thresholds) -> bool:
    """Whether the rules' answer stands where the tagger sees too little by itself."""
    return rules is not None and (rules.apart or speaker >= thresholds.doubtful)


def _made(
    text: str, reading: SentenceReading, shares: Sequence[Shares], phrase: Phrase, thresholds: Thresholds
) -> Attribution:
    rules = reading.by_rules
    span = reading.start + reading.words[phrase[0]].start, reading.start + reading.words[phrase[1] - 1].end
    if rules is not None and _overlap(reading, phrase, rules):
        found = rules.moved(reading.start)
        if found.span[0] <= span[0] and span[1] <= found.span[1]:
            # "Figures from the statistics office" rather than the office alone.
            return found
        return found._replace(by=text[slice(*span)], span=span)
    return Attribution(text[slice(*span)], span, *_cue(reading, shares, phrase, thresholds.cue))


def _overlap(reading: SentenceReading, phrase: Phrase, rules: Attribution) -> bool:
    start, end = reading.words[phrase[0]].start, reading.words[phrase[1] - 1].end
    return rules.span[0] < end and start < rules.span[1]


def _phrases(reading: SentenceReading, shares: Sequence[Shares], least: float) -> list[Phrase]:
    """The tokens of each source that the tagger sees, without marks around it, the likeliest first."""
    found: list[tuple[float, Phrase]] = []
    at = 0
    while at < len(shares):
        start = at
        at += 1
        if shares[start].source < least:
            continue
        while at < len(shares) and shares[at].source >= least and shares[at].first < 0.5:
            at += 1
        phrase = _trimmed(reading.words, start, at)
        if phrase is not None:
            found.append((max(each.source for each in shares[start:at]), phrase))
    return [phrase for _, phrase in sorted(found, key=lambda each: -each[0])]


def _trimmed(words: Sequence[Token], start: int, end: int) -> Phrase | None:
    clause = (at for at in range(start + 1, end) if words[at].lower == "who" and words[at - 1].text == ",")
    end = next(clause, end)
    while start < end and (not words[start].is_word or words[start].lower in _TRIMMED):
        start += 1
    while start < end and (not words[end - 1].is_word or words[end - 1].lower in _TRIMMED | {"neither"}):
        end -= 1
    if end < len(words) and words[end].text == ")" and any(word.text == "(" for word in words[start:end]):
        end += 1
    while end - start > 1 and _is_calendar(words[start]) and words[start + 1].lower in DETERMINERS:
        start += 1
    if start >= end or words[start].lower in AUXILIARIES or _is_told_of(words, end):
        return None
    if keeps_silent(words, (start, end)) or _is_nobody(words, start, end):
        return None
    if all(words[at].lower in DETERMINERS - _SPEAKING for at in range(start, end)):
        return None
    if words[start].lower in NOBODY or (words[start].lower == "no" and words[end - 1].lower == "one"):
        return None
    return None if end - start == 1 and words[start].lower in _THINGS else (start, end)


def _is_nobody(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether it is the "it" of "it is clear that", which stands for nobody."""
    if end - start > 1 or words[start].lower != "it" or end + 1 >= len(words):
        return False
    following = words[skip_manner(words, end + 1)].lower if words[end].lower in ("is", "was") else ""
    cue = CUES.get(following)
    return bool(following) and not following.endswith("ing") and (cue is None or cue.lemma not in _OF_A_MIND)


def _is_told_of(words: Sequence[Token], end: int) -> bool:
    """Whether a passive follows, as in "70 builders are thought to …": they say nothing."""
    at = skip_manner(words, end)
    if at >= len(words) or words[at].lower not in AUXILIARIES:
        return False
    while at < len(words) and (words[at].lower in AUXILIARIES or words[at].lower in ADVERBS):
        at += 1
    if at >= len(words) or not is_after_be(words, at):
        return False
    cue = CUES.get(words[at].lower)
    return cue is not None and cue.form == "past" and cue.lemma not in _OF_A_MIND


def _is_calendar(word: Token) -> bool:
    """Whether it is the end of an opening "In May" or "By Wednesday"."""
    return word.lower in MONTHS or word.lower in WEEKDAYS or word.text.isdigit()


def _cue(
    reading: SentenceReading, shares: Sequence[Shares], source: Phrase, least: float
) -> tuple[str, tuple[int, int]]:
    """The lemma and the document's offsets of the cue nearest to the source; empty where none is seen."""
    likely = [at for at, share in enumerate(shares) if share.cue >= least and reading.words[at].is_word]
    if not likely:
        offset = reading.start + reading.words[source[0]].start
        return "", (offset, offset)
    nearest = min(likely, key=lambda at: min(abs(at - source[0]), abs(at - source[1] + 1)))
    members = set(likely)
    first = last = nearest
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    words = reading.words[first : last + 1]
    known = [CUES[word.lower].lemma for word in words if word.lower in CUES]
    lemma = "according" if words[0].lower == "according" else known[-1] if known else words[-1].lower
    return lemma, (reading.start + words[0].start, reading.start + words[-1].end)
