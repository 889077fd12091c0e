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

    @property
    def blank(self) -> bool:
        """Whether no cell says anything, as in an empty line."""
        return not any(value.strip() for value in self.values)


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
        lines = [replace(row, end=row.end or self.newline) for row in (self.header, *rows)]
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
        line += len(re.findall(r"\r\n|\r|\n", text[at:end]))
        at = end
    return Table(prefix, best, rows[0], tuple(rows[1:]))


def _known(text: str, start: int, delimiter: str, known: Collection[str]) -> int:
    header, _ = _row(text, start, delimiter, 1)
    return sum(value.strip().lower() in known for value in header.values)


def _row(text: str, at: int, delimiter: str, line: int) -> tuple[Row, int]:
    """The row that begins at an offset, and where the next one begins."""
    bare = _BARE[delimiter]
    cells: list[str] = []
    broken = False
    while True:
        match = _QUOTED.match(text, at) or bare.match(text, at)
        assert match is not None  # the bare pattern also matches nothing
        end = match.end()
        if match.re is _QUOTED:
            broken = broken or match["close"] is None
            end = _end_of_bare(text, end, bare)
        cells.append(text[at:end])
        if text[end : end + 1] != delimiter:
            newline = "\r\n" if text.startswith("\r\n", end) else text[end : end + 1]
            return Row(tuple(cells), newline, line, broken), end + len(newline)
        at = end + 1


_QUOTED = re.compile(r'"(?:[^"]|"")*+(?P<close>")?')
_BARE = {delimiter: re.compile(rf"[^\r\n{delimiter}]*+") for delimiter in _DELIMITERS}


def _end_of_bare(text: str, at: int, bare: re.Pattern[str]) -> int:
    """Behind a closing quotation mark more may stand, which counts as text, as in Python's csv."""
    match = bare.match(text, at)
    return match.end() if match else at


def _unquoted(cell: str) -> str:
    match = _QUOTED.match(cell)
    if match is None or match["close"] is None:
        return cell
    return cell[1 : match.end() - 1].replace('""', '"') + cell[match.end() :]
