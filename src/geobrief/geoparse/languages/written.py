"""Names of another language than English when they are resolved: the text's own spelling is the main one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from geobrief.gazetteer.protocol import Geocoder
from geobrief.geoparse.languages.grammar import LANGUAGES
from geobrief.model import Candidate, Document
from geobrief.text.language import language_of

__all__ = ["as_written"]


def as_written(document: Document, geocoder: Geocoder) -> Geocoder:
    """The geocoder for a document: in another language than English a place's main name is the one it has there.

    Otherwise "Pekín" would be Pekin in Illinois, which has this main name, and Пекин a town in Russia.
    """
    return _AsWritten(geocoder) if language_of(document) in LANGUAGES else geocoder


class _AsWritten:
    """A geocoder whose candidates count as found by their main name unless that is spelled in another way."""

    def __init__(self, geocoder: Geocoder) -> None:
        self._geocoder = geocoder
        self._remembered = lru_cache(maxsize=512)(self._candidates)

    def candidates(self, name: str) -> Sequence[Candidate]:
        return self._remembered(name)

    def _candidates(self, name: str) -> Sequence[Candidate]:
        plain = name.casefold()
        return [
            # Of a place's other names one of several spellings is filed, so theirs need not be the text's.
            replace(each, exact=not each.exact or each.matched.casefold() == plain)
            for each in self._geocoder.candidates(name)
        ]
