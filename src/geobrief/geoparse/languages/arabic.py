"""Arabic names without the little words written together with them: بموسكو, لروسيا, والقاهرة, للإمارات."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import distinct

__all__ = ["PREFIXES", "forms"]

PREFIXES = ("وب", "ول", "فب", "فل", "وك", "و", "ف", "ب", "ل", "ك")
"""And, then, in or with, to, like; and two of them."""
ARTICLE = "ال"
MELTED = ("لل", "ولل", "فلل")
"""To with the article."""
SHORTEST = 3
"""Letters of a name that is left."""


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The word, and what is left of it without prefixes."""
    return distinct(_forms(word))


def _forms(word: str) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    for melted in MELTED:
        if word.startswith(melted) and len(word) - len(melted) >= SHORTEST:
            yield ARTICLE + word.removeprefix(melted), 0.2
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
            yield word.removeprefix(prefix), 0.3
