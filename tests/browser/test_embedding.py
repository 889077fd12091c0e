"""A page in another page: under the host's policy, beside another map, on a phone, opened at a claim."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, ViewportSize, expect

import geobrief
from browser.finding_brief import finding_brief
from browser.host_server import Host, serving
from browser.windows import Window
from geobrief.embed import Look, framed, inlined
from geobrief.embed.host_policy import policy_of_frame, policy_of_inlined
from geobrief.render import render_page

pytestmark = pytest.mark.browser

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; "
LOUD = (
    "<style>* { color: lime !important; font: 40px monospace !important } #map, h2 { display: none }</style>"
)
PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1100, "height": 900}


@pytest.fixture(scope="module")
def alabuga() -> str:
    return geobrief.read(Path(__file__).parents[2] / "data").to_html()


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        yield host


@dataclass
class Visit:
    """The host's page in the browser, and what the browser complained of."""

    page: Page
    complaints: list[str]

    def frame(self, at: int = 0) -> FrameLocator:
        return self.page.frame_locator("iframe").nth(at)

    def height(self, at: int = 0) -> float:
        return float(self.page.locator("iframe").nth(at).evaluate("(node) => node.clientHeight"))


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(lend: Callable[..., Window], host: Host) -> Visitor:
    """Opens a host page with these snippets in its body."""

    def open_(*snippets: str, head: str = "", size: ViewportSize = WIDE, **options: Any) -> Visit:
        words = "<p>Words of the host.</p>"
        body = words + words.join(snippets) + words
        viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">'
        host.pages["/"] = f'<!DOCTYPE html><html lang="en"><title>Host</title>{viewport}{head}{body}</html>'
        window = lend(viewport=size, **options)
        return Visit(window.go(host.address), window.complaints)

    return open_


def added(directives: str) -> str:
    """The strict policy with what a snippet asks to be allowed."""
    policy = STRICT
    for name, sources in re.findall(r"^(\S+) (.*);$", directives, re.MULTILINE):
        known = f"{name} 'self'"
        policy = (
            policy.replace(known, f"{known} {sources}") if known in policy else f"{policy}{name} {sources}; "
        )
    return policy


def test_the_page_in_a_frame_has_its_text_and_map_without_the_bar(
    visit: Visitor, host: Host, alabuga: str
) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html", Look("Hands")))
    inside = visited.frame()
    expect(inside.locator("#imprint")).to_contain_text("Hands for the drone line")
    expect(inside.locator("#map button[data-place]").first).to_be_visible()
    expect(inside.locator("#articles")).to_be_visible()
    for chrome in ("#bar", "#timeline"):
        expect(inside.locator(chrome)).to_be_hidden()
    assert visited.complaints == []


@pytest.mark.parametrize("inline", [False, True], ids=["framed", "inlined"])
def test_a_strict_host_needs_only_the_directives_that_are_named(
    visit: Visitor, host: Host, alabuga: str, *, inline: bool
) -> None:
    look = Look("Hands", claim="c3")
    host.pages["/map.html"] = alabuga
    host.policy = added(policy_of_inlined(alabuga, look) if inline else policy_of_frame("map.html", look))
    visited = visit(inlined(alabuga, look) if inline else framed("map.html", look))
    expect(visited.frame().locator('[role="dialog"]')).to_be_visible()
    expect(visited.page.locator("iframe")).to_have_attribute("style", re.compile(r"height: \d{3}px"))
    assert visited.complaints == []


def test_under_a_policy_that_allows_only_the_frame_it_stands_at_a_height(
    visit: Visitor, host: Host, alabuga: str
) -> None:
    host.pages["/map.html"] = alabuga
    host.policy = f"{STRICT} frame-src 'self'"
    visited = visit(framed("map.html"))
    expect(visited.frame().locator("#imprint")).to_be_visible()
    assert visited.height() == 560


@pytest.mark.parametrize("inline", [False, True], ids=["framed", "inlined"])
def test_a_claim_is_opened(visit: Visitor, host: Host, alabuga: str, *, inline: bool) -> None:
    host.pages["/map.html"] = alabuga
    look = Look(claim="c3")
    visited = visit(inlined(alabuga, look) if inline else framed("map.html", look))
    expect(visited.frame().locator('[role="dialog"] .card-claim.current')).to_have_attribute(
        "data-card-claim", "c3"
    )
    expect(visited.frame().locator('#articles [data-claim="c3"].selected').first).to_be_visible()
    assert visited.complaints == []


