from pathlib import Path

import pytest

from geobrief.errors import ArticleError
from geobrief.text.collection import read_articles


def test_articles_keep_their_order_and_get_names_of_their_own(tmp_path: Path) -> None:
    for folder, text in (("monday", "Rain in Oslo."), ("tuesday", "Sun in Rome.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "weather.txt").write_text(text)
    documents = read_articles([tmp_path / "tuesday" / "weather.txt", tmp_path / "monday" / "weather.txt"])
    assert [(document.id, document.text.strip()) for document in documents] == [
        ("weather.md", "Sun in Rome."),
        ("weather-2.md", "Rain in Oslo."),
    ]


def test_one_missing_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("Rain in Oslo.")
    with pytest.raises(ArticleError, match=r"gone\.txt"):
        read_articles([tmp_path / "there.txt", tmp_path / "gone.txt"])
