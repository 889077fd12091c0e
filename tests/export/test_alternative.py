"""What a map shows, told to those who do not see it."""

from dataclasses import replace

import pytest

from export.still.briefs import holed, places
from geobrief.export.alternative import alternative_text
from geobrief.model import Brief, Place
from geobrief.render.messages import LANGUAGES


def test_places_claims_movements_and_the_main_claims_are_told() -> None:
    told = alternative_text(places(("Kyiv", 30.5, 50.4), ("Lviv", 24.0, 49.8), flow=True))
    assert told == (
        "Map of 2 places: Kyiv, Lviv. 3 claims: 3 stated. Arrows show movements: Kyiv to Lviv. "
        "Among them: “Kyiv is open” (stated); “120 people left” (stated)."
    )


def test_many_places_are_counted_and_certainties_told_the_surest_first() -> None:
    many = places(*((f"Hill {number}", number, 10.0) for number in range(30)))
    assert "Hill 7 and 22 more." in alternative_text(many)
    assert "2 claims: 1 claimed, 1 doubted." in alternative_text(holed())
    assert "“The zone is closed” (claimed, Kyiv)" in alternative_text(holed())


def test_what_is_not_located_is_told() -> None:
    brief = replace(
        places(("Kyiv", 30.5, 50.4)),
        places=(*places(("Kyiv", 30.5, 50.4)).places, Place(id="x", name="Xanadu")),
    )
    assert alternative_text(brief).endswith("Not located: Xanadu.")
    capital = Brief(places=(Place(id="x", name="Washington, D.C."),))
    assert alternative_text(capital).endswith("Not located: Washington, D.C.")
    assert alternative_text(Brief()) == "The text names no place that could be found."


def test_long_quotes_are_cut_at_a_word() -> None:
    brief = places(("Kyiv", 30.5, 50.4))
    long = replace(brief.claims[0], quote="very " * 100 + "long")
    told = alternative_text(replace(brief, claims=(long,)))
    assert "very very…” (stated)" in told
    assert len(told) < 260


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_each_language_of_the_interface(language: str) -> None:
    told = alternative_text(places(("Kyiv", 30.5, 50.4), ("Lviv", 24.0, 49.8), flow=True), language)
    assert "Kyiv" in told
    assert "{" not in told
