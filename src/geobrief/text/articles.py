"""Articles from disk, from standard input and from HTML pages, as Documents; and Documents as Markdown."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from geobrief.errors import ArticleError
from geobrief.model import Document
from geobrief.text import front_matter
from geobrief.text.decoding import decode

__all__ = ["LARGEST", "article_of", "parse_article", "parse_html", "read_article", "write_article"]

LARGEST: Final = 5_000_000
"""Bytes. The longest magazine articles are of 0.2 MB; what is larger is a book, a table or a mistake."""

_FEWEST: Final = 5
"""Words. A page with fewer outside its menus holds no article."""
_HTML_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE
)
_HTML_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang=[\"']?([A-Za-z][A-Za-z0-9-]{1,34})", re.IGNORECASE)
_HEADING = re.compile(r"# +(\S.*?)[ \t#]*$", re.MULTILINE)


def read_article(path: str | Path) -> Document:
    """Read a `.txt`, `.md` or `.html` file, or standard input where `path` is `-`.

    The Document's id is the file's name with the ending `.md`, `article.md` for standard input. Raises
    ArticleError for what is missing, a folder, unreadable, empty, binary, wrongly encoded or over `LARGEST`.
    """
    if str(path) == "-":
        data, where, name, suffix = sys.stdin.buffer.read(LARGEST + 1), "standard input", "article", ""
        if len(data) > LARGEST:
            raise ArticleError(
                f"standard input is larger than the {LARGEST // 1_000_000} MB that an article may have"
            )
    else:
        path = Path(path)
        data, where, name, suffix = _bytes(path), str(path), path.stem, path.suffix.lower()
    return article_of(data, id=f"{name}.md", suffix=suffix, where=where)


def article_of(data: bytes, *, id: str, suffix: str, where: str) -> Document:  # noqa: A002 - the field's name
    """A Document from a file's bytes; Markdown, HTML or plain text by the file's suffix, else by its looks.

    Raises ArticleError, naming `where`, for what is empty, binary or wrongly encoded.
    """
    text = decode(data, where)
    is_html = suffix in _HTML_SUFFIXES or (suffix != ".md" and _HTML.match(text) is not None)
    document = parse_html(text, id, where) if is_html else parse_article(text, id=id, where=where)
    if not document.text.strip():
        raise ArticleError(f"{where} is empty: it holds no article text; give a file with one")
    return document


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise ArticleError(f"{path} is a folder; give an article file (.txt, .md or .html)")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ArticleError(
                f"{path} has {size / 1e6:.1f} MB, more than the {LARGEST // 1_000_000} MB that an article "
                "may have; split it or give its text alone"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(
            f"{path} does not exist; give the path of an article (.txt, .md or .html)"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"{path} cannot be read ({reason}); check the path and its rights") from error


def parse_article(text: str, *, id: str, where: str = "") -> Document:  # noqa: A002 - the field's name
    r"""A Document from Markdown or plain text under optional YAML front matter.

    A first line `# Heading` gives the title where the front matter names none, and stays in the text. `where`
    (the id by default) is how errors name the text. Raises ArticleError.

    >>> parse_article("---\ntitle: Floods\n---\n\nThe Oder rose.\n", id="floods.md").title
    'Floods'
    """
    source, body = front_matter.split(text, where or id)
    fields = front_matter.read_fields(source, where or id) if source is not None else {}
    heading = _HEADING.match(body)
    if "title" not in fields and heading:
        fields["title"] = heading[1]
    return Document(id=id, text=body, **fields)


def write_article(document: Document) -> str:
    """The Document as Markdown under front matter; `parse_article` with the same id gives it back."""
    fields = {field: getattr(document, field) for field in front_matter.FIELDS if getattr(document, field)}
    if not fields and not document.text.startswith(("---", "# ")):
        return document.text
    if "title" not in fields and document.text.startswith("# "):
        fields = {"title": "", **fields}
    return front_matter.write_fields(fields) + document.text


def parse_html(page: str, id: str, where: str) -> Document:  # noqa: A002 - the field's name
    """A Document from an HTML page: its article without menus, and what the page says of it.

    Raises ArticleError, naming `where`, where no article can be told from the menus.
    """
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not found.text or len(found.text.split()) < _FEWEST:
        raise ArticleError(
            f"{where} holds no article text that could be told from menus; save its text as .txt"
        )
    language = _HTML_LANGUAGE.search(page[:5000])
    return Document(
        id=id,
        text=found.text,
        title=found.title or "",
        published=found.date or "",
        url=found.url or "",
        publisher=found.sitename or "",
        language=language[1] if language else "",
    )
