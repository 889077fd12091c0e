"""The words of the interface, in each language that it has.

`static/messages/LANGUAGE.json` has two parts: `page`, which the page's script speaks, and `server`, which is
written while the page is made. A message is a text with {names}, or such texts by CLDR plural category.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias, cast

from geobrief.errors import PageError

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "Interface", "interface"]

Message: TypeAlias = str | Mapping[str, str]

LANGUAGES = ("en", "de", "fr", "es", "uk", "ru", "ar", "ko")
"""BCP 47 tags of the interface; each article carries its own."""
DEFAULT_LANGUAGE = "en"
RIGHT_TO_LEFT = frozenset({"ar"})
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface in one language."""

    language: str
    """One of `LANGUAGES`."""
    page: Mapping[str, Message]
    """What the page's script says."""
    server: Mapping[str, str]
    """What is said while the page is made."""

    @property
    def direction(self) -> str:
        """As HTML's `dir`: `ltr` or `rtl`."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def say(self, key: str, **values: str) -> str:
        """A message without plural forms, from either part, with its {names} filled in by the values."""
        message = cast("str", self.server[key] if key in self.server else self.page[key])
        return _NAME.sub(lambda found: values[found[1]], message) if values else message

    def count(self, key: str, number: int) -> str:
        """A message of the page in the form that the number takes."""
        from babel import Locale

        forms = cast("Mapping[str, str]", self.page[key])
        form = Locale.parse(self.language).plural_form(number)
        return forms[form].replace("{n}", self.number(number))

    def country(self, code: str) -> str:
        """The country's name by its ISO 3166-1 alpha-2 code, from CLDR; empty where there is none."""
        return _countries(self.language).get(code, "") if code else ""

    def number(self, value: float) -> str:
        """The number with up to ten significant digits, grouped as the language does."""
        from babel.numbers import format_decimal

        return format_decimal(float(f"{value:.10g}"), locale=self.language, decimal_quantization=False)


@cache
def interface(language: str) -> Interface:
    """The interface in a language.

    Raises:
        PageError: It does not speak that language; the message names those that it does.
    """
    if language not in LANGUAGES:
        raise PageError(f"The page does not speak {language!r}. Choose one of {', '.join(LANGUAGES)}.")
    path = files("geobrief.render") / "static" / "messages" / f"{language}.json"
    parts = json.loads(path.read_text(encoding="utf-8"))
    return Interface(language, parts["page"], parts["server"])


@cache
def _countries(language: str) -> Mapping[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)
