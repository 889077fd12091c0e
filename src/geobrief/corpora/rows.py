"""What all tables have in common: a row with its number becomes an article, or tells why it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from geobrief.corpora.columns import document_of
from geobrief.corpora.values import Article, Item, Rejected, SourceFile, Stretch
from geobrief.errors import GeobriefError

__all__ = ["item_of", "refused", "stretches"]


def item_of(
    file: SourceFile, position: int, row: Callable[[], Mapping[str, Any]], columns: Mapping[str, str]
) -> Item:
    """The article of a row; `row` is called for it and may raise a GeobriefError."""
    name = f"{file.name}#{position}"
    try:
        document, own_id = document_of(row(), columns, name)
    except GeobriefError as error:
        return refused(file, position, str(error))
    return Article(document, file.name, position, own_id)


def refused(file: SourceFile, position: int, reason: str) -> Rejected:
    """A row that cannot be read."""
    return Rejected(
        f"{file.name}#{position}", file.name, position, " ".join(reason.split()).removesuffix(".")
    )


def stretches(file: SourceFile, starts: Iterable[tuple[int, int]], size: int) -> Iterator[Stretch]:
    """Cuts a file whose documents are passed one by one.

    Args:
        file: The file.
        starts: For each document where it begins and its position.
        size: Documents a stretch.
    """
    first, count = (0, 1), 0
    for start in starts:
        if count == size:
            yield Stretch(file, count, *first)
            count = 0
        first = first if count else start
        count += 1
    if count:
        yield Stretch(file, count, *first)
