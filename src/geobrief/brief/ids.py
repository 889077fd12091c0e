"""Readable ids: ASCII, lower case, joined by hyphens, unique in their brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

__all__ = ["slug", "unique_id"]

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Latin letters that Unicode does not take apart into a base and a mark."""

_APOSTROPHES = re.compile("['’‘ʼʻ`]")


def slug(name: str) -> str:
    """A name as an id: its ASCII letters and digits; `place` where it has none.

    >>> slug("Kaech’ŏn")
    'kaechon'
    >>> slug("Kursk region")
    'kursk-region'
    >>> slug("Київ")
    'place'
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return "-".join(re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", letters))) or "place"


def unique_id(name: str, taken: Container[str]) -> str:
    """The slug of a name, with `-2`, `-3`… where it is taken.

    >>> unique_id("Paris", {"paris", "paris-2"})
    'paris-3'
    """
    stem = candidate = slug(name)
    number = 1
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate
