"""Which words of a text in another language than English name places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from geobrief.geoparse.containers import holds
from geobrief.geoparse.languages.divisions import Division, divisions
from geobrief.geoparse.languages.evidence import ENOUGH, SURE, Evidence, Weigher
from geobrief.geoparse.languages.grammar import LANGUAGES, Grammar, grammar_of
from geobrief.geoparse.languages.matching import WEIGHED, Match, Matcher
from geobrief.geoparse.languages.tokens import Tokens, split_tokens
from geobrief.geoparse.spans import Names
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Document, Kind
from geobrief.text.language import language_of

__all__ = ["is_supported", "recognize_in"]

LISTED = 1.2
"""What counts for a name that only a comma or an "and" parts from a place."""
ELSEWHERE = 1.0
"""What counts for a name that is surely a place elsewhere in the text."""
IN_BRACKETS = 1.7
"""What counts for a name that stands in brackets behind a place: "Sochaux (Doubs)"."""
HELD = 1.7
"""What counts for a name behind that of the area which holds it."""
SURE_IN_LIST = 0.5
"""How far above what is enough a name must be to speak for the one listed with it."""
SAME_COUNTRY, SAME_REGION = 0.6, 1.2
"""What counts for a name of a place in a country of the text, or in a division that the text names."""
GREAT_CITY = 600_000
"""Inhabitants from which a city is meant before a division of its name: Washington, not Quebec."""
TOWN_OF_REGION = 12
"""One in so many of a division's people live in the town that is meant by the name of both."""
ARTICLE_AHEAD = 0.5
"""How much better known the name behind an article must be than that with it: "La Côte d'Ivoire"."""
AND = r"et|und|y|e|i|и|і|й|та|oder|ou|o|или|або|sowie"
ARTICLE = r"(?:de|du|d['’]|la|le|les|l['’]|der|die|el|в|у|во) ?"
BETWEEN = re.compile(rf"(?:,? (?:{AND}) |, )(?:{ARTICLE})?|,|،? ?و|، | ?(?:와|과|및|나|이나|,|·) ?")
"""What stands between two names of a list; Arabic and Korean write "and" together with one of them."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    match: Match
    evidence: Evidence


def is_supported(document: Document) -> bool:
    """Whether the document is in one of the languages read here."""
    return language_of(document) in LANGUAGES


def recognize_in(document: Document, gazetteer: Names) -> tuple[Toponym, ...]:
    """The toponyms of a document in one of the languages read here, in the order of the text.

    A name is one where it is well known enough for its surroundings: after "in" a village, elsewhere a town.
    The name to look up is the base form of the words.
    """
    return _Recognizer(document.text, grammar_of(language_of(document)), gazetteer).toponyms()


class _Recognizer:
    """One text on its way through."""

    def __init__(self, text: str, grammar: Grammar, gazetteer: Names) -> None:
        self._tokens: Tokens = split_tokens(text, grammar.code)
        self._grammar = grammar
        self._gazetteer = gazetteer
        self._matcher = Matcher(self._tokens, grammar, gazetteer)
        self._weigher = Weigher(self._tokens, grammar)
        self._divisions: Mapping[int, Division] = {
            division.first: division for division in divisions(self._tokens, grammar.code, gazetteer)
        }

    def toponyms(self) -> tuple[Toponym, ...]:
        proposals = list(self._proposals())
        kept = self._kept([each for each in proposals if isinstance(each, _Proposal)])
        found = [
            self._of_division(each) if isinstance(each, Division) else self._of_match(each)
            for each in proposals
            if isinstance(each, Division) or id(each) in kept
        ]
        return tuple(self._with_containers(found))

    def _proposals(self) -> Iterator[_Proposal | Division]:
        index = 0
        while index < len(self._tokens):
            division = self._divisions.get(index)
            if division is not None:
                yield division
                index = division.last + 1
                continue
            proposal = self._proposal_at(index)
            if proposal is None:
                index += 1
                continue
            yield proposal
            index = proposal.match.last + 1

    def _proposal_at(self, index: int) -> _Proposal | None:
        """The longest name at a word that nothing rules out."""
        for match in self._matcher.at(index):
            if self._begins_with_article(match):
                continue
            if any(place in self._divisions for place in range(match.first, match.last + 1)):
                continue
            evidence = self._weigher.weigh(match)
            if evidence is not None and self._is_worth(evidence):
                return _Proposal(match, evidence)
        return None

    def _begins_with_article(self, match: Match) -> bool:
        """Whether its first word is only the article of a better known or longer name: "La Guardia Civil"."""
        words = self._tokens.words
        if match.first == match.last or words[match.first].text not in self._grammar.not_places:
            return False
        if match.last == match.first + 1 and self._weigher.is_before_capital(match):
            return True
        inner = next(self._matcher.at(match.first + 1), None)
        return inner is not None and inner.strength > match.strength + ARTICLE_AHEAD

    def _is_worth(self, evidence: Evidence) -> bool:
        """Whether it may be kept at all, so that a shorter name is tried otherwise."""
        return evidence.total + IN_BRACKETS + SAME_REGION >= ENOUGH[self._grammar.code]

    def _kept(self, proposals: Sequence[_Proposal]) -> set[int]:
        """The proposals (by identity) with evidence enough, by themselves or by those beside them."""
        enough = ENOUGH[self._grammar.code]
        listed = [self._listed(index, proposals, enough) for index in range(len(proposals))]
        sums = [each.evidence.total + more for each, more in zip(proposals, listed, strict=True)]
        sure = {each.match.key for each, total in zip(proposals, sums, strict=True) if total >= enough + SURE}
        around = self._around(each for each in proposals if each.match.key in sure)
        return {
            id(each)
            for each, total in zip(proposals, sums, strict=True)
            if total + self._from_rest(each.match, sure, around) >= enough
        }

    def _around(self, sure: Iterable[_Proposal]) -> Set[str]:
        """Codes of the countries and first-level divisions that the text surely speaks of."""
        named = [each.match.candidates[0] for each in sure]
        for division in self._divisions.values():
            named += self._gazetteer.candidates(division.name)[:1]
        regions = {each.region_code for each in named if each.level == 1}
        return ({each.country_code for each in named} | regions) - {""}

    def _from_rest(self, match: Match, sure: Set[str], around: Set[str]) -> float:
        """What the rest of the text says for a name."""
        if match.key in sure:
            return ELSEWHERE
        candidates = match.candidates[:WEIGHED]
        if any(candidate.region_code in around for candidate in candidates):
            return SAME_REGION
        return SAME_COUNTRY if any(candidate.country_code in around for candidate in candidates) else 0.0

    def _listed(self, index: int, proposals: Sequence[_Proposal], enough: float) -> float:
        if index and self._is_held(proposals[index - 1].match, proposals[index].match):
            return HELD
        for other in (index - 1, index + 1):
            if 0 <= other < len(proposals) and proposals[other].evidence.total >= enough + SURE_IN_LIST:
                first, second = sorted((index, other))
                between = self._tokens.text[proposals[first].match.end : proposals[second].match.start]
                if between.strip() and BETWEEN.fullmatch(between):
                    return LISTED
                if (
                    other < index
                    and between == " ("
                    and self._tokens.gap(proposals[index].match.last)[:1] == ")"
                ):
                    return IN_BRACKETS
        return 0.0

    def _is_held(self, outer: Match, inner: Match) -> bool:
        """Whether a Korean name stands behind that of the area that holds it: 경기도 화성."""
        return (
            self._grammar.code == "ko"
            and self._tokens.text[self._tokens.words[outer.last].end : inner.start] == " "
            and not self._weigher.ending(outer)[1]
            and holds(outer.candidates[:WEIGHED], inner.candidates[:WEIGHED])
        )

    # ---- toponyms

    def _of_division(self, division: Division) -> Toponym:
        words = self._tokens.words
        return Toponym(words[division.first].start, words[division.last].end, division.name, kind="region")

    def _of_match(self, proposal: _Proposal) -> Toponym:
        match, kind = proposal.match, proposal.evidence.kind
        start, end = match.start, match.end
        if kind == "region" and self._grammar.code == "ko":
            end = self._tokens.words[match.last].end - len(self._weigher.ending(match)[1])
        kind = kind or self._kind_by_preposition(match) or _kind_of_name(match)
        return Toponym(start, end, match.name, kind=kind, head=kind == "region")

    def _kind_by_preposition(self, match: Match) -> Kind | None:
        """A great city after the French "à", which stands before towns: à Mexico, au Mexique."""
        if self._grammar.code != "fr" or self._tokens.lower(match.first - 1) != "à":
            return None
        great = any(each.kind == "city" and each.population >= GREAT_CITY for each in match.candidates)
        return "city" if great else None

    def _with_containers(self, toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
        """Names the place that holds another, where brackets say so: "Sochaux (Doubs)"."""
        for index, each in enumerate(toponyms):
            following = toponyms[index + 1] if index + 1 < len(toponyms) else None
            if following is not None and self._tokens.text[each.end : following.start] == " (":
                yield replace(each, container=following.name)
            else:
                yield each


def _kind_of_name(match: Match) -> Kind | None:
    """What an ambiguous name mostly means: a country or a sea, or the town from which a division has it."""
    candidates = match.candidates
    if len({each.kind for each in candidates}) == 1:
        return None
    if candidates[0].kind == "country":
        return "country"
    if match.first < match.last and any(each.kind == "water" for each in candidates):
        return "water"
    towns = [each for each in candidates if each.kind == "city"]
    great = any(town.population >= GREAT_CITY for town in towns)
    if candidates[0].level == 0 and not great:
        return candidates[0].kind
    areas = [each for each in candidates if each.kind != "city" and each.level < 2]
    named_after_town = all(
        area.level == 1
        and any(
            town.region_code == area.region_code and town.population * TOWN_OF_REGION >= area.population
            for town in towns
        )
        for area in areas
    )
    great_of_division = great and all(area.level == 1 for area in areas)
    return "city" if towns and (named_after_town or great_of_division) else None
