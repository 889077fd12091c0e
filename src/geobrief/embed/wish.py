"""What an author of a document writes to have a map in it: the folder of a brief, and options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import cast, get_args

from geobrief.embed.snippet import Theme
from geobrief.errors import PageError
from geobrief.render.messages import DEFAULT_LANGUAGE, interface

__all__ = ["OPTIONS", "Wish", "find_brief", "read_wish"]


@dataclass(frozen=True, slots=True)
class Wish:
    """A brief and how it is shown."""

    brief: str
    """A path, from the folder of the document or absolute."""
    claim: str = ""
    """The id of the claim that is opened."""
    height: int = 0
    """Pixels that a frame keeps; 0 for what the page asks for."""
    alt: str = ""
    """What a screen reader is told; empty: the brief's title of a frame, what is on it of a picture."""
    language: str = DEFAULT_LANGUAGE
    """Of the page's interface."""
    theme: Theme = ""


OPTIONS = tuple(field.name for field in fields(Wish) if field.name != "brief")


def read_wish(brief: str, options: Mapping[str, str]) -> Wish:
    """The wish from what is written.

    Raises:
        PageError: No brief is named, there is no such option, or one says what it cannot.
    """
    if not brief.strip():
        raise PageError("No brief is named. Write its folder after geobrief.")
    unknown = sorted(set(options) - set(OPTIONS))
    if unknown:
        raise PageError(f"There is no option {unknown[0]!r}. There are: {', '.join(OPTIONS)}.")
    given = {name: value.strip() for name, value in options.items() if value and value.strip()}
    return Wish(
        brief=brief.strip(),
        claim=given.get("claim", ""),
        height=_height(given.get("height", "0")),
        alt=given.get("alt", ""),
        language=interface(given.get("language", DEFAULT_LANGUAGE)).language,
        theme=_theme(given.get("theme", "")),
    )


def find_brief(wish: Wish, beside: Path, root: Path) -> Path:
    """The brief that is meant.

    Args:
        wish: Names it.
        beside: The folder of the document.
        root: The folder that a relative path may not leave; an absolute one may lie anywhere.

    Raises:
        PageError: There is none, or its path leaves the root.
    """
    path = (beside / wish.brief).resolve()
    if not Path(wish.brief).is_absolute() and not path.is_relative_to(root.resolve()):
        raise PageError(
            f"{wish.brief} lies outside of {root}. Move the brief, name its absolute path, or widen the root."
        )
    if not path.exists():
        raise PageError(f"There is no brief at {wish.brief} ({path}). Give its folder.")
    return path


def _height(text: str) -> int:
    digits = text.removesuffix("px").strip()
    if not digits.isascii() or not digits.isdigit():
        raise PageError(f"height is {text!r}, which is no number of pixels. Write it as 480.")
    return int(digits)


def _theme(text: str) -> Theme:
    if text not in get_args(Theme):
        raise PageError(f"theme is {text!r}. Write light or dark, or leave it out.")
    return cast("Theme", text)
