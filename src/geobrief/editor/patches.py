"""What differs between two texts as the one stretch that is exchanged, counted as JavaScript counts."""

from __future__ import annotations

from typing import TypedDict

from geobrief.brief.stretch import stretch

__all__ = ["Patch", "patch"]


class Patch(TypedDict):
    """A stretch of a text, in UTF-16 code units, and what comes in its place."""

    at: int
    cut: int
    put: str


def patch(old: str, new: str) -> Patch:
    """What makes the new text of the old one."""
    start, end, new_end = stretch(old, new)
    return {"at": _units(old[:start]), "cut": _units(old[start:end]), "put": new[start:new_end]}


def _units(text: str) -> int:
    """How many code units a text has; one beyond the first 65,536 characters has two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
