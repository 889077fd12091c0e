"""The page's JSON-LD lies in a page whose policy allows no other script, and is read there as data."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import geobrief
from geobrief.model import Brief, Claim, Document
from geobrief.render import render_page

Opener = Callable[..., Page]
BLOCK = 'script[type="application/ld+json"]'

pytestmark = pytest.mark.browser


def linked_data(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.locator(BLOCK).text_content() or "")
    return found


def test_the_example_tells_its_claims_and_each_opens_by_its_iri(open_page: Opener) -> None:
    brief = geobrief.read(Path(__file__).parents[2] / "data")
    html = brief.to_html()
    claims = linked_data(open_page(html))["mainEntity"]["itemListElement"]
    assert [claim["text"] for claim in claims] == [claim.quote for claim in brief.value.claims]
    page = open_page(html, address=claims[1]["@id"])
    assert page.locator('[role="dialog"]:visible').count() == 1


@pytest.mark.parametrize(
    "words", ["</script><script>window.broken = true</script>", "<!-- <script>", "\u2028 & \ud800 ]]>"]
)
def test_hostile_words_are_data(open_page: Opener, words: str) -> None:
    claim = Claim("c1", "a.md", words, by=words, url=f"https://example.org/{words}", note=words)
    page = open_page(
        render_page(Brief((Document("a.md", words, words, url=words),), (), (), (claim,), words))
    )
    (told,) = linked_data(page)["mainEntity"]["itemListElement"]
    assert told["description"] == words
    assert page.evaluate("window.broken") is None
    assert page.locator(BLOCK).count() == 1
