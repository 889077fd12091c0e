"""Base forms of inflected German names: Bayerns, des Roten Meeres, in den Vereinigten Arabischen Emiraten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import Rule, apply, distinct

__all__ = ["forms"]

NOUN: tuple[Rule, ...] = (
    ("s", ("",), 0.3),
    ("es", ("",), 0.5),
    ("n", ("",), 0.4),
)
ADJECTIVE: tuple[Rule, ...] = (
    ("en", ("e", "er", "es"), 0.3),
    ("em", ("e", "er", "es"), 0.4),
    ("er", ("e", "es"), 0.4),
    ("e", ("er", "es"), 0.4),
)


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The base forms that a word in lower case may have, the likeliest first."""
    return distinct(_forms(word))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    if len(word) > 3:
        yield from apply(word, NOUN)
        yield from apply(word, ADJECTIVE)
