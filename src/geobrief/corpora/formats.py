"""The formats of a corpus: how each is cut into stretches and how a stretch is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from geobrief.corpora import article_files, csv_rows, json_lines, parquet_rows, web_archives
from geobrief.corpora.values import Columns, Item, SourceFile, Stretch

__all__ = ["Format", "cut", "kind_of", "read"]


class Format(Protocol):
    """A format of files, bound to no file; the modules of the formats are such."""

    def cut(self, file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:
        """The stretches of a file, each of `size` documents but the last; reads it, but keeps none of it."""
        ...

    def read(self, stretch: Stretch, columns: Columns) -> Iterator[Item]:
        """The documents of a stretch, as many as it counts, never more than one of them in memory."""
        ...


_FORMATS: Final[dict[str, Format]] = {
    "article": article_files,
    "json": json_lines,
    "csv": csv_rows,
    "parquet": parquet_rows,
    "warc": web_archives,
}

_ENDINGS: Final = {
    "article": (".txt", ".md", ".html", ".htm", ".xhtml"),
    "json": (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"),
    "csv": (".csv", ".csv.gz", ".tsv", ".tsv.gz"),
    "parquet": (".parquet", ".pq"),
    "warc": (".warc", ".warc.gz", ".wet", ".wet.gz"),
}


def kind_of(path: str) -> str:
    """The format of a file by its ending; empty for one that is not read.

    >>> kind_of("news/CC-NEWS-20250601.warc.gz"), kind_of("notes.docx")
    ('warc', '')
    """
    name = path.lower()
    return next((kind for kind, endings in _ENDINGS.items() if name.endswith(endings)), "")


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:
    """The stretches of a file, each of `size` documents but the last.

    Raises:
        ArticleError: The file cannot be read.
        CorpusError: It is a table without a column of text.
    """
    return _FORMATS[file.kind].cut(file, size, columns)


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:
    """The documents of a stretch; in place of one that cannot be read, why.

    Raises:
        ArticleError: The file cannot be read on.
    """
    return _FORMATS[stretch.file.kind].read(stretch, columns)
