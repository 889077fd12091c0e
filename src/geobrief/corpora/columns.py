"""From a row of a table to an article: which column holds what, by its name or as the user says."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from geobrief.corpora.values import Columns
from geobrief.errors import ArticleError, CorpusError
from geobrief.model import Document
from geobrief.text.articles import LARGEST
from geobrief.text.decoding import paired

__all__ = ["columns_of", "day_of", "document_of", "require_text"]

_KNOWN: Final[Mapping[str, Sequence[str]]] = {
    "text": (
        *("text", "body", "content", "article", "maintext", "fulltext", "articletext", "articlebody"),
        *("bodytext", "plaintext", "rawcontent", "story"),
    ),
    "id": ("id", "docid", "documentid", "articleid", "uid", "uuid", "guid", "key"),
    "title": ("title", "headline", "heading", "articletitle"),
    "published": (
        *("published", "publishedat", "publishedon", "publisheddate", "publishdate", "publicationdate"),
        *("datepublished", "datepublish", "pubdate", "date", "timestamp"),
    ),
    "url": ("url", "link", "uri", "permalink", "sourceurl", "articleurl", "pageurl"),
    "publisher": (
        *("publisher", "publication", "newspaper", "outlet", "source", "sourcename", "sourcedomain"),
        *("sitename", "site", "domain"),
    ),
    "language": ("language", "lang"),
}
"""Names of columns, in small letters and digits only, the likeliest first."""

_LONGEST_TOLD: Final = 12
"""Columns that a message lists."""


def columns_of(names: Iterable[str], given: Columns) -> dict[str, str]:
    """The column of each field that a table has, by field.

    >>> columns_of(["Headline", "article_text", "n"], Columns())
    {'text': 'article_text', 'title': 'Headline'}
    """
    own = list(names)
    by_key = {_key(name): name for name in reversed(own)}
    found: dict[str, str] = {}
    for field in fields(Columns):
        asked = getattr(given, field.name)
        if asked:
            wanted = asked if asked in own else None
        else:
            wanted = next((by_key[key] for key in _KNOWN[field.name] if key in by_key), None)
        if wanted is not None:
            found[field.name] = wanted
    return found


def require_text(found: Mapping[str, str], names: Sequence[str], given: Columns, where: str) -> None:
    """Tells that a table has no column of text.

    Raises:
        CorpusError: It has none of the usual names, or not the one that was given.
    """
    if "text" in found:
        return
    told = ", ".join(names[:_LONGEST_TOLD]) + (", …" if len(names) > _LONGEST_TOLD else "")
    what = f"no column {given.text!r}" if given.text else "no column that is known to hold the text"
    raise CorpusError(f"{where} has {what}; it has {told}. Name it: --text COLUMN.")


def document_of(row: Mapping[str, Any], columns: Mapping[str, str], id: str) -> tuple[Document, str]:  # noqa: A002 - the field's name
    """The article of a row, and what the row calls itself.

    Raises:
        ArticleError: It has no text, or too much of it.
    """
    text = row.get(columns.get("text", "text"))
    if not isinstance(text, str):
        raise ArticleError("its text is missing" if text is None else "its text is no text")
    if len(text) > LARGEST:
        raise ArticleError(f"its text has more than {LARGEST // 1_000_000} million characters; split it")
    text = paired(text).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ArticleError("its text is empty")
    document = Document(
        id=id,
        text=text,
        title=_words(row, columns, "title"),
        published=day_of(row.get(columns.get("published", ""))),
        url=_words(row, columns, "url"),
        publisher=_words(row, columns, "publisher"),
        language=_words(row, columns, "language"),
    )
    return document, _words(row, columns, "id")


def day_of(value: object) -> str:
    """A date in any of the forms that tables have, as an ISO date; empty for what is none.

    >>> day_of("2025-06-20T08:15:00Z"), day_of("Fri, 20 Jun 2025 08:15:00 GMT"), day_of("yesterday")
    ('2025-06-20', '2025-06-20', '')
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return ""
    words = value.strip()
    for read in (
        datetime.fromisoformat,
        lambda text: datetime.fromisoformat(text[:10]),
        parsedate_to_datetime,
    ):
        with contextlib.suppress(ValueError, TypeError, IndexError):
            return read(words).date().isoformat()
    return ""


def _words(row: Mapping[str, Any], columns: Mapping[str, str], field: str) -> str:
    value = row.get(columns.get(field, ""))
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return paired(str(value)).strip()


def _key(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
