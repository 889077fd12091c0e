"""A number as all the values that it leaves open, so that two can be held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from geobrief.model import Quantity

__all__ = ["Figure", "conflict", "figure_of"]

_ROUNDED: Final = 0.05
"""How much of itself a number may be off by rounding, at most: "12,000" may stand for 11,600."""
_ABOUT: Final = 0.1
"""The same for "about" and its kind."""


class Figure(NamedTuple):
    """A closed interval of values."""

    low: float
    high: float
    against: bool = False
    """Whether the text speaks against it: the source denies or doubts that it is so."""


def figure_of(quantities: Sequence[Quantity], *, against: bool = False) -> Figure:
    """What a quantity, or the two ends of a range, leaves open; in SI where its unit is a measure.

    >>> figure_of([Quantity(12000, "workers", "more than 12,000 workers", bound="at least")])
    Figure(low=12000, high=inf, against=False)
    """
    if len(quantities) > 1:
        values = [_value(quantity) for quantity in quantities]
        return Figure(min(values), max(values), against)
    return Figure(*_interval(_value(quantities[0]), quantities[0].bound), against)


def conflict(first: Figure, second: Figure) -> bool:
    """Whether the two cannot both hold.

    >>> conflict(Figure(12000, float("inf")), Figure(9500, 10500))
    True
    """
    meet = first.low <= second.high and second.low <= first.high
    if first.against and second.against:
        return False
    return meet if first.against or second.against else not meet


def _value(quantity: Quantity) -> float:
    return quantity.value if quantity.value_si is None else quantity.value_si


def _interval(value: float, bound: str) -> tuple[float, float]:
    if bound == "at least":
        return value, inf
    if bound == "at most":
        return -inf, value
    off = _ABOUT * abs(value) if bound == "about" else min(_half_step(value), _ROUNDED * abs(value))
    return value - off, value + off


def _half_step(value: float) -> float:
    """Half a unit of the last digit that is not 0: 500 of 12,000, and 0.05 of 1.4."""
    mantissa, exponent = f"{value:.5e}".split("e")
    decimals = len(mantissa.rstrip("0").partition(".")[2])
    return 0.5 * 10.0 ** (int(exponent) - decimals)
