"""Who says it: the source that a sentence names for what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from geobrief.claims.cues import CUES, Cue
from geobrief.claims.phrases import Phrase, after, before, first_place, starts_phrase
from geobrief.claims.quotations import inside
from geobrief.claims.reckonings import reckonings
from geobrief.claims.silence import is_silent
from geobrief.claims.verbs import (
    can_speak,
    has_complement,
    is_after_be,
    is_person,
    is_verb,
    skip_manner,
)
from geobrief.claims.words import (
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    SUBJECT_PRONOUNS,
    Token,
    tokens,
    word_set,
)
from geobrief.model import Span

__all__ = ["Attribution", "attribution"]


class Attribution(NamedTuple):
    """A source in the sentence's own words, and the cue that gives it away. Offsets are the sentence's."""

    by: str
    span: Span
    cue: str
    """The cue's lemma, as `say`; `according` for a preposition; empty where no cue is seen."""
    cue_span: Span
    apart: bool = False
    """Whether it stands apart from what is said, as "…, he said" or "according to him": a sure sign."""

    def moved(self, offset: int) -> Attribution:
        """The same with offsets that count from where the sentence's document begins."""
        (start, end), (cue_start, cue_end) = self.span, self.cue_span
        return self._replace(
            span=(start + offset, end + offset), cue_span=(cue_start + offset, cue_end + offset)
        )


class _Found(NamedTuple):
    rank: int
    """Smaller is the surer, outer source."""
    attribution: Attribution


class _Reading(NamedTuple):
    """A sentence in tokens."""

    sentence: str
    words: Sequence[Token]
    hidden: Sequence[bool]
    """For each token, whether it stands in a quotation."""


_QUOTES: Final = frozenset(['"', "“", "”", "«", "»", "''", "„", "‘", "’", "'"])
_CLAUSE: Final = 40
"""Tokens; a clause ends in them."""
_POSSESSIVE: Final = re.compile(r"(?<=s)[’']$|[’']s$")
_ENDS: Final = frozenset(".,;:!?)—–")
_INVERTED: Final = word_set(
    "acknowledge add admit announce argue claim comment concede confirm declare estimate explain insist note "
    "predict recall reply report say state suggest write"
)
"""What may stand before its subject after a comma, as in "…, said a guard"."""
_REFUSALS: Final = frozenset(["dismiss", "reject"])
_COORDINATORS: Final = frozenset(["and", "or", "but", "then", "yet"])
_PER_UNITS: Final = word_set(
    "day week month year hour minute second person capita cent head night household square unit litre liter"
)
_VIEWS: Final = word_set("view opinion words judgment judgement estimate estimation telling account")
_TRAILING_PHRASES: Final = word_set("in on at during after as to by")


def attribution(
    sentence: str,
    quoted: Sequence[Span] = (),
    places: Sequence[Span] = (),
    words: Sequence[Token] | None = None,
) -> Attribution | None:
    """The outermost source that `sentence` names, or None where it speaks for itself or names nobody.

    `quoted` are the stretches in quotation marks, whose inner sources do not count; `places` the toponyms,
    which are no sources as subjects of plans and wishes. Both are spans of the sentence, in order. `words`
    are its tokens, where they are known.

    >>> attribution("The bridge is closed, the transport ministry said on Monday.").by
    'the transport ministry'
    """
    words = tokens(sentence) if words is None else words
    reading = _Reading(sentence, words, _hidden(words, quoted))
    found = [*_by_preposition(reading), *_by_verb(reading, places), *_by_reckoning(reading)]
    if not found:
        return None
    best = min(found, key=lambda each: (each.rank, each.attribution.span))
    if best.attribution.by.lower() == "they":
        # "Brokers doubt that it bites: a third is back, they say."
        named = [each for each in found if each.attribution.span < best.attribution.span]
        named = [each for each in named if each.attribution.by.lower() not in SUBJECT_PRONOUNS]
        best = min(named, key=lambda each: (each.rank, each.attribution.span), default=best)
    return best.attribution._replace(apart=best.rank <= 1)


def _hidden(words: Sequence[Token], quoted: Sequence[Span]) -> list[bool]:
    flags, at = [], 0
    for word in words:
        while at < len(quoted) and quoted[at][1] <= word.start:
            at += 1
        flags.append(at < len(quoted) and quoted[at][0] <= word.start)
    return flags


def _made(reading: _Reading, phrase: Phrase, lemma: str, cue: Span) -> Attribution:
    start, end = reading.words[phrase[0]].start, reading.words[phrase[1] - 1].end
    if lemma == "reckon":
        end = start + len(_POSSESSIVE.sub("", reading.sentence[start:end]))
    return Attribution(reading.sentence[start:end], (start, end), lemma, cue)


def _by_preposition(reading: _Reading) -> Iterator[_Found]:
    """Sources after "according to", "per", "reported by", "citing"."""
    words = reading.words
    for index, word in enumerate(words[:-1]):
        skipped = 0 if reading.hidden[index] else _preposition(words, index)
        phrase = after(words, index + skipped) if skipped else None
        if phrase is not None:
            # Who cites somebody speaks himself; where he is not named, the cited one counts.
            rank = 5 if word.lower in ("citing", "quoting") else 1
            cue = word.start, words[index + skipped - 1].end
            yield _Found(rank, _made(reading, phrase, "according", cue))


