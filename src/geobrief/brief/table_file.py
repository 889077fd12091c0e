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
from geobrief.brief.workbook import Line, opened_workbook
from geobrief.errors import BriefError

__all__ = ["Row", "Table", "is_table", "read_table"]

_TEXTS: Final = (".csv", ".tsv", ".txt")
_WORKBOOKS: Final = (".xlsx", ".xlsm")
_HEADINGS_WITHIN: Final = 10
"""Lines that say anything, of which one has to hold the headings."""
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table of another program, or of a workbook the sheet that was taken."""

    rows: tuple[Row, ...]
    """Those that say anything."""
    sheet: str = ""
    """Of a workbook; empty else."""
    sheets: tuple[str, ...] = ()
    """All that the workbook has."""


def read_table(path: Path, sheet: str = "") -> Table:
    """The rows of a table under its headings, which may have a title or empty rows above them.

    Args:
        path: The file.
        sheet: Which sheet of a workbook; by default the first that has such headings.

    Raises:
        BriefError: It cannot be read, has no such sheet, no headings that tell a name or a position, or
            openpyxl is missing.
    """
    if path.suffix.lower() in _WORKBOOKS:
        return _workbook(path, sheet)
    if sheet:
        raise BriefError(f"{path.name} is text, which has no sheets; leave the layer out")
    lines = list(_text(path))
    found = _under_headings(lines)
    if found is None:
        raise BriefError(_no_headings(path, lines))
    return Table(found)


def _under_headings(lines: Sequence[Line]) -> tuple[Row, ...] | None:
    """The rows under the first line that tells where a name or a position stands; None without one."""
    filled = [line for line in lines if any(cell.strip() for cell in line[1])]
    for at, (_, headings) in enumerate(filled[:_HEADINGS_WITHIN]):
        fields = _fields(headings)
        if {"name", "lat", "position"} & set(fields.values()):
            return tuple(_row(line, headings, fields) for line in filled[at + 1 :])
    return None


def _row(line: Line, headings: Sequence[str], fields: Mapping[int, str]) -> Row:
    number, cells = line
    filled = {at: cell.strip() for at, cell in enumerate(cells[: len(headings)]) if cell.strip()}
    known = {fields[at]: cell for at, cell in filled.items() if at in fields}
    return Row(
        number,
        known,
        {headings[at]: cell for at, cell in filled.items() if at not in fields and headings[at]},
    )


def _no_headings(path: Path, lines: Sequence[Line]) -> str:
    told = ", ".join(filter(None, lines[0][1])) if lines else ""
    return f"{path.name} has no column that tells a name or a position; its columns are {told or 'none'}"


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


def _text(path: Path) -> Iterator[Line]:
    try:
        text = decode(path.read_bytes(), path.name)[0]
    except OSError as error:
        raise BriefError(f"{path} cannot be read ({error.strerror}); give a table of places") from error
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


def _workbook(path: Path, sheet: str) -> Table:
    with opened_workbook(path) as book:
        if sheet and sheet not in book.sheets:
            raise BriefError(f"{path} has no sheet {sheet!r}; its sheets are {', '.join(book.sheets)}")
        first: list[Line] = []
        for title in [sheet] if sheet else book.sheets:
            lines = book.lines(title)
            first = first or lines
            if (found := _under_headings(lines)) is not None:
                return Table(found, title, book.sheets)
    raise BriefError(_no_headings(path, first))
