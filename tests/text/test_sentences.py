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
        ("It fell in May. Banks closed.", ["It fell in May.", "Banks closed."]),
        ("He was ill. Doctors came.", ["He was ill.", "Doctors came."]),
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


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u2028", "\u202f", "\u3000"])
def test_any_white_space_may_stand_before_a_full_stop(space: str) -> None:
    assert split(f"It was plan B{space}. It failed.") == [f"It was plan B{space}.", "It failed."]


def test_a_long_paragraph_is_split_as_its_parts_are() -> None:
    sentence = "Dr. Ruiz said “it rained. It rained” on 3.5 days. "
    assert split(sentence * 1000) == [sentence.strip()] * 1000


def test_what_has_no_end_is_ended_by_its_length() -> None:
    text = "word " * 10_000
    found = split(text)
    assert max(map(len, found)) <= 8_000
    assert " ".join(found) == text.strip()
