"""Articles that are files of their own: text, Markdown under front matter, HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from geobrief.corpora.opening import opened
from geobrief.corpora.values import Article, Columns, Item, Rejected, SourceFile, Stretch
from geobrief.errors import GeobriefError
from geobrief.text.articles import LARGEST, article_of

__all__ = ["cut", "read"]


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:  # noqa: ARG001 - see Format
    """See `geobrief.corpora.formats.Format`; the file is not opened."""
    yield Stretch(file)


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:  # noqa: ARG001 - see Format
    """See `geobrief.corpora.formats.Format`. A file that cannot be read is one document that fails."""
    file = stretch.file
    try:
        with opened(file) as raw:
            data = raw.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield Rejected(file.name, file.name, 1, f"more than {LARGEST // 1_000_000} MB; split it")
            return
        suffix = PurePosixPath(file.name).suffix.lower()
        document = article_of(data, id=file.name, suffix=suffix, where=file.name)
    except GeobriefError as error:
        yield Rejected(file.name, file.name, 1, " ".join(str(error).split()).removesuffix("."))
        return
    yield Article(document, file.name, 1)
