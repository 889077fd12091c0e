from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lt. Gen. Anna Kowal, head of the staff, left.",
        "The U.S. Army and the U.N. Security Council disagreed.",
        "Prices rose 3.5% to $4.20 a litre.",
        "Mr. and Mrs. Hall met Sen. Lee (D-Ohio) and Gov. Diaz in St. Louis.",
        "Barrier No. 5 was closed on Jan. 5 and Sept. 11.",
        "It opened at 5 p.m. Monday and closed at 6 a.m. on Tuesday.",
        "J. R. Moor drove from Ft. Worth to Mt. Vernon.",
        "“We came late. Nobody was there. It rained,” she said.",
        'He asked: "Is it far? Is it safe?" and left.',
        "Dr. Okafor spoke.",
    ],
)
def test_a_sentence_stays_whole(sentence: str) -> None:
    assert split(f"{sentence} Then it ended.") == [sentence, "Then it ended."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is in Washington, D.C. He flew there.", ["It is in Washington, D.C.", "He flew there."]),
        ("She left at 7 p.m. The gate closed.", ["She left at 7 p.m.", "The gate closed."]),
        ("“We won.” He left.", ["“We won.”", "He left."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("  a \n\n\t b.  ", ["a", "b."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_they_should(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@given(
    st.text() | st.text(alphabet='aB1. "\n?!“”\u2028\u202e😀'),
    st.sampled_from(["en", "en-GB", "ru", "xx", ""]),
)
def test_sentences_cover_everything_but_white_space(text: str, language: str) -> None:
    spans = sentences(text, language)
    end = 0
    for start, stop in spans:
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        assert "\n" not in text[start:stop]
        end = stop
    assert not text[end:].strip()


def test_a_paragraph_of_a_megabyte_is_split() -> None:
    assert len(sentences("Lt. Gen. Lee won 3.5 to 2 in the U.S. on Jan. 5. " * 20_000)) == 20_000
