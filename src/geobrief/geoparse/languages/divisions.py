"""Regions named by an adjective in Russian and Ukrainian: в Курской и Белгородской областях."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geobrief.geoparse.languages import russian, ukrainian
from geobrief.geoparse.languages.tokens import Tokens
from geobrief.geoparse.spans import Names

__all__ = ["Division", "divisions"]

_NAMES: Mapping[str, Callable[[str, str], Sequence[str]]] = {
    "ru": russian.region_names,
    "uk": ukrainian.region_names,
}
AND = frozenset(("и", "і", "й", "та", "или", "або"))
FARTHEST = 8
"""Words from an adjective to the noun that it shares with others."""


@dataclass(frozen=True, slots=True)
class Division:
    """An adjective and, where it follows at once, its noun."""

    first: int
    last: int
    name: str
    """As the gazetteer is asked for it."""


def divisions(tokens: Tokens, language: str, names: Names) -> Iterator[Division]:
    """The regions that adjectives name, in the order of the text."""
    named = _NAMES.get(language)
    if named is None:
        return
    for index in range(len(tokens)):
        if not tokens.words[index].capital:
            continue
        noun = _noun(tokens, index, named)
        if noun is not None:
            found = named(_plain(tokens.lower(index)), tokens.lower(noun))
            name = next((each for each in found if names.candidates(each)), found[0])
            yield Division(index, noun if noun == index + 1 else index, name[:1].upper() + name[1:])


def _noun(tokens: Tokens, index: int, named: Callable[[str, str], Sequence[str]]) -> int | None:
    """Where the noun of an adjective stands: right after it, or after more adjectives in a list."""
    adjective = _plain(tokens.lower(index))
    at = index + 1
    while at < min(len(tokens), index + FARTHEST):
        if tokens.gap(at - 1) not in (" ", "\u00a0", ", "):
            return None
        word = tokens.words[at]
        if named(adjective, word.lower) and word.before != ", ":
            return at
        if not (word.capital or word.lower in AND or word.before == ", "):
            return None
        if word.capital and tokens.lower(at - 1) not in AND and word.before != ", ":
            return None
        at += 1
    return None


def _plain(word: str) -> str:
    return word.replace("ё", "е")
