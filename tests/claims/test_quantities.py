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
