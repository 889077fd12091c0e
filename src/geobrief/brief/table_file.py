"""Tables of other programs, CSV or XLSX, as rows of text under the columns that geobrief knows."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from geobrief.brief import csv_text
from geobrief.brief.encodings import decode
from geobrief.errors import BriefError

__all__ = ["Row", "is_table", "read_rows"]

_TEXTS: Final = (".csv", ".tsv", ".txt")
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_UNIT = re.compile(r"[\[(].*?[\])]|°")
"""What a heading adds in brackets, as in "Latitude (WGS 84)"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it says in the columns that geobrief knows, and in all others."""

    line: int
    """From 1; of a workbook the row."""
    known: Mapping[str, str]
    """By field, as `name` or `lat`; empty cells are left out."""
    extra: Mapping[str, str]
    """By the heading."""


def is_table(path: Path) -> bool:
    """Whether a file goes by the name of a table."""
    return path.suffix.lower() in (*_TEXTS, *_WORKBOOKS)


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a table that say anything, under the first row as headings.

    Raises:
        BriefError: It cannot be read, has no headings that tell a name or a position, or openpyxl is missing.
    """
    lines = _workbook(path) if path.suffix.lower() in _WORKBOOKS else _text(path)
    _, headings = next(lines, (0, ()))
    fields = _fields(headings)
    if "name" not in fields.values() and not {"lat", "position"} & set(fields.values()):
        told = ", ".join(headings) or "none"
        raise BriefError(f"{path.name} has no column that tells a name or a position; its columns are {told}")
    for line, cells in lines:
        filled = {at: cell.strip() for at, cell in enumerate(cells[: len(headings)]) if cell.strip()}
        known = {fields[at]: cell for at, cell in filled.items() if at in fields}
        extra = {headings[at]: cell for at, cell in filled.items() if at not in fields and headings[at]}
        if filled:
            yield Row(line, known, extra)


def _fields(headings: Sequence[str]) -> dict[int, str]:
    """Which column says which field: of several for one field the one whose name is the more usual."""
    names = _names()
    ranked = sorted(
        (names[key][1], at, names[key][0])
        for at, heading in enumerate(headings)
        if (key := _heading_key(heading)) in names
    )
    fields: dict[int, str] = {}
    for _, at, field in ranked:
        if field not in fields.values():
            fields[at] = field
    return fields


@cache
def _names() -> Mapping[str, tuple[str, int]]:
    """The field and the rank of each name of a column."""
    text = (resources.files(__package__) / "tables" / "columns.csv").read_text(encoding="utf-8")
    names: dict[str, tuple[str, int]] = {}
    for row in csv.DictReader(text.splitlines()):
        for rank, name in enumerate(row["names"].split("|")):
            names.setdefault(_heading_key(name), (row["field"], rank))
    return names


def _heading_key(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", _UNIT.sub(" ", heading).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", letters.replace("_", " ")))


def _text(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        text = decode(path.read_bytes(), path.name)[0]
    except OSError as error:
        raise BriefError(f"{path} cannot be read: {error}; give a table of places") from error
    header = text.splitlines()[0] if text.strip() else ""
    table = csv_text.split(text, _spelled(header))
    for at, row in enumerate((table.header, *table.rows)):
        if row.broken:
            raise BriefError(f"{path.name}, line {row.line or 1}: a quotation mark is never closed; mend it")
        yield row.line if at else 1, row.values


def _spelled(header: str) -> set[str]:
    """The cells of a heading, by any delimiter, that name a column."""
    cells = (cell.strip().strip('"').lower() for cell in re.split("[,;\t]", header))
    return {cell for cell in cells if _heading_key(cell) in _names()}


def _workbook(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of the first sheet."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise BriefError(
            "Reading XLSX needs openpyxl, which is not installed. Run: pip install 'geobrief[xlsx]'"
        ) from error
    from zipfile import BadZipFile

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, BadZipFile) as error:
        raise BriefError(f"{path} cannot be read as XLSX: {error}; save it anew or give a CSV") from error
    try:
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, ["" if cell is None else str(cell) for cell in row]
    finally:
        book.close()
