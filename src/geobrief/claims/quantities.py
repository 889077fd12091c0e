"""How many: the numbers that a sentence counts or measures with, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geobrief.claims.units import unit_after
from geobrief.claims.words import word_set
from geobrief.model import Quantity, Span

__all__ = ["quantities"]

_UNITS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_SMALL: Final = {word: number for number, word in enumerate(_UNITS.split())}
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
}
_FRACTIONS: Final = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}

_PLAIN = "|".join([*_SMALL, *_TENS])
_SCALE = "|".join(_SCALES)
_NUMBER = re.compile(
    rf"""
    (?P<fraction>\b(?:(?:one|a|two|three|four)[- ](?:half|third|quarter|fifth)s?|half)(?=\sof\b))
    | (?P<currency>(?:\b(?:US|A|C|NZ|HK))?[$€£¥₹₩₴]\s?)?
      (?P<digits>(?:(?<![\w.,/:#°-])|(?<=\d[-–]))(?:\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<=[$€£¥₹₩₴])\d[\d,]*(?:\.\d+)?)
      (?:(?:\s|-)?(?P<scale>{_SCALE})\b|(?P<short>k|m|mn|bn|tn)\b)?
      (?![\w:/°]|[.,]\d)
    | \b(?P<words>(?:(?:half\s)?an?\s(?:{_SCALE})|(?:{_PLAIN}))
                   (?:(?:[- ]|\s(?<=hundred\s|housand\s)and\s)(?:{_PLAIN}|{_SCALE}))*)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"\s?[-–]\s?|\s(?:to|and|or)\s")
_APPROXIMATELY = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|at least|at most"
    r"|up to|more than|fewer than|less than|over|under|as many as|as much as|only|just|another|a planned"
    r"|between|from)\s)+$",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:aged?|no\.|nos\.|number|chapter|section|article|page|room|route|highway|flight|unit|grade|level"
    r"|group of|phase|type|version|channel|gate|apartment|world war|the|these|those|first|last|next|at"
    r"|no)\s|\#|-)$",
    re.IGNORECASE,
)
_NO_COUNT_AFTER = re.compile(
    r"(?:[- ]years?[- ]olds?\b|\s?(?:a|p)\.?m\b|\so['’]clock|['’]s\b"
    r"|-(?:to|on|day|week|month|year|hour|minute)\b)",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(r"[-–]\d")
_MODEL_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>[A-Z][\w’'-]*)\s$")
_OPENERS: Final = word_set(
    "about around some nearly almost roughly approximately over under in an a its his her their at "
    "by on of from with more only just another all least up between for and but after before when "
    "while as if"
)


_ONE_AFTER = re.compile(r"\s(?:of|another|day|thing|way)\b")
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|from|around|outside)\s(?:[A-Z][\w’'-]*\s){1,3}$")
_LARGEST: Final = 1e15
"""Longer rows of digits are serial numbers."""
_LOOK_BACK: Final = 40
"""Characters before a number that are looked at: the longest approximations fit in it."""


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    scale: float
    currency: str
    digits: str
    """As written, or empty for a number in words."""
    before: str
    """What precedes it."""


def quantities(sentence: str, dates: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of `sentence` in its order; a range gives both its ends.

    Years, ages, model numbers ("Flight 302"), "No. 5", times of day and scores are none; nor is what stands
    in `dates`, the spans of dates in the sentence.

    >>> [(q.value, q.unit) for q in quantities("It needs 2 to 3 billion euros and 1,000 deminers.")]
    [(2000000000.0, 'euros'), (3000000000.0, 'euros'), (1000.0, 'deminers')]
    """
    dated = bytearray(len(sentence))
    for start, end in dates:
        dated[start:end] = b"\1" * (end - start)
    numbers = [number for number in _numbers(sentence) if not any(dated[number.start : number.end])]
    found: list[Quantity] = []
    index = 0
    while index < len(numbers):
        group = numbers[index : index + (2 if _is_range(sentence, numbers[index : index + 2]) else 1)]
        index += len(group)
        found.extend(_quantities(sentence, group, found[-1].unit if found else ""))
    return tuple(found)


def _numbers(sentence: str) -> Iterator[_Number]:
    for match in _NUMBER.finditer(sentence):
        scale = 1.0
        if match["fraction"]:
            value = _fraction(match["fraction"].lower())
        elif match["digits"]:
            value = float(re.sub("[,\u00a0\u202f]", "", match["digits"]))
            scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
            scale *= _SHORT_SCALES.get((match["short"] or "").lower(), 1.0)
        else:
            value = _in_words(match["words"].lower())
        currency = _CURRENCIES.get((match["currency"] or "").strip()[-1:], "")
        before = sentence[max(0, match.start() - _LOOK_BACK) : match.start()]
        yield _Number(*match.span(), value, scale, currency, match["digits"] or "", before)


def _fraction(words: str) -> float:
    count, _, part = words.replace("-", " ").rpartition(" ")
    return (_SMALL.get(count) or 1) * _FRACTIONS[part.removesuffix("s")]


def _in_words(words: str) -> float:
    """The value of "two hundred and fifty thousand", "half a million", "a dozen"."""
    total = current = 0.0
    for word in re.split(r"[-\s]+", words):
        if word == "half":
            current = 0.5
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        else:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return total + current


def _is_range(sentence: str, pair: Sequence[_Number]) -> bool:
    if len(pair) < 2:
        return False
    first, last = pair
    joint = sentence[first.end : last.start]
    shared = last.scale if first.scale == 1 else first.scale
    if _RANGE.fullmatch(joint) is None or first.value * shared >= last.value * last.scale:
        return False
    if "and" in joint:
        return first.before.lower().endswith("between ")
    # Digits joined by a hyphen count something, or they are a score, a telephone number, a pair of years.
    return len(joint) > 2 or bool(unit_after(sentence, last.end)[0] or first.currency)


def _quantities(sentence: str, group: Sequence[_Number], earlier: str) -> Iterator[Quantity]:
    """The quantities of a number, or of a range's two; `earlier` is the unit of the one before."""
    first, last = group[0], group[-1]
    opening = _APPROXIMATELY.search(first.before)
    unit, end = unit_after(sentence, last.end)
    if first.currency or last.currency:
        unit, end = first.currency or last.currency, last.end
    elif not unit and opening:
        unit = earlier
    if not _counts(sentence, group, unit):
        return
    text = (opening[0] if opening else "") + sentence[first.start : end]
    for number in group:
        yield Quantity(number.value * (number.scale if number.scale > 1 else last.scale), unit, text)


def _counts(sentence: str, group: Sequence[_Number], unit: str) -> bool:
    """Whether the numbers are none of those that only name: ages, things in a row, times, scores, years."""
    first, last = group[0], group[-1]
    if not 0 < first.value < _LARGEST or _NO_COUNT_AFTER.match(sentence, last.end):
        return False
    if len(group) == 1 and _SCORE_AFTER.match(sentence, last.end):
        return False
    if first.currency:
        return True
    refused = _NO_COUNT_BEFORE.search(first.before)
    if refused and not (
        first.digits and refused[0].lower() in ("the ", "these ", "those ", "first ", "last ")
    ):
        return False
    if not first.digits:
        return _counts_in_words(sentence, first, unit)
    return not (_is_model(first, unit) or _is_year(first, unit) or _is_age(sentence, first))


def _counts_in_words(sentence: str, number: _Number, unit: str) -> bool:
    if number.value == 1 and _ONE_AFTER.match(sentence, number.end):
        return False
    return bool(unit) or number.value > 3


def _is_model(number: _Number, unit: str) -> bool:
    """Whether a small number follows a name, as in "Shahed 136", unlike "in Lviv 300 people"."""
    name = _MODEL_BEFORE.search(number.before)
    if name is None or "," in number.digits or number.scale > 1:
        return False
    if unit.endswith(("s", "people")) and _IN_PLACE.search(number.before):
        return False
    return name["name"].lower() not in _OPENERS


def _is_year(number: _Number, unit: str) -> bool:
    if len(number.digits) != 4 or not "1500" <= number.digits < "2100" or number.scale > 1:
        return False
    return not (unit.endswith(("s", "people", "personnel")) or _APPROXIMATELY.search(number.before))


def _is_age(sentence: str, number: _Number) -> bool:
    """Whether the number stands between commas, as in "Smith, 45, said"."""
    return number.before.endswith(", ") and sentence[number.end : number.end + 1] == ","
