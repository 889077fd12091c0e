"""Writing a brief in one of the formats."""

from __future__ import annotations

from pathlib import Path

from geobrief.export.formats import format_of
from geobrief.files import write_aside
from geobrief.model import Brief

__all__ = ["export"]


def export(brief: Brief, path: Path, name: str = "") -> None:
    """Writes a brief as one file, whole or not at all; the same brief gives the same bytes.

    Args:
        brief: What is written.
        path: The file; its extension says the format.
        name: The format's name, where the extension does not say it.

    Raises:
        ExportError: The format is unknown or ambiguous, or the brief holds what it cannot.
        GeobriefError: The file cannot be written. What was there before stays whole.
    """
    write_aside(path, format_of(str(path), name).content(brief))
