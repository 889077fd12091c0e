"""Numbers as newspapers write them: digits, words, fractions and shares, with scale and currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geobrief.claims.bounds import LONGEST
from geobrief.claims.measures import SYMBOLS

__all__ = ["NUMBER_WORDS", "Number", "numbers"]

_ONES: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_SMALL: Final = {word: number for number, word in enumerate(_ONES.split())}
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_CURRENCIES: Final = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "₩": "won",
    "₴": "hryvnias",
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "INR": "rupees",
    "KRW": "won",
    "UAH": "hryvnias",
    "CNY": "yuan",
    "RMB": "yuan",
    "RUB": "roubles",
    "CHF": "francs",
    "SEK": "kronor",
    "NOK": "kroner",
    "DKK": "kroner",
    "PLN": "zlotys",
    "TRY": "liras",
    "BRL": "reais",
    "ZAR": "rand",
}
"""What amounts are in, by sign or ISO 4217 code before the number."""
_CODE: Final = "|".join(code for code in _CURRENCIES if code.isalpha())
_PARTS: Final = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
NUMBER_WORDS: Final = "|".join([*_SMALL, *_TENS])
_SCALE: Final = "|".join(_SCALES)
_PART: Final = "|".join(_PARTS)
_SHARED: Final = (
    r"(?:\d{1,3}|10,?000|1,?000|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)"
)
_NUMBER = re.compile(
    rf"""
    (?P<phone>\+\d[\d\s()-]{{6,20}}\d)
    | (?P<fraction>(?P<part>\b(?:(?:one|an?|two|three|four|five|seven|nine)[- ](?:{_PART})s?(?=\sof\b)
        |(?:two|three|four|five|seven|nine)[- ](?:{_PART})s\b
        |(?<=by\s)(?:a|one)[- ](?:{_PART})\b
        |half(?=\s(?:of|the|its|their|his|her|all)\b)))
        (?:\sof\sa\s(?P<whole>hundred|thousand|million|billion|trillion)\b)?)
    | (?P<share>(?<![\w.,/:#°-])(?:{NUMBER_WORDS}|\d{{1,3}})\s(?:in|out\sof)\s
        (?:every\s)?(?:an?\s)?{_SHARED}\b
        (?![.,]?\d|\s(?:days?|weeks?|months?|years?|hours?|minutes?|(?:other|different)\s)))
    | (?P<currency>(?:\b(?:US|A|C|NZ|HK))?[$€£¥₹₩₴]\s?|(?-i:\b(?:{_CODE})\s(?=\d)))?
      (?P<digits>(?:(?<![\w.,/:#°-])|(?<=\d[-–]))(?:\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?
          |\d{{1,3}}(?:\s\d{{3}}){{1,5}}(?=\s[a-z])|\d+(?:\.\d+)?)|(?<=[$€£¥₹₩₴])\d[\d,]*(?:\.\d+)?)
      (?:(?:\s|-)?(?P<scale>{_SCALE})\b|(?P<short>k|m|mn|bn|tn)\b)?
      (?=(?-i:{SYMBOLS})(?!\w)|(?![\w:/°]|[.,]\d))
    | \b(?P<words>(?:(?:half\s)?an?\s(?:{_SCALE})|half-a-?(?:{_SCALE})|(?:{NUMBER_WORDS}))
          (?:(?:[- ]|\s(?<=hundred\s|housand\s)and\s)(?:{NUMBER_WORDS}|{_SCALE})
          |[- ]and[- ]a[- ](?:half|quarter))*)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in a sentence, with its offsets."""

    start: int
    end: int
    value: float
    scale: float
    """What digits are to be taken times, as 1e6 in "2 million"; 1 for words, whose value has it."""
    currency: str
    digits: str
    """As written, or empty for a number in words."""
    before: str
    """What precedes it, the last `bounds.LONGEST` characters."""
    is_part: bool = False
    """Whether it is a fraction or a share, as "two thirds" and "nine in ten"."""

    @property
    def full(self) -> float:
        """The value times the scale."""
        return self.value * self.scale


def numbers(sentence: str) -> Iterator[Number]:
    """The numbers of `sentence` in its order; telephone numbers with a leading plus are none."""
    for match in _NUMBER.finditer(sentence):
        if match["phone"]:
            continue
        scale = 1.0
        if match["fraction"] or match["share"]:
            value = _fraction(match["part"]) if match["part"] else _share(match["share"])
            scale = _SCALES.get((match["whole"] or "").lower(), 1.0)
        elif match["digits"]:
            value = _in_digits(match["digits"])
            scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
            scale *= _SHORT_SCALES.get((match["short"] or "").lower(), 1.0)
        else:
            value = _in_words(match["words"].lower())
        yield Number(
            *match.span(),
            value,
            scale,
            _currency((match["currency"] or "").strip()),
            match["digits"] or "",
            sentence[max(0, match.start() - LONGEST) : match.start()],
            is_part=scale == 1 and bool(match["fraction"] or match["share"]),
        )


def _currency(sign: str) -> str:
    return _CURRENCIES.get(sign) or _CURRENCIES.get(sign[-1:], "")


def _in_digits(digits: str) -> float:
    return float(re.sub(r"[,\s]", "", digits))


def _fraction(words: str) -> float:
    """The value of "half", "two thirds", "a tenth"."""
    count, _, part = words.lower().replace("-", " ").rpartition(" ")
    return (_SMALL.get(count) or 1) / _PARTS[part.removesuffix("s")]


def _share(words: str) -> float:
    """The value of "nine in ten", "1 out of every 5"; not below 1 where the words are no share."""
    first, *_, last = words.lower().split()
    whole = float(last) if last.isdigit() else _in_words(last)
    return (float(first) if first.isdigit() else _in_words(first)) / (whole or 1.0)


def _in_words(words: str) -> float:
    """The value of "two hundred and fifty thousand", "half a million", "two and a half", "a dozen"."""
    total = current = 0.0
    for word in re.split(r"[-\s]+", words):
        if word in ("half", "quarter"):
            current += 0.5 if word == "half" else 0.25
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        else:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return total + current
