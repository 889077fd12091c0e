import pytest

from geobrief.gazetteer.alternates import initials, kept_alternates
from geobrief.gazetteer.entries import NameRank


@pytest.mark.parametrize("code", ["ALV", "SPI", "RUEL", "USCHI"])
def test_codes_in_capitals_are_left_out(code: str) -> None:
    assert kept_alternates("Springfield", [code], frozenset()) == {}


def test_initials_of_a_name_are_kept_as_an_abbreviation() -> None:
    kept = kept_alternates("New York City", ["NYC", "JFK", "New York"], frozenset())
    assert kept == {"NYC": NameRank.ABBREVIATION, "New York": NameRank.ALTERNATE}


def test_names_without_a_capital_are_machine_made() -> None:
    kept = kept_alternates("Andong", ["an dao er cheng", "'s-Hertogenbosch", "安东", "Андун"], frozenset())
    assert list(kept) == ["'s-Hertogenbosch", "安东", "Андун"]


def test_words_that_mostly_mean_something_else_are_left_out_as_alternates() -> None:
    assert kept_alternates("Springfield", ["Post Town", "Burns"], frozenset({"burns"})) == {
        "Post Town": NameRank.ALTERNATE
    }


def test_a_single_word_has_no_initials() -> None:
    assert initials("Chicago") == ""
    assert initials("Rio de Janeiro") == "RJ"
