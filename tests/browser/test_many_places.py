"""A page of thousands of places: clusters that a click takes apart, a text and a list that come in pieces."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from geobrief.model import Brief, Claim, Document, Mention, Place
from geobrief.render import render_page

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

COUNT = 1500
IN_ONE_SPOT = 70


@pytest.fixture(scope="module")
def html() -> str:
    """Towns on a grid over half the world, and the last of them on one and the same spot."""
    places, mentions, claims, sentences, start = [], [], [], [], 0
    for number in range(COUNT):
        id_, sentence = f"town-{number}", f"Town {number} took people in."
        at = (2.0, 47.0)
        if number < COUNT - IN_ONE_SPOT:
            at = (-80 + 3.1 * (number % 48), -40 + 3.1 * (number // 48))
        places.append(Place(id_, f"Town {number}", lon=at[0], lat=at[1]))
        mentions.append(Mention("a.md", start, start + len(f"Town {number}"), id_))
        span = (start, start + len(sentence))
        certainty = "reported" if number % 3 else "stated"
        claims.append(Claim(f"c{number}", "a.md", sentence, (id_,), certainty=certainty, span=span))
        sentences.append(sentence)
        start += len(sentence) + 1
    text = " ".join(sentences)
    return render_page(
        Brief((Document("a.md", text),), tuple(mentions), tuple(places), tuple(claims), "Many")
    )


def test_marks_of_many_places_cover_one_another_nowhere(open_page: Opener, html: str) -> None:
    page = open_page(html)
    boxes = page.eval_on_selector_all(
        "#map button[data-place]",
        "all => all.map((each) => each.getBoundingClientRect()).map((box) => [box.x + box.width / 2, "
        "box.y + box.height / 2, box.width / 2])",
    )
    assert 20 < len(boxes) < 400
    for i, (x, y, radius) in enumerate(boxes):
        for other_x, other_y, other_radius in boxes[i + 1 :]:
            assert abs(x - other_x) + abs(y - other_y) > 0.9 * (radius + other_radius)


def test_counts_of_clusters_and_discs_add_up_to_all_places(open_page: Opener, html: str) -> None:
    page = open_page(html)
    counts = page.eval_on_selector_all(
        "#map button[data-place]", "all => all.map((each) => Number(each.dataset.count || 1))"
    )
    assert sum(counts) == COUNT


def test_all_claims_and_places_are_listed_in_the_end(open_page: Opener, html: str) -> None:
    page = open_page(html)
    expect(page.locator("#articles [data-claim]")).to_have_count(COUNT)
    expect(page.locator("#places [data-place]")).to_have_count(COUNT)
    words = " ".join((page.locator("#articles article").text_content() or "").split())
    assert words.endswith(f"Town {COUNT - 1} took people in.")


def test_a_claim_opens_its_card_and_its_place_has_a_disc_of_its_own(open_page: Opener, html: str) -> None:
    page = open_page(html, address="#claim=c700")
    expect(page.locator('[role="dialog"]:visible')).to_contain_text("Town 700 took people in.")
    disc = page.locator('#map button.mark[data-place="town-700"]')
    expect(disc).to_have_attribute("data-number", "701")
    expect(disc).to_be_in_viewport()


def test_a_cluster_is_taken_apart_by_the_keyboard_and_hands_its_focus_on(
    open_page: Opener, html: str
) -> None:
    page = open_page(html)
    cluster = page.locator('#map button[data-count]:not([data-place="town-1430"])').first
    before = page.evaluate("window[document.getElementById('map').dataset.mapName].getZoom()")
    cluster.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => window[document.getElementById('map').dataset.mapName].getZoom() > before", arg=before
    )
    page.wait_for_function("document.activeElement.closest('#map [data-place]')")


def test_places_on_one_spot_are_laid_out_around_it(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.evaluate(
        "void window[document.getElementById('map').dataset.mapName].setView([47, 2], 12, { animate: false })"
    )
    page.locator(f'#map button[data-count="{IN_ONE_SPOT}"]').click()
    discs = page.locator("#map button.mark[data-place]")
    expect(discs).to_have_count(IN_ONE_SPOT)
    page.locator('#map button.mark[data-place="town-1450"]').click()
    expect(page.locator('[role="dialog"]:visible')).to_contain_text("Town 1450")


def test_a_filter_thins_the_list_and_keeps_the_reader_where_they_are(open_page: Opener, html: str) -> None:
    page = open_page(html)
    expect(page.locator("#places [data-place]")).to_have_count(COUNT)
    page.locator("#reading").evaluate("column => (column.scrollTop = 900)")
    page.locator('.quick .chip[data-value="stated"]').click()
    expect(page.locator("#places .places > li:not([hidden])")).to_have_count(COUNT // 3)
    assert page.locator("#reading").evaluate("column => column.scrollTop") == 900
    assert page.locator("#places .places").first.is_visible()
    page.locator(".clear").click()
    expect(page.locator("#places .places > li:not([hidden])")).to_have_count(COUNT)


def test_a_stretch_of_the_list_of_which_nothing_is_left_takes_no_room(open_page: Opener, html: str) -> None:
    page = open_page(html)
    expect(page.locator("#places [data-place]")).to_have_count(COUNT)
    page.locator("#bar input[type=search]").fill("Town 1234")
    page.keyboard.press("Enter")
    expect(page.locator("#places .places > li:not([hidden])")).to_have_count(1)
    assert page.locator("#places").evaluate("list => list.offsetHeight") < 400
    expect(page.locator("#places .entry:visible")).to_have_text(re.compile("Town 1234"))


def test_a_list_says_of_each_place_once_in_order(open_page: Opener, html: str) -> None:
    page = open_page(html)
    expect(page.locator("#places [data-place]")).to_have_count(COUNT)
    listed = page.eval_on_selector_all("#places .entry", "all => all.map((each) => each.dataset.place)")
    assert listed == [f"town-{number}" for number in range(COUNT)]


def test_a_cluster_shows_in_its_ring_how_sure_its_places_are(open_page: Opener, html: str) -> None:
    page = open_page(html)
    cluster = page.locator(f'#map button[data-count]:not([data-count="{IN_ONE_SPOT}"])').first
    ring = cluster.evaluate("node => node.style.getPropertyValue('--mix')")
    assert "var(--stated) 0.0%" in ring
    assert "var(--reported)" in ring
    stated, reported = (int(part.split()[1]) for part in (cluster.get_attribute("title") or "").split(", "))
    assert stated + reported == int(cluster.get_attribute("data-count") or 0)
    page.locator('.quick .chip[data-value="stated"]').click()
    assert "--reported" not in cluster.evaluate("node => node.style.getPropertyValue('--mix')")


def test_a_cluster_tells_of_those_places_that_it_stands_for_when_another_is_chosen(
    open_page: Opener, html: str
) -> None:
    page = open_page(html)
    page.evaluate(
        "void window[document.getElementById('map').dataset.mapName].setView([47, 2], 12, { animate: false })"
    )
    titles = set()
    # Of three in a row one is stated, two are reported.
    for number in (1440, 1441, 1442):
        page.evaluate("id => geobrief.started.page.selection.select({ place: id })", f"town-{number}")
        cluster = page.locator(f'#map button[data-count="{IN_ONE_SPOT - 1}"]')
        titles.add(cluster.get_attribute("title"))
    assert len(titles) == 2