def _preposition(words: Sequence[Token], index: int) -> int:
    """How many tokens from `index` on introduce a source; 0 where none is introduced."""
    word, following = words[index].lower, words[index + 1]
    if word == "according" and following.lower == "to":
        return 2
    if word == "in" and _is_view(words, index):
        return 4
    if word in ("citing", "quoting"):
        return 1
    if word == "per" and following.lower not in _PER_UNITS:
        return 1 if following.is_name or following.lower == "the" else 0
    if word == "by" and index:
        cue = CUES.get(words[index - 1].lower)
        is_agent = (
            following.is_word and not following.lower.endswith("ing") and not following.text[0].isdigit()
        )
        return 1 if cue is not None and cue.form == "past" and is_agent else 0
    return 0


def _is_view(words: Sequence[Token], index: int) -> bool:
    """Whether the tokens are "in the view of" or the like."""
    if index + 4 >= len(words) or words[index + 1].lower != "the" or words[index + 3].lower != "of":
        return False
    return words[index + 2].lower in _VIEWS


def _by_reckoning(reading: _Reading) -> Iterator[_Found]:
    for source, cue in reckonings(reading.words, reading.hidden):
        span = reading.words[cue[0]].start, reading.words[cue[1] - 1].end
        yield _Found(1, _made(reading, source, "reckon", span))


def _by_verb(reading: _Reading, places: Sequence[Span]) -> Iterator[_Found]:
    for index, word in enumerate(reading.words):
        cue = CUES.get(word.lower)
        if cue is None or reading.hidden[index] or not is_verb(reading.words, index, cue):
            continue
        if is_silent(reading.words, index):
            continue
        phrase, inverted = _subject(reading, index, cue)
        if phrase is None or not (inverted or can_speak(reading.words, phrase, index, cue)):
            continue
        trailing = inverted or _is_trailing(reading, phrase, index)
        if not trailing and not has_complement(reading.words, reading.hidden, index, cue, phrase):
            continue
        made = _made(reading, phrase, cue.lemma, (word.start, word.end))
        if cue.use == "stance" and cue.lemma not in _REFUSALS and inside(places, *made.span):
            continue
        yield _Found(_rank(cue, trailing=trailing), made)


def _rank(cue: Cue, *, trailing: bool) -> int:
    if trailing:
        return 0
    return {"speech": 2, "clause": 3, "stance": 4}[cue.use] + (3 if cue.form == "ing" else 0)


def _subject(reading: _Reading, index: int, cue: Cue) -> tuple[Phrase | None, bool]:
    """The phrase that names the cue's subject, and whether it stands after the cue, as in "said Petrov"."""
    words = reading.words
    if index == 0 and cue.form == "ing":
        # "Citing two guards, the mayor said …": whose participle it is stands behind the comma.
        return _first_phrase(words, index), False
    phrase = _inverted(words, index, cue)
    if phrase is not None:
        return phrase, True
    if (cue.form == "ing" and not is_after_be(words, index)) or words[index - 1].lower in _COORDINATORS:
        return _first_phrase(words, index), False
    phrase = before(words, index)
    return (None if phrase is not None and reading.hidden[phrase[0]] else phrase), False


def _inverted(words: Sequence[Token], index: int, cue: Cue) -> Phrase | None:
    previous = words[index - 1].text if index else "”"
    if not (previous in _QUOTES or previous in (",", "?", "!", "—")) or not starts_phrase(words, index + 1):
        return None
    phrase = after(words, index + 1)
    if phrase is None or previous in _QUOTES:
        return phrase
    following = words[phrase[1]].text if phrase[1] < len(words) else "."
    if cue.lemma not in _INVERTED or not is_person(words, phrase):
        # "The army, which lost the town, admitted the loss."
        return None
    if following in (".", "!", "?", "who") or not _has_verb(words, phrase[1]):
        return phrase
    # "Smith, the mayor, said the bridge, …" has its subject before the cue.
    return phrase if words[phrase[0]].is_name and following in _ENDS else None


def _has_verb(words: Sequence[Token], start: int) -> bool:
    """Whether a finite verb follows before a clause begins, as in "said a man in a hat was there"."""
    for word in words[start : start + _CLAUSE]:
        if word.text in ".;:?!" or word.lower in ("who", "whose", "that"):
            return False
        if word.lower in AUXILIARIES or word.lower in COMMON_VERBS or word.lower in CUES:
            return True
    return False


def _first_phrase(words: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of the sentence: its first noun phrase, after an opening phrase that a comma ends."""
    start = first_place(words)
    if not starts_phrase(words, start):
        return None
    if words[start].lower in SUBJECT_PRONOUNS:
        return start, start + 1
    phrase = after(words, start)
    if phrase is None or phrase[1] > verb:
        return None
    # After a name the verb follows at once: "Ruiz left".
    end = start
    while end < phrase[1] and words[end].is_name:
        end += 1
    return (start, end) if end - start > (words[start].lower in DETERMINERS) else phrase


def _is_trailing(reading: _Reading, phrase: Phrase, index: int) -> bool:
    """Whether subject and cue stand apart after what is said, as in "…, the ministry said."."""
    words = reading.words
    if phrase[0] == 0 or index < phrase[1]:
        return False
    opening = phrase[0] - 1
    if not (words[opening].text == "," or words[opening].text in _QUOTES or reading.hidden[opening]):
        return False
    following = skip_manner(words, index + 1)
    if following >= len(words) or words[following].text in _ENDS:
        return True
    # An opening phrase too has a comma before its subject: "In May, the ministry said in a statement that …".
    leads_on = words[following].lower in _TRAILING_PHRASES or words[following - 1].lower == "on"
    return leads_on and phrase[0] > 5
