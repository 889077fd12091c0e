"""Text of any kind on one line that XML holds, cut where it is long, parted by direction."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from geobrief.export.report.text import Direction, direction_of, one_line, stretches

DIRECTIONS: tuple[Direction, ...] = ("ltr", "rtl")


@given(st.text(st.characters()))
def test_whatever_it_was_xml_holds_it_on_one_line(text: str) -> None:
    line = one_line(text)
    made = etree.Element("a")
    made.text = line
    assert etree.fromstring(etree.tostring(made)).text == (line or None)
    assert not set(line) & set("\n\r\t\u2028\u2029")


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)


def test_no_break_spaces_stay() -> None:
    assert one_line("12\u00a0km, 1\u2009–\u20095 \u202f!") == "12\u00a0km, 1\u2009–\u20095 \u202f!"


def test_what_turns_the_direction_ends_with_the_text() -> None:
    assert one_line("\u202babc") == "\u202babc\u202c"
    assert one_line("\u2067abc\u2069") == "\u2067abc\u2069"


def test_no_text_is_shown_in_another_order_than_it_is_written_in() -> None:
    assert one_line("\u202eabc\u202d") == "abc"


@given(st.text(), st.sampled_from(DIRECTIONS))
def test_stretches_are_the_text_and_alternate(text: str, base: Direction) -> None:
    found = stretches(text, base)
    assert "".join(words for words, _ in found) == text
    assert all(one[1] != other[1] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "way"), [("NHK قال", "ltr"), ("2025: قال NHK", "rtl"), ("12", "rtl"), ("שלום", "rtl")]
)
def test_the_first_letter_tells_the_direction(text: str, way: Direction) -> None:
    assert direction_of(text, "rtl") == way
