"""The address: a link restores what was seen; back and forward work; quotes are copied with their source."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.finding_brief import finding_brief
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(finding_brief())


def view(page: Page) -> list[float]:
    name = page.get_attribute("#map", "data-map-name")
    seen: list[float] = page.evaluate(
        "(map) => [window[map].getCenter().lng, window[map].getCenter().lat, window[map].getZoom()]", name
    )
    return seen


def keep_copied_text(page: Page) -> None:
    """A file has no clipboard to ask in headless Chromium: what is handed to it is kept."""
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")


def test_a_copied_link_restores_claim_filter_and_view(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.locator('.quick .chip[data-value="stated"]').click()
    page.get_by_role("tab").nth(1).click()
    page.locator('[data-claim="c1"]').click()
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(600)
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(600)
    keep_copied_text(page)
    page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("window.copied")
    assert "view=" in link
    again = open_page(html, address="#" + link.split("#")[1])
    expect(again.locator('[role="dialog"]:visible')).to_contain_text("Łódź")
    expect(again.locator('.quick .chip[data-value="stated"]')).to_have_attribute("aria-pressed", "true")
    assert view(again) == pytest.approx(view(page), abs=0.06)


def test_back_and_forward_undo_choices_and_a_moved_map_adds_none(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.locator('.quick .chip[data-value="stated"]').click()
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("view="))
    page.locator('.quick .chip[data-value="reported"]').click()
    page.go_back()
    expect(page.locator('.quick [aria-pressed="true"]')).to_have_count(1)
    page.go_back()
    expect(page.locator('.quick [aria-pressed="true"]')).to_have_count(0)
    page.go_forward()
    expect(page.locator('.quick [aria-pressed="true"]')).to_have_count(1)


def test_the_view_is_longitude_before_latitude(open_page: Opener, html: str) -> None:
    lon, lat, zoom = view(open_page(html, address="#view=127.4,39.1,7"))
    assert [round(lon, 1), round(lat, 1), zoom] == [127.4, 39.1, 7]


@pytest.mark.parametrize(
    "nonsense", ["#claim=nothing&place=%E0%A4%A", "#from=soon&certainty=sure&view=a,b", "#kind=__proto__&q="]
)
def test_a_senseless_address_shows_the_whole_brief(open_page: Opener, html: str, nonsense: str) -> None:
    page = open_page(html, address=nonsense)
    expect(page.locator("#map button[data-place]")).to_have_count(3)
    expect(page.locator(".set .chip")).to_have_count(0)


def test_a_quote_is_copied_with_its_source(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c2")
    keep_copied_text(page)
    page.locator('[data-card-claim="c2"]').get_by_role("button", name="Copy quote").click()
    assert page.evaluate("window.copied").split("\n") == [
        "“The port of Wonsan reportedly closed in 2023.”",
        "NHK, reported, 2023",
        "“After the flood”, The Post, 1 July 2024",
    ]


def test_an_address_that_is_typed_is_one_step_and_takes_no_view_along(open_page: Opener) -> None:
    page = open_page(render_page(finding_brief()), address="#place=lodz&view=20,52,6")
    page.wait_for_timeout(600)
    page.evaluate("window.pushed = []; history.pushState = (...step) => pushed.push(step[2]); null")
    page.evaluate("location.hash = '#claim=c1'")
    expect(page.locator(".claim.selected").first).to_be_visible()
    page.wait_for_timeout(600)
    assert page.evaluate("pushed") == []
