"""Several articles for one brief, each under a file name of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from geobrief.model import Document
from geobrief.text.articles import read_article

__all__ = ["read_articles"]


def read_articles(paths: Sequence[str | Path]) -> tuple[Document, ...]:
    """Reads articles in the order given; of two with the same file name, the second becomes `name-2.md`.

    Raises:
        ArticleError: One of them cannot be read.
    """
    documents: list[Document] = []
    taken: set[str] = set()
    for path in paths:
        document = read_article(path)
        document = replace(document, id=_free(document.id, taken))
        taken.add(document.id)
        documents.append(document)
    return tuple(documents)


def _free(name: str, taken: set[str]) -> str:
    stem, suffix = Path(name).stem, Path(name).suffix
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{stem}-{number}{suffix}"
    return free
