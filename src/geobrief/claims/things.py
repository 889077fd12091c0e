"""What is counted, made comparable: the noun in one form, with its modifiers, and whose they are."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from geobrief.claims.deeds import is_deed_word
from geobrief.claims.own_tables import name_by_word
from geobrief.claims.words import DETERMINERS, word_set
from geobrief.gazetteer.own_tables import read_demonyms

__all__ = ["Thing", "singular", "thing_of"]

_RATE = re.compile(r"\s(?:per|an?|each|every)\s(?P<time>\w+)$|\s?/(?P<short>\w+)$")
_IDLE: Final = DETERMINERS | word_set("local total different overall of")
"""Modifiers that change nothing of what is counted."""


class Thing(NamedTuple):
    """A counted noun."""

    head: str
    """In the singular, one word for all that mean the same: `soldier` for "troops"; empty for none."""
    modifiers: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    """ISO 3166-1 codes of the countries whose adjectives stand before it, as `KP` of "North Korean"."""
    rate: str = ""
    """The time of a rate, as `month` of "drones a month"."""
    deed: str = ""
    """What the words themselves tell to be done, as `killed` of "dead fighters"."""


@cache
def _demonyms() -> dict[str, str]:
    return {row.demonym: row.country_code for row in read_demonyms() if row.country_code}


def singular(word: str) -> str:
    """A noun's singular, as a key: the same for both numbers, if no word of English.

    >>> singular("factories"), singular("houses"), singular("gas")
    ('factory', 'house', 'gas')
    """
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes")) else word[:-1]


def thing_of(words: str) -> Thing:
    """What the words after a number count, as "North Korean workers" or "drones a month".

    >>> thing_of("North Korean troops")
    Thing(head='soldier', modifiers=frozenset(), origins=frozenset({'KP'}), rate='', deed='')
    """
    rate = _RATE.search(words)
    words, origins = _without_origins(words[: rate.start()] if rate else words)
    parts = words.replace("’", "'").split()
    deed = "+".join(sorted({found for part in parts if (found := is_deed_word(part.lower()))}))
    kept = [part.lower() for part in parts if not is_deed_word(part.lower())]
    time = (rate["time"] or rate["short"]).lower() if rate else ""
    if not kept:
        return Thing("person" if deed else "", frozenset(), origins, time, deed)
    head, before = _head(kept)
    return Thing(head, frozenset(before) - _IDLE, origins, time, deed)


def _head(words: list[str]) -> tuple[str, list[str]]:
    """The last noun under its common name, a term of several words first, and the words before it."""
    for length in range(min(3, len(words)), 0, -1):
        known = name_by_word("things", "thing").get(" ".join(words[-length:]))
        if known:
            return known, words[:-length]
    return singular(words[-1]), words[:-1]


def _without_origins(words: str) -> tuple[str, frozenset[str]]:
    """The words without adjectives of countries, and the countries."""
    parts, origins = words.split(), set()
    kept: list[str] = []
    while parts:
        length = next((n for n in (3, 2, 1) if " ".join(parts[:n]) in _demonyms()), 0)
        if length:
            origins.add(_demonyms()[" ".join(parts[:length])])
        else:
            kept.append(parts[0])
        parts = parts[max(length, 1) :]
    return " ".join(kept), frozenset(origins)
