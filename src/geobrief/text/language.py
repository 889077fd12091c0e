"""Which language a text is written in, told by its script, its letters and its commonest words.

Own code rather than a library: the languages that geobrief reads differ so much that a few words of each tell
them apart, while of the libraries measured py3langid takes 80 MB and 0.6 s to load, lingua 96 MB of disk, and
whatlang and gcld3 have no wheels for several systems; short English headlines they take for French or German.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from geobrief.model import Document

__all__ = ["detect_language", "language_of"]

READ: Final = 6_000
"""Characters from the beginning that are enough to tell."""

LEAST: Final = 2.0
"""Words from which on a text in Latin letters is in another language than English; half of them where no word
is English."""

AHEAD: Final = 1.5
"""How many times as many as those of English they must be."""

BY_LETTER: Final = 0.5
MOST_BY_LETTERS: Final = 1.5
"""What a letter that English lacks counts, and all of them at most: names bring them into English texts."""

WORD = re.compile(r"[^\W\d_]+")
ELISION = re.compile(r"\b(?:[ldnjcs]|qu)['’](?=[^\W\d_]{2})")
POSSESSIVE = re.compile(r"['’](?:s|t|re|ve|ll)\b")
PERSIAN = re.compile("[پچژگک\u06cc\u0679\u0688\u06d2]")
"""Letters of Persian and Urdu that Arabic lacks."""


def language_of(document: Document) -> str:
    """The primary language subtag (ISO 639) of a document: as its metadata say, else as its text tells."""
    given = document.language.replace("_", "-").partition("-")[0].strip().lower()
    return given or detect_language(document.text)


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language of a text, `en` where in doubt.

    English, French, German, Spanish, Russian, Ukrainian, Korean and Arabic are told from one another; some
    others only so far that they are not taken for one of these.

    >>> detect_language("Le président est arrivé à Kiev."), detect_language("Путин прилетел в Пекин.")
    ('fr', 'ru')
    """
    return _detected(text[:READ])


@lru_cache(maxsize=64)
def _detected(text: str) -> str:
    scripts = Counter(_script(letter) for letter in text if letter.isalpha())
    script = scripts.most_common(1)[0][0] if scripts else "latin"
    if script == "hangul":
        return "ko"
    if script == "arabic":
        return "ar" if len(PERSIAN.findall(text)) * 50 < scripts["arabic"] else "fa"
    return _cyrillic(text.lower()) if script == "cyrillic" else _latin(text)


def _script(letter: str) -> str:
    if "\u0400" <= letter <= "\u052f":
        return "cyrillic"
    if "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc":
        return "arabic"
    return "hangul" if "\uac00" <= letter <= "\ud7a3" or "\u1100" <= letter <= "\u11ff" else "latin"


def _cyrillic(text: str) -> str:
    """The language by its own letters and words; Russian where a short text has none."""
    letters, words = Counter(text), Counter(WORD.findall(text))
    if letters["ъ"] * 100 > len(text) and not letters["ы"] and not letters["э"]:
        return "bg"
    if letters["ў"] and not letters["и"]:
        return "be"
    found: dict[str, float] = {
        each.code: sum(words[word] for word in each.words) + sum(letters[letter] for letter in each.letters)
        for each in _languages("cyrillic")
    }
    return _leader(found, lambda best: found[best] > found["ru"], "ru")


def _latin(text: str) -> str:
    """The language by its words, English where in doubt. Only small ones count: "Le Pen" is in English."""
    words, letters = Counter(WORD.findall(text)), frozenset(text)
    found = {
        each.code: sum(words[word] for word in each.words)
        + min(MOST_BY_LETTERS, BY_LETTER * sum(letter in letters for letter in each.letters))
        for each in _languages("latin")
    }
    found["fr"] += len(ELISION.findall(text))
    found["en"] += len(POSSESSIVE.findall(text))
    least = max(LEAST, AHEAD * found["en"]) if found["en"] else LEAST / 2
    return _leader(found, lambda best: found[best] >= least, "en")


def _leader(found: dict[str, float], enough: Callable[[str], bool], otherwise: str) -> str:
    best = max(found, key=lambda code: found[code])
    return best if enough(best) else otherwise


@dataclass(frozen=True, slots=True)
class _Language:
    """What tells a language from the others of its script."""

    code: str
    words: tuple[str, ...]
    letters: str


@cache
def _languages(script: str) -> tuple[_Language, ...]:
    table = (files("geobrief.text") / "tables" / "languages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return tuple(
        _Language(row["language"], tuple(row["words"].split()), row["letters"])
        for row in rows
        if row["script"] == script
    )
