"""A page that geobrief made, and what its frame has to know of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geobrief.brief.encodings import decode
from geobrief.brief.page_file import parse_page
from geobrief.embed.snippet import Look
from geobrief.errors import PageError
from geobrief.model import Brief
from geobrief.render.messages import DEFAULT_LANGUAGE, LANGUAGES

__all__ = ["FramedPage", "check_claim", "read_framed"]

_LANGUAGE = re.compile(r'<html\b[^>]*\slang="([\w-]+)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A page and the brief that it holds."""

    html: str
    brief: Brief

    def check(self, claim: str) -> None:
        """See `check_claim`."""
        check_claim(self.brief, claim)

    def look(self, **given: Any) -> Look:
        """How it is framed, where nothing else is given: by its own title, in its own language."""
        language = _LANGUAGE.search(self.html)
        spoken = language[1] if language and language[1] in LANGUAGES else DEFAULT_LANGUAGE
        return Look(**{**given, "title": given.get("title") or self.brief.title, "language": spoken})


def read_framed(path: Path) -> FramedPage:
    """A page from disk.

    Raises:
        PageError: It cannot be read.
        BriefError: It is no page that geobrief made.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PageError(
            f"{path} cannot be read: {error.strerror}. Give a page that geobrief made."
        ) from error
    html = decode(data, str(path))[0]
    return FramedPage(html, parse_page(html, where=str(path)))


def check_claim(brief: Brief, claim: str) -> None:
    """Refuses to open a claim that the brief does not hold.

    Raises:
        PageError: There is no such claim; the message names some that there are.
    """
    ids = [each.id for each in brief.claims]
    if not claim or claim in ids:
        return
    some = ", ".join(ids[:5]) + (", …" if len(ids) > 5 else "")
    raise PageError(
        f"There is no claim {claim!r}. There are: {some}." if ids else f"There is no claim {claim!r}."
    )
