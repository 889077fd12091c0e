"""The picture's colours are the page's; in grey, lines tell certainties apart."""

import re
from importlib.resources import files
from itertools import combinations

import pytest

from geobrief.export.still.palette import palette
from geobrief.model import CERTAINTIES

SHEET = (files("geobrief.render") / "static" / "tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["sea", "land", "ink", "stated", "reported", "claimed", "possible", "denied"]
)
def test_colours_are_those_of_the_style_sheet(name: str) -> None:
    light, dark = re.findall(rf"--{name}: (#[0-9a-f]{{6}});", SHEET)
    assert palette("light")[name] == light
    assert palette("dark")[name] == dark


def test_print_is_grey() -> None:
    assert all(re.fullmatch(r"#(..)\1\1", colour) for colour in palette("print").colours.values())


def test_in_grey_no_two_certainties_of_different_colours_have_one_line() -> None:
    colours, grey = palette("light"), palette("print")
    for one, other in combinations(CERTAINTIES, 2):
        if colours.of(one) != colours.of(other):
            assert grey.look(one).line != grey.look(other).line, (one, other)
