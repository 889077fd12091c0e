"""By what something happened: the dead of a quake are not those of a fire."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Final

from geobrief.claims.words import tokens

__all__ = ["causes_in"]

_TABLE: Final = Path(__file__).parent / "tables" / "causes.csv"


def causes_in(sentence: str) -> frozenset[str]:
    """The disasters, attacks and diseases that a sentence names.

    >>> causes_in("A quake and its aftershocks killed 40 people.")
    frozenset({'quake'})
    """
    return frozenset(cause for token in tokens(sentence) if (cause := _words().get(token.lower)))


@cache
def _words() -> dict[str, str]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {word: row["cause"] for row in csv.DictReader(file) for word in row["words"].split("|")}
