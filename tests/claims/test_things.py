"""What is counted, under one name."""

import pytest

from geobrief.claims.causes import causes_in
from geobrief.claims.things import thing_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "troops"),
        ("houses", "homes"),
        ("dead", "deaths"),
        ("local workers", "labourers"),
        ("drones a month", "drones per month"),
        ("police officers", "policemen"),
    ],
)
def test_words_for_the_same_thing_are_one(one: str, other: str) -> None:
    assert thing_of(one) == thing_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldiers", "fighters"),
        ("armoured vehicles", "vehicles"),
        ("drones a month", "drones a year"),
        ("North Korean workers", "South Korean workers"),
        ("people", "children"),
    ],
)
def test_words_for_different_things_are_two(one: str, other: str) -> None:
    assert thing_of(one) != thing_of(other)


def test_a_disaster_is_told_by_any_of_its_words() -> None:
    assert causes_in("The blaze spread.") == causes_in("A fire broke out.") == {"fire"}
    assert causes_in("Nothing happened.") == frozenset()
