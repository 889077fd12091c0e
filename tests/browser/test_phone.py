"""A phone: the map above, the text in a sheet that is dragged, flung, pressed or moved by keys."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import geobrief

PHONE: ViewportSize = {"width": 390, "height": 844}
TOUCH: dict[str, Any] = {"size": PHONE, "has_touch": True, "is_mobile": True}
STOPS = [18, 46, 72]
"""Percent of the window that the map takes."""
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return geobrief.read(Path(__file__).parents[2] / "data").to_html()


def share(page: Page) -> int:
    """The map's part of the window in percent, when the sheet has come to rest."""
    expect(page.locator("#page:is(.dragged, .settling)")).to_have_count(0)
    page.wait_for_timeout(50)
    box = page.locator("#mapping").bounding_box()
    assert box is not None
    return round(box["height"] / PHONE["height"] * 100)


def swipe(page: Page, by: int, *, seconds: float = 0.2, rest: float = 0.0) -> None:
    """Moves a finger on the handle so many pixels down the page, then holds it still for `rest` seconds.

    The touches carry the times at which they are meant, so that a busy machine does not slow the finger.
    """
    box = page.locator("#handle").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    start, steps = time.time(), 12
    touch = page.context.new_cdp_session(page)

    def send(kind: str, at: float, points: list[dict[str, float]]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": start + at})

    send("touchStart", 0, [{"x": x, "y": y}])
    for step in range(1, steps + 1):
        send("touchMove", seconds * step / steps, [{"x": x, "y": y + by * step / steps}])
    send("touchEnd", seconds + rest, [])


def test_a_sheet_let_go_rests_at_the_nearest_stop(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    assert share(page) == STOPS[1]
    swipe(page, 60, rest=0.2)
    assert share(page) == STOPS[1]
    swipe(page, 150, rest=0.2)
    assert share(page) == STOPS[2]


def test_a_flung_sheet_goes_on_to_the_next_stop(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    swipe(page, -90, seconds=0.1)
    assert share(page) == STOPS[0]
    swipe(page, 90, seconds=0.1)
    assert share(page) == STOPS[1]


def test_a_pressed_handle_takes_turns(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    for stop in (STOPS[0], STOPS[2], STOPS[1]):
        page.locator("#handle").tap()
        assert share(page) == stop


def test_the_sheet_obeys_the_keyboard_and_has_a_name(open_page: Opener, html: str) -> None:
    page = open_page(html, size=PHONE)
    handle = page.get_by_role("button", name="Text: drag, or press to make it larger or smaller")
    handle.focus()
    keys = {"ArrowDown": 2, "ArrowUp": 1, "Home": 0, "End": 2, "Enter": 1}
    for key, stop in keys.items():
        page.keyboard.press(key)
        assert share(page) == STOPS[stop], key


def test_the_map_is_drawn_for_its_new_size(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    swipe(page, 200, rest=0.2)
    assert share(page) == STOPS[2]
    height = page.evaluate("[map_1.getSize().y, document.getElementById('map').clientHeight]")
    assert height[0] == height[1]


def test_the_card_is_docked_at_the_lower_edge_of_the_map(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    page.locator("#articles [data-claim]").nth(1).tap()
    page.wait_for_timeout(400)
    card = page.locator('[role="dialog"]:visible').bounding_box()
    mapping = page.locator("#mapping").bounding_box()
    assert card is not None
    assert mapping is not None
    assert card["y"] >= mapping["y"]
    assert 0 <= mapping["y"] + mapping["height"] - (card["y"] + card["height"]) < 60
    mark = page.locator('#map button[data-place="alabuga-special-economic-zone"]').bounding_box()
    assert mark is not None
    assert mark["y"] + mark["height"] <= card["y"]


def test_a_claim_shown_in_the_text_leaves_the_text_room(open_page: Opener, html: str) -> None:
    page = open_page(html, **TOUCH)
    page.locator("#handle").focus()
    page.keyboard.press("End")
    assert share(page) == STOPS[2]
    page.locator('#map button[data-place="ukraine"]').tap()
    page.locator('[role="dialog"]:visible .to-text').first.tap()
    assert share(page) == STOPS[1]
    expect(page.locator("#articles [data-claim='c1']").first).to_be_in_viewport()
