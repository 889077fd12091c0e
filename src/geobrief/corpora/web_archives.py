"""Web archives (WARC), as Common Crawl's news set has them: an article a page that was delivered.

Offsets are bytes of the file as it lies, which is packed record by record; positions count the pages.
`conversion` records (WET) hold the text already.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from geobrief.corpora.opening import opened
from geobrief.corpora.rows import refused, stretches
from geobrief.corpora.values import Article, Columns, Item, SourceFile, Stretch
from geobrief.errors import ArticleError
from geobrief.model import Document
from geobrief.text.articles import LARGEST, parse_article, parse_html
from geobrief.text.decoding import decode

__all__ = ["cut", "read"]

_PAGES: Final = ("text/html", "application/xhtml+xml")


def cut(file: SourceFile, size: int, columns: Columns) -> Iterator[Stretch]:  # noqa: ARG001 - see Format
    """See `geobrief.corpora.formats.Format`."""
    with opened(file, unpacked=False) as raw:
        yield from stretches(file, _starts(raw, file), size)


def _starts(raw: Any, file: SourceFile) -> Iterator[tuple[int, int]]:
    archive = ArchiveIterator(raw)
    position = 0
    for record in _records(archive, file):
        offset = archive.get_record_offset()  # which reads the record to its end
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise ArticleError(f"{file.name} cannot be read: it breaks off in a record. Get it anew.")
        if _is_page(record):
            position += 1
            yield offset, position


def read(stretch: Stretch, columns: Columns) -> Iterator[Item]:  # noqa: ARG001 - see Format
    """See `geobrief.corpora.formats.Format`."""
    with opened(stretch.file, unpacked=False) as raw:
        raw.seek(stretch.offset)
        pages = (record for record in _records(ArchiveIterator(raw), stretch.file) if _is_page(record))
        for position, record in enumerate(itertools.islice(pages, stretch.count), stretch.position):
            yield _item(record, stretch.file, position)


def _records(archive: ArchiveIterator, file: SourceFile) -> Iterator[Any]:
    try:
        yield from archive
    except ArchiveLoadFailed as error:
        reason = " ".join(str(error).split())
        raise ArticleError(
            f"{file.name} cannot be read as a web archive: {reason[:200]}. If it was packed as a whole "
            "and not record by record, run: warcio recompress"
        ) from error


def _is_page(record: Any) -> bool:
    if record.rec_type == "conversion":
        return True
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type", "") or ""
    return record.http_headers.get_statuscode() == "200" and kind.lower().startswith(_PAGES)


def _item(record: Any, file: SourceFile, position: int) -> Item:
    name = f"{file.name}#{position}"
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        document = _document(record, name, url)
    except ArticleError as error:
        return refused(file, position, str(error))
    return Article(document, file.name, position, record.rec_headers.get_header("WARC-Record-ID") or "")


def _document(record: Any, name: str, url: str) -> Document:
    """The article of a page. Its publisher is the site by name, else by its host."""
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ArticleError(f"{url} has more than {LARGEST // 1_000_000} MB")
    text = decode(data, url)
    if record.rec_type == "conversion":
        found = parse_article(text, id=name, where=url)
        if not found.text.strip():
            raise ArticleError(f"{url} is empty")
    else:
        found = parse_html(text, name, url)
    host = urlsplit(url).hostname or ""
    return Document(
        id=name,
        text=found.text,
        title=found.title,
        published=found.published,
        url=url,
        publisher=found.publisher or host.removeprefix("www."),
        language=found.language,
    )
