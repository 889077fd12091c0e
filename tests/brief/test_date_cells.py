"""Dates in a cell as people and their spreadsheets write them."""

import pytest

from geobrief.brief.date_cells import bounds, day_first, is_ambiguous, serial_day


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-12", "2024-06-12", "2024-06-12"),
        ("2024-06-12 00:00:00", "2024-06-12", "2024-06-12"),
        ("12.06.2024", "2024-06-12", "2024-06-12"),
        ("12.6.24", "2024-06-12", "2024-06-12"),
        ("12.06.95", "1995-06-12", "1995-06-12"),
        ("2024/6/12", "2024-06-12", "2024-06-12"),
        ("2024. 06. 12.", "2024-06-12", "2024-06-12"),
        ("6/25/2024", "2024-06-25", "2024-06-25"),
        ("25/6/2024", "2024-06-25", "2024-06-25"),
        ("25-06-2024", "2024-06-25", "2024-06-25"),
        ("6/6/2024", "2024-06-06", "2024-06-06"),
        ("Jun-24", "2024-06-01", "2024-06-30"),
        ("..", "", ""),
    ],
)
def test_what_can_mean_one_day_only_is_read(cell: str, first: str, last: str) -> None:
    assert bounds(cell) == (first, last)


@pytest.mark.parametrize("cell", ["6/12/2024", "45455", "31.02.2024", "13/13/2024", "Jux-24", "12.06"])
def test_what_cannot_be_told_is_not_guessed(cell: str) -> None:
    assert bounds(cell) is None


def test_other_cells_tell_the_day_from_the_month() -> None:
    assert bounds("6/12/2024", days_first=True) == ("2024-12-06", "2024-12-06")
    assert bounds("6/12/2024", days_first=False) == ("2024-06-12", "2024-06-12")
    assert day_first(["6/12/2024", "12/25/2024"]) is False
    assert day_first(["25/12/2024", "12/25/2024"]) is None
    assert [is_ambiguous(cell) for cell in ("6/12/2024", "6/6/2024", "25/6/2024", "2024")] == [True] + [
        False
    ] * 3


def test_a_serial_is_known_as_one() -> None:
    assert (serial_day("45455"), serial_day("2024"), serial_day("12345678")) == ("2024-06-12", "", "")
