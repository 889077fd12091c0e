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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It has been shut since Monday.", "2024-09-16/2024-09-18"),
        ("It has been shut since early 2023.", "2023-01-01/2024-09-18"),
        ("It has been shut since last August.", "2024-08-01/2024-09-18"),
        ("The ban holds until the end of October.", "2024-09-18/2024-10-31"),
        ("He led the town until 2019.", "/2019-12-31"),
        ("It will open before 1 November.", "2024-09-18/2024-10-31"),
    ],
)
def test_since_and_until_have_one_end_of_their_own(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected


def test_without_a_day_of_publication_the_other_end_is_open() -> None:
    assert interval("It is shut since February 2023.", "") == "2023-02-01/"
    assert interval("It is shut until May 2026.", "") == "/2026-05-31"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Early June brought rain.", "2024-06-01/2024-06-10"),
        ("Late last year the firm closed.", "2023-09-01/2023-12-31"),
        ("It sold 30 in the last week of June.", "2024-06-24/2024-06-30"),
        ("It sold 30 in the first quarter of 2024.", "2024-01-01/2024-03-31"),
        ("It grew in the second half of 2023.", "2023-07-01/2023-12-31"),
        ("Q3 2023 was bad.", "2023-07-01/2023-09-30"),
        ("It began in mid-2023.", "2023-05-01/2023-08-31"),
        ("It began at the end of 2023.", "2023-12-01/2023-12-31"),
        ("It fell in the first nine months of 2023.", "2023-01-01/2023-09-30"),
        ("It fell by half in the first six months of the year.", "2024-01-01/2024-06-30"),
        ("It burned in the first three weeks of August.", "2024-08-01/2024-08-21"),
        ("It burned in the second week of August.", "2024-08-08/2024-08-14"),
        ("It sold 30 in the final two days of June.", "2024-06-29/2024-06-30"),
    ],
)
def test_parts_of_years_and_months(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected


def test_a_deadline_is_its_last_day() -> None:
    assert interval("It will be done by the end of the year.") == "2024-12-31/2024-12-31"
    assert interval("By the end of 2026 it will be done.", "") == "2026-12-31/2026-12-31"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It lost money in the year to March 2024.", "2023-04-01/2024-03-31"),
        ("In the two weeks ending 15 September it lost 4 ships.", "2024-09-02/2024-09-15"),
        ("It sank three days before Christmas.", "2023-12-22/2023-12-22"),
        ("It sank two days after 30 August.", "2024-09-01/2024-09-01"),
    ],
)
def test_what_is_reckoned_from_a_date(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Two weeks ago it sank.", "2024-09-02/2024-09-08"),
        ("Half a year ago it sank.", "2024-03-01/2024-03-31"),
        ("It sank two decades ago.", "2004-01-01/2004-12-31"),
        ("It sank over the weekend.", "2024-09-14/2024-09-15"),
        ("It will sail at the weekend.", "2024-09-21/2024-09-22"),
        ("It sank on the 9th with all hands.", "2024-09-09/2024-09-09"),
        ("It sank on the 29th.", "2024-08-29/2024-08-29"),
        ("It will sail by next Thursday.", "2024-09-26/2024-09-26"),
        ("A meeting is planned for 5 April in Lima.", "2025-04-05/2025-04-05"),
        ("The treaty ends in March.", "2025-03-01/2025-03-31"),
        ("Peru plans three camps, to open by August.", "2025-08-01/2025-08-31"),
        ("It rained in March and April.", "2024-03-01/2024-04-30"),
        ("Since May 1,865 people have died.", "2024-05-01/2024-09-18"),
    ],
)
def test_relative_dates_as_reporters_write_them(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected
    assert interval(sentence, "") is None


def test_with_slashes_only_what_can_be_read_in_one_way() -> None:
    assert interval("It sank on 25/04/2024.") == interval("It sank on 04/25/2024.") == "2024-04-25/2024-04-25"
    assert interval("It sank on 03/04/2024.") is None


def test_the_day_of_a_dispatch_is_not_that_of_what_it_tells() -> None:
    assert interval("LIMA, Sept. 18 - The dam broke last Friday.") == "2024-09-13/2024-09-13"
    assert interval("LIMA, Sept. 18 (Agency) - The dam broke.") is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It fell on Christmas Day.", "2023-12-25/2023-12-25"),
        ("It fell on Good Friday.", "2024-03-29/2024-03-29"),
        ("It will open next July.", "2025-07-01/2025-07-31"),
        ("It opened last September.", "2023-09-01/2023-09-30"),
        ("It will open in March next year.", "2025-03-01/2025-03-31"),
        ("The previous winter was hard.", "2023-12-01/2024-02-29"),
        ("It opened earlier this year.", "2024-01-01/2024-09-18"),
        ("It will open later this month.", "2024-09-18/2024-09-30"),
        ("It will open in two weeks.", "2024-09-30/2024-10-06"),
        ("Roofs fell overnight.", "2024-09-17/2024-09-18"),
        ("It rained from Saturday to Monday.", "2024-09-14/2024-09-16"),
        ("It rained from May to July.", "2024-05-01/2024-07-31"),
        ("It rained from May 28 to June 3, 2024.", "2024-05-28/2024-06-03"),
        ("It sank on Sunday, 1 September.", "2024-09-01/2024-09-01"),
        ("They thrived in the 1990s.", "1990-01-01/1999-12-31"),
        ("The 2022-23 season was bad.", "2022-01-01/2023-12-31"),
        ("The well could run dry in March.", "2025-03-01/2025-03-31"),
        ("Its target for 2030 is fantasy.", "2030-01-01/2030-12-31"),
    ],
)
def test_named_days_spans_of_days_and_what_lies_ahead(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The firm said in May that it will open in October.", "2024-10-01/2024-10-31"),
        ("The firm, which will close in May, opened in June.", "2024-06-01/2024-06-30"),
        ("In May it will close two wells that it dug in June.", "2025-05-01/2025-05-31"),
        ("A ship left Callao, in Peru, in May, and two are due to follow.", "2024-05-01/2024-05-31"),
        ("It plans to vaccinate 560,000 people aged one and above in May.", "2025-05-01/2025-05-31"),
    ],
)
def test_the_verbs_of_its_clause_tell_whether_a_date_lies_ahead(sentence: str, expected: str) -> None:
    assert interval(sentence) == expected


