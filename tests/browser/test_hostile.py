"""Texts that would break out of a careless page show as they are, and run nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import geobrief
from geobrief.model import Brief, Claim, Document, Mention, Place
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

HOSTILE = [
    "</script><script>window.broken = true</script>",
    "<!-- <script>",
    "a `backtick` and ${window.broken = true}",
    r"C:\data\2019\new",
    '<img src=x onerror="window.broken = true">',
    "line\u2028separator\u2029here",
    "ميناء وونسان بعد الفجر",
    "'\"><svg onload=window.broken=true>",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp; &quot;",
    "]]> %> <?php",
]


def hostile_brief(words: str) -> Brief:
    text = f"Wonsan saw this: {words}. So they say."
    quote = f"Wonsan saw this: {words}."
    return Brief(
        documents=(Document("hostile.md", text, title=words, publisher=words, url="https://example.org/"),),
        mentions=(Mention("hostile.md", 0, 6, "wonsan"),),
        places=(
            Place(
                "wonsan",
                f"Wonsan {words}",
                "city",
                127.44,
                39.15,
                "KP",
                words,
                (words,),
                source=words,
                note=words,
            ),
        ),
        claims=(
            Claim(
                "c1",
                "hostile.md",
                quote,
                ("wonsan",),
                words,
                url="javascript:window.broken=true",
                note=words,
                span=(0, len(quote)),
            ),
        ),
        title=words,
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_show_as_they_are(open_page: Opener, words: str) -> None:
    page = open_page(render_page(hostile_brief(words)))
    page.locator('#map button[data-place="wonsan"]').click()
    card = page.locator('[role="dialog"]:visible')
    expect(card).to_be_visible()
    plain = " ".join(words.split())
    for part in ("#articles", '[role="dialog"]', "#places"):
        shown = " ".join((page.locator(part).text_content() or "").split())
        assert plain in shown, part
    assert page.evaluate("window.broken") is None
    assert page.locator("a[href^='javascript']").count() == 0
    assert " ".join(page.title().split()) == plain


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_page_gives_its_brief_back(tmp_path: Path, words: str) -> None:
    brief = hostile_brief(words)
    page = tmp_path / "hostile.html"
    page.write_text(render_page(brief), encoding="utf-8")
    assert geobrief.read(page).value == brief


def test_a_text_without_a_place_says_so(open_page: Opener) -> None:
    page = open_page(
        render_page(Brief((Document("empty.md", "Nothing happened anywhere.", title="Calm"),), title="Calm"))
    )
    expect(page.locator("#mapping")).to_contain_text("no place")
    assert page.locator("#map button[data-place]").count() == 0
