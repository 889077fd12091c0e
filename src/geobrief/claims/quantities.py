"""How many: the numbers that a sentence counts or measures with, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geobrief.claims.bounds import closing, opening, read_bound
from geobrief.claims.measures import si
from geobrief.claims.numerals import Number, numbers
from geobrief.claims.units import counted_after, is_street, unit_after
from geobrief.claims.words import MONTHS, WEEKDAYS, word_set
from geobrief.model import Bound, Quantity, Span

__all__ = ["quantities"]

_RANGE = re.compile(r"\s?[-–]\s?|\s(?:to|and|or)\s")
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:aged?|no\.|nos\.|number|chapter|section|article|page|room|route|highway|flight|unit|grade|level"
    r"|group of|phase|type|version|channel|gate|apartment|world war"
    r"|resolution|category|stage|round|episode|line"
    r"|zone|block|sector|district|platform|decree|day|week|season|top|exit|terminal|pier|berth|well|reactor|hill"
    r"|the|these|those|first|last|next|at|no)\s|\#|-)$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    r"\b(?:put(?:s|ting)?|estimate[sd]?|assessed|valued|st(?:ands|ood)|remain(?:s|ed)|capped)\s"
    r"(?:[^,;:.]*\s)?at\s$"
)
"""Before a sum that somebody reckons, as in "put the toll at"."""
_NO_COUNT_AFTER = re.compile(
    r"(?:[- ]years?[- ]olds?\b|\s?(?:a|p)\.?m\b|\so['’]clock|['’]s\b"
    r"|-(?:to|on|day|week|month|year|hour|minute)\b)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\(?\d{1,3}[.)]\s")
"""The number of an item in a list."""
_SCORE_AFTER = re.compile(r"[-–]\d")
_MODEL_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>[A-Z][\w’'-]*)\s$")
_OPENERS: Final = word_set(
    "about around some nearly almost roughly approximately over under in an a its his her their at "
    "by on of from with more only just another all least up between for and but after before when "
    "while as if"
)
_ONE_AFTER = re.compile(r"\s(?:of|another|day|thing|way)\b")
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|from|around|outside)\s(?:[A-Z][\w’'-]*\s){1,3}$")
_HIT_BEFORE = re.compile(
    r"\b(?:kill|wound|injur|arrest|detain|rescu|captur|hospitali[sz])(?:e|es|s|ed|ing)\s(?:at\s\w+\s|\w+\s)?$"
)
_THEM_AFTER = re.compile(r"\sof\s(?:them|these|those|which|whom)\b")
_TIMES: Final = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years decades"
)
_LARGEST: Final = 1e15
"""Longer rows of digits are serial numbers."""


def quantities(sentence: str, dates: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of `sentence` in its order, with spans of it; a range gives both its ends.

    Years, ages, model numbers ("Flight 302"), "No. 5", times of day and scores are none; nor is what stands
    in `dates`, the spans of dates in the sentence.

    >>> [(q.value, q.unit) for q in quantities("It needs 2 to 3 billion euros and 1,000 deminers.")]
    [(2000000000.0, 'euros'), (3000000000.0, 'euros'), (1000.0, 'deminers')]
    """
    dated = bytearray(len(sentence))
    item = _ITEM.match(sentence)
    if item is not None:
        dated[item.start() : item.end()] = b"\1" * len(item[0])
    for start, end in dates:
        dated[start:end] = b"\1" * (end - start)
    found_numbers = [number for number in numbers(sentence) if not any(dated[number.start : number.end])]
    found: list[Quantity] = []
    index = 0
    while index < len(found_numbers):
        pair = found_numbers[index : index + 2]
        group = pair if _is_range(sentence, pair) else pair[:1]
        index += 2 if _is_score(sentence, pair) else len(group)
        if not _is_score(sentence, pair):
            found.extend(_quantities(sentence, group, found[-1].unit if found else ""))
    return tuple(found)


def _is_range(sentence: str, pair: Sequence[Number]) -> bool:
    if len(pair) < 2 or pair[0].is_part or pair[1].is_part:
        return False
    first, last = pair
    joint = sentence[first.end : last.start]
    shared = last.scale if first.scale == 1 else first.scale
    if _RANGE.fullmatch(joint) is None or first.value * shared >= last.full:
        return False
    if "and" in joint:
        return first.before.lower().endswith("between ")
    # Digits joined by a hyphen count something, or they are a score, a telephone number, a pair of years.
    return len(joint) > 2 or bool(unit_after(sentence, last.end)[0] or first.currency)


def _is_score(sentence: str, pair: Sequence[Number]) -> bool:
    """Whether two numbers are a result, as in "won by 52 to 48": falling, and of nothing."""
    if len(pair) < 2 or pair[0].full < pair[1].full or pair[0].before.lower().endswith("from "):
        return False
    joint = sentence[pair[0].end : pair[1].start]
    return joint == " to " and not (unit_after(sentence, pair[1].end)[0] or pair[0].currency)


