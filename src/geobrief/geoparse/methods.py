"""By which recognizer and geocoder places are found: geobrief's own, or others behind the same protocols."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geobrief.gazetteer import Gazetteer, Geocoder
from geobrief.geoparse.protocol import Recognizer
from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.resolve import resolve
from geobrief.geoparse.toponym import Resolution, Toponym
from geobrief.model import Document

__all__ = ["OWN_METHODS", "Geoparser", "Methods", "open_geoparser"]


@dataclass(frozen=True, slots=True)
class Methods:
    """What the user chose, as the options name it; plain strings, so that each process can open its own."""

    recognizer: str = ""
    """`spacy:MODEL`; empty for geobrief's own."""
    geocoder: str = ""
    """`nominatim:URL`, asked for names that the gazetteer lacks; empty for none."""


OWN_METHODS: Final = Methods()
"""Geobrief's own, offline."""


class Geoparser:
    """A recognizer and a geocoder, opened; it serves any number of documents, in one thread."""

    def __init__(self, recognizer: Recognizer, geocoder: Geocoder) -> None:
        self._recognizer = recognizer
        self._geocoder = geocoder

    def resolutions(self, document: Document) -> tuple[Resolution, ...]:
        """One resolution a toponym, in the order of the text."""
        return resolve(document, self._recognizer.recognize(document), self._geocoder)


def open_geoparser(gazetteer: Gazetteer, methods: Methods = OWN_METHODS) -> Geoparser:  # noqa: ARG001
    """Opens what the methods name. A process opens it once and asks it for each of its documents."""
    return Geoparser(_OwnRecognizer(gazetteer), gazetteer)


class _OwnRecognizer:
    """Geobrief's own `Recognizer`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        """See `geobrief.geoparse.recognize.recognize`."""
        return recognize(document, self._gazetteer)
