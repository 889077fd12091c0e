import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from geobrief.brief.records import from_record, to_record
from geobrief.linked.page_jsonld import to_page_jsonld
from geobrief.model import Brief, Claim, Document, Mention, Place
from geobrief.render import render_page
from geobrief.render.document import Page, render_document
from geobrief.render.payload import island_text

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "back`tick ${alert(1)}",
    r"C:\data\2019 \u0041 \n",
    '<img src="https://example.org/x.png" onerror=alert(1)>',
    "line\u2028and\u2029paragraph",
    "\u202eright to left\u202c שלום مرحبا",
    "&lt;b&gt; &amp; ]]> {{ 7 * 7 }} {% raw %}",
    "nul \x00 and surrogate \ud800",
    "\U0001f600 'single' \"double\"",
)


class Parts(HTMLParser):
    """What a browser would see of a page: its tags, and the text of each script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.texts.append("")
        self.open = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[-1] += data

    def island(self, name: str) -> str:
        return next(
            text for (_, attrs), text in zip(self.tags, self.texts, strict=True) if attrs.get("id") == name
        )

    def policy(self) -> str:
        meta = next(attrs for _, attrs in self.tags if attrs.get("http-equiv") == "Content-Security-Policy")
        return str(meta["content"])


def brief_of(text: str) -> Brief:
    place = Place("p", text or "P", "city", 10.0, 50.0, aliases=(text,), note=text, extra={text: text})
    claim = Claim("c1", "a.md", text, ("p",), by=text, url=text, note=text, span=(0, len(text)))
    document = Document("a.md", text, title=text, url=text, publisher=text)
    return Brief((document,), (Mention("a.md", 0, len(text), "p"),), (place,), (claim,), text)


def page_of(text: str) -> Parts:
    """The page of a brief that says `text` wherever it can, without a map."""
    brief = brief_of(text)
    linked = island_text(to_page_jsonld(brief))
    return Parts(render_document(Page(brief.title, island_text(to_record(brief)), "{}", linked)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_back_as_it_is_and_adds_no_tag(text: str) -> None:
    page = page_of(text)
    assert from_record(json.loads(page.island("geobrief-data"))) == brief_of(text)
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in page_of("harmless").tags]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_is_the_title(text: str) -> None:
    page = page_of(text)
    titles = [shown for (tag, _), shown in zip(page.tags, page.texts, strict=True) if tag == "title"]
    assert titles == [text.encode(errors="replace").decode()]


def test_the_policy_allows_each_script_and_style_of_the_page_and_nothing_else() -> None:
    page = Parts(render_page(brief_of("text")))
    run = [
        text
        for (tag, attrs), text in zip(page.tags, page.texts, strict=True)
        if tag in ("script", "style") and attrs.get("type") not in ("application/json", "application/ld+json")
    ]
    digests = {f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in run}
    assert set(re.findall(r"'(sha256-[^']+)'", page.policy())) == digests
    assert "unsafe" not in page.policy()
    assert "default-src 'none'" in page.policy()


def test_the_page_names_nothing_to_load_and_has_no_code_in_attributes() -> None:
    page = Parts(render_page(brief_of("text")))
    for tag, attrs in page.tags:
        assert not {"src", "srcset", "style", "background", "poster"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]
        assert tag not in ("link", "iframe", "object", "embed", "base", "form")


def test_the_page_has_a_language_and_lets_the_reader_zoom() -> None:
    page = Parts(render_page(brief_of("text")))
    assert ("html", {"lang": "en", "dir": "ltr"}) in page.tags
    viewport = next(attrs["content"] for _, attrs in page.tags if attrs.get("name") == "viewport")
    assert "maximum-scale" not in str(viewport)
    assert "user-scalable" not in str(viewport)


def test_a_brief_without_a_title_or_places_makes_a_page_too() -> None:
    page = Parts(render_page(Brief((Document("a.md", "Nothing happened."),))))
    assert [text for (tag, _), text in zip(page.tags, page.texts, strict=True) if tag == "title"] == [
        "Map of claims"
    ]
    assert json.loads(page.island("geobrief-map"))["places"] == {}


def test_the_same_brief_gives_the_same_page() -> None:
    assert render_page(brief_of("text")) == render_page(brief_of("text"))
