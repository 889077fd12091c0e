"""Noun phrases beside a cue, read without a parser: leftwards from a verb, rightwards from a preposition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from geobrief.claims.cues import CUES
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    LY_ADJECTIVES,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    Token,
    word_set,
)

__all__ = ["LONGEST_RUN", "Phrase", "after", "before", "first_place", "skip_modifiers", "starts_phrase"]

Phrase: TypeAlias = tuple[int, int]
"""Half-open range of token indices."""

_LONGEST: Final = 16
"""Tokens. Titles with a ministry and a country stay below it; beyond it the scan has lost the phrase."""
LONGEST_RUN: Final = 12
"""Adverbs and auxiliaries in a row; no sentence has more, and a text of nothing else is read in no time."""
_OPENING: Final = 20
"""Tokens within which an opening phrase ends."""
_CLEFT: Final = 6
"""Tokens within which "it is clear that" ends."""
_MOST_CLAUSES: Final = 3
"""Relative clauses within each other that a subject is sought over."""
_RELATIVE: Final = frozenset({"who", "which", "that"})
_JOINING: Final = frozenset({"of", "for", "from", "in", "at", "on", "with"})
_TO_WHOM: Final = word_set(
    "adviser advisers advisor advisors aide aides ambassador ambassadors assistant assistants consultant "
    "consultants contractor contractors counsel delegate delegates deputy emissary emissaries envoy envoys "
    "representative representatives secretary spokesman spokeswoman spokesperson close"
)
"""What "to" makes one phrase with, as in "an aide to the governor"."""
_NEVER_LEFT: Final = CLAUSE_OPENERS | AUXILIARIES | frozenset({"there", "to", "or", "if"})
_NEVER_RIGHT: Final = CLAUSE_OPENERS | AUXILIARIES | ADVERBS | _RELATIVE | frozenset({"last", "this", "to"})


def skip_modifiers(words: Sequence[Token], index: int) -> int:
    """The last token at or before `index` that is no adverb, auxiliary or weekday; -1 where there is none."""
    last = index
    while index >= 0 and last - index < LONGEST_RUN:
        word = words[index].lower
        is_modifier = word in ADVERBS or word in AUXILIARIES or word in WEEKDAYS or _is_here(words, index)
        is_modifier = is_modifier or word == "neither"
        if not (is_modifier or (word.endswith("ly") and not words[index].is_name)):
            break
        index -= 1
        if word in WEEKDAYS and index >= 0 and words[index].lower == "on":
            index -= 1
    return index


def _is_here(words: Sequence[Token], index: int) -> bool:
    """Whether it is the "there" of "the union there alleged", not that of "there are"."""
    return words[index].lower in ("here", "there") and index > 0 and words[index - 1].is_word


def before(words: Sequence[Token], verb: int) -> Phrase | None:
    """The subject before the verb at `verb`, over an apposition, a parenthesis or a relative pronoun."""
    end = skip_modifiers(words, verb - 1)
    if end < 0:
        return None
    parted = words[end].text in (",", "—", "–")
    if parted:
        end = _before_apposition(words, end)
    elif words[end].text == ")":
        end = _opening(words, end) - 1
    if end >= 0 and words[end].lower in _RELATIVE:
        end -= 1 if end and words[end - 1].is_word else 2
    if end < 0 or not words[end].is_word:
        return None
    return _leftwards(words, _before_state(words, end) if parted else end)


def _before_state(words: Sequence[Token], end: int) -> int:
    """The last token of the town where a name only says in which state it lies: "in Salem, Oregon"."""
    start = end
    while start and words[start - 1].is_name and end - start < 2:
        start -= 1
    if start < 3 or words[start - 1].text != "," or not words[start].is_name:
        return end
    town = start - 2
    while town and words[town].is_name and start - town < 5:
        town -= 1
    is_place = words[town].lower in ("in", "at", "near", "from", "of") and town < start - 2
    # At the beginning it is where the sentence plays: "In Chile, Ruiz, the mayor, said".
    return start - 2 if is_place and town and (town == 1 or not words[town - 1].is_name) else end


def _opening(words: Sequence[Token], close: int) -> int:
    for index in range(close - 1, max(-1, close - _LONGEST), -1):
        if words[index].text == "(":
            return index
    return -1


def _before_apposition(words: Sequence[Token], comma: int) -> int:
    """The last token before the apposition that ends at `comma`; -1 where there is none."""
    tail = -1
    for index in range(comma - 1, max(-1, comma - 40), -1):
        text = words[index].text
        if text in ";:\"“”«»''":
            break
        if text == words[comma].text:
            if not _is_tail(words, index + 1, comma):
                return index - 1
            tail = comma - 1
    return tail


def _is_tail(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether the tokens are the end of a longer apposition, as "Texas" in "a farmer from Paris, Texas"."""
    return end - start <= 2 and words[start].is_name and words[start - 2].is_name and start > 3


