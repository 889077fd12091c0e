"""Letters: which fonts of this machine have them, how much room they take, and where lines break."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from geobrief.errors import ExportError
from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, is_right_to_left

__all__ = [
    "Style",
    "clean",
    "extent",
    "printable",
    "properties",
    "quiet_fonts",
    "wrapped",
]

SANS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
SERIF = ("Georgia", "Noto Serif", "DejaVu Serif")
"""The page's families, the first that is here; matplotlib brings the last of each along."""
OTHERS = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Geeza Pro",
    "Noto Sans Hebrew",
    "Noto Sans CJK KR",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans KR",
    "Noto Sans JP",
    "Noto Sans SC",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Yu Gothic",
    "Hiragino Sans",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans Symbols 2",
    "Arial Unicode MS",
    "DejaVu Sans",
)
"""Families that have what the text's own lacks, tried in this order before all others of the machine."""
MISSING = "\ufffd"
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""U+FEFF among them, at which matplotlib's PDF fails."""
UNSEEN = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Characters that have no shape of their own: controls, joiners, marks of direction, variation selectors."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is set."""

    size: float
    """Points."""
    bold: bool = False
    italic: bool = False
    serif: bool = False

    def sized(self, size: float) -> Style:
        """The same in another size."""
        return replace(self, size=size)


@contextmanager
def quiet_fonts() -> Iterator[None]:
    """Keeps matplotlib from telling which weights a font lacks: it takes the nearest, as is wanted here."""
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


@lru_cache(maxsize=20_000)
def extent(text: str, style: Style) -> float:
    """The width of a line in points."""
    from matplotlib.textpath import text_to_path

    if not text:
        return 0.0
    text = printable(text, style)
    width, _, _ = text_to_path.get_text_width_height_descent(text, properties(text, style), ismath=False)
    return float(width)


def wrapped(text: str, style: Style, width: float, most: int = 1_000_000) -> list[str]:
    """The text in lines of at most so many points; what does not fit in `most` of them is cut with `…`.

    Lines of a text that runs from right to left keep its direction.
    """
    lines = list(_lines(text, style, width))
    if len(lines) > most:
        lines = lines[:most]
        last = lines[-1]
        while last and extent(f"{last}…", style) > width:
            last = last.rpartition(" ")[0] or last[:-1]
        lines[-1] = f"{last.rstrip(' ,;:')}…"
    mark = RIGHT_TO_LEFT_MARK if is_right_to_left(text) else ""
    return [f"{mark}{line}" for line in lines]


@lru_cache(maxsize=20_000)
def _lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    space = extent("n n", style) - 2 * extent("n", style)
    lines: list[str] = []
    words: list[str] = []
    used = 0.0
    for word in _words(text, style, width):
        more = extent(word, style)
        if words and used + space + more > width:
            lines.append(" ".join(words))
            words, used = [], 0.0
        used += more + (space if words else 0.0)
        words.append(word)
    return (*lines, " ".join(words)) if words else tuple(lines)


def _words(text: str, style: Style, width: float) -> list[str]:
    """Words; one that is wider than a line, as an address or a sentence without spaces, in pieces."""
    words = []
    for word in text.split():
        rest = word
        while len(rest) > 1 and extent(rest, style) > width:
            fitting = max(1, _fitting(rest, style, width))
            words.append(rest[:fitting])
            rest = rest[fitting:]
        words.append(rest)
    return words


def _fitting(word: str, style: Style, width: float) -> int:
    """How many characters of a word fit, by bisection."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if extent(word[:middle], style) <= width else (low, middle - 1)
    return low


def properties(text: str, style: Style) -> Any:
    """Matplotlib's font properties for a text: the style's family, then those that have what it lacks.

    Raises:
        ExportError: No font of this machine has one of the text's letters.
    """
    from matplotlib.font_manager import FontProperties

    return FontProperties(
        family=list(_fonts("".join(sorted(set(clean(text)))), style)[0]),
        size=style.size,
        weight="bold" if style.bold else "normal",
        style="italic" if style.italic else "normal",
    )


def clean(text: str) -> str:
    """The text without what XML and PDF do not take: controls, halves of surrogate pairs, noncharacters.

    >>> clean("a\\x00b\\tc")
    'a b c'
    """
    return FORBIDDEN.sub(" ", text)


def printable(text: str, style: Style) -> str:
    """The text with a mark in place of signs that no font of this machine has, as many emoji.

    Raises:
        ExportError: It is a letter, a mark on one or a digit that no font has.
    """
    text = clean(text)
    missing = _fonts("".join(sorted(set(text))), style)[1]
    return "".join(MISSING if character in missing else character for character in text) if missing else text


@lru_cache(maxsize=20_000)
def _fonts(characters: str, style: Style) -> tuple[tuple[str, ...], frozenset[str]]:
    """The families that are needed for characters, and the signs that none has."""
    installed = _installed()
    own = [name for name in (SERIF if style.serif else SANS) if name in installed]
    chosen = own[:1] or ["DejaVu Sans"]
    lacking = set(UNSEEN.sub("", characters)) - _characters(chosen[0], style.bold, style.italic)
    for at, family in enumerate((*OTHERS, *sorted(installed))):
        # All fonts of a machine are opened for letters only: it takes seconds.
        if not (_letters(lacking) if at >= len(OTHERS) else lacking):
            break
        if family in installed and not lacking.isdisjoint(
            found := _characters(family, style.bold, style.italic)
        ):
            chosen.append(family)
            lacking -= found
    letters = _letters(lacking)
    if letters:
        name = unicodedata.name(letters[0], f"U+{ord(letters[0]):04X}")
        raise ExportError(
            f"No font of this machine has {letters[0]!r} ({name}): install one that has, as a Noto Sans "
            "(https://fonts.google.com/noto)."
        )
    return tuple(chosen), frozenset(lacking)


def _letters(characters: Iterable[str]) -> list[str]:
    """The letters, marks on letters and digits among characters."""
    return sorted(each for each in characters if unicodedata.category(each)[0] in "LMN")


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    from matplotlib.font_manager import fontManager

    return frozenset(entry.name for entry in fontManager.ttflist)


@lru_cache(maxsize=256)
def _characters(family: str, bold: bool, italic: bool) -> frozenset[str]:  # noqa: FBT001 - a cache's key
    """What an installed family's font of this weight and slope has."""
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    wanted = FontProperties(
        family=family, weight="bold" if bold else "normal", style="italic" if italic else "normal"
    )
    path = fontManager.findfont(wanted, fallback_to_default=False)
    return frozenset(chr(code) for code in get_font(path).get_charmap())
