"""Which place a text names as holding another: "Paris, Texas", "Nysa, Poland", "Owensboro, Ky."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from geobrief.geoparse.features import GREAT_CITY, is_within
from geobrief.geoparse.spans import Span
from geobrief.geoparse.words import Text
from geobrief.model import Candidate

__all__ = ["containers", "holds", "strict_containers"]

NEXT = re.compile(r"(?:['’ʼ]s)?\.?,\s|\s\(")
"""What parts two names that stand side by side: "Paris, Texas", "Kharkiv (Ukraine)"."""

WITHIN = re.compile(
    r"(?:,?\s(?:the|an?|its)\s(?:[a-z-]+\s){1,4}(?:in|of|on)|,?\sin)\s(?:the\s)?(?:[a-z]+ern\s|central\s)?"
)
"""What says that the second holds the first: "Tripoli in northern Lebanon", "Tripoli, the second city of"."""

TOWNS_OF_DIVISION = 10
"""A name is a division's rather than a town's of that name where so many times as many people live there."""

Found = tuple[Span, Sequence[Candidate]]


def containers(text: Text, found: Sequence[Found]) -> Mapping[int, int]:
    """For each index of `found` whose next one is named as holding it, the index of that one."""
    return {
        index: index + 1
        for index, (inner, outer) in enumerate(pairwise(found))
        if _is_told(text, inner[0], outer[0])
        and not _is_listed_town(text, outer)
        and holds(outer[1], inner[1])
    }


def strict_containers(text: Text, found: Sequence[Found]) -> Mapping[int, int]:
    """For each index of `found` whose next one holds it beyond doubt, the index of that one.

    Said by words ("the second city of Lebanon", "in the Amur region") or by a town beside its division
    ("Holliday, Missouri"), whether or not a place of that name is known there.
    """
    return {
        index: index + 1
        for index, (inner, outer) in enumerate(pairwise(found))
        if inner[1]
        and inner[1][0].kind == "city"
        and (_is_told_by_words(text, inner[0], outer[0]) or _stands_beside_division(text, inner, outer))
        and _is_area(outer[1])
    }


def _is_area(outer: Sequence[Candidate]) -> bool:
    """Whether a name is a country's or a first-level division's before it is a town's."""
    best = next((each for each in outer if each.kind == "country" or each.level == 1), None)
    return best is not None and all(
        each.population * TOWNS_OF_DIVISION <= best.population for each in outer if each.kind == "city"
    )


def _stands_beside_division(text: Text, inner: Found, outer: Found) -> bool:
    """Whether two names stand as "Town, Division" and not in a list."""
    return (
        bool(outer[1])
        and outer[1][0].level == 1
        and _is_told(text, inner[0], outer[0])
        and not _goes_on(text, outer[0].last + 1)
    )


def _is_listed_town(text: Text, outer: Found) -> bool:
    """Whether the second name is rather the next town of a list: "Boston, New York and Washington"."""
    is_town = any(each.kind == "city" and each.population >= GREAT_CITY for each in outer[1])
    return is_town and text.gap(outer[0].last) in (" ", ", ") and _goes_on(text, outer[0].last + 1)


def _goes_on(text: Text, index: int) -> bool:
    """Whether "and X" or ", X and" stands at a word."""
    word, after = text.word(index), text.word(index + 1)
    if word is None or after is None:
        return False
    if word.text == "and":
        return after.capital
    return word.capital and word.before == ", " and after.text == "and"


def _is_told(text: Text, inner: Span, outer: Span) -> bool:
    """Whether what stands between two names says that the second holds the first."""
    if outer.first == inner.last + 1 and NEXT.fullmatch(_between(text, inner, outer)):
        return True
    return _is_told_by_words(text, inner, outer)


def _is_told_by_words(text: Text, inner: Span, outer: Span) -> bool:
    return outer.first > inner.last and WITHIN.fullmatch(_between(text, inner, outer)) is not None


def _between(text: Text, inner: Span, outer: Span) -> str:
    return text.text[text.words[inner.last].end : text.words[outer.first].start]


def holds(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether one of the outer places is a country or first-level division in which one of the inner lies."""
    # Looked for first: places of a name are made when asked for, and most names of towns are no area's.
    areas = [area for area in outer if area.kind == "country" or area.level == 1]
    return any(is_within(each, area) for area in areas for each in inner)
