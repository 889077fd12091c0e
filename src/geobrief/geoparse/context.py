"""What the words around a name say about it: small pure questions, each about a span of words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geobrief.geoparse.lexicon import Lexicon
from geobrief.geoparse.spans import Span
from geobrief.geoparse.vocabulary import (
    BEFORE_OF,
    CALLED,
    DIRECTIONS,
    FUNCTION_WORDS,
    LOCATIVE,
    NAMED_AFTER_PLACES,
    NAMED_THINGS,
    OF_A_LINE,
    PEOPLE,
    PERSON_VERBS,
    PLACE_NOUNS,
    ROADS,
    ROLES,
    SHIPS_AND_CLUBS,
    SHORT_ROADS,
    TITLES,
)
from geobrief.geoparse.words import Text, Word

__all__ = ["Context"]

PLAIN_GAP = re.compile(r"[ \u00a0]+")
RUN_GAP = re.compile(r"[ \u00a0]+|-| & ")
TITLE_GAP = re.compile(r"\.?[ \u00a0]+")
POSSESSIVE_GAP = re.compile(r"['’ʼ](?:[sS])?(?=\W|$)")
LONGEST_RUN = 8
"""Capitalised words after a name that are read as one with it."""

LONGEST_ROAD = 3
LONGEST_OFFICE = 4


@dataclass(frozen=True)
class Context:
    """The surroundings of spans in one text."""

    text: Text
    lexicon: Lexicon

    def lower(self, index: int) -> str:
        """The word at an index in lower case; empty outside the text."""
        word = self.text.word(index)
        return word.lower if word else ""

    def left(self, span: Span) -> Word | None:
        """The word directly before, where only a space (or the dot of a title) parts them."""
        word = self.text.word(span.first - 1)
        if word is None:
            return None
        gap = self.text.words[span.first].before
        dotted = word.lower in TITLES or len(word.text) == 1
        return word if (TITLE_GAP if dotted else PLAIN_GAP).fullmatch(gap) else None

    def right(self, span: Span) -> Word | None:
        """The word directly after, where only a space parts them."""
        word = self.text.word(span.last + 1)
        return word if word and PLAIN_GAP.fullmatch(word.before) else None

    def right_run(self, span: Span) -> int:
        """How many capitalised words (small connecting ones between them included) follow directly."""
        length = 0
        following = self.text.words[span.last + 1 : span.last + 1 + LONGEST_RUN]
        for count, word in enumerate(following, 1):
            if not RUN_GAP.fullmatch(word.before):
                break
            if word.capital:
                length = count
            elif not length or word.text not in ("of", "and", "for", "de"):
                break
        return length

    # ---- what stands before

    def has_title(self, span: Span) -> bool:
        """Whether a person's title or role stands directly before: "Gen. Paris", "actor Paris"."""
        word = self.left(span)
        if word is None:
            return False
        return word.lower in TITLES if word.capital else word.lower in ROLES

    def has_given_name(self, span: Span) -> bool:
        """Whether a given name or an initial stands directly before: "Denzel Washington", "J. Washington"."""
        word = self.left(span)
        if word is None or not word.capital:
            return False
        if len(word.text) == 1:
            return word.lower != "a"
        return self.is_given_name(word)

    def is_given_name(self, word: Word) -> bool:
        """Whether a word is a given name and not the ordinary word that begins a sentence."""
        if word.initial and (word.lower in self.lexicon.ordinary or word.lower in FUNCTION_WORDS):
            return False
        return (
            word.text in self.lexicon.given_names
            and word.lower not in self.lexicon.neutral
            and word.lower not in TITLES
        )

    def continues_a_name(self, span: Span) -> bool:
        """Whether an unknown capitalised word stands directly before: the name is the end of a longer one."""
        word = self.left(span)
        if word is None or not word.capital:
            return False
        lower = word.lower
        if self.follows_acronym(span):
            return False
        return lower not in self.lexicon.neutral and not (word.initial and lower in self.lexicon.ordinary)

    def follows_acronym(self, span: Span) -> bool:
        """Whether an acronym stands directly before that may be a body at the place: "CTV Winnipeg"."""
        word = self.left(span)
        if word is None or not word.upper or not 2 <= len(word.text) <= 5 or self.text.shouted(span.first):
            return False
        return word.lower not in SHIPS_AND_CLUBS

    def is_located(self, span: Span) -> bool:
        """Whether a word of place stands before, with at most "the" and words of direction between."""
        index = span.first - 1
        for _ in range(3):
            word = self.text.word(index)
            if word is None or not PLAIN_GAP.fullmatch(self.text.words[index + 1].before.replace("-", " ")):
                return False
            if word.lower in LOCATIVE:
                return True
            if word.lower == "of":
                return self.lower(index - 1) in PLACE_NOUNS or self._is_direction(index - 1)
            if word.lower != "the" and word.lower not in DIRECTIONS and word.lower not in PLACE_NOUNS:
                return False
            if word.lower in PLACE_NOUNS and not word.capital:
                return True
            index -= 1
        return False

    def _is_direction(self, index: int) -> bool:
        return self.lower(index) in DIRECTIONS or self.lower(index) in BEFORE_OF

    # ---- what stands behind

    def is_possessive(self, span: Span) -> bool:
        """Whether the name owns something: "Russia's"."""
        return POSSESSIVE_GAP.match(self.text.gap(span.last)) is not None

    def keeps(self, span: Span) -> bool:
        """Whether the capitalised words behind are those of a public body of a place: "Police Department"."""
        first = span.last + 1
        run = range(first, first + self.right_run(span))
        return any(self.lexicon.keeps.length_at(self.lower, index) for index in run)

    def drops(self, span: Span) -> bool:
        """Whether the capitalised words behind make a company, a paper or a treaty of it: "Post"."""
        run = self.right_run(span)
        first, last = span.last + 1, span.last + run
        for index in range(first, last + 1):
            if not self.text.words[index].capital:
                last = index - 1
                break
        if last < first:
            return False
        begins = self.lexicon.drops.length_at(self.lower, first)
        return bool(begins) or 0 < self.lexicon.drops.length_before(self.lower, last) <= last - span.last

    def is_named_thing(self, span: Span) -> bool:
        """Whether a body's, a ship's or a bar's name: "Bank of Georgia", "the tanker Kazan"."""
        length = self.lexicon.drops_before.length_before(self.lower, span.first - 1)
        words = self.text.words[span.first - length : span.first + 1]
        plain = all(PLAIN_GAP.fullmatch(word.before) for word in words[1:])
        if length and plain and words[0].capital:
            return True
        word = self.left(span)
        if word is None or word.capital:
            return False
        return word.lower in NAMED_THINGS or self._is_on_board(span) or self._is_called(span)

    def _is_on_board(self, span: Span) -> bool:
        """Whether a ship is meant: "aboard the Adler", not "aboard the Kerch ferry"."""
        before = (self.lower(span.first - 2), self.lower(span.first - 1))
        if before not in (("aboard", "the"), ("board", "the")) or self.text.gap(span.last) == "-":
            return False
        return self.lower(span.last + 1) not in (OF_A_LINE | NAMED_THINGS)

    def _is_called(self, span: Span) -> bool:
        """Whether somebody or something is called so: "a singer called Milan"."""
        return self.lower(span.first - 1) in CALLED and self.lower(span.first - 2) in (PEOPLE | NAMED_THINGS)

    def makes_road(self, span: Span) -> bool:
        """Whether it is a road's name: "Washington Avenue", "Kings Mill Road"."""
        run = min(self.right_run(span), LONGEST_ROAD)
        if run and self.lower(span.last + 1) in SHORT_ROADS:
            return True
        return any(self.lower(span.last + 1 + step) in ROADS for step in range(run))

    def is_dedication(self, span: Span) -> bool:
        """Whether it is a saint to whom something is dedicated, as in "St. John's Hospital"."""
        if self.lower(span.first) not in ("st", "saint", "ste", "sts") or not self.is_possessive(span):
            return False
        word = self.text.word(span.last + 1)
        return word is not None and word.capital

    def after_article(self, span: Span) -> bool:
        """Whether "the" belongs to the name itself, and not to a noun that follows it: "the George is"."""
        before = self.left(span)
        if before is None or before.lower != "the":
            return False
        word = self.right(span)
        return self.text.gap(span.last) != "-" and (word is None or word.lower in FUNCTION_WORDS)

    def names_a_thing(self, span: Span) -> bool:
        """Whether something that is only named after the place follows: "West Nile virus"."""
        word = self.right(span)
        return word is not None and word.text in NAMED_AFTER_PLACES

    def before_title(self, span: Span) -> bool:
        """Whether an office follows: "Gainesville Mayor Lee", "Georgia Ethics Commissioner"."""
        run = min(self.right_run(span), LONGEST_OFFICE)
        word = self.right(span)
        return (word is not None and word.lower in TITLES) or any(
            self.lower(span.last + 1 + step) in TITLES for step in range(run)
        )

    def before_capital(self, span: Span) -> bool:
        """Whether another capitalised word follows directly that says nothing by itself."""
        word = self.right(span)
        if word is None or not word.capital:
            return False
        return word.lower not in self.lexicon.neutral and not (
            word.upper and 1 < len(word.text) <= 5 and not self.text.shouted(span.last + 1)
        )

    def speaks(self, span: Span) -> bool:
        """Whether it does what people do: "Jackson said", "said Jackson", "Jackson, 34,"."""
        word = self.right(span)
        if word is not None and word.lower in PERSON_VERBS:
            return True
        gap, after = self.text.gap(span.last), self.text.word(span.last + 1)
        if gap == ", " and after is not None and after.text.isdigit() and 1 <= len(after.text) <= 2:
            return True
        before = self.left(span)
        return before is not None and before.text in ("said", "says", "told", "asked", "added")
