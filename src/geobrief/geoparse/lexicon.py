"""The word lists that recognizing reads: ordinary words, given names, peoples, companies' words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geobrief.gazetteer.own_tables import (
    read_country_names,
    read_demonyms,
    read_designators,
    read_division_names,
    read_not_places,
    read_organisation_words,
)
from geobrief.geoparse.vocabulary import CALENDAR, DIRECTIONS, FUNCTION_WORDS, PLACE_NOUNS, TREATIES
from geobrief.model import Kind

__all__ = ["Lexicon", "Phrases", "default_lexicon"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one or more lower-case words, to be found at a place in a row of words."""

    kinds: Mapping[tuple[str, ...], Kind | None]
    longest: int

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Kind | None]]) -> Phrases:
        """The phrases with the kind that each one tells, or None."""
        kinds = {tuple(phrase.lower().replace("-", " ").split()): kind for phrase, kind in rows}
        return cls(kinds, max(map(len, kinds), default=0))

    def length_at(self, word: Callable[[int], str], start: int) -> int:
        """How many words from `start` on are the longest phrase; 0 for none. `word` gives "" past the end."""
        for length in range(self.longest, 0, -1):
            if tuple(word(start + step) for step in range(length)) in self.kinds:
                return length
        return 0

    def length_before(self, word: Callable[[int], str], end: int) -> int:
        """How many words up to and including `end` are a phrase, the longest; 0 for none."""
        for length in range(self.longest, 0, -1):
            if tuple(word(end - length + 1 + step) for step in range(length)) in self.kinds:
                return length
        return 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, in lower case but for the names of persons and of what is no place."""

    ordinary: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    demonyms: frozenset[str]
    not_places: Mapping[str, int]
    """How surely a name is something else: 1 sometimes, 2 mostly, 3 practically always. As it is written."""
    after: Phrases
    """Designators that follow a name: "oblast", "air base"."""
    before: Phrases
    """Designators that stand before it: "Lake", "Gulf of"."""
    keeps: Phrases
    """What follows a place's name and leaves it a place: "Police Department"."""
    drops: Phrases
    """What follows a name and makes a company, a paper or a treaty of it: "Capital", "Post"."""
    drops_before: Phrases
    """What stands before a name and makes a company or a broadcaster of it: "Bank of", "Radio"."""
    postal: frozenset[str]
    """Short forms that name a division only after a city and a comma, lower case: `or`, `ky`."""
    abbreviations: frozenset[str]
    """Short forms of countries that stand alone, in lower case without dots: `us`."""
    neutral: frozenset[str]
    """Lower-case words that are no part of the name after them, even with a capital: "Russian", "Central"."""

    def doubt(self, name: str) -> int:
        """How surely a name, as the text writes it, is something else: 0 not at all, 3 practically always."""
        shouted = name.isupper() and len(name) > 3
        return self.not_places.get(name.capitalize() if shouted else name, 0)


@cache
def default_lexicon() -> Lexicon:
    """The lists that come with geobrief."""
    designators = read_designators()
    after = {row.word for row in designators if row.position == "after"}
    organisations = [row for row in read_organisation_words() if row.position == "after"]
    abbreviations = frozenset(
        row.name.lower().replace(".", "")
        for row in read_country_names()
        if row.kind_of_name == "abbreviation"
    )
    # "US" is an adjective too, but in the news it means the country in either use.
    demonyms = frozenset(row.demonym.lower().replace(".", "") for row in read_demonyms()) - abbreviations
    return Lexicon(
        ordinary=frozenset(_lines("ordinary_words.txt")),
        given_names=frozenset(_lines("given_names.txt")),
        surnames=frozenset(_lines("surnames.txt")),
        demonyms=demonyms,
        not_places={row.name: row.strength for row in read_not_places()},
        after=Phrases.of((row.word, row.kind) for row in designators if row.position == "after"),
        before=Phrases.of(
            (row.word, row.kind)
            for row in designators
            if row.position == "before" and row.word not in DIRECTIONS
        ),
        keeps=Phrases.of(
            (row.word, None) for row in organisations if row.effect == "keeps" and row.word not in TREATIES
        ),
        drops=Phrases.of(
            (word, None)
            for word in {row.word for row in organisations if row.effect == "drops"} | TREATIES
            if word not in after
        ),
        drops_before=Phrases.of(
            (row.word, None)
            for row in read_organisation_words()
            if row.effect == "drops" and row.position == "before"
        ),
        postal=frozenset(
            row.name.lower().replace(".", "")
            for row in read_division_names()
            if row.kind_of_name in ("postal", "abbreviation")
        ),
        abbreviations=abbreviations,
        neutral=FUNCTION_WORDS | CALENDAR | DIRECTIONS | PLACE_NOUNS | demonyms,
    )


def _lines(name: str) -> list[str]:
    return (files("geobrief.geoparse") / "tables" / name).read_text(encoding="utf-8").split("\n")[:-1]
