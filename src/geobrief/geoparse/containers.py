"""Which place a text names as holding another: "Paris, Texas", "Nysa, Poland", "Owensboro, Ky."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from geobrief.geoparse.features import GREAT_CITY, is_within
from geobrief.geoparse.spans import Span
from geobrief.geoparse.words import Text
from geobrief.model import Candidate

__all__ = ["containers", "holds"]

NEXT = re.compile(r"(?:['’ʼ]s)?\.?,\s|\s\(")
"""What parts two names that stand side by side: "Paris, Texas", "Kharkiv (Ukraine)"."""

WITHIN = re.compile(
    r"(?:,?\s(?:the|an?|its)\s(?:[a-z-]+\s){1,4}(?:in|of|on)|,?\sin)\s(?:the\s)?(?:[a-z]+ern\s|central\s)?"
)
"""What says that the second holds the first: "Tripoli in northern Lebanon", "Tripoli, the second city of"."""

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
    if outer.first <= inner.last:
        return False
    between = text.text[text.words[inner.last].end : text.words[outer.first].start]
    if outer.first == inner.last + 1 and NEXT.fullmatch(between):
        return True
    return WITHIN.fullmatch(between) is not None


def holds(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether one of the outer places is a country or first-level division in which one of the inner lies."""
    # Looked for first: places of a name are made when asked for, and most names of towns are no area's.
    areas = [area for area in outer if area.kind == "country" or area.level == 1]
    return any(is_within(each, area) for area in areas for each in inner)
