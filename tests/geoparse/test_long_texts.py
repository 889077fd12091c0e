"""Texts of thousands of names, as a list of all towns of a region: time and memory grow as the text does."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Sequence

import pytest

from geobrief.gazetteer.found import Found
from geobrief.geoparse import Resolution, Toponym, resolve
from geobrief.geoparse.containers import holds
from geobrief.model import Candidate, Document
from geoparse.small_gazetteer import country, division, town
from growth import least_seconds

FEW, MANY = 1_500, 6_000
MOST_TIMES = 5.0
"""Four times the names take four times as much, and a little more; their square would be sixteen times."""


class ManyNames:
    """Three towns a name, in as many regions as there are names, and the same name again as a region's."""

    def candidates(self, name: str) -> Sequence[Candidate]:
        number = int(name.split()[1])
        lon, lat = number * 37 % 360 - 180, number * 17 % 140 - 70
        towns = [
            town(name, f"US.{number + at}", (lon + 50 * at) % 360 - 180, lat, 50_000 - at) for at in range(3)
        ]
        return [*towns, division(name, f"US.{number}", lon, lat)]


def resolutions_of(names: int) -> tuple[Resolution, ...]:
    text = ", ".join(f"Town {number:05}" for number in range(names))
    toponyms = [Toponym(12 * at, 12 * at + 10, f"Town {at:05}") for at in range(names)]
    return resolve(Document("a.md", text), toponyms, ManyNames())


def seconds(names: int) -> float:
    return least_seconds(lambda: resolutions_of(names))


def most_bytes(names: int) -> float:
    tracemalloc.start()
    try:
        resolutions_of(names)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("cost", [seconds, most_bytes])
def test_resolving_costs_as_much_more_as_there_are_more_names(cost: Callable[[int], float]) -> None:
    assert cost(MANY) < MOST_TIMES * cost(FEW)


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
