"""WCAG 2.2 AA as far as a machine can tell: axe-core, keyboard, targets, 400 % zoom, colours, motion."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import geobrief
from browser.accessibility import faults, faults_in_either_theme, needs_axe

HERE = Path(__file__).parent
WIDE: ViewportSize = {"width": 1360, "height": 820}
PHONE: ViewportSize = {"width": 390, "height": 844}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""CSS pixels of a window of 1280 by 1024 at 400 %: WCAG 1.4.10."""
TARGET = 24
"""CSS pixels: WCAG 2.5.8."""
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return geobrief.read(HERE.parents[1] / "data").to_html()


@pytest.fixture(scope="module")
def arabic() -> str:
    return geobrief.read(HERE / "arabic").to_html(language="ar")


def tab_stops(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """What Tab reaches from the top of the page, in order, until it leaves the page."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const at = document.activeElement; return at === document.body ? null : {
              id: at.id, claim: at.dataset.claim, place: at.dataset.place, inMap: !!at.closest("#map"),
              inReading: !!at.closest("#reading"), name: at.getAttribute("aria-label") || at.textContent,
              inCard: !!at.closest("#card") } }"""
        )
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("Tab never left the page")


@needs_axe
@pytest.mark.parametrize("size", [WIDE, PHONE, ZOOMED], ids=["wide", "phone", "zoomed"])
@pytest.mark.parametrize(
    ("address", "scheme"),
    [("", "light"), ("#place=alabuga-special-economic-zone", "dark")],
    ids=["closed", "open"],
)
def test_axe_finds_nothing_in_either_theme(
    open_page: Opener, html: str, size: ViewportSize, address: str, scheme: str
) -> None:
    page = open_page(html, size=size, address=address, color_scheme=scheme)
    expect(page.locator('[role="dialog"]:visible')).to_have_count(1 if address else 0)
    assert faults_in_either_theme(page) == []


@needs_axe
@pytest.mark.parametrize("size", [WIDE, PHONE, ZOOMED], ids=["wide", "phone", "zoomed"])
def test_axe_finds_nothing_among_filters_and_search_results(
    open_page: Opener, html: str, size: ViewportSize
) -> None:
    page = open_page(html, size=size, color_scheme="dark")
    page.locator("#bar .filters").click()
    page.locator("#panel input[type=checkbox]").first.check()
    assert faults(page) == []
    page.keyboard.press("/")
    page.keyboard.type("north")
    expect(page.locator("#results [role=option]").first).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@needs_axe
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_from_right_to_left(open_page: Opener, arabic: str, size: ViewportSize) -> None:
    page = open_page(arabic, size=size, address="#place=aden")
    expect(page.locator('[role="dialog"]:visible')).to_be_visible()
    assert faults(page) == []


def test_the_keyboard_goes_through_the_text_then_the_map_then_its_marks(open_page: Opener, html: str) -> None:
    stops = tab_stops(open_page(html))
    assert stops[0]["name"] == "Skip to the map"
    text = [i for i, stop in enumerate(stops) if stop["claim"]]
    the_map = next(i for i, stop in enumerate(stops) if stop["id"] == "map")
    marks = [i for i, stop in enumerate(stops) if stop["inMap"] and stop["place"]]
    assert max(text) < the_map < min(marks)
    assert len(marks) == len({stops[i]["place"] for i in marks})


def test_every_place_on_the_map_is_reached_and_named_with_its_claims(open_page: Opener, html: str) -> None:
    page = open_page(html)
    names = {stop["place"]: stop["name"] for stop in tab_stops(page) if stop["inMap"] and stop["place"]}
    assert names["kursk-region"] == "Kursk region, 2 claims"
    drawn = page.eval_on_selector_all("#map path[data-place]", "all => all.map(each => each.dataset.place)")
    assert set(drawn) <= set(names)


def test_the_skip_link_leads_to_the_map_and_keeps_the_address(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c1")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.locator(".skip").focus()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "map"
    assert "#map" not in page.url


def test_the_map_moves_and_zooms_by_keyboard(open_page: Opener, html: str) -> None:
    page = open_page(html, reduced_motion="reduce")
    page.locator("#map").focus()
    before = page.evaluate("[map_1.getZoom(), map_1.getCenter().lng]")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "([zoom, lng]) => map_1.getZoom() > zoom && map_1.getCenter().lng > lng", arg=before
    )


