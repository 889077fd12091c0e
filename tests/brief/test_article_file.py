"""The file of an article keeps what was not changed in it."""

from dataclasses import replace

import pytest

from geobrief.brief.article_file import update
from geobrief.text.articles import parse_article

FILE = """---
# kept by the desk
title: Trucks leave   # working title
author: Ana Ruiz
published: 2025-06-20
note: |
  two
  lines
publisher: "The Daily"
tags: [rice, port]
---

# Trucks leave

Forty trucks left.
"""


def changed(file: str, **fields: str) -> str:
    document = replace(parse_article(file, id="a.md"), **fields)  # type: ignore[arg-type]
    made = update(file.encode(), document)
    assert parse_article(made.decode("utf-8-sig").replace("\r\n", "\n"), id="a.md") == document
    return made.decode()


@pytest.mark.parametrize(
    ("fields", "old", "new"),
    [
        ({"title": "Trucks: 40"}, "title: Trucks leave   #", "title: 'Trucks: 40'   #"),
        ({"published": "2025-07-01"}, "2025-06-20", "2025-07-01"),
        ({"publisher": "The Weekly"}, '"The Daily"', "The Weekly"),
        ({"publisher": ""}, 'publisher: "The Daily"\n', ""),
        ({"title": ""}, "title: Trucks leave   #", "title: ''   #"),
        ({"url": "https://example.org/a"}, "port]\n", "port]\nurl: https://example.org/a\n"),
        ({"text": "# Trucks leave\n\nFifty trucks left.\n"}, "Forty", "Fifty"),
    ],
)
def test_nothing_but_the_changed_field_is_another(fields: dict[str, str], old: str, new: str) -> None:
    assert changed(FILE, **fields) == FILE.replace(old, new)


def test_several_fields_change_at_once() -> None:
    made = changed(FILE, title="A", published="", publisher="B", language="en")
    assert "author: Ana Ruiz\nnote: |\n  two\n  lines\n" in made


def test_a_field_of_several_lines_becomes_one() -> None:
    folded = "---\ntitle: >\n  Trucks\n  leave\nauthor: A\n---\nText.\n"
    assert changed(folded, title="Ships") == "---\ntitle: Ships\nauthor: A\n---\nText.\n"


def test_an_empty_field_is_filled() -> None:
    assert (
        changed("---\ntitle:\nauthor: A\n---\nText.\n", title="B") == "---\ntitle: B\nauthor: A\n---\nText.\n"
    )


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    file = "\ufeff" + FILE.replace("\n", "\r\n")
    document = replace(parse_article(FILE, id="a.md"), title="Ships")
    assert update(file.encode(), document).decode() == file.replace("Trucks leave   #", "Ships   #")


def test_a_text_without_front_matter_gets_some_only_where_it_needs_any() -> None:
    assert changed("Forty trucks.\n", text="Fifty trucks.\n") == "Fifty trucks.\n"
    assert changed("Forty trucks.\n", title="Trucks") == "---\ntitle: Trucks\n---\n\nForty trucks.\n"


@pytest.mark.parametrize(
    "file", ["---\n{title: A, author: B}\n---\nText.\n", "---\ntitle: &a A\nnote: *a\n---\nText.\n"]
)
def test_what_cannot_be_changed_in_parts_still_says_what_it_shall(file: str) -> None:
    changed(file, title="C", language="en")
