"""Numbers as intervals: which can hold together."""

from math import inf

import pytest

from geobrief.claims.figures import Figure, conflict, figure_of
from geobrief.model import Bound, Quantity


def figure(value: float, bound: Bound = "", *, against: bool = False) -> Figure:
    return figure_of([Quantity(value, "people", "", bound)], against=against)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (figure(12000, "at least"), figure(10000)),
        (figure(25000, "about"), figure(12000)),
        (figure(100, "at most"), figure(140)),
        (figure(18), figure(13)),
        (Figure(400, 500), figure(120)),
        (figure(400), figure(400, against=True)),
    ],
)
def test_figures_that_cannot_both_hold_are_in_conflict(first: Figure, second: Figure) -> None:
    assert conflict(first, second)
    assert conflict(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (figure(10000, "at least"), figure(12000)),
        (figure(12000), figure(11800)),
        (figure(25000, "about"), figure(24000)),
        (Figure(400, 500), figure(480)),
        (figure(100, "at most"), figure(60)),
        (figure(400, against=True), figure(300, against=True)),
        (figure(400, against=True), figure(300)),
    ],
)
def test_figures_that_can_both_hold_are_in_none(first: Figure, second: Figure) -> None:
    assert not conflict(first, second)
    assert not conflict(second, first)


def test_a_measure_is_compared_in_si() -> None:
    miles = Quantity(1, "mile", "1 mile", value_si=1609.344, unit_si="m")
    kilometres = Quantity(1.6, "km", "1.6 km", value_si=1600.0, unit_si="m")
    assert not conflict(figure_of([miles]), figure_of([kilometres]))


def test_the_two_ends_of_a_range_are_one_figure() -> None:
    ends = [Quantity(2.0, "euros", "", "at least"), Quantity(3.0, "euros", "", "at most")]
    assert figure_of(ends) == Figure(2.0, 3.0)
    assert figure(5, "at least") == Figure(5, inf)
