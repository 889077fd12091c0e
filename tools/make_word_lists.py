"""Makes the word lists of `geobrief.geoparse` from two pinned packages, which are not needed at run time.

    python -m pip download --no-deps -d FOLDER faker==40.54.0 textblob==0.20.1
    python tools/make_word_lists.py FOLDER

Writes `ordinary_words.txt` and `given_names.txt` beside the README that tells where they come from.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent.parent / "src" / "geobrief" / "geoparse" / "tables"
LEXICON = "textblob/en/en-lexicon.txt"
ORDINARY_WORD = re.compile(r"[a-z]{2,}")
GIVEN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+")


def ordinary_words(folder: Path) -> list[str]:
    """The words that the lexicon has in lower case under another tag than proper noun or foreign word."""
    with zipfile.ZipFile(next(folder.glob("textblob-0.20.1-*.whl"))) as wheel:
        entries = wheel.read(LEXICON).decode().splitlines()
    words = (line.split() for line in entries if not line.startswith(";;;"))
    return sorted({word[0] for word in words if len(word) == 2 and _is_ordinary(*word)})


def _is_ordinary(word: str, tag: str) -> bool:
    return ORDINARY_WORD.fullmatch(word) is not None and not tag.startswith(("NNP", "FW", "UH", "X"))


def given_names(folder: Path) -> list[str]:
    """The given names in Latin letters of every locale, in ASCII order."""
    sys.path.insert(0, str(next(folder.glob("faker-40.54.0-*.whl"))))
    from faker.config import AVAILABLE_LOCALES  # type: ignore[import-not-found]

    found = Counter(name for locale in sorted(AVAILABLE_LOCALES) for name in set(_names_of(locale)))
    return sorted(name for name in found if GIVEN_NAME.fullmatch(name))


def _names_of(locale: str) -> Iterator[str]:
    from importlib import import_module

    try:
        provider = import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:
        return
    for attribute in dir(provider):
        if attribute.startswith("first_name") and not attribute.startswith("first_name_romanized_"):
            yield from _strings(getattr(provider, attribute))


def _strings(value: Any) -> Iterable[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, tuple | list | dict) else ()


def main() -> None:
    """Writes both lists."""
    folder = Path(sys.argv[1])
    for name, words in (("ordinary_words", ordinary_words(folder)), ("given_names", given_names(folder))):
        (TABLES / f"{name}.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)}")


if __name__ == "__main__":
    main()
