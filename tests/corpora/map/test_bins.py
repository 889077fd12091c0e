"""Steps of time: as fine as a timeline can show."""

from datetime import date

import duckdb
import pytest

from geobrief.corpora.map.bins import bins_for


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2024, 3, 1), date(2024, 3, 1), 0),
        (date(2024, 1, 31), date(2024, 3, 31), 0),
        (date(2024, 1, 31), date(2026, 3, 31), 1),
        (date(2000, 1, 31), date(2026, 3, 31), 3),
        (date(1900, 1, 31), date(2026, 3, 31), 12),
    ],
)
def test_both_ends_are_in_the_first_and_the_last_bin(first: date, last: date, months: int) -> None:
    bins = bins_for(first, last)
    assert bins.months == months
    query = f"SELECT {bins.sql} FROM (VALUES (DATE '{first}'), (DATE '{last}'), (NULL)) AS days(day)"
    assert duckdb.sql(query).fetchall() == [(1,), (bins.count,), (0,)]


def test_without_days_there_are_no_bins() -> None:
    assert bins_for(None, None).count == 0
