"""What the rest of geobrief asks of a recognizer."""

from __future__ import annotations

from typing import Protocol

from geobrief.geoparse.toponym import Toponym
from geobrief.model import Document

__all__ = ["Recognizer"]


class Recognizer(Protocol):
    """Anything that can say which words of a document name places."""

    def recognize(self, document: Document) -> tuple[Toponym, ...]:
        """The toponyms in the order of the text; they do not overlap."""
        ...
