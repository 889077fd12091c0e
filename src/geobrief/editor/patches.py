"""What differs between two texts as the one stretch that is exchanged, counted as JavaScript counts."""

from __future__ import annotations

from typing import TypedDict

from geobrief.editor.splices import common

__all__ = ["Patch", "patch"]


class Patch(TypedDict):
    """A stretch of a text, in UTF-16 code units, and what comes in its place."""

    at: int
    cut: int
    put: str


def patch(old: str, new: str) -> Patch:
    """What makes the new text of the old one."""
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    cut = old[start : len(old) - end]
    return {"at": _units(old[:start]), "cut": _units(cut), "put": new[start : len(new) - end]}


def _units(text: str) -> int:
    """How many code units a text has; one beyond the first 65,536 characters has two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
