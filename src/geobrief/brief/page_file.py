"""A page that geobrief made, read as the brief that it carries."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from geobrief.brief.encodings import decode
from geobrief.brief.records import from_record
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["ISLAND", "parse_page", "read_page"]

ISLAND = "geobrief-data"
"""The id of the script element that holds the brief."""


def read_page(path: Path) -> Brief:
    """The brief of an HTML file.

    Raises:
        BriefError: It cannot be read, is no page of geobrief's, or its data are broken.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BriefError(
            f"{path} cannot be read: {error.strerror}; give a page that geobrief made"
        ) from error
    return parse_page(decode(data, str(path))[0], where=str(path))


def parse_page(page: str, *, where: str = "the page") -> Brief:
    """The brief that the HTML of a page carries.

    Raises:
        BriefError: It carries none, or a broken one.
    """
    finder = _IslandFinder()
    finder.feed(page)
    finder.close()
    if not finder.found:
        raise BriefError(f"{where} holds no brief (no script {ISLAND!r}); give a page that geobrief made")
    try:
        record = json.loads("".join(finder.data))
    except (ValueError, RecursionError) as error:
        raise BriefError(f"{where} holds broken data ({error}); make the page anew") from error
    try:
        return from_record(record)
    except BriefError as error:
        raise BriefError(*(f"{where}: {fault}" for fault in error.faults)) from error


class _IslandFinder(HTMLParser):
    """Gathers the text of the island, which an HTML parser leaves as it is up to the closing tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = False
        self.data: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("id", ISLAND) in attrs and not self.found
        self.found = self.found or self._inside

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data.append(data)
