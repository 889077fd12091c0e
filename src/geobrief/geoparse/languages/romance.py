"""French and Spanish names: they are not inflected, only their articles melt into "au", "du" and "del"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["forms"]


def forms(word: str) -> Sequence[tuple[str, float]]:
    """The word itself."""
    return ((word, 0.0),)
