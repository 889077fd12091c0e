"""What is handed from one step of a corpus to the next: files, stretches of them, partitions, articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from geobrief.model import Document

__all__ = ["Article", "Columns", "Item", "Partition", "Rejected", "SourceFile", "Stretch"]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what, as the user says; empty: it is found by its name."""

    text: str = ""
    id: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the input."""

    name: str
    """Its path below what all files share; unique in a corpus, and what its documents are called after."""
    url: str
    """Where fsspec finds it."""
    kind: str
    """What is in it, by its ending: a key of `geobrief.corpora.formats.FORMATS`."""
    size: int
    """Bytes, as it lies on disk."""
    stamp: str
    """Changes when the file does: the time of its last change, or what its storage has for that."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Documents that follow one another in a file."""

    file: SourceFile
    count: int = 1
    """How many documents; in lines and tables those that cannot be read are among them."""
    offset: int = 0
    """Where the first one begins, in the unit of the format: bytes (before compression) or rows."""
    position: int = 1
    """The line, row or record of the first one, from 1."""


@dataclass(frozen=True, slots=True)
class Partition:
    """What one worker reads at a time; its results are one part of each table."""

    number: int
    first: int
    """The number of its first document in the corpus, from 0."""
    stretches: tuple[Stretch, ...]

    @property
    def count(self) -> int:
        """How many documents it has."""
        return sum(stretch.count for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Article:
    """A document with where it comes from."""

    document: Document
    """Its id is unique in the corpus."""
    source: str
    """`SourceFile.name`."""
    position: int
    own_id: str = ""
    """What the input calls it."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that was set aside."""

    id: str
    source: str
    position: int
    reason: str
    own_id: str = field(default="")


Item: TypeAlias = Article | Rejected
