"""Units of measure: their words in a text, and what they are in SI, from a table that pint made."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["SYMBOLS", "Measured", "measured", "si"]

_TABLE: Final = Path(__file__).parent / "tables" / "measures.csv"
SYMBOLS: Final = r"(?:km²|km/h|km|cm|mm|kg|kph|mph|kWh|MWh|GWh|TWh|kW|MW|GW|kV|ft|ha|m²|m³|nmi|hPa|°C|°F)"
"""What stands at a number without a space, as "300kg"; "5m" is five million."""
_SECONDS: Final = MappingProxyType({"second": 1, "s": 1, "minute": 60, "hour": 3600, "h": 3600, "day": 86400})
_RATE = re.compile(
    r"(?:\s(?:per|an?|each|every)\s|\s?/)(second|minute|hour|day|week|month|year|s|h)\b", re.IGNORECASE
)


class _Unit(NamedTuple):
    si: str
    factor: float
    offset: float


class Measured(NamedTuple):
    """A unit of measure in a text."""

    unit: str
    """In the text's words, with its rate, as `cubic metres a second`."""
    end: int


@cache
def _units() -> dict[str, _Unit]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {
            word: _Unit(row["unit_si"], float(row["factor"]), float(row["offset"]))
            for row in csv.DictReader(file)
            for word in row["words"].split("|")
        }


@cache
def _words() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_units(), key=len, reverse=True))
    return re.compile(
        rf"[\s-]?(?P<unit>{words})(?![\w²³/])(?![’']?-\w)|[\s-](?P<long>(?:metre|meter|foot|mile|km)s?)(?=-\w)"
    )


def measured(text: str, start: int) -> Measured | None:
    """The unit of measure that stands at `start`, after a space or a hyphen, with its rate; else None."""
    match = _words().match(text, start)
    if match is None:
        return None
    rate = _RATE.match(text, match.end())
    end = rate.end() if rate else match.end()
    return Measured(text[match.start(match.lastgroup or 0) : end], end)


def si(value: float, unit: str) -> tuple[float, str] | None:
    """What `value` of a unit is in SI; None where the unit is no measure, or per week or longer.

    >>> si(65, "nautical miles")
    (120380.0, 'm')
    """
    found = _units().get(unit)
    if found is None:
        rate = _RATE.search(unit)
        found = _units().get(unit[: rate.start()]) if rate and rate.end() == len(unit) else None
        seconds = _SECONDS.get(rate[1].lower()) if rate else None
        if found is None or seconds is None:
            return None
        found = _Unit(f"{found.si}/s", found.factor / seconds, 0.0)
    return float(f"{value * found.factor + found.offset:.12g}"), found.si
