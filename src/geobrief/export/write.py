"""Writing a brief in one of the formats."""

from __future__ import annotations

from pathlib import Path

from geobrief.export.formats import format_of
from geobrief.export.options import Options
from geobrief.export.selection import selected
from geobrief.files import write_all, write_aside
from geobrief.model import Brief

__all__ = ["beside", "content", "export", "left_out"]


def export(brief: Brief, path: Path, name: str = "", options: Options | None = None) -> None:
    """Writes a brief as one file, whole or not at all; the same brief gives the same bytes.

    A format that takes its picture from a second file has it written too: both or none.

    Args:
        brief: What is written.
        path: The file; its extension says the format.
        name: The format's name, where the extension does not say it.
        options: Which claims, and what the format is to do otherwise than by itself.

    Raises:
        ExportError: The format is unknown or ambiguous, takes no template though there is one, or the brief
            holds what it cannot.
        GeobriefError: The file cannot be written. What was there before stays whole.
    """
    options, wanted, second = options or Options(), format_of(str(path), name), beside(path, name)
    wanted.check(options)
    if wanted.beside is None or second is None:
        write_aside(path, content(brief, str(path), name, options))
        return
    text, picture = wanted.beside.contents(selected(brief, options.selection), options, second.name)
    write_all({second: picture, path: text})  # the text is moved last, when what it asks for is there


def beside(path: Path, name: str = "") -> Path | None:
    """The second file that `export` writes beside the first, for a format that takes its picture from one.

    A pipe or device has nothing beside it: what is written there stands alone.

    Raises:
        ExportError: The format is unknown or ambiguous.
    """
    second = format_of(str(path), name).beside
    if second is None or (path.exists() and not path.is_file()):
        return None
    return path.with_name(path.stem + second.ending)


def content(brief: Brief, path: str, name: str, options: Options) -> bytes:
    """What `export` would write to the path.

    Raises:
        ExportError: As by `export`.
    """
    wanted = format_of(path, name)
    wanted.check(options)
    return wanted.content(selected(brief, options.selection), options)


def left_out(brief: Brief, path: str, name: str, options: Options) -> str:
    """What of the brief `export` would leave out, as one sentence; empty where it writes all of it.

    Raises:
        ExportError: The format is unknown or ambiguous, or no claim is what the options ask for.
    """
    return format_of(path, name).left_out(selected(brief, options.selection), options)