def test_two_maps_on_one_page_know_nothing_of_each_other(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/one.html"] = alabuga
    other = render_page(finding_brief())
    visited = visit(framed("one.html"), inlined(other))
    one, two = visited.frame(0), visited.frame(1)
    visited.page.locator("iframe").nth(1).scroll_into_view_if_needed()
    expect(two.locator("#map [data-place]").first).to_be_visible()
    one.locator('#articles [data-claim="c3"]').first.click()
    expect(one.locator('[role="dialog"]')).to_be_visible()
    expect(two.locator('[role="dialog"]')).to_have_count(0)
    assert visited.complaints == []


def test_styles_stay_on_their_side(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html"), head=LOUD)
    heading = visited.frame().locator("#articles h2")
    expect(heading).to_be_visible()
    expect(heading).to_have_css("color", "rgb(27, 32, 36)")
    expect(heading).to_have_css("font-size", "25px")
    plain = visit("<h1>Host</h1>")
    with_map = visit("<h1>Host</h1>", framed("map.html"))
    expect(with_map.frame().locator("#imprint")).to_be_visible()
    style = (
        "(node) => JSON.stringify([...getComputedStyle(node)].map((name) => getComputedStyle(node)[name]))"
    )
    for name in ("h1", "body > p >> nth=0"):
        assert with_map.page.locator(name).evaluate(style) == plain.page.locator(name).evaluate(style)


def test_the_frame_takes_the_height_that_its_width_asks_for(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html"))
    frame = visited.page.locator("iframe")
    expect(frame).to_have_attribute("style", re.compile(r"height: \d{3}px"))
    inside = visited.frame()
    for width in (1100, 390, 720):
        visited.page.set_viewport_size({"width": width, "height": 900})
        told = inside.locator("body").evaluate("() => geobrief.frameHeight(innerWidth)")
        line = inside.locator("#imprint").evaluate("(node) => node.getBoundingClientRect().height")
        expect(frame).to_have_css("height", f"{-int(-(told + line) // 1)}px")


def test_a_frame_heeds_no_message_but_its_own(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/map.html"] = alabuga
    host.pages["/liar.html"] = (
        "<script>parent.postMessage({geobrief: {height: 3000}}, '*')</script><p>Lies</p>"
    )
    visited = visit(framed("map.html"), '<iframe class="liar" src="liar.html"></iframe>')
    expect(visited.frame(1).locator("p")).to_be_visible()
    expect(visited.page.locator("iframe").first).to_have_attribute("style", re.compile(r"height: \d{3}px"))
    visited.page.evaluate("postMessage({ geobrief: { height: 3000 } }, '*')")
    visited.page.evaluate("new Promise((done) => setTimeout(done))")
    assert visited.height() < 800


def test_on_a_phone_the_map_lies_above_the_text_and_one_finger_scrolls_the_host(
    visit: Visitor, host: Host, alabuga: str
) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html"), size=PHONE, has_touch=True, is_mobile=True)
    inside = visited.frame()
    expect(inside.locator("#handle")).to_be_visible()
    assert visited.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(inside.locator("#map")).to_have_css("touch-action", "pan-x pan-y")
    inside.locator("#map button[data-place]").first.tap()
    expect(inside.locator('[role="dialog"]')).to_be_visible()
    assert visited.complaints == []


def test_the_wheel_scrolls_the_host_until_the_map_is_pressed(
    visit: Visitor, host: Host, alabuga: str
) -> None:
    host.pages["/map.html"] = alabuga
    tall = '<div style="height: 3000px"></div>'
    visited = visit(framed("map.html"), tall)
    page, inside = visited.page, visited.frame()
    expect(inside.locator("#map [data-place]").first).to_be_visible()
    zoom = "() => geobrief.started.map.getZoom()"
    before = inside.locator("body").evaluate(zoom)
    scale = inside.locator(".leaflet-control-scale-line")
    told = scale.inner_text()
    box = inside.locator("#map").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.wheel(0, 200)
    page.wait_for_function("scrollY > 0")
    assert inside.locator("body").evaluate(zoom) == before
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("scrollY === 0")
    # Open sea: no mark, and none of what lies over the map's corners.
    page.mouse.click(box["x"] + 250, box["y"] + 60)
    page.mouse.wheel(0, -400)
    expect(scale).not_to_have_text(told)
    assert inside.locator("body").evaluate(zoom) > before


@pytest.mark.parametrize("links", [False, True], ids=["alone", "links"])
def test_a_link_opens_or_shows_its_address(visit: Visitor, host: Host, alabuga: str, *, links: bool) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html", Look(links=links)))
    link = visited.frame().locator("#imprint a")
    if links:
        with visited.page.context.expect_page() as opened:
            link.click()
        expect(opened.value.locator("#bar")).to_be_visible()
        assert opened.value.url == f"{host.address}map.html"
        return
    link.click()
    expect(visited.frame().locator("#imprint .address")).to_have_text(f"{host.address}map.html")


def test_choices_in_a_frame_leave_the_way_back_to_the_host(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html"))
    before = visited.page.evaluate("history.length")
    for claim in ("c1", "c3"):
        visited.frame().locator(f'#articles [data-claim="{claim}"]').first.click()
    expect(visited.frame().locator('[role="dialog"] .current')).to_have_attribute("data-card-claim", "c3")
    assert visited.page.evaluate("history.length") == before


def test_a_host_of_one_colour_fixes_it(visit: Visitor, host: Host, alabuga: str) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(
        framed("map.html", Look(theme="light")), inlined(alabuga, Look(theme="dark")), color_scheme="dark"
    )
    expect(visited.frame(0).locator("html")).to_have_attribute("data-theme", "light")
    expect(visited.frame(1).locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("width", [390, 720, 1100])
def test_an_opened_claim_is_seen_in_the_room_that_the_frame_has(
    visit: Visitor, host: Host, alabuga: str, width: int
) -> None:
    host.pages["/map.html"] = alabuga
    visited = visit(framed("map.html", Look(claim="c3")), size={"width": width, "height": 900})
    expect(visited.page.locator("iframe")).to_have_attribute("style", re.compile(r"height: \d{3}px"))
    inside = visited.frame()
    card = inside.locator('[role="dialog"]')
    expect(card).to_be_visible()
    told = inside.locator("body").evaluate("() => geobrief.frameHeight(innerWidth)")
    expect(inside.locator("html")).not_to_have_css("height", "480px")
    assert visited.height() >= told
    frame, covered = inside.locator("#mapping").bounding_box(), card.bounding_box()
    assert frame
    assert covered
    marks = inside.locator("#map .mark.selected").all()
    assert marks
    for mark in marks:
        box = mark.bounding_box()
        assert box
        across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        assert frame["x"] < across < frame["x"] + frame["width"]
        assert frame["y"] < down < frame["y"] + frame["height"]
        beside = across < covered["x"] or across > covered["x"] + covered["width"]
        assert beside or down < covered["y"] or down > covered["y"] + covered["height"]
