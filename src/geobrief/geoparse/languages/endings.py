"""Base forms of inflected words, made by rules of the kind "this ending, then one of those"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Rule", "apply", "distinct"]

Rule = tuple[str, tuple[str, ...], float]
"""An ending, what may stand in its place, and how much speaks against the outcome."""

SHORTEST = 2
"""Letters that must be left of a word."""


def apply(
    word: str, rules: Iterable[Rule], stems: Callable[[str], Iterable[tuple[str, float]]] | None = None
) -> Iterator[tuple[str, float]]:
    """What the rules make of a word in lower case.

    Args:
        word: The word as it stands.
        rules: All that fit are used.
        stems: Further stems of a stem that is left without an ending, as `орел` of `орл`.
    """
    for ending, others, cost in rules:
        stem = word[: len(word) - len(ending)]
        if not word.endswith(ending) or len(stem) < SHORTEST:
            continue
        for other in others:
            yield stem + other, cost
            if stems is not None and other in ("", "ь"):
                for further, more in stems(stem):
                    yield further + other, cost + more


def distinct(forms: Iterable[tuple[str, float]]) -> Sequence[tuple[str, float]]:
    """Each form once, at its least cost, the cheapest first."""
    least: dict[str, float] = {}
    for form, cost in forms:
        if cost < least.get(form, 9.0):
            least[form] = cost
    return sorted(least.items(), key=lambda form: form[1])


VOWELS = "аеёиоуыэюяіїє"
CLUSTER = re.compile(rf"([^{VOWELS}ьй])(ь?)([^{VOWELS}ьй])$")


def with_fleeting_vowel(stem: str, vowels: str) -> Iterator[tuple[str, float]]:
    """A stem with the vowel that is lost before endings: `орел` of `орл`, `донец` of `донц`."""
    match = CLUSTER.search(stem)
    if match:
        for vowel in vowels:
            yield stem[: match.start()] + match[1] + vowel + match[3], 0.3
