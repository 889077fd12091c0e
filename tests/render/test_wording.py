"""Dates, numbers, sources and places in the words of a language, as the page says them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_values import briefs, whens
from geobrief.model import Brief, Claim, Place, Quantity, When
from geobrief.render.messages import LANGUAGES, interface
from geobrief.render.symbols import marks
from geobrief.render.wording import (
    day_text,
    exactness_text,
    kind_text,
    place_text,
    quantity_text,
    quantity_texts,
    source_text,
    when_text,
)

ENGLISH, GERMAN = interface("en"), interface("de")
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-06-12", "2024-06-12", "12 June 2024"),
        ("2024-06-01", "2024-06-30", "June 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-01-01", "2024-12-31", "2023 – 2024"),
        ("2024", "2024", "2024"),
        ("2024-06", "2024-06", "June 2024"),
        ("", "2019-12-31", "until 31 December 2019"),
        ("2024-06-01", "", "from 1 June 2024"),
        ("soon", "", "in a while"),
        ("", "", "in a while"),
    ],
)
def test_a_time_is_said_as_coarsely_as_it_is_known(start: str, end: str, text: str) -> None:
    assert when_text(When(start, end, "in a while"), ENGLISH).replace("\u2009", " ") == text


@given(whens, st.sampled_from(LANGUAGES))
def test_every_interval_is_said_with_its_years(when: When, language: str) -> None:
    text = when_text(when, interface(language))
    assert when.start[:4].lstrip("0") in text
    assert when.end[:4].lstrip("0") in text


@pytest.mark.parametrize("iso", ["2024-06-31", "June", "", "20240601"])
def test_what_is_no_date_stays_as_it_is(iso: str) -> None:
    assert day_text(iso, ENGLISH) == iso


def test_a_quantity_keeps_the_words_of_the_text() -> None:
    assert (
        quantity_text(Quantity(25000, "workers", "around 25,000 workers"), ENGLISH) == "around 25,000 workers"
    )
    assert quantity_text(Quantity(25000, "workers", "25000 workers"), GERMAN) == "25.000 workers"
    assert quantity_text(Quantity(2.5, "", ""), GERMAN) == "2,5"


def test_a_range_is_told_once_and_two_numbers_in_the_same_words_twice() -> None:
    low, high = (Quantity(value, "homes", "400 to 500 homes", span=(0, 16)) for value in (400, 500))
    assert quantity_texts((low, high), ENGLISH) == ("400 to 500 homes",)
    assert quantity_texts((low, replace(low, span=(30, 46))), ENGLISH) == ("400 to 500 homes",) * 2


def test_a_source_is_named_or_said_to_be_none() -> None:
    assert (
        source_text(Claim("c", "", "…", by="Budanov", by_name="Kyrylo Budanov"), ENGLISH)
        == "Budanov (Kyrylo Budanov)"
    )
    assert source_text(Claim("c", "", "…", certainty="reported"), ENGLISH) == "no source named"
    assert source_text(Claim("c", "", "…", certainty="possible"), ENGLISH) == "the author"


def test_a_place_says_what_and_where_it_is_and_how_exactly() -> None:
    place = Place("a", "Alabuga", "site", 52.04412, 55.7617, "RU", "Tatarstan", precision="10 km")
    (mark,) = marks(Brief(places=(place,)))
    assert kind_text(place, ENGLISH) == "Site in Tatarstan, Russia"
    assert exactness_text(mark, ENGLISH) == "within about 10 km"
    assert place_text(place, GERMAN) == GERMAN.say("latLon", lat="55,762", lon="52,044")


def test_only_an_area_with_an_outline_is_shown_as_its_whole_area() -> None:
    places = (
        Place(
            "county",
            "Ross County",
            "region",
            -83.06,
            39.34,
            "US",
            precision="area",
            source="geonames:4522889",
        ),
        Place("ohio", "Ohio", "region", -83.0, 40.25, "US", precision="area", source="geonames:5165418"),
        Place("fair", "Fair", "site", 0.5, 0.5, geometry=SQUARE),
    )
    told = [exactness_text(mark, ENGLISH) for mark in marks(Brief(places=places))]
    assert told == ["shown at its centre", "shown as its whole area", "shown as its whole area"]


@given(briefs(), st.sampled_from(LANGUAGES))
def test_whatever_a_place_is_something_is_said_of_it(brief: Brief, language: str) -> None:
    spoken = interface(language)
    for mark in marks(brief):
        assert kind_text(mark.place, spoken)
        assert exactness_text(mark, spoken)
        assert bool(place_text(mark.place, spoken)) == mark.place.located