def _leftwards(words: Sequence[Token], end: int, clauses: int = _MOST_CLAUSES) -> Phrase | None:
    """The noun phrase that ends with the token at `end`, or what its relative clauses tell of."""
    start = end
    if words[end].lower in SUBJECT_PRONOUNS:
        return end, end + 1
    while start >= 0 and end - start < _LONGEST and _belongs_left(words, start):
        if words[start].lower == "who":
            return _leftwards(words, start - 1, clauses - 1) if start and clauses else None
        start -= 1
    start += 1
    start = _without_opening_phrase(words, start, end)
    return (start, end + 1) if start <= end else None


def _belongs_left(words: Sequence[Token], index: int) -> bool:
    word = words[index]
    if word.lower == "to":
        return _is_to_whom(words, index)
    if not word.is_word or word.lower in _NEVER_LEFT or word.lower in SUBJECT_PRONOUNS:
        return word.text in ("&", "-", "/")
    if word.lower == "and":
        return index > 0 and words[index - 1].is_name and words[index + 1].is_name
    cue = CUES.get(word.lower)
    is_finite = cue is not None and cue.form in ("past", "s") and not word.is_name and cue.use == "speech"
    return not is_finite or _is_noun(words, index)


def _is_to_whom(words: Sequence[Token], index: int) -> bool:
    """Whether the "to" tells whose aide or envoy somebody is."""
    return index > 0 and words[index - 1].lower in _TO_WHOM


def _is_noun(words: Sequence[Token], index: int) -> bool:
    """Whether a form that is also a verb has an article or a possessive before it, as "the claims"."""
    previous = words[index - 1].lower if index else ""
    return previous in DETERMINERS or previous in PREPOSITIONS or previous.endswith(("'s", "s'"))


def _without_opening_phrase(words: Sequence[Token], start: int, end: int) -> int:
    """Where the noun phrase begins after adverbs, or after an opening "On Monday" or "In Romania"."""
    while start <= end:
        word = words[start]
        if word.lower in PREPOSITIONS:
            start = _after_preposition(words, start + 1, end)
        elif word.lower in ADVERBS or word.lower == "and" or _is_manner(word):
            start += 1
        else:
            break
    return start


def _is_manner(word: Token) -> bool:
    """Whether it is an adverb by its ending, as "officially"."""
    return word.lower.endswith("ly") and len(word.text) > 4 and word.lower not in LY_ADJECTIVES


def _after_preposition(words: Sequence[Token], start: int, end: int) -> int:
    for index in range(start + 1, end + 1):
        if words[index].lower in DETERMINERS or words[index].is_name != words[start].is_name:
            return index
    return start + 1


def starts_phrase(words: Sequence[Token], index: int) -> bool:
    """Whether a noun phrase may begin at `index`: a name, an article, a pronoun or a plural."""
    if index >= len(words):
        return False
    word = words[index]
    if word.lower in WEEKDAYS or word.lower in PREPOSITIONS or word.lower in _NEVER_RIGHT - {"this"}:
        return False
    return (
        word.is_name
        or word.lower in DETERMINERS
        or word.lower in SUBJECT_PRONOUNS
        or word.lower == "police"
        or (word.lower.endswith("s") and len(word.text) > 3)
    )


def after(words: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at `start`, up to a mark, a clause, a date or a verb."""
    end = start
    while end < len(words) and end - start < _LONGEST and _belongs_right(words, start, end):
        end += 1
    while end > start and words[end - 1].lower in _JOINING | DETERMINERS | {"and"}:
        end -= 1
    return (start, end) if end > start else None


def first_place(words: Sequence[Token]) -> int:
    """Where a sentence's subject may begin: at its beginning, or behind an opening that a comma ends."""
    opening = words[0].lower
    if opening == "it" and len(words) > 1 and words[1].lower in ("is", "was"):
        # "It is clear that the mayor left" is about the mayor.
        return next((i + 1 for i, word in enumerate(words[:_CLEFT]) if word.lower == "that"), 0)
    if opening in PREPOSITIONS | ADVERBS or opening.endswith(("ing", "ly", "ed")):
        return next((i + 1 for i, word in enumerate(words[:_OPENING]) if word.text == ","), 0)
    return 0


def _belongs_right(words: Sequence[Token], start: int, index: int) -> bool:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if not word.is_word:
        return word.text in ("&", "-", "/")
    if word.lower in WEEKDAYS or (word.lower in MONTHS and word.is_name):
        return False
    if word.lower in DETERMINERS and index == start:
        return True
    if word.lower == "to":
        return index > start and _is_to_whom(words, index)
    if index > start and word.lower.endswith("ed") and word.lower not in CUES and not word.is_name:
        return words[index - 1].lower in DETERMINERS
    if word.lower in _NEVER_RIGHT or (word.lower in CUES and not _is_noun(words, index) and not word.is_name):
        return word.lower in CUES and index == start
    if word.lower in ("in", "at", "on", "with", "by", "and"):
        return following is not None and (following.is_name or following.lower == "the")
    if word.lower == "of" and following is not None and following.lower.endswith("ing"):
        return False
    return word.lower in _JOINING or word.lower not in PREPOSITIONS
