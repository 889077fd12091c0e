"""What was read before of a brief's folder, for who reads it again after each change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from geobrief.brief.claims_file import Rows
from geobrief.brief.fault import Fault
from geobrief.brief.feature_list import Features
from geobrief.brief.locate import Findings
from geobrief.brief.memory import Memory
from geobrief.model import Claim, Document, Place

__all__ = ["FolderMemory"]

Places: TypeAlias = tuple[tuple[Place, ...], tuple[Fault, ...]]
Claims: TypeAlias = tuple[tuple[Claim, ...], tuple[Fault, ...]]


@dataclass(frozen=True)
class FolderMemory:
    """Everything in it is found by the very text that it was read from: what others write is always seen."""

    documents: Memory[tuple[str, bytes], Document] = field(default_factory=Memory)
    places: Memory[str, Places] = field(default_factory=Memory)
    """Of the whole file's text."""
    features: Features = field(default_factory=Features)
    claims: Memory[str, Claims] = field(default_factory=Memory)
    """Of the whole file's text."""
    rows: Rows = field(default_factory=Rows)
    findings: Findings = field(default_factory=Findings)

    def turn(self) -> None:
        """Ends a reading of the files; rows and Features are turned where their file is taken apart."""
        self.documents.turn()
        self.places.turn()
        self.claims.turn()
