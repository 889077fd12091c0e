"""A change made on what somebody saw, done to what the brief has become."""

from dataclasses import replace

import pytest

from geobrief.editor.based import Based, Clash, ClashError
from geobrief.editor.changes import AddPlace, MovePlace, RemovePlace, SetPlace
from geobrief.model import Brief, Place

KYIV = Place("kyiv", "Kyiv", lon=30.5, lat=50.4)
SEEN = Brief(places=(KYIV,))


def with_note(note: str) -> Brief:
    return Brief(places=(replace(KYIV, note=note),))


def test_another_field_that_somebody_changed_stays() -> None:
    after = Based(MovePlace("kyiv", 31.0, 50.0), SEEN).applied(with_note("theirs"))
    assert (after.places[0].note, after.places[0].lon) == ("theirs", 31.0)


def test_the_same_field_is_refused_with_both_values() -> None:
    with pytest.raises(ClashError) as raised:
        Based(SetPlace("kyiv", {"note": "mine"}), SEEN).applied(with_note("theirs"))
    assert raised.value.clashes == (Clash("place", "kyiv", "note", "mine", "theirs"),)


def test_the_same_value_is_no_conflict() -> None:
    assert Based(SetPlace("kyiv", {"note": "one"}), SEEN).applied(with_note("one")) == with_note("one")


def test_what_is_gone_is_not_changed_and_what_was_changed_is_not_removed() -> None:
    with pytest.raises(ClashError) as raised:
        Based(SetPlace("kyiv", {"note": "mine"}), SEEN).applied(Brief())
    assert raised.value.clashes[0].theirs is None
    with pytest.raises(ClashError) as raised:
        Based(RemovePlace("kyiv"), SEEN).applied(with_note("theirs"))
    assert raised.value.clashes[0].yours is None


def test_two_that_add_both_do() -> None:
    now = Brief(places=(KYIV, Place("lviv", "Lviv")))
    after = Based(AddPlace(Place("lviv", "Lviv", lon=24.0, lat=49.8)), SEEN).applied(now)
    assert [place.id for place in after.places] == ["kyiv", "lviv", "lviv-2"]
