"""Filters: chips in the bar, the panel behind them, and what they leave of text, map, list and card."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.finding_brief import finding_brief
from geobrief.render import render_page

PHONE: ViewportSize = {"width": 390, "height": 844}
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(finding_brief())


def option(page: Page, name: str) -> str:
    return page.locator("#panel .option", has_text=name).locator(".count").inner_text()


def test_a_chip_filters_text_map_list_and_timeline_and_a_click_takes_it_off(
    open_page: Opener, html: str
) -> None:
    page = open_page(html)
    expect(page.locator("#map button[data-place]")).to_have_count(3)
    stated = page.locator('.quick .chip[data-value="stated"]')
    expect(stated).to_have_text("stated 2")
    stated.click()
    expect(stated).to_have_attribute("aria-pressed", "true")
    marks = page.locator("#map button[data-place]")
    assert set(marks.evaluate_all("all => all.map((each) => each.dataset.place)")) == {"lodz", "wonsan"}
    expect(page.locator('[data-claim="c2"]')).to_have_css("text-decoration-line", "none")
    expect(page.locator('[data-claim="c1"]')).to_have_css("text-decoration-line", "underline")
    expect(page.locator("#places .entry:visible")).to_have_count(2)
    assert page.locator("#timeline path.out").count() > 0
    stated.click()
    expect(page.locator("#map button[data-place]")).to_have_count(3)
    expect(page.locator('[data-claim="c2"]')).to_have_css("text-decoration-line", "underline")
    assert page.locator("#timeline path.out").count() == 0


def test_a_live_region_tells_what_filters_did(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.locator('.quick .chip[data-value="stated"]').click()
    status = page.locator('[role="status"].heard')
    expect(status).to_have_text("2 of 5 claims, 2 places")
    page.locator(".clear").click()
    expect(status).to_have_text("5 of 5 claims, 3 places")


def test_counts_respond_to_the_other_filters(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Filters", exact=True).click()
    assert (option(page, "NHK"), option(page, "Region")) == ("2", "1")
    page.get_by_label("stated").check()
    assert (option(page, "NHK"), option(page, "Region"), option(page, "denied")) == ("0", "0", "1")


def test_each_set_filter_is_a_chip_and_all_are_cleared_at_once(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#source=NHK&kind=site&from=2023-02&q=wonsan&article=later.md")
    chips = page.locator(".set .chip")
    names = ["NHK", "Site", "After the flood", "from February 2023", "“wonsan”"]
    assert [text.split("✕")[0].strip() for text in chips.all_inner_texts()] == names
    chips.filter(has_text="from February").click()
    expect(chips).to_have_count(4)
    assert "from=" not in page.url
    assert page.evaluate("document.activeElement.closest('.set') !== null")
    page.locator(".clear").click()
    expect(chips).to_have_count(0)
    assert page.url.endswith("#reading=later.md")


def test_the_panel_is_opened_and_closed_by_keyboard(open_page: Opener, html: str) -> None:
    page = open_page(html)
    button = page.get_by_role("button", name="Filters", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".set .chip")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(button).to_be_focused()


def test_dates_are_typed_too(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_label("From", exact=True).fill("2024-04-01")
    expect(page.locator('[role="status"].heard')).to_have_text("2 of 5 claims, 2 places")
    assert "from=2024-04-01" in page.url


def test_a_card_steps_through_the_claims_that_are_left(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#source=NHK")
    page.locator('#map button[data-place="wonsan"]').click()
    card = page.locator('[role="dialog"]:visible')
    expect(card.locator(".card-claim:visible")).to_have_count(2)
    expect(card.locator(".count")).to_have_text("2 claims · 1 filtered out")
    page.keyboard.press("ArrowUp")
    expect(card.locator(".current")).to_have_attribute("data-card-claim", "c3")


def test_on_a_phone_all_of_it_is_behind_one_button(open_page: Opener, html: str) -> None:
    page = open_page(html, size=PHONE)
    expect(page.locator("#timeline")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    for part in ("#finder input", "#timeline .plot", ".facets"):
        expect(page.locator(part)).to_be_visible()
    page.get_by_label("reported").check()
    expect(page.get_by_role("button", name="Take off the filter: reported")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    targets = page.locator("#panel button:visible, #panel .option, #panel [role=slider]")
    small = targets.evaluate_all(
        """all => all.map((each) => each.getBoundingClientRect())
                  .filter(({ width, height }) => width < 24 || height < 24).length"""
    )
    assert small == 0
    page.set_viewport_size({"width": 1360, "height": 820})
    expect(page.locator("body > #timeline")).to_be_visible()


def test_what_filters_did_is_heard_on_a_phone_while_the_panel_is_closed(open_page: Opener, html: str) -> None:
    page = open_page(html, size=PHONE, address="#certainty=stated")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.get_by_role("status").and_(page.locator(".heard"))).to_have_text("2 of 5 claims, 2 places")


def test_a_mark_is_called_by_the_claims_that_are_left(open_page: Opener, html: str) -> None:
    page = open_page(html)
    wonsan = page.locator('#map button[data-place="wonsan"]')
    expect(wonsan).to_have_attribute("aria-label", "Wonsan, 3 claims")
    page.locator('.quick .chip[data-value="stated"]').click()
    expect(wonsan).to_have_attribute("aria-label", "Wonsan, 1 claim")
    page.locator(".clear").click()
    expect(wonsan).to_have_attribute("aria-label", "Wonsan, 3 claims")


def test_a_sheet_of_paper_tells_which_filters_are_set(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#certainty=stated&from=2024-05")
    told = page.locator(".paper-filters")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_be_visible()
    expect(told).to_have_text("Filters stated, from May 2024 · 2 of 5 claims, 2 places")


def test_a_sheet_without_filters_says_nothing_of_them(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.emulate_media(media="print")
    expect(page.locator("html.paper")).to_have_count(1)
    expect(page.locator(".paper-filters")).to_be_hidden()
