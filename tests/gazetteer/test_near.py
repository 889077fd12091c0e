"""Which names are a slip of the keyboard away from one that the gazetteer lacks."""

import pytest

from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.near import near


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tatarstann", "Tatarstan"),  # one letter too many
        ("Petrsburg", "Saint Petersburg"),  # one too few
        ("Yenen", "Yemen"),  # one for another
        ("Kiyv", "Kyiv"),  # two swapped
        ("Pyong yang", "Pyongyang"),  # a space
        ("Novokuybishevks", "Novokuybyshevsk"),  # two slips
        ("Одееса", "Odesa"),  # another script
    ],
)
def test_the_best_known_place_of_a_name_a_slip_away_comes_first(
    gazetteer: Gazetteer, typed: str, meant: str
) -> None:
    assert not gazetteer.candidates(typed)
    assert near(gazetteer, typed)[0].name == meant


@pytest.mark.parametrize("typed", ["", "Xqz", "Qwxzyborough", "ÅÅÅÅÅÅÅÅ", "a" * 5000])
def test_what_is_near_no_name_gives_none(gazetteer: Gazetteer, typed: str) -> None:
    assert near(gazetteer, typed) == ()


def test_each_place_is_told_once_and_no_more_than_were_asked_for(gazetteer: Gazetteer) -> None:
    places = near(gazetteer, "Petrsburg", most=2)
    assert len({place.id for place in places}) == len(places) == 2
