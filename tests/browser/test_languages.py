"""The page in each of its languages, and from right to left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

import geobrief
from geobrief.model import Brief, Place
from geobrief.render import render_page
from geobrief.render.messages import LANGUAGES, interface

HERE = Path(__file__).parent
PHONE: ViewportSize = {"width": 390, "height": 844}
DATES = {
    "en": "20 June 2025",
    "de": "20. Juni 2025",
    "fr": "20 juin 2025",
    "es": "20 de junio de 2025",
    "uk": "20 червня 2025",
    "ru": "20 июня 2025",
    "ar": "20 يونيو 2025",
    "ko": "2025년 6월 20일",
}
"""When the example's article was published, in each language."""
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def example() -> geobrief.Brief:
    return geobrief.read(HERE.parents[1] / "data")


@pytest.fixture(scope="module")
def pages(example: geobrief.Brief) -> dict[str, str]:
    """The example in each language."""
    return {language: example.to_html(language=language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def arabic() -> str:
    return geobrief.read(HERE / "arabic").to_html(language="ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_language_and_says_so(
    open_page: Opener, pages: dict[str, str], language: str
) -> None:
    spoken = interface(language)
    page = open_page(pages[language], address="#place=alabuga-special-economic-zone")
    assert page.get_attribute("html", "lang") == language
    assert page.get_attribute("html", "dir") == spoken.direction
    expect(page.locator("#places h2")).to_have_text(spoken.say("allPlaces"))
    expect(page.locator("#credits")).to_contain_text(spoken.say("borderPolicy"))
    card = page.locator('[role="dialog"]:visible')
    expect(card.locator(".about").first).to_contain_text(spoken.country("RU"))
    expect(card.get_by_role("button", name=spoken.say("close"))).to_be_visible()
    expect(page.locator(".byline")).to_contain_text(DATES[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_no_other_language(pages: dict[str, str], language: str) -> None:
    html = pages[language]
    for other in LANGUAGES:
        text = interface(other).say("noPlaces")
        assert (text in html) == (other == language)


def test_an_article_keeps_its_own_language_and_direction(open_page: Opener, pages: dict[str, str]) -> None:
    page = open_page(pages["ar"])
    assert page.get_attribute(".article", "lang") == "en"
    first = page.locator(".article p[dir]").first
    assert first.evaluate("each => getComputedStyle(each).direction") == "ltr"
    assert page.locator(".byline").evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert (page.get_attribute(".byline", "lang") or "").startswith("ar")


def test_numbers_are_those_of_the_language(open_page: Opener, pages: dict[str, str]) -> None:
    page = open_page(pages["ko"])
    expect(page.locator(".leaflet-control-scale")).to_contain_text("1,000")


def test_from_right_to_left_everything_is_mirrored_but_the_map(open_page: Opener, arabic: str) -> None:
    page = open_page(arabic, address="#place=suez")

    def middle(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    the_map = middle("#map")
    assert middle("#reading") > the_map
    assert middle("#bar h1") > middle("#bar button")
    assert middle(".leaflet-control-zoom") > the_map > middle("#legend")
    assert middle(".leaflet-control-scale") > middle(".leaflet-control-attribution")
    assert middle("#card .close") < middle("#card h2")
    west, east = middle('#map button[data-place="khartoum"]'), middle('#map button[data-place="aden"]')
    assert west < east


def test_in_a_card_the_arrows_go_the_way_that_is_read(open_page: Opener, arabic: str) -> None:
    page = open_page(arabic, address="#place=port-sudan")
    count = page.locator('[role="dialog"] .count')
    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("الإفادة 1 من 3")
    page.keyboard.press("ArrowLeft")
    expect(count).to_have_text("الإفادة 2 من 3")
    page.keyboard.press("ArrowRight")
    expect(count).to_have_text("الإفادة 1 من 3")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_no_language_is_too_long(open_page: Opener, pages: dict[str, str], language: str) -> None:
    page = open_page(pages[language], size=PHONE, address="#place=ukraine")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    cut = page.evaluate(
        """[...document.querySelectorAll("button:not(.mark), summary, #card footer, .tag")]
          .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
          .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert cut == []


def test_without_script_the_text_and_its_places_are_there(
    open_page: Opener, example: geobrief.Brief, pages: dict[str, str]
) -> None:
    page = open_page(pages["de"], java_script_enabled=False)
    shown = page.locator("body").inner_text()
    assert interface("de").say("noScript") in shown
    assert "25,000 or more" in shown
    for place in example.value.places:
        assert place.name in shown
    assert page.locator("#map").is_hidden()


def test_from_right_to_left_legend_and_locator_have_a_corner_each(open_page: Opener, arabic: str) -> None:
    page = open_page(arabic)
    legend, locator = page.locator("#legend").bounding_box(), page.locator(".locator").bounding_box()
    assert legend is not None
    assert locator is not None
    assert legend["x"] + legend["width"] < locator["x"]


def test_a_latin_name_in_the_list_stands_beside_its_disc(open_page: Opener) -> None:
    brief = Brief(places=(Place("damascus", "Damascus", lon=36.29, lat=33.51, country_code="SY"),))
    page = open_page(render_page(brief, language="ar"))
    name = page.locator(".entry-name").bounding_box()
    disc = page.locator(".entry .disc").bounding_box()
    assert name is not None
    assert disc is not None
    assert name["width"] < 120
    assert 0 <= disc["x"] - (name["x"] + name["width"]) < 20
