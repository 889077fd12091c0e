"""Who speaks on: sentences within a quotation whose speaker a sentence before or after names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geobrief.claims.attribution import Attribution
from geobrief.claims.sentence_reading import SentenceReading
from geobrief.claims.sources import Found

__all__ = ["speakers"]

_QUOTATION: Final = 0.7
"""Part of a sentence that stands in quotation marks where it is a quotation."""


def speakers(readings: Sequence[SentenceReading], found: Sequence[Found]) -> list[Attribution | None]:
    """For each sentence its source, with offsets of the document: its own, or its quotation's speaker.

    `found` tells what each sentence says by itself.
    """
    result: list[Attribution | None] = []
    speaker: Attribution | None = None
    for index, (reading, own) in enumerate(zip(readings, found, strict=True)):
        source = own.attribution
        if source is not None:
            speaker = source
        elif reading.quoted_share > _QUOTATION:
            source = (speaker or _next(readings, found, index)) if own.told else None
        elif reading.opens_paragraph:
            # A paragraph in the author's own voice ends the turn.
            speaker = None
        result.append(source)
    return result


def _next(readings: Sequence[SentenceReading], found: Sequence[Found], index: int) -> Attribution | None:
    """The speaker whom the next sentence of the paragraph names."""
    if index + 1 < len(readings) and not readings[index + 1].opens_paragraph:
        return found[index + 1].attribution
    return None
