"""Arabic names without the little words written together with them: بموسكو, لروسيا, والقاهرة, للإمارات."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geobrief.geoparse.languages.endings import distinct

__all__ = ["PREFIXES", "first_forms", "forms"]

PREFIXES = ("وب", "ول", "فب", "فل", "و", "ف", "ب", "ل")
"""And, then, in or with, to; and two of them."""
LIKE = ("وك", "ك")
"""Like: seldom before places, and often the first letter of a word (كمين is no "like Maine")."""
ARTICLE = "ال"
MELTED = ("لل", "ولل", "فلل")
"""To with the article."""
SHORTEST = 3
"""Letters of a name that is left."""
SHORTEST_FIRST = 2
"""The same of the first word of several: تل أبيب, أم درمان."""
SHORTEST_AFTER_LIKE = 5


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The word, and what is left of it without prefixes."""
    return distinct(_forms(word, SHORTEST))


def first_forms(word: str) -> Sequence[tuple[str, float]]:
    """The same of a word that is not the only one of a name."""
    return distinct(_forms(word, SHORTEST_FIRST))


def _forms(word: str, shortest: int) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    for melted in MELTED:
        if word.startswith(melted) and len(word) - len(melted) >= shortest:
            yield ARTICLE + word.removeprefix(melted), 0.2
    for prefixes, least in ((PREFIXES, shortest), (LIKE, SHORTEST_AFTER_LIKE)):
        for prefix in prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= least:
                yield word.removeprefix(prefix), 0.3
