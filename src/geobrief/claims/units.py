"""What a number counts: the few words after it, up to the noun's end."""

from __future__ import annotations

import re
from typing import Final

from geobrief.claims.cues import CUES
from geobrief.claims.measures import measured
from geobrief.claims.numerals import NUMBER_WORDS
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

__all__ = ["counted_after", "is_street", "unit_after"]

_WORD = re.compile(r"[\s-]?(per\scent\b|%|[^\W\d_]\w*(?:[-’']\w+)*)")
_WON = re.compile(r"\swon\b(?!\s(?:the|an?|by|their|its|his|her)\b)")
_SCALED = re.compile(r"(?:thousand|million|billion|trillion)$")
_LINKING = re.compile(r"-(?:strong|odd)\b")
"""What joins a number to its noun, as in "a 2,000-strong force"."""
_RATE = re.compile(
    r"\s(?:(?:per|an?|each|every)\s(?:second|minute|hour|day|night|week|month|year|person|capita)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"\s(?:of\s(?:(?:all|the|its|his|her|our|their|those|these)\s){{0,2}}"
    rf"(?:[\w-]+[’']s\s(?=\d))?"  # "ten of the town's 30 schools"
    rf"(?:(?:{NUMBER_WORDS}|\d[\d,.]*|dozen|hundred)\s(?=\w))?|more\s|other\s|additional\s|further\s|new\s)"
)
_OF = re.compile(r"\s(?:worth\s)?of\b")
_STREET = re.compile(r"\s?(?:[A-Z][\w’'-]*\s){0,2}(?:Street|Avenue|Road|Lane|Square|Boulevard|Drive)\b")
_PLURALS: Final = word_set(
    "people personnel children men women police dead percent won yen staff km m kg aircraft cattle "
    "head displaced unemployed homeless detained troops yuan baht rand km² hectares wounded "
    "injured missing civilians"
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
    linking = _LINKING.match(sentence, start)
    start = linking.end() if linking else start
    measure = measured(sentence, start)
    if measure is not None:
        return measure.unit, measure.end
    if is_street(sentence, start):
        return "", start
    if sentence[start : start + 1] == "-":
        word = _WORD.match(sentence, start)
        return (word[1], word.end()) if word else ("", start)
    won = _WON.match(sentence, start) if _SCALED.search(sentence, max(0, start - 9), start) else None
    if won is not None:
        # Elsewhere a verb: "40 won medals".
        return "won", won.end()
    opening = _OPENING.match(sentence, start)
    # Back over the space, with which each word begins.
    end = at = opening.end() - 1 if opening else start
    first = at
    for count in range(_LONGEST):
        word = _WORD.match(sentence, at)
        if word is None:
            break
        following = _WORD.match(sentence, word.end())
        if not _belongs(word[1], count, following[1].lower() if following else ""):
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


def is_street(sentence: str, start: int) -> bool:
    """Whether a street follows a number that ends at `start`, which is a house's then."""
    return _STREET.match(sentence, start) is not None


def counted_after(sentence: str, start: int) -> tuple[str, int]:
    """What the measure that ends at `start` measures, as "maize" after "tonnes", and where it ends.

    Empty, with `start` itself, where no "of" follows.
    """
    if _OF.match(sentence, start) is None:
        return "", start
    counted, end = unit_after(sentence, start)
    return (counted, end) if counted else ("", start)


def _belongs(word: str, count: int, following: str) -> bool:
    lower = word.lower()
    if lower in _STOPS and word != "US":
        return False
    if count == 0 and lower.endswith("ed") and lower not in _PLURALS:
        # "300 stayed at home" counts nobody by a noun, "300 armed men" does.
        return following not in _STOPS and following.isalpha()
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
