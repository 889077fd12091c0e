"""XLSX as lines of text, sheet by sheet."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import BadZipFile

from geobrief.errors import BriefError

__all__ = ["Line", "Workbook", "opened_workbook"]

Line: TypeAlias = tuple[int, Sequence[str]]
"""A line of a table, counted from 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that is open."""

    _book: Any

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of those that hold cells, in order; charts are none."""
        return tuple(sheet.title for sheet in self._book.worksheets)

    def lines(self, sheet: str) -> list[Line]:
        """The rows of a sheet; formulas as what they came to when the workbook was saved."""
        rows = self._book[sheet].iter_rows(values_only=True)
        return [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]


@contextlib.contextmanager
def opened_workbook(path: Path) -> Iterator[Workbook]:
    """Opens a workbook for the time of the block.

    Raises:
        BriefError: It is none, or openpyxl is missing.
    """
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise BriefError(
            "Reading XLSX needs openpyxl, which is not installed. Run: pip install 'geobrief[xlsx]'"
        ) from error
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise BriefError(f"{path} cannot be read as XLSX: {error}; save it anew or give a CSV") from error
    with contextlib.closing(book):
        yield Workbook(book)


def _text(cell: object) -> str:
    """A cell as text; a day without a time as ISO 8601 writes it."""
    return "" if cell is None else str(cell).removesuffix(" 00:00:00")
