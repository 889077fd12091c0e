"""JSON Lines, plain or packed: an object a line. Offsets are bytes of the unpacked file, positions lines."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from geobrief.brief.batch_lines import Line, read_lines
from geobrief.corpora.columns import columns_of
from geobrief.corpora.opening import opened, opened_at
from geobrief.corpora.rows import item_of, refused, stretches
from geobrief.corpora.values import Columns, Item, SourceFile, Stretch
from geobrief.errors import ArticleError

__all__ = ["cut", "read"]


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:  # noqa: ARG001 - see Format
    """See `geobrief.corpora.formats.Format`."""
    with opened(file) as lines:
        starts = ((lines.tell() - line.size, line.number) for line in read_lines(lines, file.name))
        yield from stretches(file, starts, size)


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:
    """See `geobrief.corpora.formats.Format`."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    with opened_at(stretch.file, stretch.offset) as lines:
        for line in itertools.islice(read_lines(lines, stretch.file.name), stretch.count):
            position = stretch.position + line.number - 1
            try:
                row = _row(line)
            except ArticleError as error:
                yield refused(stretch.file, position, str(error))
                continue
            keys = tuple(row)
            if keys not in found:
                found = {keys: columns_of(keys, columns)}  # lines of one file mostly have the same keys
            yield item_of(stretch.file, position, partial(dict, row), found[keys])


def _row(line: Line) -> dict[str, Any]:
    if line.fault:
        raise ArticleError(line.fault)
    try:
        row = json.loads(line.data)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ArticleError("its JSON is no object")
    return row
