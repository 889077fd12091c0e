"""What a user may ask of an export beside its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from geobrief.export.selection import Selection

__all__ = ["THEMES", "Options", "Theme"]

Theme: TypeAlias = Literal["light", "dark", "print"]
THEMES: tuple[Theme, ...] = get_args(Theme)


@dataclass(frozen=True, slots=True)
class Options:
    """Each format takes what it has a use for; the rest says nothing to it."""

    selection: Selection = field(default_factory=Selection)
    """Which claims are exported."""
    size: str = ""
    """Of a picture, as `180x120mm`, `1600x900px` or `A4`; empty: the format's own."""
    dpi: int = 200
    """Dots per inch of pictures made of pixels."""
    theme: Theme = "light"
    template: Path | None = None
    """The user's own template of a document."""
    language: str = "en"
    """Of the words that geobrief adds; the brief's own stay in theirs."""