def test_what_is_told_in_passing_comes_last() -> None:
    assert interval("The mayor, who resigned in 2019, left the town on Monday.") == "2024-09-16/2024-09-16"
    assert interval("The treaty of 1972 ends next month.") == "2024-10-01/2024-10-31"
    assert interval("Sales were down on 2020.") == "2020-01-01/2020-12-31"
    assert interval("It was worse than in 2013 when it burned on Monday.") == "2024-09-16/2024-09-16"


def test_a_duration_is_no_date_and_so_may_be_a_quantity() -> None:
    assert date_spans("It fell by a third in 15 years.") == ()
    assert interval("It began two years earlier.") is None


def test_the_time_of_the_event_comes_before_that_of_the_speech() -> None:
    assert interval("The mayor said on Monday that it opened in 2019.") == "2019-01-01/2019-12-31"
    assert interval("It is open, the mayor said on Monday.") == "2024-09-16/2024-09-16"


@pytest.mark.parametrize(
    "sentence",
    [
        "It may 5.",
        "On 31 February 2024.",
        "2000 soldiers came.",
        "He works on the 19th floor.",
        "Flight 2024.",
        "It is on Easter Island.",
        "",
    ],
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
    "first",
    "of",
    "end",
    "before",
]


@given(
    st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.just("") | st.dates().map(str),
)
def test_any_text_gives_an_interval_or_none(sentence: str, published: str) -> None:
    found = when(sentence, published)
    if found is not None:
        days = [date.fromisoformat(each) for each in (found.start, found.end) if each]
        assert days
        assert days == sorted(days)
        assert found.span is not None
        assert found.text == sentence[slice(*found.span)]
    for start, end in date_spans(sentence):
        assert 0 <= start < end <= len(sentence)
