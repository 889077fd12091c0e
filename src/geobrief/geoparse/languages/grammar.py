"""What is known of each language: its words around names, and how its names are inflected."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geobrief.geoparse.languages import arabic, german, korean, romance, russian, ukrainian
from geobrief.geoparse.languages.tokens import Tokens
from geobrief.model import Kind

__all__ = ["LANGUAGES", "Form", "Grammar", "grammar_of"]

Form = tuple[str, float]
"""A base form that a word may have, and how much speaks against it: 0 for the word as it stands."""

LANGUAGES = ("ar", "de", "es", "fr", "ko", "ru", "uk")

CASELESS = frozenset({"ar", "ko"})
"""Languages whose script has no capitals."""

_FORMS: Mapping[str, Callable[[str], Sequence[Form]]] = {
    "ar": arabic.forms,
    "de": german.forms,
    "es": romance.forms,
    "fr": romance.forms,
    "ko": korean.forms,
    "ru": russian.forms,
    "uk": ukrainian.forms,
}
_ADJECTIVES: Mapping[str, Callable[[str], Sequence[Form]]] = {
    "ar": arabic.first_forms,
    "ru": russian.adjectives,
    "uk": ukrainian.adjectives,
}
_BEFORE: Mapping[str, Kind] = {
    "city_before": "city",
    "region_before": "region",
    "site_before": "site",
    "water_before": "water",
}


class Phrases:
    """Phrases of one or more lower-case words, to be found before a word."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = frozenset(tuple(phrase.lower().replace("-", " ").split()) for phrase in phrases)
        self._longest = max(map(len, self._phrases), default=0)

    def __contains__(self, word: str) -> bool:
        return (word,) in self._phrases

    def length_before(self, tokens: Tokens, index: int) -> int:
        """How many words that end right before the one at `index` are a phrase, the most; 0 for none."""
        for length in range(min(self._longest, index), 0, -1):
            words = tuple(tokens.lower(place) for place in range(index - length, index))
            if words in self._phrases and all(
                tokens.gap(place) in (" ", "\u00a0", ". ", "'", "’", "-")
                for place in range(index - length, index)
            ):
                return length
        return 0


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language. Words are in lower case, but for those that are no places: as they are written."""

    code: str
    cased: bool
    """Whether its script has capitals."""
    strong: Phrases
    """What stands before places: "in"."""
    weak: Phrases
    """What stands before places and other things: "of"."""
    before: Mapping[Kind, Phrases]
    """What says the kind of the name after it: "region of"."""
    generic: frozenset[str]
    """Small words that may be part of a name: "sea"."""
    titles: Phrases
    organisations: Phrases
    not_places: frozenset[str]
    soft: frozenset[str]
    """Those that are places after a strong word."""
    suffixes: Mapping[Kind, tuple[str, ...]]
    """What says the kind at a name's end, in Korean."""
    forms: Callable[[str], Sequence[Form]]
    adjectives: Callable[[str], Sequence[Form]]
    """The forms of a word that is not a name's last one, where no hyphen follows: an adjective's, mostly."""
    given_names: frozenset[str]


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of one of `LANGUAGES`."""
    words = _words(language)
    return Grammar(
        code=language,
        cased=language not in CASELESS,
        strong=Phrases(words.get("strong", ())),
        weak=Phrases(words.get("weak", ())),
        before={kind: Phrases(words.get(role, ())) for role, kind in _BEFORE.items()},
        generic=frozenset(word.lower() for word in words.get("generic", ())),
        titles=Phrases(words.get("title", ())),
        organisations=Phrases(words.get("organisation", ())),
        not_places=frozenset(words.get("not", ())),
        soft=frozenset(words.get("soft", ())),
        suffixes={"city": words.get("city_suffix", ()), "region": words.get("region_suffix", ())},
        forms=_FORMS[language],
        adjectives=_ADJECTIVES.get(language, _FORMS[language]),
        given_names=_given_names(language),
    )


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    table = (files(__package__) / "tables" / "words.csv").read_text(encoding="utf-8")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv.DictReader(table.splitlines()):
        found.setdefault(row["language"], {})[row["role"]] = tuple(row["words"].split(";"))
    return found


def _words(language: str) -> Mapping[str, tuple[str, ...]]:
    return _table()[language]


def _given_names(language: str) -> frozenset[str]:
    """Given names in lower case: those of the language's script."""
    if language in ("de", "es", "fr"):
        from geobrief.geoparse.lexicon import default_lexicon

        return frozenset(name.lower() for name in default_lexicon().given_names)
    path = files(__package__) / "tables" / "given_names.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return frozenset(row["name"] for row in rows if row["language"] == language)
