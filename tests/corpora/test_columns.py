from datetime import UTC, date, datetime

import pytest

from geobrief.corpora.columns import columns_of, day_of, document_of
from geobrief.corpora.values import Columns
from geobrief.errors import ArticleError


@pytest.mark.parametrize(
    ("names", "text", "title"),
    [
        (["text", "title"], "text", "title"),
        (["ID", "Headline", "Article Text"], "Article Text", "Headline"),
        (["maintext", "title", "description"], "maintext", "title"),
        (["full_text", "body"], "body", None),
        (["summary", "n"], None, None),
    ],
)
def test_columns_are_found_by_their_names(names: list[str], text: str | None, title: str | None) -> None:
    found = columns_of(names, Columns())
    assert (found.get("text"), found.get("title")) == (text, title)


def test_a_column_that_is_given_goes_before_one_that_is_known() -> None:
    assert columns_of(["text", "ocr"], Columns(text="ocr"))["text"] == "ocr"
    assert "text" not in columns_of(["text"], Columns(text="ocr"))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-06-20", "2025-06-20"),
        ("2025-06-20 08:15:00+02:00", "2025-06-20"),
        ("Fri, 20 Jun 2025 08:15:00 +0200", "2025-06-20"),
        (date(2025, 6, 20), "2025-06-20"),
        (datetime(2025, 6, 20, 8, tzinfo=UTC), "2025-06-20"),
        ("some day", ""),
        ("", ""),
        (None, ""),
        (20250620, ""),
    ],
)
def test_a_day_is_read_as_tables_have_it(value: object, day: str) -> None:
    assert day_of(value) == day


def test_half_a_surrogate_pair_spoils_nothing() -> None:
    document, own_id = document_of(
        {"text": "Oslo \ud800\r\nRain", "id": 7}, {"text": "text", "id": "id"}, "x#1"
    )
    assert (document.text, own_id) == ("Oslo \ufffd\nRain", "7")


def test_a_text_that_is_too_long_is_none() -> None:
    with pytest.raises(ArticleError, match="split it"):
        document_of({"text": "a" * 5_000_001}, {"text": "text"}, "x#1")
