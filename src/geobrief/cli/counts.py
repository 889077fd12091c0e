"""How many of something, in words that agree."""

from __future__ import annotations

from collections.abc import Sized

__all__ = ["counted"]


def counted(things: Sized, noun: str) -> str:
    """A number with its noun.

    >>> counted(["Oslo"], "place"), counted([], "claim")
    ('1 place', '0 claims')
    """
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