def _quantities(sentence: str, group: Sequence[Number], earlier: str) -> Iterator[Quantity]:
    """The quantities of a number, or of a range's two; `earlier` is the unit of the one before."""
    first, last = group[0], group[-1]
    opened = opening(first.before)
    closed = closing(sentence, last.end)
    unit, end = unit_after(sentence, last.end + len(closed))
    if first.currency or last.currency:
        unit, end = first.currency or last.currency, last.end + len(closed)
    elif not unit:
        unit, end = _understood(sentence, end, opened, earlier)
    if not _counts(sentence, group, unit, bounded=bool(opened or closed)):
        return
    counted, end = counted_after(sentence, end) if si(1, unit) else ("", end)
    closed = closed or closing(sentence, end)
    end = max(end, last.end) + (len(closed) if closing(sentence, end) else 0)
    start = first.start - len(opened)
    for number in group:
        value = number.value * (number.scale if number.scale > 1 else last.scale)
        value_si, unit_si = si(value, unit) or (None, "")
        bound = _bound(opened, closed, unit, group, number)
        yield Quantity(value, unit, sentence[start:end], bound, counted, value_si, unit_si, (start, end))


def _understood(sentence: str, end: int, opened: str, earlier: str) -> tuple[str, int]:
    """The unit of a number without a noun of its own: "300 of them", "to a planned 500"."""
    them = _THEM_AFTER.match(sentence, end)
    if them is not None:
        return earlier, them.end()
    return (earlier if opened else ""), end


def _bound(opened: str, closed: str, unit: str, group: Sequence[Number], number: Number) -> Bound:
    # "Over two years" is a time within which, and no more than two.
    loose = opened.lower().startswith(("over ", "within ")) and unit.lower().split(" ")[0] in _TIMES
    found = read_bound("" if loose else opened, closed)
    if found or len(group) == 1 or opened.lower().endswith("from "):
        return found
    return "at least" if number is group[0] else "at most"


def _counts(sentence: str, group: Sequence[Number], unit: str, *, bounded: bool) -> bool:
    """Whether the numbers are none of those that only name: ages, things in a row, times, scores, years."""
    first, last = group[0], group[-1]
    if not 0 < first.value < _LARGEST or _NO_COUNT_AFTER.match(sentence, last.end):
        return False
    if first.is_part:
        return first.value < 1
    if len(group) == 1 and _SCORE_AFTER.match(sentence, last.end):
        return False
    if first.currency:
        return True
    refused = None if _is_sum(sentence, group) else _NO_COUNT_BEFORE.search(first.before)
    if refused and not (first.digits and _is_let(refused[0].lower(), unit)):
        return False
    if not first.digits:
        return _counts_in_words(sentence, first, unit, bounded=bounded)
    return not (
        _is_model(first, unit) or _is_year(first, unit) or _is_age(sentence, first) or _is_code(first, unit)
    )


def _is_let(before: str, unit: str) -> bool:
    """Whether digits count although such a word stands before: "the 300 workers", "crested at 54 feet"."""
    if before == "at ":
        return si(1, unit) is not None and unit.lower().split(" ")[0] not in _TIMES
    return before in ("the ", "these ", "those ", "first ", "last ")


def _is_sum(sentence: str, group: Sequence[Number]) -> bool:
    """Whether the number is what somebody puts a toll at, and no house of a street."""
    return _PUT_AT.search(group[0].before) is not None and not is_street(sentence, group[-1].end)


def _counts_in_words(sentence: str, number: Number, unit: str, *, bounded: bool) -> bool:
    if number.value == 1 and _ONE_AFTER.match(sentence, number.end):
        return False
    return bool(unit) or number.value > 3 or bounded or _HIT_BEFORE.search(number.before) is not None


def _is_model(number: Number, unit: str) -> bool:
    """Whether a small number follows a name, as in "Shahed 136", unlike "in Lviv 300 people"."""
    name = _MODEL_BEFORE.search(number.before)
    if name is None or "," in number.digits or number.scale > 1:
        return False
    if name["name"].lower() in (*WEEKDAYS, *MONTHS):
        # "On Friday 40 people fell."
        return False
    if unit.endswith(("s", "people")) and _IN_PLACE.search(number.before):
        return False
    return name["name"].lower() not in _OPENERS


def _is_year(number: Number, unit: str) -> bool:
    if len(number.digits) != 4 or not "1500" <= number.digits < "2100" or number.scale > 1:
        return False
    return not (unit.endswith(("s", "people", "personnel")) or opening(number.before))


def _is_age(sentence: str, number: Number) -> bool:
    """Whether the number stands between commas, as in "Smith, 45, said"."""
    return number.before.endswith(", ") and sentence[number.end : number.end + 1] == ","


def _is_code(number: Number, unit: str) -> bool:
    """Whether a name alone follows a long number, as the town does a postal code: "10115 Berlin"."""
    return len(number.digits) >= 4 and number.digits.isdigit() and unit.istitle() and " " not in unit
