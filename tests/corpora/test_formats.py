import gzip
from pathlib import Path

import pytest

from corpora.collection import (
    ARTICLES,
    WRITERS,
    archived,
    csv_table,
    json_lines,
    page_of,
    parquet_table,
    web_archive,
)
from geobrief.corpora.formats import cut, read
from geobrief.corpora.sources import find_files
from geobrief.corpora.values import Article, Columns, Item, Rejected
from geobrief.errors import ArticleError, CorpusError


def items(path: Path, size: int = 2, columns: Columns | None = None) -> list[Item]:
    (file,) = find_files([str(path)])
    wanted = columns or Columns()
    stretches = list(cut(file, size, wanted))
    assert all(stretch.count == size for stretch in stretches[:-1])
    found = [list(read(stretch, wanted)) for stretch in stretches]
    assert [len(each) for each in found] == [stretch.count for stretch in stretches]
    return [item for each in found for item in each]


def articles(path: Path, size: int = 2, columns: Columns | None = None) -> list[Article]:
    found = [item for item in items(path, size, columns) if isinstance(item, Article)]
    assert len(found) == len(ARTICLES)
    return found


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("size", [1, 2, 3, 8])
def test_a_file_gives_the_same_articles_however_it_is_cut(name: str, size: int, tmp_path: Path) -> None:
    found = articles(WRITERS[name](tmp_path / name), size)
    assert [each.document.text.strip() for each in found] == [
        # of an HTML page the heading is a part of the text
        (f"{row['headline']}\n" if "warc" in name else "") + row["body"].strip()
        for row in ARTICLES
    ]
    assert [each.document.published for each in found] == [row["date"] for row in ARTICLES]
    assert [each.document.title for each in found] == [row["headline"] for row in ARTICLES]
    assert [each.document.publisher for each in found] == [row["publisher"] for row in ARTICLES]
    assert [each.document.id for each in found] == [f"{name}#{position}" for position in (1, 2, 3)]


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.parquet"])
def test_a_table_tells_what_it_calls_its_articles(name: str, tmp_path: Path) -> None:
    assert [each.own_id for each in articles(WRITERS[name](tmp_path / name))] == ["a", "b", "c"]


def test_a_column_may_be_named(tmp_path: Path) -> None:
    rows = [{"was geschrieben steht": row["body"], "text": "no"} for row in ARTICLES]
    path = csv_table(tmp_path / "news.csv", rows)
    found = articles(path, columns=Columns(text="was geschrieben steht"))
    assert found[2].document.text == ARTICLES[2]["body"]


@pytest.mark.parametrize("name", ["news.csv", "news.parquet"])
def test_a_table_without_a_column_of_text_says_which_it_has(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    writer = csv_table if name.endswith("csv") else parquet_table
    writer(path, [{"number": "1", "colour": "red"}])
    with pytest.raises(CorpusError, match=r"it has number, colour\. Name it: --text COLUMN\."):
        items(path)
    with pytest.raises(CorpusError, match="no column 'body'"):
        items(path, columns=Columns(text="body"))


def test_lines_that_are_no_articles_are_set_aside_under_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(
        '{"text": "Rain fell in Oslo."}\n\nnonsense\n[1]\n{"text": 7}\n{"text": " "}\n{"title": "x"}\n'
    )
    first, *others = items(path)
    assert isinstance(first, Article)
    assert [
        (each.position, each.reason.partition(":")[0]) for each in others if isinstance(each, Rejected)
    ] == [
        (3, "not JSON"),
        (4, "its JSON is no object"),
        (5, "its text is no text"),
        (6, "its text is empty"),
        (7, "its text is missing"),
    ]


def test_a_row_of_too_few_cells_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('id;text\n1;"Rain; in\nOslo."\n2\n3;Snow in Turku.\n', encoding="utf-8")
    first, second, third = items(path)
    assert isinstance(first, Article)
    assert first.document.text == "Rain; in\nOslo."
    assert isinstance(second, Rejected)
    assert second.reason == "it has 1 cells, but the header 2"
    assert isinstance(third, Article)
    assert third.document.id == "news.csv#3"


@pytest.mark.parametrize("name", ["flood.txt", "flood.md", "flood.html"])
def test_a_file_may_be_one_article(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(page_of(ARTICLES[0]) if name.endswith("html") else ARTICLES[0]["body"], encoding="utf-8")
    (found,) = items(path)
    assert isinstance(found, Article)
    assert found.document.id == name
    assert "Wrocław" in found.document.text


def test_a_file_that_is_no_article_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (found,) = items(path)
    assert isinstance(found, Rejected)
    assert "PNG" in found.reason


@pytest.mark.parametrize("name", ["news.jsonl.gz", "news.csv.gz", "news.parquet", "news.warc.gz"])
def test_a_file_that_was_cut_off_says_so(name: str, tmp_path: Path) -> None:
    path = WRITERS[name](tmp_path / name)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ArticleError, match=f"^{name} (cannot be read|is no Parquet file)"):
        items(path)


def test_an_archive_that_was_packed_as_a_whole_says_how_to_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "news.warc.gz"
    path.write_bytes(gzip.compress(web_archive(tmp_path / "news.warc").read_bytes()))
    with pytest.raises(ArticleError, match="warcio recompress"):
        items(path)


def test_text_that_a_crawler_has_taken_out_of_its_pages_is_read(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.wet.gz"
    record = archived("conversion", "https://www.example.com/b", "text/plain", ARTICLES[1]["body"].encode())
    path.write_bytes(gzip.compress(record))
    (found,) = items(path)
    assert isinstance(found, Article)
    assert (found.document.text, found.document.publisher) == (ARTICLES[1]["body"], "example.com")


def test_a_json_line_may_be_split_over_the_file_only(tmp_path: Path) -> None:
    rows = [{"text": f"Rain fell in Oslo {number} times.", "note": "\n"} for number in range(7)]
    path = json_lines(tmp_path / "news.jsonl", rows)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    found = items(path, size=3)
    assert [each.document.text for each in found if isinstance(each, Article)] == [
        row["text"] for row in rows
    ]
    assert [each.position for each in found if isinstance(each, Article)] == [1, 3, 5, 7, 9, 11, 13]
