"""What the rest of geobrief asks of a gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from geobrief.model import Candidate

__all__ = ["Geocoder"]


class Geocoder(Protocol):
    """Anything that can say where a name might be.

    An unknown name gives an empty sequence, never None: "not in the gazetteer" is an answer. A gazetteer that
    cannot be read raises GazetteerError.
    """

    def candidates(self, name: str) -> Sequence[Candidate]:
        """The places of that name, the best known first."""
        ...
