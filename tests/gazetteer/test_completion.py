"""Places found while they are typed, in the real gazetteer."""

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.completion import Completion, completion_of


@pytest.fixture(scope="module")
def completion(gazetteer: Gazetteer) -> Completion:
    return completion_of(gazetteer)


@pytest.mark.parametrize(
    ("typed", "name", "within"),
    [
        ("vladivos", "Vladivostok", "Primorsky Krai"),
        ("paris", "Paris", "Île-de-France"),
        ("paris, tex", "Paris", "Texas"),
        ("PARIS TEX", "Paris", "Texas"),
        ("springfield illin", "Springfield", "Illinois"),
        ("york", "New York City", "New York"),
        ("новосиб", "Novosibirsk", "Novosibirsk"),
    ],
)
def test_the_likeliest_comes_first(completion: Completion, typed: str, name: str, within: str) -> None:
    first = completion.search(typed)[0]
    assert (first.name, first.within) == (name, within)


def test_a_small_place_is_found_once_its_name_is_whole(completion: Completion) -> None:
    assert any(found.name == "Wonosobo" for found in completion.search("wonosobo"))


def test_each_place_once_and_no_more_than_asked(completion: Completion) -> None:
    for typed in ("a", "san", "new", "kur"):
        found = completion.search(typed, 7)
        assert len(found) == 7
        assert len({candidate.id for candidate in found}) == 7


@pytest.mark.parametrize("typed", ["", " ", ",", "%%%", "\0", "zzzzqqq", "x" * 5000, ", texas"])
def test_nothing_that_is_a_place_gives_nothing(completion: Completion, typed: str) -> None:
    assert completion.search(typed) == ()


def test_the_best_known_of_very_many_beginnings_is_among_the_found(completion: Completion) -> None:
    assert "Mosta" in {found.name for found in completion.search("mosta", 12)}
    assert completion.search("s")[0].population > 5_000_000
