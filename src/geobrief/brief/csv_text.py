"""CSV text taken apart into rows and cells as they were written, and put together again without a change."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

__all__ = ["Row", "Table", "split"]

_BOM = "\ufeff"
_DELIMITERS = (",", ";", "\t")
_SPECIAL = re.compile(r"[\"\r\n]|^\s|\s$")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its cells as they were written, with their quotation marks."""

    cells: tuple[str, ...]
    end: str = "\n"
    """The newline after it; empty where the text ends without one."""
    line: int = 0
    """The line on which it begins, from 1; a cell may hold newlines, so lines are more than rows."""
    broken: bool = False
    """A quotation mark is opened in it and never closed."""

    @property
    def values(self) -> tuple[str, ...]:
        """What the cells say."""
        return tuple(_unquoted(cell) for cell in self.cells)

    def value(self, at: int) -> str:
        """What one cell says; empty where the row has no such cell."""
        return _unquoted(self.cells[at]) if at < len(self.cells) else ""

    @property
    def blank(self) -> bool:
        """Whether no cell says anything, as in an empty line."""
        return not any(_unquoted(cell).strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """The header and the rows of a CSV text, with the dialect that they are written in."""

    prefix: str
    """A byte order mark, or nothing."""
    delimiter: str
    header: Row
    rows: tuple[Row, ...]
    """In the order of the text, blank ones included."""

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns as the header writes them, without white space at the ends."""
        return tuple(value.strip() for value in self.header.values)

    @property
    def newline(self) -> str:
        """The newline that new rows end with."""
        return self.header.end or "\n"

    @cached_property
    def quotes_all(self) -> bool:
        """Whether the header stands in quotation marks, so that new cells do too."""
        return all(cell.startswith('"') for cell in self.header.cells)

    def written(self, value: str) -> str:
        """A value as a cell in the table's dialect."""
        if self.quotes_all or self.delimiter in value or _SPECIAL.search(value):
            return '"' + value.replace('"', '""') + '"'
        return value

    def with_rows(self, rows: Sequence[Row]) -> Table:
        """The table with other rows; whether the text ends in a newline stays as it is."""
        ends_bare = not (self.rows[-1] if self.rows else self.header).end and bool(self.rows or not rows)
        lines = [row if row.end else replace(row, end=self.newline) for row in (self.header, *rows)]
        if ends_bare:
            lines[-1] = replace(lines[-1], end="")
        return replace(self, header=lines[0], rows=tuple(lines[1:]))

    def __str__(self) -> str:
        lines = (self.delimiter.join(row.cells) + row.end for row in (self.header, *self.rows))
        return self.prefix + "".join(lines)


def split(text: str, known_columns: Collection[str]) -> Table:
    """Takes a CSV text apart; `str` of the result gives the text back.

    Args:
        text: The text, with or without a byte order mark.
        known_columns: Names in lower case; the delimiter (comma, semicolon or tab) is the one by which the
            header has most of them.
    """
    prefix = _BOM if text.startswith(_BOM) else ""
    best = max(_DELIMITERS, key=lambda delimiter: _known(text, len(prefix), delimiter, known_columns))
    rows: list[Row] = []
    at, line = len(prefix), 1
    while at < len(text) or not rows:
        row, end = _row(text, at, best, line)
        rows.append(row)
        line += len(_NEWLINE.findall(text, at, end))
        at = end
    return Table(prefix, best, rows[0], tuple(rows[1:]))


def _known(text: str, start: int, delimiter: str, known: Collection[str]) -> int:
    header, _ = _row(text, start, delimiter, 1)
    return sum(value.strip().lower() in known for value in header.values)


def _row(text: str, at: int, delimiter: str, line: int) -> tuple[Row, int]:
    """The row that begins at an offset, and where the next one begins."""
    bare = _BARE[delimiter]
    plain = _end(_PLAIN, text, at)
    if text[plain : plain + 1] != '"':  # most rows: nothing in them is in quotation marks
        newline = _newline(text, plain)
        return Row(tuple(text[at:plain].split(delimiter)), newline, line), plain + len(newline)
    cells: list[str] = []
    broken = False
    while True:
        quoted = _QUOTED.match(text, at)
        broken = broken or (quoted is not None and quoted["close"] is None)
        # Behind a closing quotation mark more may stand, which counts as text, as in Python's csv.
        end = _end(bare, text, quoted.end() if quoted else at)
        cells.append(text[at:end])
        if text[end : end + 1] != delimiter:
            newline = _newline(text, end)
            return Row(tuple(cells), newline, line, broken), end + len(newline)
        at = end + 1


_NEWLINE = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(r'[^\r\n"]*+')
_QUOTED = re.compile(r'"(?:[^"]|"")*+(?P<close>")?')
_BARE = {delimiter: re.compile(rf"[^\r\n{delimiter}]*+") for delimiter in _DELIMITERS}


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _newline(text: str, at: int) -> str:
    return "\r\n" if text.startswith("\r\n", at) else text[at : at + 1]


def _unquoted(cell: str) -> str:
    match = _QUOTED.match(cell) if cell.startswith('"') else None
    if match is None or match["close"] is None:
        return cell
    return cell[1 : match.end() - 1].replace('""', '"') + cell[match.end() :]
