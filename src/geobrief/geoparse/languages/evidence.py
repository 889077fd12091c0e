"""What speaks for a known name's being a place in the text, in languages other than English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geobrief.geoparse.languages import korean, russian, ukrainian
from geobrief.geoparse.languages.grammar import Grammar
from geobrief.geoparse.languages.matching import Match
from geobrief.geoparse.languages.tokens import Tokens
from geobrief.model import Kind

__all__ = ["ENOUGH", "SURE", "Evidence", "Weigher"]

ENOUGH: Mapping[str, float] = {"ar": 5.4, "de": 4.9, "es": 4.4, "fr": 4.4, "ko": 5.1, "ru": 4.1, "uk": 4.1}
"""The sum from which on a name is a place: about the decimal logarithm of the people that a town must have
where nothing else speaks for it."""
SURE = 1.0
"""How far above it a name is believed elsewhere in the text too."""

STRONG = 1.7
WEAK = 0.4
DESIGNATED = 2.0
INITIAL = -1.0
LONG = 4
LONG_NAME = 1.0
"""What counts for a Korean name of so many syllables: common words are shorter."""
SMALL_ELSEWHERE = -2.0
QUOTED = -2.0
BESIDE_CAPITAL = -1.2
GIVEN_NAME = -1.0
GIVEN_NAME_UNCASED = -2.0
"""The same where no capital tells a surname behind it."""
AFTER_TITLE = -2.0
ADJECTIVE = -1.5
SOFT = -1.7
HEAD_NOUN = -2.5

WELL_KNOWN = 5.7
"""The strength from which on it says little that a name is a person's too."""

QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"', "‹": "›", "‘": "’", "‚": "‘"}
DIRECTIONS = frozenset(
    ("nord", "süd", "ost", "west", "zentral", "nordost", "nordwest", "südost", "südwest", "mittel")
)
"""What German joins to a name by a hyphen: Ost-Ukraine."""
_ADJECTIVE: Mapping[str, Callable[[str], bool]] = {"ru": russian.is_adjective, "uk": ukrainian.is_adjective}
_HYPHEN = re.compile(r"[-‐‑]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sum of signs for a match, and what they say that it is."""

    total: float
    kind: Kind | None = None
    strong: bool = False
    """Whether a word for "in" or a word for its kind stands before it."""


class Weigher:
    """Weighs the matches of one text."""

    def __init__(self, tokens: Tokens, grammar: Grammar) -> None:
        self._tokens = tokens
        self._grammar = grammar

    def weigh(self, match: Match) -> Evidence | None:
        """The evidence for a match, or None where it cannot be a place."""
        kind = self._kind(match)
        strong = kind is not None or self._is_after_strong(match)
        if self._is_ruled_out(match):
            return None
        total = match.strength + (STRONG if strong else 0.0) + (DESIGNATED if kind else 0.0)
        if self._grammar.code == "ko" and len(match.key) >= LONG:
            total += LONG_NAME
        if not strong and self._is_after_weak(match):
            total += WEAK
        return Evidence(total + self._against(match, strong=strong), kind, strong)

    # ---- for it

    def _kind(self, match: Match) -> Kind | None:
        """What the word before it, or in Korean its ending, says that it is."""
        for kind, phrases in self._grammar.before.items():
            if phrases.length_before(self._tokens, match.first):
                return kind
        return self.ending(match)[0]

    def ending(self, match: Match) -> tuple[Kind | None, str]:
        """What in Korean follows the name in its word: a word for its kind, and the particle."""
        ending = self._tokens.text[match.end : self._tokens.words[match.last].end]
        for kind, suffixes in self._grammar.suffixes.items():
            for suffix in suffixes:
                particle = ending.removeprefix(suffix)
                if particle != ending and (not particle or particle in korean.PARTICLES):
                    return kind, particle
        return None, ending

    def _is_after_strong(self, match: Match) -> bool:
        index = match.first
        strong = self._grammar.strong
        if self._grammar.code == "ko":
            return self.ending(match)[1] in strong
        if self._grammar.code == "ar":
            return strong.length_before(self._tokens, index) > 0
        if strong.length_before(self._tokens, index):
            return True
        # An article may stand between: "in der Ukraine", "en la Antártida".
        article = self._tokens.lower(index - 1)
        return article in ARTICLES.get(self._grammar.code, ()) and bool(
            strong.length_before(self._tokens, index - 1)
        )

    def _is_after_weak(self, match: Match) -> bool:
        """Whether a word as "of" stands before it, or in Arabic is written together with it."""
        joined = match.start > self._tokens.words[match.first].start
        return joined or self._grammar.weak.length_before(self._tokens, match.first) > 0

    # ---- against it

    def _is_ruled_out(self, match: Match) -> bool:
        words = self._tokens.words
        single = match.first == match.last
        surface = words[match.first].text
        if single and self._is_no_place(match, surface):
            return True
        if self._is_in_compound(match):
            return True
        if self._grammar.organisations.length_before(self._tokens, match.first):
            return True
        return self._is_person(match)

    def _is_no_place(self, match: Match, surface: str) -> bool:
        names = {surface, match.name, self._tokens.text[match.start : match.end]}
        return bool(names & self._grammar.not_places) and not names & self._grammar.soft

    def _is_soft(self, match: Match) -> bool:
        """Whether its name is mostly another word."""
        return bool({match.name, self._tokens.text[match.start : match.end]} & self._grammar.soft)

    def _is_in_compound(self, match: Match) -> bool:
        """Whether a hyphen binds it to more than its name: Ukraine-Krieg, US-Präsident."""
        if not self._grammar.cased:
            return False
        after = self._tokens.gap(match.last)
        if _HYPHEN.fullmatch(after):
            return True
        before = self._tokens.gap(match.first - 1) if match.first else " "
        return _HYPHEN.fullmatch(before) is not None and self._tokens.lower(match.first - 1) not in DIRECTIONS

    def _is_person(self, match: Match) -> bool:
        """Whether a given name or an initial stands before it, or it is one before a surname."""
        words, index = self._tokens.words, match.first
        if match.first > 0:
            before, gap = words[index - 1], words[index].before
            if len(before.text) == 1 and before.text.isupper() and gap.startswith("."):
                return True
            if gap in (" ", "\u00a0") and self._is_given_name(before.text):
                return True
        following = words[match.last + 1] if match.last + 1 < len(words) else None
        return (
            match.first == match.last
            and following is not None
            and following.before in (" ", "\u00a0")
            and (following.capital or self._grammar.code == "ko")
            and self._is_given_name(words[index].text)
            and not self._grammar.strong.length_before(self._tokens, index)
            and self._grammar.code != "de"
        )

    def _is_given_name(self, word: str) -> bool:
        if (self._grammar.cased and not word[0].isupper()) or word in self._grammar.not_places:
            return False
        names = self._grammar.given_names
        return word.lower() in names or any(
            form in names for form, _ in self._grammar.forms(word.lower())[: 1 if len(word) < 4 else 12]
        )

    def _against(self, match: Match, *, strong: bool) -> float:
        words = self._tokens.words
        first = words[match.first]
        single = match.first == match.last
        total = 0.0
        if single and self._grammar.cased:
            if first.initial and self._grammar.code != "de":
                total += INITIAL
            if first.lower in self._tokens.small:
                total += SMALL_ELSEWHERE
            if self._is_given_name(first.text) and not strong and match.strength < WELL_KNOWN:
                total += GIVEN_NAME
            if not strong and self._is_beside_capital(match):
                total += BESIDE_CAPITAL
            if match.strength < WELL_KNOWN and self._is_head_noun(match):
                total += HEAD_NOUN
        if single and not strong:
            total += self._against_bare(match, first.text)
        if self._is_quoted(match):
            total += QUOTED
        if self._grammar.titles.length_before(self._tokens, match.first) and self._is_apposition(match):
            total += AFTER_TITLE
        return total + self._against_adjective(match)

    def _against_bare(self, match: Match, word: str) -> float:
        """What a word that mostly means something else counts where nothing before it speaks for a place."""
        is_person = self._grammar.code == "ar" and word in self._grammar.given_names
        return (SOFT if self._is_soft(match) else 0.0) + (GIVEN_NAME_UNCASED if is_person else 0.0)

    def _is_apposition(self, match: Match) -> bool:
        """Whether it stands as its base form, so that a title before it is its own: no genitive."""
        return match.cost == 0 or self._grammar.code not in _ADJECTIVE

    def _against_adjective(self, match: Match) -> float:
        """Московский before a small word is an adjective."""
        is_adjective = _ADJECTIVE.get(self._grammar.code)
        if is_adjective is None or match.first != match.last or not is_adjective(match.key):
            return 0.0
        following = self._tokens.lower(match.last + 1)
        return ADJECTIVE if following and self._tokens.gap(match.last) == " " else 0.0

    def _is_beside_capital(self, match: Match) -> bool:
        """Whether a capitalised word that is no part of it stands beside it: Jack London, Paris Match."""
        if self._grammar.code == "de":
            return False
        words = self._tokens.words
        before = words[match.first - 1] if match.first else None
        if before is not None and before.capital and not before.initial and words[match.first].before == " ":
            return True
        return self.is_before_capital(match)

    def is_before_capital(self, match: Match) -> bool:
        """Whether the next word begins with a capital, with only a space between."""
        words = self._tokens.words
        after = words[match.last + 1] if match.last + 1 < len(words) else None
        return after is not None and after.capital and after.before == " "

    def _is_head_noun(self, match: Match) -> bool:
        """Whether it stands between an article and "of" with a name: el Banco de España."""
        before, after = ARTICLES_OF.get(self._grammar.code, ((), ()))
        following = match.last + 2
        return (
            self._tokens.lower(match.first - 1) in before
            and self._tokens.lower(match.last + 1) in after
            and following < len(self._tokens)
            and (self._tokens.words[following].capital or self._tokens.lower(following) in before)
        )

    def _is_quoted(self, match: Match) -> bool:
        """Whether it stands alone in quotation marks, as names of firms, ships and weapons do."""
        text = self._tokens.text
        before, after = text[match.start - 1 : match.start], text[match.end : match.end + 1]
        return bool(before) and QUOTES.get(before) == after and bool(after)


ARTICLES: Mapping[str, frozenset[str]] = {
    "de": frozenset(("der", "die", "das", "den", "dem")),
    "es": frozenset(("el", "la", "los", "las", "todo", "toda")),
    "fr": frozenset(("la", "le", "les", "l")),
}
ARTICLES_OF: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "es": (("el", "la", "los", "las", "del", "al"), ("de", "del")),
    "fr": (("le", "la", "les", "l", "du", "au", "des", "aux"), ("de", "du", "des", "d")),
}
"""Articles, and what joins a name to the noun before it."""
