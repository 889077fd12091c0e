from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.errors import ArticleError
from geobrief.model import Document
from geobrief.text.articles import LARGEST, parse_article, read_article, write_article

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Ferry runs again | Harbour Daily</title>
<meta property="og:title" content="Ferry runs again"><meta property="og:site_name" content="Harbour Daily">
<meta property="article:published_time" content="2024-05-02T08:00:00Z">
<link rel="canonical" href="https://harbour.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferry runs again</h1>
<p>The ferry between Kiel and Klaipėda sails again, <b>the port authority</b> said on Thursday.</p>
<p>A broken ramp had stopped it for &lt;script&gt;nine&lt;/script&gt; days,
and lorries waited in long queues.</p>
</article><footer>All rights reserved</footer></body></html>"""


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def refusal(path: Path | str) -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_plain_text_has_no_title(tmp_path: Path) -> None:
    document = read_article(written(tmp_path, "river.txt", b"The Oder rose.\r\nNysa was warned.\r"))
    assert document == Document(id="river.md", text="The Oder rose.\nNysa was warned.\n")


def test_front_matter_gives_the_fields(tmp_path: Path) -> None:
    fields = "title: 1984\npublished: 2024-05-02\nurl: https://a.example\npublisher: Daily\nlanguage: no\n"
    source = f"---\n{fields}---\n\nText.\n"
    document = read_article(written(tmp_path, "old.md", source.encode()))
    assert document == Document("old.md", "Text.\n", "1984", "2024-05-02", "https://a.example", "Daily", "no")


def test_a_date_and_time_becomes_a_date() -> None:
    assert (
        parse_article("---\npublished: 2024-05-02T23:30:00Z\n---\nText.", id="a.md").published == "2024-05-02"
    )


def test_a_heading_is_the_title_where_none_is_given_and_stays_in_the_text() -> None:
    document = parse_article("# Ferry runs again #\n\nText.\n", id="a.md")
    assert (document.title, document.text) == ("Ferry runs again", "# Ferry runs again #\n\nText.\n")
    assert parse_article("---\ntitle: Other\n---\n# Heading\n", id="a.md").title == "Other"


def test_a_dashed_line_without_front_matter_is_text() -> None:
    assert parse_article("---\nDashes opened the page.\n", id="a.md").text == "---\nDashes opened the page.\n"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("---\ntitle: [a\n---\nText.", "line 3: broken YAML"),
        ("---\ntitle: a\n\tb: c\n---\nText.", "line 3: broken YAML"),
        ("---\ntitle: A\npublished: 2025-02-30\n---\nText.", "line 3: published is '2025-02-30'"),
        ("---\npublished: in May\n---\nText.", "write it as an ISO date"),
        ("---\ntitle: A\nText.", "line 1: the front matter is never closed"),
        ("---\n- a\n- b\n---\nText.", "write lines of `key: value`"),
        ("---\nurl: {a: b}\n---\nText.", "line 2: `url` is a list or a table"),
        ("---\n" + "[" * 9000 + "\n---\nText.", "write lines of `key: value`"),
    ],
)
def test_broken_front_matter_is_named_with_its_line(tmp_path: Path, source: str, says: str) -> None:
    message = refusal(written(tmp_path, "bad.md", source.encode()))
    assert message.startswith(str(tmp_path / "bad.md"))
    assert says in message


def test_html_gives_text_and_metadata(tmp_path: Path) -> None:
    document = read_article(written(tmp_path, "ferry.html", PAGE.encode()))
    assert document.title == "Ferry runs again"
    assert document.published == "2024-05-02"
    assert document.publisher == "Harbour Daily"
    assert document.url == "https://harbour.example/ferry"
    assert document.language == "en-GB"
    paragraphs = document.text.splitlines()
    assert (
        "The ferry between Kiel and Klaipėda sails again, the port authority said on Thursday." in paragraphs
    )
    assert any("<script>nine</script>" in paragraph for paragraph in paragraphs)
    assert "Sport" not in document.text


def test_html_in_a_declared_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-13">').encode("iso-8859-13")
    assert "Klaipėda" in read_article(written(tmp_path, "ferry.htm", page)).text


def test_html_without_an_article_is_refused(tmp_path: Path) -> None:
    page = b"<html><body><nav><a href='/'>Home</a></nav></body></html>"
    assert "no article text" in refusal(written(tmp_path, "menu.html", page))


@pytest.mark.parametrize(
    ("data", "text"), [(PAGE, "sails again, the port"), ("The Oder rose.", "The Oder rose.")]
)
def test_standard_input_is_read_as_what_it_is(data: str, text: str) -> None:
    program = "from geobrief.text.articles import *; d = read_article('-'); print(d.id); print(d.text)"
    ran = subprocess.run(
        [sys.executable, "-c", program], input=data, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.startswith("article.md\n")
    assert text in ran.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_western_text(tmp_path: Path, encoding: str) -> None:
    text = "It’s “late”, said the mayor of Nîmes – où l’eau a monté – and of Málaga."
    assert read_article(written(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_cyrillic_in_an_old_encoding(tmp_path: Path) -> None:
    text = "Мэр сказал, что город затоплен водой, и попросил жителей уехать на север."
    assert read_article(written(tmp_path, "a.txt", text.encode("cp1251"))).text == text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.md", b"---\ntitle: A\n---\n \n\n", "is empty"),
        ("a.pdf", b"%PDF-1.7 \x00\x01", "looks like a PDF; save its text"),
        ("a.docx", b"PK\x03\x04\x14\x00", "Word or LibreOffice"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "looks like a PNG image"),
        ("a.txt", b"Text\x00with a zero", "binary file"),
        ("a.txt", bytes(range(256)) * 8, "binary file"),
        ("a.txt", "Köln, Łódź und Çanakkale\nCafé\n".encode() + b"\xff", "broken byte 0xff on line 3"),
        ("a.txt", b"x" * (LARGEST + 1), "has 5.0 MB, more than the 5 MB"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = written(tmp_path, name, data)
    message = refusal(path)
    assert message.startswith(str(path))
    assert says in message


def test_missing_paths_and_folders_are_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.txt")
    assert "is a folder" in refusal(tmp_path)
    assert "cannot be read" in refusal("a\x00b")


HOSTILE = "</script> `${x}` C:\\data\\2019 <img onerror=alert(1)> a\u2028b \u202eשלום مرحبا\n"


def test_hostile_text_survives_as_it_is(tmp_path: Path) -> None:
    document = Document("a.md", HOSTILE, title=HOSTILE, publisher="\"quoted\": 'twice' # no")
    path = written(tmp_path, "a.md", write_article(document).encode())
    assert read_article(path) == document


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


@given(
    st.builds(
        Document,
        id=st.just("a.md"),
        text=texts | texts.map("---\n{}".format) | texts.map("# {}".format) | texts.map("\n{}".format),
        title=st.text(st.characters(exclude_categories=["Cs"])),
        published=st.just("") | st.dates().map(str),
        url=texts,
        publisher=texts,
        language=st.sampled_from(["", "en", "no", "null", "~", "1.0"]),
    )
)
def test_parsing_what_was_written_gives_the_same(document: Document) -> None:
    assert parse_article(write_article(document), id=document.id) == document


def read_or_refuse(path: Path) -> str:
    """The text, or the message with which it was refused."""
    try:
        return read_article(path).text
    except ArticleError as error:
        return str(error)


@given(st.binary(max_size=400) | st.binary(max_size=40).map(b"---\n".__add__))
def test_any_bytes_are_an_article_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    assert read_or_refuse(path).strip()
