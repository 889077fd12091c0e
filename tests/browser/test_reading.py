"""The example page as a reader meets it: from text to map and back, wide and on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import geobrief

PHONE: ViewportSize = {"width": 390, "height": 844}
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def brief() -> geobrief.Brief:
    return geobrief.read(Path(__file__).parents[2] / "data")


@pytest.fixture(scope="module")
def html(brief: geobrief.Brief) -> str:
    return brief.to_html()


def test_every_claim_stands_in_the_text_and_every_located_place_on_the_map(
    open_page: Opener, brief: geobrief.Brief, html: str
) -> None:
    page = open_page(html)
    in_text = set(
        page.eval_on_selector_all("#articles [data-claim]", "all => all.map((each) => each.dataset.claim)")
    )
    assert in_text == {claim.id for claim in brief.value.claims if claim.document}
    on_map = set(
        page.eval_on_selector_all("#map [data-place]", "all => all.map((each) => each.dataset.place)")
    )
    assert on_map == {place.id for place in brief.value.places if place.located}
    listed = set(
        page.eval_on_selector_all("#places [data-place]", "all => all.map((each) => each.dataset.place)")
    )
    assert listed == {place.id for place in brief.value.places}


def test_marks_stand_where_their_places_are(open_page: Opener, brief: geobrief.Brief, html: str) -> None:
    page = open_page(html)
    name = page.get_attribute("#map", "data-map-name")
    for place in brief.value.places:
        if place.kind not in ("city", "site"):
            continue
        box = page.locator(f'#map button[data-place="{place.id}"]').bounding_box()
        frame = page.locator("#map").bounding_box()
        assert box is not None
        assert frame is not None
        point = page.evaluate(
            "([map, lat, lon]) => window[map].latLngToContainerPoint([lat, lon])",
            [name, place.lat, place.lon],
        )
        across = box["x"] + box["width"] / 2 - frame["x"] - point["x"]
        down = box["y"] + box["height"] / 2 - frame["y"] - point["y"]
        # Discs that would cover one another are moved apart, never further than the next disc.
        assert abs(across) + abs(down) < 60, place.id


def test_a_click_on_a_quote_shows_its_place(open_page: Opener, html: str) -> None:
    page = open_page(html)
    claim = page.locator("#articles [data-claim]", has_text="dormitories").first
    claim.click()
    card = page.locator('[role="dialog"]:visible')
    expect(card).to_contain_text("Alabuga")
    expect(card).to_contain_text("dormitories")
    assert f"claim={claim.get_attribute('data-claim')}" in page.url
    mark = page.locator('#map button[data-place^="alabuga"]')
    expect(mark).to_be_in_viewport()


def test_a_click_on_a_mark_opens_its_claims_and_leads_back_to_the_text(open_page: Opener, html: str) -> None:
    page = open_page(html)
    mark = page.locator('#map button[data-place="pyongyang"]')
    mark.click()
    card = page.locator('[role="dialog"]:visible')
    expect(card).to_contain_text("Pyongyang")
    quote = card.locator("blockquote").first.inner_text().strip("“”")
    assert quote[:40] in page.locator("#articles").inner_text().replace("\n", "")
    page.keyboard.press("Escape")
    expect(page.locator('[role="dialog"]')).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.place") == "pyongyang"


def test_an_address_opens_a_claim_or_a_place(open_page: Opener, brief: geobrief.Brief, html: str) -> None:
    claim = brief.value.claims[-1]
    page = open_page(html, address=f"#claim={claim.id}")
    expect(page.locator('[role="dialog"]:visible')).to_contain_text(claim.quote[:30])
    page = open_page(html, address="#place=pyongyang")
    expect(page.locator('[role="dialog"]:visible')).to_contain_text("Pyongyang")


def test_certainty_is_told_by_more_than_colour(open_page: Opener, html: str) -> None:
    page = open_page(html)
    styles = page.eval_on_selector_all(
        "#articles [data-claim]", "all => all.map((each) => getComputedStyle(each).textDecorationStyle)"
    )
    assert len(set(styles)) >= 3


def test_a_phone_has_the_map_above_the_text_and_the_card_within_it(open_page: Opener, html: str) -> None:
    page = open_page(html, size=PHONE)
    mapping, reading = page.locator("#mapping").bounding_box(), page.locator("#reading").bounding_box()
    assert mapping is not None
    assert reading is not None
    assert mapping["y"] < reading["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#articles [data-claim]").first.click()
    card = page.locator('[role="dialog"]:visible').bounding_box()
    assert card is not None
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= 390


def test_the_page_may_be_zoomed_and_names_its_language(open_page: Opener, html: str) -> None:
    page = open_page(html)
    assert page.get_attribute("html", "lang") == "en"
    assert page.title()
    viewport = page.get_attribute('meta[name="viewport"]', "content") or ""
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport


def test_sources_of_text_places_and_shapes_are_credited(open_page: Opener, html: str) -> None:
    credits_ = open_page(html).locator("#credits").inner_text()
    for source in ("twz.com", "GeoNames", "Natural Earth", "ISO 3166-1"):
        assert source in credits_
