"""By what something happened: the dead of a quake are not those of a fire."""

from __future__ import annotations

from geobrief.claims.own_tables import name_by_word
from geobrief.claims.words import tokens

__all__ = ["causes_in"]


def causes_in(sentence: str) -> frozenset[str]:
    """The disasters, attacks and diseases that a sentence names.

    >>> causes_in("A quake and its aftershocks killed 40 people.")
    frozenset({'quake'})
    """
    causes = name_by_word("causes", "cause")
    return frozenset(causes[token.lower] for token in tokens(sentence) if token.lower in causes)
