"""Sentences in capitals alone, written as usual, so that the same rules read them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from geobrief.claims.words import MONTHS, WEEKDAYS
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.vocabulary import TITLES
from geobrief.model import Mention, Span

__all__ = ["in_plain_case"]

_SMALL = re.compile(r"[a-z]{3}")
"""What no sentence in capitals holds; "McDONALD" and "300 km" may stand in one."""
_CAPITAL = re.compile(r"[A-Z]")
_FEWEST: Final = 12
"""Capital letters. What has fewer may be a number with its unit, or an acronym."""
_WORD = re.compile(r"[^\W\d_](?:[\w’']*\w)?")
_CALENDAR: Final = frozenset([*MONTHS, *WEEKDAYS])
_NUMBER_BESIDE = re.compile(r"\d\s$|\b(?:IN|SINCE|LAST|NEXT|THIS|OF)\s$")


def in_plain_case(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> str:
    """`text` with its all-capital sentences in small letters, names, titles, days and months apart.

    No offset changes. The places at `mentions`, in text order, stay as they are, so that they begin with a
    capital letter. What is no ordinary English word counts as a name. Text of any other kind is given back.

    >>> in_plain_case("THE FARMER SAID ON MONDAY THAT PETROV LEFT.", [(0, 43)], [])
    'The farmer said on Monday that Petrov left.'
    """
    parts: list[str] = []
    at = 0
    for start, end in sentences:
        sentence = text[start:end]
        if _SMALL.search(sentence) is None and len(_CAPITAL.findall(sentence)) >= _FEWEST:
            parts += text[at:start], _recased(text, (start, end), mentions)
            at = end
    return "".join([*parts, text[at:]]) if parts else text


def _recased(text: str, sentence: Span, mentions: Sequence[Mention]) -> str:
    parts: list[str] = []
    at, end = sentence
    first = bisect_left(mentions, at, key=lambda mention: mention.end)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    for mention in mentions[first:last]:
        parts += _WORD.sub(_written, text[at : mention.start]), text[mention.start : mention.end]
        at = mention.end
    plain = "".join([*parts, _WORD.sub(_written, text[at:end])])
    opening = re.search(r"[^\W\d_]", plain)
    return plain if opening is None else _with_capital(plain, opening.start())


def _written(match: re.Match[str]) -> str:
    word, following = match[0], match.string[match.end() : match.end() + 2]
    lower = word.lower()
    if len(lower) != len(word) or (len(word) == 1 and (word == "I" or following.startswith("."))):
        return word
    stem = re.sub(r"[’'].*", "", lower)
    if stem == "may":
        beside = _NUMBER_BESIDE.search(match.string, max(0, match.start() - 8), match.start())
        is_name = beside is not None or re.fullmatch(r"\s\d", following) is not None
    else:
        is_name = stem in _CALENDAR or stem in TITLES or stem not in default_lexicon().ordinary
    return _with_capital(lower, 0) if is_name else lower


def _with_capital(text: str, at: int) -> str:
    capital = text[at].upper()
    return text[:at] + capital + text[at + 1 :] if len(capital) == 1 else text
