from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.dates import date_spans
from geobrief.claims.quantities import quantities


def counted(sentence: str) -> list[tuple[float, str]]:
    return [(each.value, each.unit) for each in quantities(sentence, date_spans(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It employs around 1,200 people in Puno.", [(1200, "people")]),
        ("They make 40 patrol boats a year.", [(40, "patrol boats a year")]),
        (
            "Output rose from about 300 cars per month to a planned 500.",
            [(300, "cars per month"), (500, "cars per month")],
        ),
        ("It costs 2 to 3 billion euros.", [(2e9, "euros"), (3e9, "euros")]),
        ("Between 400 and 500 houses burned.", [(400, "houses"), (500, "houses")]),
        ("Some 10-15 boats left.", [(10, "boats"), (15, "boats")]),
        ("It paid $4.5m and €300.", [(4.5e6, "dollars"), (300, "euros")]),
        ("Prices rose 3.5% or 12 per cent.", [(3.5, "percent"), (12, "percent")]),
        ("A dozen ships carried half a million tonnes.", [(12, "ships"), (500_000, "tonnes")]),
        ("Twenty-five guards watched two hundred and six cells.", [(25, "guards"), (206, "cells")]),
        ("Two thirds of the wells are dry.", [(2 / 3, "wells")]),
        ("The flood left six dead and 12 wounded.", [(6, "dead"), (12, "wounded")]),
        ("The water stood 8.5 metres high.", [(8.5, "metres")]),
        ("The river may crest at 54 feet.", [(54, "feet")]),
        ("More than 14\u00a0000 left.", [(14_000, "")]),
        ("In Puno 300 families fled.", [(300, "families")]),
        ("About 2000 soldiers came.", [(2000, "soldiers")]),
    ],
)
def test_what_is_counted(sentence: str, expected: list[tuple[float, str]]) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It opened in 1998 and closed on 5 May 2024.",
        "Ana Ruiz, 45, and her son, aged 9, left.",
        "A 45-year-old man left.",
        "Flight 302 and a Boeing 737 landed.",
        "They fired a Shahed 136 and an S-300 near Highway 1.",
        "Pier No. 5 reopened at 5 p.m. and at 10:30.",
        "Peru won 3-1.",
        "One of the men left the two countries.",
        "Call 555-1234 or see 192.168.0.1.",
        "1" * 400,
    ],
)
def test_what_is_no_quantity(sentence: str) -> None:
    assert counted(sentence) == []


def test_the_words_of_a_quantity_hold_its_bound() -> None:
    assert [each.text for each in quantities("It needs at least 3 to 4 million litres a day.")] == [
        "at least 3 to 4 million litres a day"
    ] * 2


@given(st.text(max_size=60) | st.text(alphabet="0123456789,.- $%tomandbil", max_size=40))
def test_any_text_gives_finite_quantities_in_its_own_words(sentence: str) -> None:
    for quantity in quantities(sentence):
        assert quantity.text in sentence
        assert math.isfinite(quantity.value)
        assert quantity.value > 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Estimates range from 25,000 to tens of thousands.", [(25_000, "at least")]),
        ("They expect 25,000 or more.", [(25_000, "at least")]),
        ("More than 12,000 left and fewer than 300 came.", [(12_000, "at least"), (300, "at most")]),
        ("Between 400 and 500 houses burned.", [(400, "at least"), (500, "at most")]),
        ("Up to 40 trucks, no fewer than 7 boats.", [(40, "at most"), (7, "at least")]),
        ("Nearly 90 wells and 20-odd barns dried up.", [(90, "about"), (20, "about")]),
        ("It held 300+ crates and 60 sacks or so.", [(300, "at least"), (60, "about")]),
        ("Output rose from 300 to 500 cars.", [(300, ""), (500, "")]),
        ("It took over two years and 30 people.", [(2, ""), (30, "")]),
    ],
)
def test_a_number_has_the_bound_that_the_text_gives_it(
    sentence: str, expected: list[tuple[float, str]]
) -> None:
    assert [(each.value, each.bound) for each in quantities(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The blast killed at least three near the quay and wounded two.", [(3, ""), (2, "")]),
        ("Nine in ten of the barns burned.", [(0.9, "barns")]),
        ("A tenth of the herd died; output fell by a third.", [(0.1, "herd"), (1 / 3, "")]),
        ("Two and a half million people moved.", [(2.5e6, "people")]),
        ("A quarter of a million people moved.", [(250_000, "people")]),
        (
            "Two Il-76 transports and six VVER-1000 units came.",
            [(2, "Il-76 transports"), (6, "VVER-1000 units")],
        ),
        ("It needs 5 million US dollars or 100 million won.", [(5e6, "US dollars"), (1e8, "won")]),
        ("At 12:50 on Friday 40 people fell.", [(40, "people")]),
        ("A 2,000-strong force came.", [(2000, "force")]),
        ("It has 90 beds, 30 of them new.", [(90, "beds"), (30, "beds")]),
        ("Three of the five buses burned.", [(3, "buses")]),
        ("Gusts of 120 km/h broke a 300-metre-long pier.", [(120, "km/h"), (300, "metre")]),
        ("Around 5 000 troops left.", [(5000, "troops")]),
        ("It made SEK 3.4 billion and USD 40m.", [(3.4e9, "kronor"), (4e7, "dollars")]),
        ("12,000 stayed and 300 armed men came.", [(12_000, ""), (300, "armed men")]),
        ("The army put the toll in Goma at 30.", [(30, "")]),
        ("The number of dead stood at 1,200.", [(1200, "")]),
        ("Twelve of the city's 30 schools are open.", [(12, "schools"), (30, "schools")]),
    ],
)
def test_shares_compounds_and_numbers_without_a_noun(
    sentence: str, expected: list[tuple[float, str]]
) -> None:
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Call +49 30 1234567 now.",
        "They lost by 3 to 1, and the vote was 52 to 48.",
        "It stands at 12 Baker Street, 10115 Berlin.",
        "Resolution 2254 and Category 4 came on day 3.",
        "A third broker disagreed.",
        "The guests put their bags down at 30 Baker Street.",
        "They met at 12.",
    ],
)
def test_numbers_that_only_name(sentence: str) -> None:
    assert counted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "unit", "counts", "value_si", "unit_si"),
    [
        ("It lies 65 nautical miles away.", "nautical miles", "", 120_380, "m"),
        ("Waves of 1.2 metres came.", "metres", "", 1.2, "m"),
        ("Some 63,000 tonnes of maize left.", "tonnes", "maize", 63_000_000, "kg"),
        ("It lets 340 cubic metres a second pass.", "cubic metres a second", "", 340, "m3/s"),
        ("It burned 300kg of raw powder.", "kg", "raw powder", 300, "kg"),
        ("It was 45 degrees Celsius.", "degrees Celsius", "", 318.15, "K"),
        ("It sold 20 tonnes a week.", "tonnes a week", "", None, ""),
        ("It lost 300 tons and 40 people.", "tons", "", None, ""),
    ],
)
def test_measures_carry_their_value_in_si(
    sentence: str, unit: str, counts: str, value_si: float | None, unit_si: str
) -> None:
    first = quantities(sentence)[0]
    assert (first.unit, first.counted, first.unit_si) == (unit, counts, unit_si)
    assert first.value_si == (None if value_si is None else pytest.approx(value_si))


def test_a_quantity_keeps_where_it_was_read() -> None:
    sentence = "Trucks took more than 40 tonnes of rice or 30 sacks."
    for quantity in quantities(sentence):
        assert quantity.span is not None
        assert sentence[slice(*quantity.span)] == quantity.text
