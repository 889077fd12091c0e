"""Claims that count the same thing, side by side on a card."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from geobrief.api import Brief
from geobrief.model import Brief as BriefValue
from geobrief.model import Claim, Document, Place, Quantity

PHONE: ViewportSize = {"width": 390, "height": 844}
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

SENTENCES = (
    "The works in Vell employs 300 people, <b>the mayor</b> said.",
    "The works in Vell employs 900 people, a trade union said.",
    "At least 280 people are employed in Vell, a bank said.",
    "It rains in Vell.",
)


@pytest.fixture(scope="module")
def html() -> str:
    text = " ".join(SENTENCES)
    figures = ((300, "", "300 people"), (900, "", "900 people"), (280, "at least", "At least 280 people"))
    speakers = ("<b>the mayor</b>", "a trade union", "a bank", "")
    claims = tuple(
        Claim(
            f"c{at}",
            "a.md",
            sentence,
            ("vell",),
            by=speakers[at],
            certainty="attributed" if speakers[at] else "stated",
            quantities=(Quantity(figures[at][0], "people", figures[at][2], figures[at][1]),)  # type: ignore[arg-type]
            if at < 3
            else (),
            span=(text.index(sentence), text.index(sentence) + len(sentence)),
            group="g1" if at < 3 else "",
        )
        for at, sentence in enumerate(SENTENCES)
    )
    places = (Place("vell", "Vell", lon=10.0, lat=50.0, country_code="DE"),)
    return Brief(BriefValue((Document("a.md", text),), (), places, claims, "Vell")).to_html()


@pytest.mark.parametrize("size", [{"width": 1360, "height": 820}, PHONE])
def test_a_card_unfolds_what_others_say_by_keyboard(open_page: Opener, html: str, size: ViewportSize) -> None:
    page = open_page(html, size=size, address="#claim=c0")
    control = page.locator('[data-card-claim="c0"] .unfold')
    expect(control).to_have_text("In contradiction with 1 other claim")
    expect(page.locator("#card .beside:visible")).to_have_count(0)
    control.focus()
    page.keyboard.press("Enter")
    expect(control).to_have_attribute("aria-expanded", "true")
    rows = page.locator("#card .beside:visible > li")
    expect(rows.locator("strong")).to_have_text(["300 people", "900 people", "At least 280 people"])
    expect(rows.locator(".figure span")).to_have_text(["this claim", "contradicts", "agrees"])
    expect(rows.nth(1)).to_contain_text(SENTENCES[1])
    expect(rows.nth(1)).to_contain_text("a trade union")
    box = page.locator("#card").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    page.keyboard.press("Enter")
    expect(page.locator("#card .beside:visible")).to_have_count(0)


def test_each_of_them_leads_to_its_words(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c0")
    page.locator('[data-card-claim="c0"] .unfold').click()
    page.locator('#card .beside:visible [data-beside="c1"] .to-text').click()
    assert page.evaluate("document.activeElement.dataset.claim") == "c1"


def test_words_of_an_article_stay_words(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c1")
    control = page.locator('[data-card-claim="c1"] .unfold')
    expect(control).to_have_text("In contradiction with 1 other claim")
    control.click()
    expect(page.locator("#card .beside:visible")).to_contain_text("<b>the mayor</b>")
    expect(page.locator("#card .beside b")).to_have_count(0)


def test_a_claim_in_no_group_has_no_control(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c3")
    expect(page.locator('[data-card-claim="c3"]')).to_be_visible()
    expect(page.locator('[data-card-claim="c3"] .unfold')).to_have_count(0)


def test_the_list_for_print_names_the_figures(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.emulate_media(media="print")
    entry = page.locator("#places li li", has_text="300 people").first
    expect(entry).to_contain_text("In contradiction with 1 other claim: 900 people (a trade union)")
