"""The search: by keyboard from anywhere, whatever marks its letters have."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.finding_brief import finding_brief
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: Opener) -> Page:
    page = open_page(render_page(finding_brief()))
    page.keyboard.press("/")
    expect(page.locator("#finder input")).to_be_focused()
    return page


def test_a_place_is_found_without_its_marks_and_chosen_by_arrow_and_enter(page: Page) -> None:
    page.keyboard.type("LODZ")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    marked = page.locator('[role="option"][aria-selected="true"]')
    expect(marked).to_contain_text("Łódź")
    expect(box).to_have_attribute("aria-activedescendant", marked.get_attribute("id") or "")
    page.keyboard.press("Enter")
    expect(page.locator('[role="dialog"]:visible')).to_contain_text("Łódź")
    assert "place=lodz" in page.url


def test_results_are_grouped_and_a_claim_leads_to_its_words(page: Page) -> None:
    page.keyboard.type("wonsan")
    expect(page.locator(".group-name")).to_have_text(["Places 1", "Claims 3"])
    page.locator("#results .quote", has_text="at work since").click()
    assert "claim=c5" in page.url
    expect(page.locator('[data-claim="c5"]')).to_be_in_viewport()
    expect(page.locator('[data-claim="c2"]')).to_be_hidden()


def test_a_source_becomes_a_filter(page: Page) -> None:
    page.keyboard.type("nhk")
    page.locator("#results").get_by_text("NHK", exact=True).click()
    expect(page.locator(".set .chip")).to_contain_text("NHK")
    assert "source=NHK" in page.url


def test_enter_alone_filters_by_the_words(page: Page) -> None:
    page.keyboard.type("wonsan")
    page.keyboard.press("Enter")
    expect(page.locator('[role="status"].heard')).to_have_text("3 of 5 claims, 1 place")
    assert "q=wonsan" in page.url


def test_escape_closes_the_list_then_empties_the_box_and_leaves_the_card(page: Page) -> None:
    page.locator('#map button[data-place="lodz"]').click()
    page.keyboard.press("/")
    page.keyboard.type("won")
    page.keyboard.press("Escape")
    expect(page.locator("#results")).to_be_hidden()
    expect(page.locator("#finder input")).to_have_value("won")
    page.keyboard.press("Escape")
    expect(page.locator("#finder input")).to_have_value("")
    expect(page.locator('[role="dialog"]:visible')).to_be_visible()


def test_what_is_not_there_is_said(page: Page) -> None:
    page.keyboard.type("<b>atlantis")
    expect(page.locator("#results")).to_have_text("Nothing found for “<b>atlantis”")
    page.keyboard.press("Enter")
    assert "q=" not in page.url
