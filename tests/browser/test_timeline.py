"""The timeline: drawn in the language of certainties, brushed by pointer and keyboard, played."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from browser.finding_brief import finding_brief
from geobrief.model import When
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return render_page(finding_brief())


def drag(page: Page, start: float, end: float) -> None:
    """From one part of the plot's width to another, above all bars."""
    box = page.locator(".plot").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * start, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * (start + end) / 2, box["y"] + 2)
    page.mouse.move(box["x"] + box["width"] * end, box["y"] + 2)
    page.mouse.up()


def test_dates_are_drawn_and_the_undated_counted(open_page: Opener, html: str) -> None:
    page = open_page(html)
    drawn = page.locator("#timeline .spans path").evaluate_all(
        "all => all.map((each) => each.getAttribute('class'))"
    )
    assert {"bar stated", "bar reported", "day denied", "cross denied", "bar fade0 stated"} <= set(drawn)
    expect(page.locator(".undated")).to_have_text("1 undated claim")
    dashes = page.locator("#timeline .bar").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).strokeDasharray)"
    )
    assert len(set(dashes)) > 1
    expect(page.locator(".tick").first).to_have_text("Jan 2023")


def test_a_brief_without_dates_has_no_timeline(open_page: Opener) -> None:
    brief = finding_brief()
    undated = replace(brief, claims=tuple(replace(claim, when=None) for claim in brief.claims))
    expect(open_page(render_page(undated)).locator("#timeline")).to_be_hidden()


def test_a_drag_filters_and_a_click_beside_takes_it_off(open_page: Opener, html: str) -> None:
    page = open_page(html)
    drag(page, 0.62, 0.99)
    expect(page.locator('[role="status"].heard')).to_contain_text("of 5 claims")
    assert "from=2023-12-01" in page.url
    expect(page.locator(".undated")).to_have_text("1 undated claim hidden")
    box = page.locator(".plot").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.1, box["y"] + 1)
    expect(page.locator(".set .chip")).to_have_count(0)


def test_handles_are_sliders_that_tell_their_day(open_page: Opener, html: str) -> None:
    page = open_page(html)
    start = page.get_by_role("slider", name="Start of the time shown")
    end = page.get_by_role("slider", name="End of the time shown")
    expect(start).to_have_attribute("aria-valuetext", "1 January 2023")
    start.focus()
    page.keyboard.press("PageUp")
    moved = start.get_attribute("aria-valuetext")
    assert moved != "1 January 2023"
    assert "from=2023-" in page.url
    end.focus()
    page.keyboard.press("ArrowLeft")
    assert "to=2024-" in page.url
    page.keyboard.press("End")
    start.focus()
    page.keyboard.press("Home")
    expect(page.locator(".set .chip")).to_have_count(0)


def test_a_press_on_a_bar_chooses_its_claim(open_page: Opener, html: str) -> None:
    page = open_page(html)
    box = page.locator("#timeline .bar.reported").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "claim=c2" in page.url


def test_playing_goes_step_by_step_and_stops(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Play through time").click()
    expect(page.locator(".set .chip")).to_have_count(1)
    first = page.locator(".set .chip").inner_text()
    expect(page.locator(".set .chip")).not_to_have_text(first)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play through time")).to_be_visible()
    page.go_back()
    expect(page.locator(".set .chip")).to_have_count(0)


def test_who_asked_for_less_motion_steps_by_hand(open_page: Opener, html: str) -> None:
    page = open_page(html, reduced_motion="reduce")
    page.get_by_role("button", name="Next step in time").click()
    chip = page.locator(".set .chip")
    first = chip.inner_text()
    page.wait_for_timeout(1800)
    assert chip.inner_text() == first
    page.get_by_role("button", name="Next step in time").click()
    assert chip.inner_text() != first


def test_in_a_page_from_right_to_left_time_runs_that_way(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.evaluate("document.documentElement.dir = 'rtl'")
    first, last = (page.locator(".tick").nth(i).bounding_box() for i in (0, 2))
    assert first is not None
    assert last is not None
    assert first["x"] > last["x"]
    drag(page, 0.98, 0.7)
    assert "from=" not in page.url
    assert "to=2023-" in page.url


def test_a_far_off_date_leaves_the_others_their_room(open_page: Opener) -> None:
    brief = finding_brief()
    old = replace(brief.claims[2], when=When("1945-05-08", "1945-05-08"))
    page = open_page(render_page(replace(brief, claims=(*brief.claims[:2], old, *brief.claims[3:]))))
    expect(page.locator(".fold")).to_have_count(1)
    expect(page.locator(".tick").first).to_contain_text("1945")
    plot, bar = page.locator(".plot").bounding_box(), page.locator("#timeline .bar.reported").bounding_box()
    assert plot is not None
    assert bar is not None
    assert bar["width"] > plot["width"] / 3
    page.get_by_role("slider", name="Start of the time shown").focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    assert "from=202" in page.url
