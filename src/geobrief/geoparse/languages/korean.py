"""Korean names without the particles at their end: 평양에서, 러시아의, 쿠르스크주."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import distinct

__all__ = ["forms"]

PARTICLES = (
    *("에서부터", "으로부터", "로부터", "에서는", "에서도", "에서의", "에까지", "으로는", "이라는"),
    *(
        "에서",
        "에는",
        "에도",
        "에게",
        "으로",
        "로는",
        "라는",
        "까지",
        "부터",
        "이나",
        "이며",
        "이고",
        "보다",
        "처럼",
    ),
    *("마저", "조차", "측은", "측이", "과의", "와의"),
    *("의", "은", "는", "이", "가", "을", "를", "와", "과", "도", "만", "에", "로", "나", "측", "발", "행"),
)
"""What may follow a name without a space, the longest first."""
DIVISIONS = ("지역", "반도", "주", "성", "현", "도")
CITIES = ("시",)
"""What a division and a city are called at the end of their names."""
SHORTEST = 2
"""Syllables of a name."""


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The word, and what is left of it without a particle."""
    return distinct(_forms(word))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    bare = [(word, 0.0)]
    bare += [(stem, 0.2) for stem in _without(word, PARTICLES)]
    for stem, cost in bare:
        yield stem, cost
        yield from ((shorter, cost + 0.8) for shorter in _without(stem, DIVISIONS))
        yield from ((shorter, cost + 0.2) for shorter in _without(stem, CITIES))


def _without(word: str, endings: Sequence[str]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield word.removesuffix(ending)
