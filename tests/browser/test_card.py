"""The card: as large as its claim needs, clear of what it is about, with the words that tell its parts."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import geobrief
from browser.ohio_brief import ohio_brief
from geobrief.api import Brief
from geobrief.model import Quantity
from geobrief.render import render_page

WIDE: ViewportSize = {"width": 1360, "height": 820}
SMALL: ViewportSize = {"width": 1000, "height": 700}
PHONE: ViewportSize = {"width": 390, "height": 844}
SITE = "#place=alabuga-special-economic-zone"
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def brief() -> geobrief.Brief:
    return geobrief.read(Path(__file__).parents[2] / "data")


@pytest.fixture(scope="module")
def html(brief: geobrief.Brief) -> str:
    return brief.to_html()


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return {**found, "right": found["x"] + found["width"], "bottom": found["y"] + found["height"]}


def is_apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["right"] <= other["x"]
        or other["right"] <= one["x"]
        or one["bottom"] <= other["y"]
        or other["bottom"] <= one["y"]
    )


@pytest.mark.parametrize("size", [WIDE, SMALL, PHONE], ids=["wide", "small", "phone"])
def test_the_first_claim_is_read_whole_and_the_map_stays_seen(
    open_page: Opener, html: str, size: ViewportSize
) -> None:
    page = open_page(html, size=size, address=SITE, reduced_motion="reduce")
    claims, facts = box(page, "#card .claims"), box(page, "#card .facts")
    quote = box(page, "#card blockquote")
    assert claims["y"] <= quote["y"]
    assert facts["bottom"] <= claims["bottom"]
    assert box(page, "#card")["height"] <= 0.72 * box(page, "#map")["height"]


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize("claim", ["c2", "c10", "c11", "c8"])
def test_it_covers_no_mark_of_its_claim(
    open_page: Opener, brief: geobrief.Brief, html: str, size: ViewportSize, claim: str
) -> None:
    page = open_page(html, size=size, address=f"#claim={claim}", reduced_motion="reduce")
    (shown,) = (each for each in brief.value.claims if each.id == claim)
    fine = {place.id for place in brief.value.places if place.kind in ("city", "site", "region")}
    for place in fine.intersection(shown.places):
        mark = box(page, f'#map button[data-place="{place}"]')
        assert is_apart(mark, box(page, "#card")), place
        assert is_apart(mark, box(page, "#legend")), place


def test_where_the_coordinates_come_from_is_a_press_away(open_page: Opener, html: str) -> None:
    page = open_page(html, address=SITE)
    expect(page.locator("#card-origin")).to_be_hidden()
    page.get_by_role("button", name="How it was located").click()
    expect(page.locator("#card-origin")).to_contain_text("GeoNames")
    expect(page.locator("#card-origin")).to_contain_text("Yelabuga")


def lit(page: Page, root: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        f"{root} mark.told", "all => all.map((each) => each.textContent)"
    )
    return found


def test_a_part_lights_its_words_on_the_card_and_in_the_text_and_they_light_it(
    open_page: Opener, html: str
) -> None:
    page = open_page(html, address="#claim=c10")
    part = page.locator(".current .part", has_text="5,000 builders")
    part.hover()
    assert lit(page, "#card") == lit(page, "#articles") == ["some 5,000 builders"]
    page.mouse.move(2, 2)
    assert lit(page, "body") == []
    page.locator("#articles mark", has_text="1,000 sappers").hover()
    expect(page.locator(".current .part.told")).to_have_text("around 1,000 sappers")


def test_a_part_is_reached_by_keyboard_named_with_its_words_and_stays_lit_when_pressed(
    open_page: Opener, html: str
) -> None:
    page = open_page(html, address="#claim=c10")
    part = page.locator(".current .part", has_text="Sergey Shoigu")
    part.focus()
    assert lit(page, "#card") == ["Sergey Shoigu", "said"]
    ids = (part.get_attribute("aria-describedby") or "").split()
    assert [page.locator(f"#{each}").inner_text() for each in ids] == ["Sergey Shoigu", "said"]
    page.keyboard.press("Enter")
    expect(part).to_have_attribute("aria-pressed", "true")
    page.locator("#card .close").focus()
    assert lit(page, "#card") == ["Sergey Shoigu", "said"]


def test_marks_leave_the_text_as_it_was(open_page: Opener, html: str) -> None:
    page = open_page(html)
    before = page.locator("#articles").inner_html()
    page.locator('#articles [data-claim="c10"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#articles mark").first).to_be_attached()
    text = page.locator("#articles").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("#articles mark")).to_have_count(0)
    assert page.locator("#articles").inner_text() == text
    page.evaluate("document.activeElement.blur()")
    assert page.locator("#articles").inner_html() == before


def test_a_source_says_what_it_is_and_whom_a_pronoun_means(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c13")
    source = page.locator(".current .source")
    expect(source).to_contain_text("Kyrylo Budanov (“He”)")
    expect(source).to_contain_text("named source")


def test_an_inferred_place_says_from_which_words(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c5")
    expect(page.locator(".current .facts")).to_contain_text("place inferred from “The plant”")


def test_links_go_on_to_each_place_of_the_claim(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c2")
    page.locator(".current .place-link", has_text="Tatarstan").click()
    expect(page.locator("#card-name")).to_have_text("Tatarstan")
    expect(page.locator(".card-claim.current")).to_have_attribute("data-card-claim", "c2")
    assert "claim=c2&place=tatarstan" in page.url
    page.locator(".current .movement .place-link", has_text="North Korea").hover()
    expect(page.locator('#map button[data-place="north-korea"]')).to_have_class(  # its mark is lit
        re.compile(r"\blit\b")
    )


def test_a_step_is_read_out_with_its_quote(open_page: Opener, html: str) -> None:
    page = open_page(html, address=SITE)
    page.get_by_role("button", name="Next claim").click()
    told = page.locator("#card [aria-live]")
    expect(told).to_contain_text("1 of 5 claims")
    expect(told).to_contain_text("Reports put the number")


def test_words_of_an_article_stay_text(open_page: Opener, brief: geobrief.Brief) -> None:
    hostile = "<img src=x onerror=alert(1)> said 40 trucks left."
    value = brief.value
    document = replace(value.documents[0], text=hostile)
    start = hostile.index("40")
    quantity = Quantity(40, "trucks", "40 trucks", span=(start, start + 9))
    claim = replace(
        value.claims[0],
        quote=hostile,
        span=(0, len(hostile)),
        by=hostile[:28],
        by_span=(0, 28),
        quantities=(quantity,),
    )
    changed = replace(
        value, documents=(document,), mentions=(), claims=(replace(claim, quantities=(quantity,)),)
    )
    page = open_page(Brief(changed).to_html(), address=f"#claim={claim.id}")
    expect(page.locator("#card blockquote mark")).to_have_count(2)
    expect(page.locator("#card img, #articles img")).to_have_count(0)


def test_a_county_without_an_outline_says_that_it_is_a_point(open_page: Opener) -> None:
    page = open_page(render_page(ohio_brief()), address="#place=ross-county")
    expect(page.locator("#card .about").first).to_contain_text("shown at its centre")
    page = open_page(render_page(ohio_brief()), address="#place=ohio")
    expect(page.locator("#card .about").first).to_contain_text("shown as its whole area")


def test_a_range_is_told_once_and_its_words_are_one_part(open_page: Opener) -> None:
    page = open_page(render_page(ohio_brief()), address="#claim=power")
    expect(page.locator("#card .facts .part", has_text="400")).to_have_count(1)
    assert page.locator('#card mark[data-parts="quantity-0"]').get_attribute("title") is not None
