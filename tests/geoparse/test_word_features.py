from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from geobrief.geoparse.proposals import propose
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.word_features import word_features
from geoparse.small_gazetteer import SmallGazetteer

GAZETTEER = SmallGazetteer()


def features(text: str, word: str) -> set[str]:
    """The features of a word of a text."""
    reading = Reading(text, GAZETTEER)
    rows = word_features(reading, *propose(reading))
    (row,) = (row for each, row in zip(reading.text.words, rows, strict=True) if each.text == word)
    return set(row)


def test_a_word_has_its_form_and_the_lists_that_hold_it() -> None:
    found = features("Talks in Kyiv ended.", "Talks")
    assert {"word=talks", "shape=Xxx", "capital", "initial", "is=ordinary", "known=no"} <= found


def test_a_known_name_tells_what_it_may_mean_and_not_which_place_it_is() -> None:
    found = features("Envoys flew to Ukraine today.", "Ukraine")
    assert {"known first", "kind=country 0", "main name=True", "proposed=first", "sign=located"} <= found


def test_a_word_sees_two_words_to_either_side() -> None:
    found = features("Trains from Kharkiv to Paris stopped.", "Kharkiv")
    assert {"-2word=trains", "-1word=from", "-1is=locative", "+1word=to", "+2word=paris"} <= found


def test_what_speaks_against_a_name_is_a_feature() -> None:
    assert "against=company" in features("Investors left Phoenix Capital after the audit.", "Phoenix")


def test_marks_beside_a_word_are_features() -> None:
    found = features("A fire in Paris, Texas.", "Texas")
    assert {"gap before=,", "before=paris ,", "sign=holds"} <= found


@given(st.text(max_size=60))
def test_each_word_has_features_whatever_the_text(text: str) -> None:
    reading = Reading(text, GAZETTEER)
    rows = word_features(reading, *propose(reading))
    assert len(rows) == len(reading.text.words)
    assert all(isinstance(feature, str) and feature for row in rows for feature in row)
    assert all(len(row) == len(set(row)) for row in rows)


def test_what_is_too_long_for_a_word_does_not_stay_in_memory() -> None:
    features("He saw Kyiv.", "Kyiv")
    tracemalloc.start()
    try:
        for number in range(5):
            features(f"He saw X{number}{'y' * 200_000} in Kyiv.", "Kyiv")
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 200_000
