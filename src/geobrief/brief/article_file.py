"""`articles/*.md`: text under front matter. What did not change keeps its bytes, known to geobrief or not."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

import yaml

from geobrief.errors import ArticleError, BriefError
from geobrief.model import Document
from geobrief.text import front_matter
from geobrief.text.articles import parse_article, write_article
from geobrief.text.decoding import decode

__all__ = ["ARTICLES", "read_file", "update", "written"]

ARTICLES = "articles/"
"""Before an article's id: its name in the folder of a brief."""


def read_file(name: str, data: bytes) -> Document:
    """The article of a file.

    Raises:
        ArticleError: It cannot be read, or is empty.
    """
    document = parse_article(decode(data, name), id=name.removeprefix(ARTICLES), where=name)
    if not document.text.strip():
        raise ArticleError(f"{name} is empty; write its text or remove it")
    return document


def written(name: str, document: Document, data: bytes | None) -> bytes:
    """The file of an article, as it was read where the article did not change.

    Args:
        name: The file's.
        document: The article.
        data: The file as it is; None where there is none.

    Raises:
        ArticleError: Its text cannot stand in a file, as one with a NUL.
        BriefError: It would not be read back as it is.
    """
    if data is not None and read_file(name, data) == document:
        return data
    made = write_article(document).encode() if data is None else update(data, document)
    if read_file(name, made) != document:
        raise BriefError(
            f"the article {document.id!r} would read otherwise from its file; change its first lines"
        )
    return made


def update(data: bytes, document: Document) -> bytes:
    """The file of an article, made to say what the article says now.

    Other keys of the front matter, comments and the order stay; so do line ends and a byte order mark. A file
    that is no UTF-8, or whose front matter cannot be changed in parts, is written anew.

    Args:
        data: The file as it is.
        document: The article; its id is that of the file.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode()
        newline = "\r\n" if "\r\n" in text else "\n"
        made = _updated(text.replace("\r\n", "\n"), document)
        if parse_article(made, id=document.id) == document:
            return mark + made.replace("\n", newline).encode()
    except (UnicodeDecodeError, ArticleError, yaml.YAMLError):
        pass
    return write_article(document).encode()


def _updated(text: str, document: Document) -> str:
    source, body = front_matter.split(text, document.id)
    old = parse_article(text, id=document.id)
    changed = {
        name: getattr(document, name)
        for name in front_matter.FIELDS
        if getattr(document, name) != getattr(old, name)
    }
    head = text[: len(text) - len(body)]
    if source is None:
        return (front_matter.write_fields(changed) if changed else "") + document.text
    start = head.index("\n") + 1
    return head[:start] + _with_fields(source, changed) + head[start + len(source) :] + document.text


def _with_fields(source: str, changed: Mapping[str, str]) -> str:
    """The YAML of front matter with some of its fields made others; an empty one goes, but for the title.

    Without a title the text's first heading would be it.
    """
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    nodes = root.value if isinstance(root, yaml.MappingNode) else []
    known = {str(key.value): (key, value) for key, value in nodes}
    for name in sorted(changed.keys() & known.keys(), key=lambda name: -known[name][0].start_mark.index):
        key, value = known[name]
        start, end = key.start_mark.index, max(key.end_mark.index + 1, value.end_mark.index)
        if changed[name] or name == "title":
            # The mark of a text in several lines lies behind its last line's end.
            line_end = "\n" if source[start:end].endswith("\n") else ""
            source = source[:start] + front_matter.field(name, changed[name]) + line_end + source[end:]
        else:
            source = source[:start] + source[end - 1 :].partition("\n")[2]
    new = (name for name in changed if name not in known and (changed[name] or name == "title"))
    return source + "".join(f"{front_matter.field(name, changed[name])}\n" for name in new)
