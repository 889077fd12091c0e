"""Makes the word lists of `geobrief.geoparse` and of `geobrief.claims` from two pinned packages.

Neither package is needed at run time.

    python -m pip download --no-deps -d FOLDER faker==40.54.0 textblob==0.20.1
    python tools/make_word_lists.py FOLDER

Writes the lists beside the README that tells where they come from.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent.parent / "src" / "geobrief" / "geoparse" / "tables"
CLAIMS = TABLES.parent.parent / "claims" / "tables"
LANGUAGES = TABLES.parent / "languages" / "tables"
SCRIPTS = {"ar_AA": "ar", "ar_DZ": "ar", "ko_KR": "ko", "ru_RU": "ru", "uk_UA": "uk"}
MOST = 8
"""How many times as many locales must give a name to the one gender as to the other."""
LEXICON = "textblob/en/en-lexicon.txt"
ORDINARY_WORD = re.compile(r"[a-z]{2,}")
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+")


def ordinary_words(folder: Path) -> list[str]:
    """The words that the lexicon has in lower case under another tag than proper noun or foreign word."""
    with zipfile.ZipFile(next(folder.glob("textblob-0.20.1-*.whl"))) as wheel:
        entries = wheel.read(LEXICON).decode().splitlines()
    words = (line.split() for line in entries if not line.startswith(";;;"))
    return sorted({word[0] for word in words if len(word) == 2 and _is_ordinary(*word)})


def _is_ordinary(word: str, tag: str) -> bool:
    return ORDINARY_WORD.fullmatch(word) is not None and not tag.startswith(("NNP", "FW", "UH", "X"))


def names(folder: Path, attribute: str) -> list[str]:
    """The names in Latin letters that the locales' lists hold, in the order of code points."""
    sys.path.insert(0, str(next(folder.glob("faker-40.54.0-*.whl"))))
    locales = import_module("faker.config").AVAILABLE_LOCALES

    found = {name for locale in locales for name in _names_of(locale, attribute)}
    return sorted(name for name in found if LATIN_NAME.fullmatch(name))


def given_names_in_scripts(folder: Path) -> list[str]:
    """Lines of language and given name, for the languages whose script is not Latin."""
    sys.path.insert(0, str(next(folder.glob("faker-40.54.0-*.whl"))))
    found = {
        (language, name.strip().lower())
        for locale, language in SCRIPTS.items()
        for name in _names_of(locale, "first_name")
    }
    return [f"{language},{name}" for language, name in sorted(found) if " " not in name and len(name) > 1]


def pronouns_of_names(folder: Path) -> list[str]:
    """Lines of given name and pronoun, for names that nearly all locales give to women alone or men alone."""
    sys.path.insert(0, str(next(folder.glob("faker-40.54.0-*.whl"))))
    women, men = (_locales_by_name(f"first_names_{gender}") for gender in ("female", "male"))
    pronouns = {name: _pronoun(women[name], men[name]) for name in {*women, *men}}
    return [f"{name},{pronoun}" for name, pronoun in sorted(pronouns.items()) if pronoun]


def _locales_by_name(attribute: str) -> Counter[str]:
    """How many locales hold each name in Latin letters."""
    locales = import_module("faker.config").AVAILABLE_LOCALES
    found = Counter(name for locale in locales for name in {*_names_of(locale, attribute)})
    return Counter({name: count for name, count in found.items() if LATIN_NAME.fullmatch(name)})


def _pronoun(women: int, men: int) -> str:
    """`she` or `he`; empty where a name is both. One locale may err where many say otherwise."""
    if min(women, men) > 1 or max(women, men) < MOST * min(women, men):
        return ""
    return "she" if women > men else "he"


def _names_of(locale: str, wanted: str) -> Iterator[str]:
    try:
        provider = import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:
        return
    for attribute in dir(provider):
        if attribute.startswith(wanted):
            yield from _strings(getattr(provider, attribute))


def _strings(value: Any) -> Iterable[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, tuple | list | dict) else ()


def main() -> None:
    """Writes the lists."""
    folder = Path(sys.argv[1])
    lists = {
        "ordinary_words": ordinary_words(folder),
        "given_names": names(folder, "first_name"),
        "surnames": names(folder, "last_name"),
    }
    for name, words in lists.items():
        (TABLES / f"{name}.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)}")
    pronouns = pronouns_of_names(folder)
    (CLAIMS / "given_names.csv").write_text("\n".join(["name,pronoun", *pronouns]) + "\n", encoding="utf-8")
    print(f"given names of one gender: {len(pronouns)}")
    given = given_names_in_scripts(folder)
    (LANGUAGES / "given_names.csv").write_text("\n".join(["language,name", *given]) + "\n", encoding="utf-8")
    print(f"given names by language: {len(given)}")


if __name__ == "__main__":
    main()
