"""Parquet with a column of text: an article a row. Offsets are rows from 0."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from geobrief.corpora.columns import columns_of, require_text
from geobrief.corpora.opening import opened
from geobrief.corpora.rows import item_of
from geobrief.corpora.values import Columns, Item, SourceFile, Stretch
from geobrief.errors import ArticleError

__all__ = ["cut", "read"]

_BATCH: Final = 64
"""Rows that are in memory at once."""


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:
    """See `geobrief.corpora.formats.Format`; only the file's footer is read."""
    with opened(file) as raw:
        table = _table(raw, file)
        names = table.schema_arrow.names
        require_text(columns_of(names, columns), names, columns, file.name)
        rows = table.metadata.num_rows
    for first in range(0, rows, size):
        yield Stretch(file, min(size, rows - first), first, first + 1)


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:
    """See `geobrief.corpora.formats.Format`."""
    with opened(stretch.file) as raw:
        table = _table(raw, stretch.file)
        found = columns_of(table.schema_arrow.names, columns)
        for position, row in _rows(table, stretch, sorted(set(found.values()))):
            yield item_of(stretch.file, position, partial(dict, row), found)


def _table(raw: Any, file: SourceFile) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(raw)
    except pa.ArrowException as error:
        raise ArticleError(f"{file.name} is no Parquet file: {error}. Mend it, or leave it out.") from error


def _rows(table: pq.ParquetFile, stretch: Stretch, names: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a stretch with their positions, from the row groups that hold them."""
    begin, end = stretch.offset, stretch.offset + stretch.count
    groups: list[int] = []
    start = first = 0
    for group in range(table.metadata.num_row_groups):
        rows = table.metadata.row_group(group).num_rows
        if start < end and start + rows > begin:
            first = first if groups else start
            groups.append(group)
        start += rows
    at = first
    for batch in table.iter_batches(batch_size=_BATCH, row_groups=groups, columns=names):
        if at >= end:
            break
        wanted = batch.slice(max(0, begin - at), end - max(at, begin))
        for offset, row in enumerate(wanted.to_pylist(), max(at, begin)):
            yield offset + 1, row
        at += len(batch)
