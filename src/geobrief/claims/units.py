"""What a number counts: the few words after it, up to the noun's end."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims.cues import CUES
from geobrief.claims.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    word_set,
)

__all__ = ["unit_after"]

_WORD = re.compile(r"[\s-]?(per\scent\b|%|°C|°F|[^\W\d_]+(?:[-’'][^\W\d_]+)*)")
_RATE = re.compile(
    r"\s(?:(?:per|an?|each|every)\s(?:second|minute|hour|day|night|week|month|year|person|capita)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s(?:of\s(?:the\s|its\s|his\s|her\s|our\s|their\s|all\s)?|more\s|other\s|additional\s|new\s)"
)
_PLURALS: Final = word_set(
    "people personnel children men women police dead percent won yen staff km m kg aircraft cattle "
    "head troops yuan baht rand km² hectares wounded injured missing civilians"
)
_STOPS: Final = (
    ADVERBS
    | AUXILIARIES
    | CLAUSE_OPENERS
    | DETERMINERS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
    | (COMMON_VERBS - {"lost", "hurt"})
    | word_set("and or than who which per each him them us")
)
_LONGEST: Final = 4


def unit_after(sentence: str, start: int) -> tuple[str, int]:
    """The unit that follows a number which ends at `start`, as "Shahed drones per month", and where it ends.

    Empty, with `start` itself, where the number stands alone.
    """
    if sentence[start : start + 1] == "-":
        word = _WORD.match(sentence, start)
        return (word[1], word.end()) if word else ("", start)
    opening = _OPENING.match(sentence, start)
    # Back over the space, with which each word begins.
    end = at = opening.end() - 1 if opening else start
    first = at
    for count in range(_LONGEST):
        word = _WORD.match(sentence, at)
        if word is None or not _belongs(word[1], count):
            break
        at = end = word.end()
        if _is_plural(word[1]) and not _goes_on(sentence, at):
            break
    if end == first:
        return "", start
    rate = _RATE.match(sentence, end)
    end = rate.end() if rate else end
    unit = sentence[first:end].strip(" -\n\t")
    return ("percent" if unit in ("%", "per cent") else unit), end


def _belongs(word: str, count: int) -> bool:
    lower = word.lower()
    if lower in _STOPS:
        return False
    cue = CUES.get(lower)
    return count == 0 or (not (cue is not None and cue.form in ("past", "ing")) and not lower.endswith("ed"))


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return (
        lower in _PLURALS
        or lower == "%"
        or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s")))
    )


def _goes_on(sentence: str, at: int) -> bool:
    """Whether a second plural follows at once, as in "sales managers" or "arms dealers"."""
    following = _WORD.match(sentence, at)
    return following is not None and following[1].lower() in _PLURALS
