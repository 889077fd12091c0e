"""Which place a text names as holding another: "Paris, Texas", "Nysa, Poland", "Owensboro, Ky."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from geobrief.geoparse.features import is_within
from geobrief.geoparse.spans import Span
from geobrief.geoparse.words import Text
from geobrief.model import Candidate

__all__ = ["containers", "holds"]

COMMA = re.compile(r"(?:['’ʼ]s)?\.?,\s|\s\(|,\s(?:the|in)\s")

Found = tuple[Span, Sequence[Candidate]]


def containers(text: Text, found: Sequence[Found]) -> Mapping[int, int]:
    """For each index of `found` whose next one is named as holding it, the index of that one."""
    return {
        index: index + 1
        for index, (inner, outer) in enumerate(pairwise(found))
        if _is_behind_comma(text, inner[0], outer[0]) and holds(outer[1], inner[1])
    }


def _is_behind_comma(text: Text, inner: Span, outer: Span) -> bool:
    return outer.first == inner.last + 1 and COMMA.fullmatch(text.gap(inner.last)) is not None


def holds(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether one of the outer places is a country or division in which one of the inner places lies."""
    return any(is_within(each, area) for area in outer if _is_area(area) for each in inner)


def _is_area(candidate: Candidate) -> bool:
    return candidate.kind == "country" or (candidate.kind == "region" and 1 <= candidate.level <= 2)
