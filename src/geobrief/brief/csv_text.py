"""CSV text taken apart into rows and cells as they were written, and put together again without a change."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geobrief.brief.stretch import stretch

__all__ = ["Row", "Table", "Taken", "split", "taken"]

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
        # Most rows say something at their very beginning.
        return not (
            "".join(self.cells[:1])[:1].isalnum() or any(_unquoted(cell).strip() for cell in self.cells)
        )


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
    return taken(text, known_columns).table


@dataclass(frozen=True, slots=True)
class Taken:
    """A text and its table, and where in it each of the rows begins."""

    text: str
    table: Table
    starts: Sequence[int]


def taken(text: str, known_columns: Collection[str], last: Taken | None = None) -> Taken:
    """Takes a text apart, of which most may be known from another one; arguments as of `split`."""
    if last is not None and last.text == text:
        return last
    prefix = _BOM if text.startswith(_BOM) else ""
    best = max(_DELIMITERS, key=lambda delimiter: _known(text, len(prefix), delimiter, known_columns))
    again = _taken_again(last, text) if last is not None and last.table.delimiter == best else None
    if again is not None:
        return again
    header, at = _row(text, len(prefix), best, 1)
    line = 1 + _newlines(text, len(prefix), at)
    rows: list[Row] = []
    starts: list[int] = []
    while at < len(text):
        row, end = _row(text, at, best, line)
        rows.append(row)
        starts.append(at)
        line += _newlines(text, at, end)
        at = end
    return Taken(text, Table(prefix, best, header, tuple(rows)), starts)


def _taken_again(last: Taken, text: str) -> Taken | None:
    """The text by what is known of the last one; None where its header is another one.

    A row follows from its own characters and the one behind it. So all before the change are known; and once
    one ends, behind the change, where one ended before, all behind that are.
    """
    start, _, changed_end = stretch(last.text, text)
    first = bisect_left(last.starts, start) - 1
    if first < 0:
        return None
    old, grown = last.table.rows, len(text) - len(last.text)
    at, line = last.starts[first], old[first].line
    rows, starts = list(old[:first]), list(last.starts[:first])
    known = first
    while at < changed_end or (at < len(text) and last.starts[known : known + 1] != [at - grown]):
        row, end = _row(text, at, last.table.delimiter, line)
        rows.append(row)
        starts.append(at)
        line += _newlines(text, at, end)
        at = end
        known = bisect_left(last.starts, at - grown)
    rest = old[known:] if at < len(text) else ()
    if rest and rest[0].line != line:
        moved = line - rest[0].line
        rest = tuple(Row(each.cells, each.end, each.line + moved, each.broken) for each in rest)
    starts += [each + grown for each in last.starts[known : known + len(rest)]]
    return Taken(text, replace(last.table, rows=(*rows, *rest)), starts)


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


def _newlines(text: str, at: int, end: int) -> int:
    return len(_NEWLINE.findall(text, at, end))


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
