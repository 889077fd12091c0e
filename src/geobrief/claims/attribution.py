"""Who says it: the source that a sentence names for what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from geobrief.claims.cues import CUES, INFORMATION, Cue
from geobrief.claims.phrases import Phrase, after, before, starts_phrase
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    Token,
    tokens,
)
from geobrief.model import Span

__all__ = ["Attribution", "attribution"]


class Attribution(NamedTuple):
    """A source in the sentence's own words, and the cue that gives it away. Offsets are the sentence's."""

    by: str
    span: Span
    cue: str
    """The cue's lemma, as `say`, or `according`."""
    cue_span: Span


class _Found(NamedTuple):
    rank: int
    """Smaller is the surer, outer source."""
    attribution: Attribution


_BE: Final = frozenset("is are was were be been being am 's 're".split())
_FINITE: Final = frozenset(
    "is are was were will would has have had can could may might should must does did do need needs".split()
)
_QUOTES: Final = frozenset({'"', "“", "”", "«", "»", "''", "„", "‘", "’", "'"})
_OPENS_CLAUSE: Final = frozenset("that how why whether what if when where".split())
_ENDS: Final = frozenset(".,;:!?)—–")
_NOUN_FOLLOWERS: Final = frozenset("of about by against over from between".split())
_INTENTIONS: Final = frozenset("aim agree decide decline intend plan refuse".split())
_THINGS: Final = frozenset("this that it these those which such there".split())
_PER_UNITS: Final = frozenset(
    "day week month year hour minute second person capita cent head night household square unit litre liter".split()
)


def attribution(
    sentence: str, quoted: Sequence[Span] = (), places: Sequence[Span] = ()
) -> Attribution | None:
    """The outermost source that `sentence` names, or None where it speaks for itself or names nobody.

    `quoted` are the stretches in quotation marks, whose inner sources do not count; `places` the toponyms, which as
    subjects of plans and wishes are no sources. Both are spans of the sentence.

    >>> attribution("The bridge is closed, the transport ministry said on Monday.").by
    'the transport ministry'
    """
    words = tokens(sentence)
    hidden = _hidden(words, quoted)
    found = [*_by_preposition(sentence, words, hidden), *_by_verb(sentence, words, hidden, places)]
    return min(found, key=lambda each: (each.rank, each.attribution.span)).attribution if found else None


def _hidden(words: Sequence[Token], quoted: Sequence[Span]) -> list[bool]:
    """For each token, whether it stands in a quotation; the spans are in order."""
    flags, at = [], 0
    for word in words:
        while at < len(quoted) and quoted[at][1] <= word.start:
            at += 1
        flags.append(at < len(quoted) and quoted[at][0] <= word.start)
    return flags


def _made(sentence: str, words: Sequence[Token], phrase: Phrase, lemma: str, cue: Span) -> Attribution:
    start, end = words[phrase[0]].start, words[phrase[1] - 1].end
    return Attribution(sentence[start:end], (start, end), lemma, cue)


def _by_preposition(sentence: str, words: Sequence[Token], hidden: Sequence[bool]) -> Iterator[_Found]:
    """Sources after "according to", "per", "citing" and the like."""
    for index, word in enumerate(words[:-1]):
        if hidden[index]:
            continue
        following = words[index + 1]
        start = 0
        if word.lower == "according" and following.lower == "to":
            start = index + 2
        elif word.lower in ("citing", "quoting") or (
            word.lower == "per"
            and following.lower not in _PER_UNITS
            and (following.is_name or following.lower == "the")
        ):
            start = index + 1
        elif word.lower == "by" and index and _is_reported_by(words, index):
            start = index + 1
        phrase = after(words, start) if start else None
        if phrase is not None:
            yield _Found(1, _made(sentence, words, phrase, "according", (word.start, following.end)))


def _is_reported_by(words: Sequence[Token], by: int) -> bool:
    """Whether a cue in the passive stands before "by", as "reported by"."""
    cue = CUES.get(words[by - 1].lower)
    return cue is not None and cue.form == "past" and starts_phrase(words, by + 1)


def _by_verb(
    sentence: str, words: Sequence[Token], hidden: Sequence[bool], places: Sequence[Span]
) -> Iterator[_Found]:
    for index, word in enumerate(words):
        cue = CUES.get(word.lower)
        if cue is None or hidden[index] or not _is_verb(words, index, cue):
            continue
        phrase, inverted = _subject(words, hidden, index, cue)
        if phrase is None or not _can_speak(words, phrase, cue):
            continue
        trailing = inverted or _is_trailing(words, hidden, phrase, index)
        if not trailing and not _has_complement(words, hidden, index, cue, phrase):
            continue
        made = _made(sentence, words, phrase, cue.lemma, (word.start, word.end))
        if cue.lemma in _INTENTIONS and any(made.span[0] < b and a < made.span[1] for a, b in places):
            continue
        yield _Found(_rank(cue, trailing=trailing), made)


def _rank(cue: Cue, *, trailing: bool) -> int:
    if trailing:
        return 0
    return {"speech": 2, "clause": 3, "stance": 4}[cue.use] + (3 if cue.form == "ing" else 0)