def test_a_card_opens_takes_the_focus_steps_and_gives_it_back(open_page: Opener, html: str) -> None:
    page = open_page(html)
    mark = page.locator('#map button[data-place="ukraine"]')
    mark.focus()
    page.keyboard.press("Enter")
    card = page.locator('[role="dialog"]:visible')
    expect(card).to_be_visible()
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    assert (
        card.evaluate("card => document.getElementById(card.getAttribute('aria-labelledby')).textContent")
        == "Ukraine"
    )
    page.keyboard.press("ArrowDown")
    expect(card.locator(".count")).to_contain_text("1 of")
    page.keyboard.press("ArrowRight")
    expect(card.locator(".count")).to_contain_text("2 of")
    page.keyboard.press("Escape")
    expect(page.locator('[role="dialog"]')).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_mark_out_of_view_comes_into_view_with_the_focus(open_page: Opener, html: str) -> None:
    page = open_page(html, reduced_motion="reduce")
    page.evaluate("void map_1.setView([-30, 20], 5, { animate: false })")
    mark = page.locator('#map button[data-place="pyongyang"]')
    mark.focus()
    expect(mark).to_be_in_viewport()
    assert page.evaluate(
        "[document.getElementById('map').scrollTop, document.getElementById('map').scrollLeft]"
    ) == [0, 0]


@pytest.mark.parametrize("size", [WIDE, PHONE, ZOOMED], ids=["wide", "phone", "zoomed"])
def test_what_is_touched_is_large_enough(open_page: Opener, html: str, size: ViewportSize) -> None:
    """Links within a sentence are excepted, as WCAG does."""
    page = open_page(html, size=size, address="#place=alabuga-special-economic-zone")
    small = page.evaluate(
        """least => [...document.querySelectorAll("a, button, summary, input, select, [role]")]
          .filter((each) => each.tabIndex >= 0 && !each.matches("#map, .claims"))
          .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(".skip"))
          .filter((each) => getComputedStyle(each).display !== "inline")
          .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < least - 0.01)
          .map(([html, { width, height }]) => `${html} ${width} x ${height}`)""",
        TARGET,
    )
    assert small == []
    links = page.locator("#places ul a, #credits a, #card .about a")
    assert all(links.nth(i).evaluate("each => each.closest('li, p') !== null") for i in range(links.count()))


def test_at_400_percent_everything_flows_into_one_column(open_page: Opener, html: str) -> None:
    page = open_page(html, size=ZOOMED)
    assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED["width"]
    for selector in (
        "#articles h2",
        "#places .entry >> nth=-1",
        "#credits a >> nth=-1",
        "#bar .filters",
    ):
        part = page.locator(selector).first
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport()
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= ZOOMED["width"]


def test_at_400_percent_a_card_can_be_read_and_closed(open_page: Opener, html: str) -> None:
    page = open_page(html, size=ZOOMED, address="#place=alabuga-special-economic-zone")
    card = page.locator('[role="dialog"]:visible')
    for part in (".close", "blockquote >> nth=-1", "footer button >> nth=-1"):
        inside = card.locator(part)
        inside.scroll_into_view_if_needed()
        expect(inside).to_be_in_viewport(ratio=0.3)
    card.locator(".close").click()
    expect(page.locator('[role="dialog"]')).to_have_count(0)


def test_forced_colours_leave_certainties_apart_and_marks_seen(open_page: Opener, html: str) -> None:
    page = open_page(html, forced_colors="active")
    styles = page.eval_on_selector_all(
        "#articles [data-claim]", "all => all.map(each => getComputedStyle(each).textDecorationStyle)"
    )
    assert {"solid", "dashed", "dotted"} <= set(styles)
    borders = page.eval_on_selector_all(
        "#map .mark", "all => all.map(each => parseFloat(getComputedStyle(each).borderWidth))"
    )
    assert min(borders) >= 1


def test_nothing_moves_where_the_reader_asked_for_stillness(open_page: Opener, html: str) -> None:
    page = open_page(html, reduced_motion="reduce")
    page.evaluate("void map_1.setView([0, -100], 6, { animate: false })")
    page.locator("#articles [data-claim]").first.click()
    settled = page.evaluate("String(map_1.getCenter())")
    page.wait_for_timeout(300)
    assert page.evaluate("String(map_1.getCenter())") == settled
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((each) => {
          const style = getComputedStyle(each);
          const lasting = style.transitionDuration.split(", ").some((seconds) => parseFloat(seconds) > 0);
          return style.animationName !== "none" || lasting;
        }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert moving == []
