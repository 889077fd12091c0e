"""CSV with a header, plain or packed, in UTF-8: an article a row.

Offsets are bytes of the unpacked file; a row may go over several lines. Positions are rows below the header.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from functools import partial
from typing import IO, Final

from geobrief.corpora.columns import columns_of, require_text
from geobrief.corpora.opening import opened, opened_at
from geobrief.corpora.rows import item_of, refused, stretches
from geobrief.corpora.values import Columns, Item, SourceFile, Stretch
from geobrief.errors import ArticleError
from geobrief.text.articles import LARGEST

__all__ = ["cut", "read"]

_DELIMITERS: Final = ",;\t|"
_LONGEST: Final = 6 * LARGEST
"""Bytes of a line."""


class _Lines:
    """The lines of a file as text, and how far in the file the last one that was handed out ends."""

    def __init__(self, file: IO[bytes], offset: int = 0) -> None:
        self._file = file
        self.offset = offset

    def __iter__(self) -> Iterator[str]:
        while data := self._file.readline(_LONGEST):
            self.offset += len(data)
            yield data.decode("utf-8", errors="replace")


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:
    """See `geobrief.corpora.formats.Format`."""
    with opened(file) as raw:
        _, delimiter, offset = _header(raw, file, columns)
        yield from stretches(file, _starts(_Lines(raw, offset), delimiter, file), size)


def _starts(lines: _Lines, delimiter: str, file: SourceFile) -> Iterator[tuple[int, int]]:
    start = lines.offset
    for position, _ in enumerate(_rows(lines, delimiter, file), 1):
        yield start, position
        start = lines.offset


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:
    """See `geobrief.corpora.formats.Format`."""
    file = stretch.file
    with opened(file) as raw:
        header, delimiter, _ = _header(raw, file, columns)
    found = columns_of(header, columns)
    with opened_at(file, stretch.offset) as raw:
        rows = _rows(_Lines(raw), delimiter, file)
        for position, row in enumerate(itertools.islice(rows, stretch.count), stretch.position):
            if len(row) != len(header):
                yield refused(file, position, f"it has {len(row)} cells, but the header {len(header)}")
            else:
                yield item_of(file, position, partial(dict, zip(header, row, strict=True)), found)


def _header(raw: IO[bytes], file: SourceFile, columns: Columns) -> tuple[list[str], str, int]:
    """The names of the columns, what stands between cells, and the offset of the first row."""
    first = raw.readline(_LONGEST)
    text = first.decode("utf-8-sig", errors="replace")
    delimiter = max(_DELIMITERS, key=text.count)
    header = next(csv.reader([text], delimiter=delimiter), [])
    require_text(columns_of(header, columns), header, columns, file.name)
    return header, delimiter, len(first)


def _rows(lines: _Lines, delimiter: str, file: SourceFile) -> Iterator[list[str]]:
    """The rows that are not empty. The reader takes no line before the row needs it, so offsets are exact."""
    csv.field_size_limit(_LONGEST)  # an article is longer than the 131,072 characters of a cell by default
    try:
        yield from (row for row in csv.reader(iter(lines), delimiter=delimiter) if row)
    except csv.Error as error:
        raise ArticleError(
            f"{file.name} cannot be read as CSV: {error}. Mend it, or leave it out."
        ) from error
