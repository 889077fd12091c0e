"""The pages of a built documentation: each brief once, in one folder, framed by its address."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from geobrief.brief.read import read
from geobrief.embed.framed_page import check_claim
from geobrief.embed.snippet import Look, framed, inlined
from geobrief.embed.wish import Wish
from geobrief.files import make_folder, write_aside
from geobrief.model import Brief
from geobrief.render import render_page

__all__ = ["FOLDER", "Shelf", "file_stem", "inlined_embedding"]

FOLDER = "_geobrief"
"""Beside the built documents."""

_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


@dataclass
class Shelf:
    """Where the pages of a build go, and which of them are there already."""

    pages: Path
    root: Path
    """The folder of the sources: a page's name tells where below it its brief lies."""
    _written: dict[str, Brief] = field(default_factory=dict)

    def embedding(self, folder: Path, wish: Wish, address: str) -> str:
        """The HTML that shows a brief in a document; its page is put on the shelf.

        Args:
            folder: The brief.
            wish: How it is shown.
            address: Of the shelf, as seen from the document, without a slash at its end.

        Raises:
            BriefError: The brief cannot be read.
            PageError: It cannot be shown, or has no such claim.
            GeobriefError: Its page cannot be written.
        """
        name = f"{file_stem(folder, self.root, wish.language)}.html"
        brief = self._put(folder, name, wish.language)
        check_claim(brief, wish.claim)
        return _wrapped(framed(f"{address}/{name}" if address else name, _look(wish, brief)))

    def _put(self, folder: Path, name: str, language: str) -> Brief:
        if name not in self._written:
            brief = read(folder)[0]
            make_folder(self.pages)
            write_aside(self.pages / name, render_page(brief, language=language))
            self._written[name] = brief
        return self._written[name]


def file_stem(folder: Path, root: Path, language: str) -> str:
    """What a brief's files are called: the same on each machine, and otherwise for each brief and language.

    Args:
        folder: The brief.
        root: The folder of the sources; it tells one `data` from another.
        language: Of the interface.
    """
    where = Path(os.path.relpath(folder, root)).as_posix()
    digest = hashlib.sha256(f"{where}\n{language}".encode()).hexdigest()[:8]
    return f"{_UNSAFE.sub('-', folder.stem)}-{digest}"


def inlined_embedding(folder: Path, wish: Wish) -> str:
    """The HTML that shows a brief and holds its page, where no file can lie beside the document.

    Raises:
        BriefError: As `Shelf.embedding`.
        PageError: As `Shelf.embedding`.
    """
    brief = read(folder)[0]
    check_claim(brief, wish.claim)
    return _wrapped(inlined(render_page(brief, language=wish.language), _look(wish, brief)))


def _look(wish: Wish, brief: Brief) -> Look:
    return Look(
        title=wish.alt or brief.title,
        claim=wish.claim,
        height=wish.height,
        theme=wish.theme,
        language=wish.language,
    )


def _wrapped(snippet: str) -> str:
    """One block without an empty line, which every Markdown takes over as it is."""
    return f'<div class="geobrief">\n{snippet}</div>\n'