def _is_verb(words: Sequence[Token], index: int, cue: Cue) -> bool:
    """Whether the form is a finite verb or a participle of its own here, not a noun, a passive or an infinitive."""
    word = words[index]
    previous = words[index - 1].lower if index else ""
    if word.is_name or (index == 0 and cue.form != "ing"):
        return False
    if previous in ("to", "and", "or") and cue.form == "base":
        return False
    if (
        previous in DETERMINERS
        or previous.endswith(("'s", "s'"))
        or (previous in PREPOSITIONS and cue.form != "ing")
    ):
        return False
    if cue.form == "past" and _after_be(words, index):
        return False
    following = words[index + 1].lower if index + 1 < len(words) else ""
    if cue.form in ("s", "base") and following in _NOUN_FOLLOWERS:
        return False
    return cue.form != "base" or _has_plural_subject(words, index)


def _after_be(words: Sequence[Token], index: int) -> bool:
    at = index - 1
    while at >= 0 and (words[at].lower in ADVERBS or words[at].lower.endswith("ly")):
        at -= 1
    return at >= 0 and (
        words[at].lower in _BE or words[at].lower.endswith(("n't",)) and words[at].lower[:-3] in _BE
    )


def _has_plural_subject(words: Sequence[Token], index: int) -> bool:
    previous = words[index - 1].lower if index else ""
    return (
        previous.endswith(("s", "ly", "n't"))
        or previous in SUBJECT_PRONOUNS - {"he", "she", "it"}
        or previous in AUXILIARIES
        or previous in ADVERBS
        or previous in ("police", "people", "who", ",", ")", "not", "many", "some")
    )


def _subject(
    words: Sequence[Token], hidden: Sequence[bool], index: int, cue: Cue
) -> tuple[Phrase | None, bool]:
    """The phrase that the cue's speaker is named by, and whether it stands after the cue."""
    previous = words[index - 1].text if index else ""
    if (previous in _QUOTES or previous in (",", "?", "!", "—")) and starts_phrase(words, index + 1):
        phrase = after(words, index + 1)
        following = words[phrase[1]].text if phrase is not None and phrase[1] < len(words) else "."
        if previous in _QUOTES or following in _ENDS or following in ("who", "in", "on", "at"):
            return phrase, True
    if cue.form == "ing" and not _after_be(words, index):
        return _first_phrase(words), False
    phrase = before(words, index)
    return (None if phrase is not None and hidden[phrase[0]] else phrase), False


def _first_phrase(words: Sequence[Token]) -> Phrase | None:
    """The subject of the sentence: its first noun phrase, after an opening phrase that a comma ends."""
    start = 0
    if words[0].lower in PREPOSITIONS or words[0].lower.endswith(("ing", "ly")):
        start = next((i + 1 for i, word in enumerate(words[:20]) if word.text == ","), 0)
    return after(words, start) if starts_phrase(words, start) else None


def _can_speak(words: Sequence[Token], phrase: Phrase, cue: Cue) -> bool:
    first = words[phrase[0]].lower
    if first in _THINGS and (phrase[1] - phrase[0] == 1 or first in ("this", "these", "such")):
        return first == "it" and cue.use == "speech"
    if cue.use == "speech" and cue.lemma not in ("note",):
        return True
    if any(words[i].lower in INFORMATION for i in range(*phrase)):
        return cue.use == "clause"
    return _is_person(words, phrase)


def _is_person(words: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a pronoun, a name or a plural stands at the phrase's head: people, offices and firms, not things."""
    head = words[phrase[1] - 1]
    return any(
        words[i].lower in SUBJECT_PRONOUNS - {"it"} or (words[i].is_name and i > 0) for i in range(*phrase)
    ) or head.lower.endswith(("s", "man", "woman", "er", "or", "ist", "ent", "police", "ry"))


def _is_trailing(words: Sequence[Token], hidden: Sequence[bool], phrase: Phrase, index: int) -> bool:
    """Whether subject and cue stand apart after what is said: ", the ministry said." """
    if phrase[0] == 0 or index < phrase[1]:
        return False
    opening = words[phrase[0] - 1]
    if not (opening.text == "," or opening.text in _QUOTES or hidden[phrase[0] - 1]):
        return False
    following = index + 1
    while following < len(words) and (
        words[following].lower in ADVERBS or words[following].lower in WEEKDAYS
    ):
        following += 1
    if following >= len(words) or words[following].text in _ENDS:
        return True
    return words[following].lower in ("in", "on", "at", "during", "after", "as") and _starts_late(
        words, phrase
    )


def _starts_late(words: Sequence[Token], phrase: Phrase) -> bool:
    return phrase[0] > 5


def _has_complement(
    words: Sequence[Token], hidden: Sequence[bool], index: int, cue: Cue, phrase: Phrase
) -> bool:
    """Whether what follows the cue is said, thought or shown: a clause, a quotation, or for speech anything."""
    at = index + 1
    while at < len(words) and (
        words[at].lower in ADVERBS or words[at].lower in WEEKDAYS or words[at].lower == "on"
    ):
        at += 1
    if at >= len(words):
        return cue.use == "speech"
    if cue.use == "speech":
        return True
    nearby = words[at : at + 4]
    if any(w.lower in _OPENS_CLAUSE or w.text == ":" for w in nearby) or any(hidden[at : at + 3]):
        return True
    if cue.use == "stance":
        return words[at].lower in ("to", "it") or _is_clause(words, at)
    if any(words[i].lower in INFORMATION for i in range(*phrase)):
        return True
    return words[at].lower.endswith("ing") or words[at].lower == "out" or _is_clause(words, at)


def _is_clause(words: Sequence[Token], start: int) -> bool:
    """Whether a subject and a finite verb follow, as in "hopes the rain will stop"."""
    return starts_phrase(words, start) and any(
        word.lower in _FINITE for word in words[start + 1 : start + 10] if word.text not in _ENDS
    )
