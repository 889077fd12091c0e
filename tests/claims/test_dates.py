from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.dates import date_spans, when

WEDNESDAY = "2024-09-18"


def interval(sentence: str, published: str = WEDNESDAY) -> str | None:
    found = when(sentence, published)
    return f"{found.start}/{found.end}" if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It fell on 3 March 2025.", "2025-03-03/2025-03-03"),
        ("It fell on Sept. 11, 2001.", "2001-09-11/2001-09-11"),
        ("It fell on 2024-02-29.", "2024-02-29/2024-02-29"),
        ("It rained between 12 and 16 September 2024.", "2024-09-12/2024-09-16"),
        ("It rained from 30 August to 2 September 2024.", "2024-08-30/2024-09-02"),
        ("It rained on March 3-5, 2024.", "2024-03-03/2024-03-05"),
        ("It rained from November 2023 to May 2024.", "2023-11-01/2024-05-31"),
        ("They ruled from 2014 to 2019.", "2014-01-01/2019-12-31"),
        ("It opened in June 2024.", "2024-06-01/2024-06-30"),
        ("It opened in late June 2024.", "2024-06-21/2024-06-30"),
        ("It opened in late 2024.", "2024-09-01/2024-12-31"),
        ("It opened in spring 2022.", "2022-03-01/2022-05-31"),
        ("It opened in the winter of 2023.", "2022-12-01/2023-02-28"),
        ("It passed the record of 2013.", "2013-01-01/2013-12-31"),
    ],
)
def test_absolute_dates_need_no_day_of_publication(sentence: str, expected: str) -> None:
    assert interval(sentence, "") == interval(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It fell yesterday.", "2024-09-17/2024-09-17"),
        ("It fell on Monday.", "2024-09-16/2024-09-16"),
        ("It fell on Wednesday.", "2024-09-18/2024-09-18"),
        ("It will fall on Friday.", "2024-09-20/2024-09-20"),
        ("It fell last week.", "2024-09-09/2024-09-15"),
        ("It falls this month.", "2024-09-01/2024-09-30"),
        ("It fell last year.", "2023-01-01/2023-12-31"),
        ("It will fall next month.", "2024-10-01/2024-10-31"),
        ("It fell three days ago.", "2024-09-15/2024-09-15"),
        ("It fell two months ago.", "2024-07-01/2024-07-31"),
        ("It fell over the past three weeks.", "2024-08-28/2024-09-18"),
        ("It fell in October.", "2023-10-01/2023-10-31"),
        ("It will fall in October.", "2024-10-01/2024-10-31"),
        ("It fell on 5 May.", "2024-05-05/2024-05-05"),
        ("It fell on Feb. 29.", "2024-02-29/2024-02-29"),
    ],
)
def test_relative_dates_are_reckoned_from_the_day_of_publication(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected
    assert interval(sentence, "") is None


def test_since_reaches_to_the_day_of_publication() -> None:
    assert interval("It is shut since February 2023.") == "2023-02-01/2024-09-18"


def test_the_time_of_the_event_comes_before_that_of_the_speech() -> None:
    assert interval("The mayor said on Monday that it opened in 2019.") == "2019-01-01/2019-12-31"
    assert interval("It is open, the mayor said on Monday.") == "2024-09-16/2024-09-16"


@pytest.mark.parametrize(
    "sentence", ["It may 5.", "On 31 February 2024.", "2000 soldiers came.", "Flight 2024.", ""]
)
def test_what_is_no_date(sentence: str) -> None:
    assert interval(sentence) is None


PIECES = [
    "in",
    "since",
    "5",
    "31",
    "May",
    "2024",
    "to",
    "-",
    "last",
    "year",
    "Friday",
    "ago",
    "three",
    "early",
    "1500",
    "months",
    "the",
    "past",
]


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.just("") | st.dates().map(str),
)
def test_any_text_gives_a_closed_interval_or_none(sentence: str, published: str) -> None:
    found = when(sentence, published)
    if found is not None:
        assert date.fromisoformat(found.start) <= date.fromisoformat(found.end)
        assert found.text in sentence
    for start, end in date_spans(sentence):
        assert 0 <= start < end <= len(sentence)
