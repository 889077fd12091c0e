"""Texts of thousands of names: memory grows as the text does; `benchmarks/growth.py` tells of time."""

from __future__ import annotations

import tracemalloc

import pytest

from geobrief.gazetteer.found import Found
from geobrief.geoparse.containers import holds
from geoparse.small_gazetteer import country, town
from many_names import resolutions_of

FEW, MANY = 1_500, 6_000
MOST_TIMES = 5.0
"""Four times the names need four times as much, and a little more; their square would be sixteen times."""


def most_bytes(names: int) -> float:
    tracemalloc.start()
    try:
        resolutions_of(names)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_resolving_needs_as_much_more_memory_as_there_are_more_names() -> None:
    assert most_bytes(MANY) < MOST_TIMES * most_bytes(FEW)


def test_all_names_of_a_long_text_are_resolved() -> None:
    found = resolutions_of(FEW)

    assert len(found) == FEW
    assert all(each.candidate is not None and each.candidate.name == each.toponym.name for each in found)


def test_towns_that_hold_nothing_are_not_compared_with_all_the_places_of_another_name() -> None:
    inner = Found(200, lambda at: pytest.fail(f"asked for place {at} of a name that nothing holds"))
    outer = [town("San José", f"CR.{at}", at, 10.0, 1_000) for at in range(100)]

    assert not holds(outer, inner)
    assert holds(
        [*outer, country("Costa Rica", "CR", -84.0, 10.0)], [town("Liberia", "CR.1", -85.4, 10.6, 1)]
    )
