"""Several articles: a list by date, one of them open."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from browser.finding_brief import finding_brief
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(finding_brief())


def test_articles_are_listed_by_date_and_the_first_is_open(open_page: Opener, html: str) -> None:
    page = open_page(html)
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(2)
    expect(tabs.first).to_contain_text("Before the flood")
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.get_by_role("tabpanel")).to_contain_text("Tatarstan denied")


def test_arrow_keys_open_the_next_and_the_address_says_so(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.get_by_role("tab").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("tabpanel")).to_contain_text("Łódź took in")
    assert "reading=later.md" in page.url
    again = open_page(html, address="#reading=later.md")
    expect(again.get_by_role("tabpanel")).to_contain_text("Łódź took in")


def test_a_claim_of_another_article_opens_that_article(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.locator('#map button[data-place="wonsan"]').click()
    page.locator('[data-card-claim="c2"] .to-text', has_text="Show in the text").click()
    expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.locator('[data-claim="c2"]')).to_be_in_viewport()
    page.go_back()
    page.get_by_role("button", name="Previous claim").click()
    expect(page.locator('[role="dialog"]:visible .current')).to_have_attribute("data-card-claim", "c3")
    expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="Next claim").click()
    expect(page.locator('[role="dialog"]:visible .current')).to_have_attribute("data-card-claim", "c5")
    expect(page.get_by_role("tab").first).to_have_attribute("aria-selected", "true")


def test_each_tells_how_many_of_its_claims_are_shown(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#source=NHK")
    expect(page.get_by_role("tab").nth(0)).to_contain_text("0 claims")
    expect(page.get_by_role("tab").nth(1)).to_contain_text("2 claims")


def test_a_brief_without_articles_begins_with_its_places(open_page: Opener) -> None:
    brief = finding_brief()
    claims = tuple(replace(claim, document="") for claim in brief.claims)
    page = open_page(render_page(replace(brief, documents=(), claims=claims)))
    expect(page.get_by_role("heading", name="Places in this brief")).to_be_visible()
    top, border = page.locator("#places").evaluate(
        "node => [node.offsetTop - node.parentElement.querySelector('#articles').offsetTop,"
        " getComputedStyle(node).borderTopWidth]"
    )
    assert (top, border) == (0, "0px")
    expect(page.locator("#credits h3")).to_have_text(["Places and shapes"])
