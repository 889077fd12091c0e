"""Where a text is at home by its own signs: telephone numbers, and words that only one country uses."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

__all__ = ["country_told", "division_told"]

TELEPHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)(?:\) ?|[-. ])[2-9]\d\d[-. ]\d{4}(?!\d)")
"""A number of the North American plan: area code, exchange, line."""

WORD = re.compile(r"[^\W\d_][\w'’&-]*|£")


def division_told(text: str) -> tuple[str, float]:
    """The division that the text's telephone numbers are of, and how surely, 0 to 1; empty without any."""
    codes = _codes()
    numbers = {match[0]: match[1] for match in TELEPHONE.finditer(text)}
    found = Counter(codes[code] for code in numbers.values() if code in codes)
    return _leading(found)


def country_told(text: str) -> tuple[str, float]:
    """The country whose words the text uses, and how surely, 0 to 1."""
    signs = _signs()
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    seen = {word for word in words if word in signs}
    seen |= {pair for pair in map(" ".join, pairwise(words)) if pair in signs}
    return _leading(Counter(signs[sign] for sign in seen))


def _leading(found: Counter[str]) -> tuple[str, float]:
    """The area with most signs, and how far they outweigh the others; one sign alone is half sure."""
    if not found:
        return "", 0.0
    area, count = min(found.items(), key=lambda each: (-each[1], each[0]))
    return area, max(0.0, 2 * count - found.total()) / (count + 1.0)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    return {row["code"]: row["area"] for row in _rows("dialling_codes.csv")}


@lru_cache(maxsize=1)
def _signs() -> Mapping[str, str]:
    return {row["sign"]: row["country_code"] for row in _rows("country_signs.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = files("geobrief.geoparse").joinpath("tables", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
