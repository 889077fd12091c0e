"""The map of a corpus in Chromium: cells, their card, filters, timeline, keyboard, address, both themes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.accessibility import faults_in_either_theme, needs_axe
from browser.windows import Window
from corpora.map.serving import serving
from corpora.map.writing import HOSTILE, counted, found_in_cells, write_corpus
from geobrief.corpora.map.dataset import open_dataset
from geobrief.corpora.map.island import aggregate
from geobrief.corpora.map.page import corpus_page
from geobrief.corpora.map.speaking import corpus_interface
from geobrief.render.messages import LANGUAGES

Opener = Callable[..., Page]
COVERED = """() => {
  const { map, page } = geobrief.started;
  const { level, cell } = page.choice.cell;
  const [west, south, east, north] = page.corpus.levels[level].boxes[cell];
  const card = document.getElementById("card");
  return [map.latLngToContainerPoint([(south + north) / 2, (west + east) / 2]).y, card.offsetTop];
}"""
"""How far down the chosen cell's middle and the card's upper edge are on the map."""
COVERED_AT_LEFT = """() => {
  const { map, page } = geobrief.started;
  const { level, cell } = page.choice.cell;
  const [west, south, east, north] = page.corpus.levels[level].boxes[cell];
  const card = document.getElementById("card");
  const { x } = map.latLngToContainerPoint([(south + north) / 2, (west + east) / 2]);
  return [x, card.offsetLeft + card.offsetWidth];
}"""
"""How far to the right the chosen cell's middle and the card's right edge are on the map."""
CUT = """() => [...document.querySelectorAll("button, summary, .tag")]
  .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 80))"""
"""What does not have the room that its words need."""
SEA = "list_contains(places, 'geobrief:barents-sea')"
KAZAN_TO_YELABUGA = "places[:2] = ['geonames:551487', 'geonames:468082'] AND certainty <> 'denied'"
ATTRIBUTED = " AND certainty = 'attributed'"
BOTH_ENDS_FREE = """() => {
  const { map, page, hexes } = geobrief.started;
  const line = hexes.flows.lines[page.choice.flow];
  const { offsetLeft } = document.getElementById("card");
  const ends = [line[0], line[line.length - 1]].map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]).x);
  return ends.every((x) => x > 0 && x < offsetLeft);
}"""
"""Whether both ends of the chosen movement are beside the card."""
ON_A_NUMBER = """() => {
  const { map, hexes } = geobrief.started;
  const { left, top } = map.getContainer().getBoundingClientRect();
  const { x, y } = map.layerPointToContainerPoint(hexes.plates[0].middle);
  return [left + x, top + y];
}"""
"""The middle of the number of the fullest cell in view."""
ON_THE_ARROW = """() => {
  const { map, page, hexes } = geobrief.started;
  const { flows } = page.corpus;
  const flow = flows.findIndex((each) => each.from_name === "Kazan" && each.to_name === "Yelabuga");
  const { left, top, width, height } = map.getContainer().getBoundingClientRect();
  for (let x = 0; x < width; x += 3)
    for (let y = 0; y < height; y += 3)
      if (hexes.at(map.containerPointToLatLng([x, y]))?.flow === flow) return [left + x, top + y];
}"""
"""A point of the screen that is on that arrow."""
DAY = "coalesce(when_start, when_end, published)"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "depots")


@pytest.fixture(scope="module")
def record(corpus: Path) -> dict[str, Any]:
    return aggregate(open_dataset(corpus))


@pytest.fixture(scope="module")
def html(record: dict[str, Any]) -> str:
    return corpus_page(record)


def total(page: Page) -> int:
    """How many claims the page says that it shows."""
    told = page.locator("#found").inner_text()
    return int(told.split(" of ")[0].replace(",", ""))


def listed(page: Page) -> int:
    """The sum of the cells in the list."""
    numbers = page.locator("#places .cell-entry .n").all_inner_texts()
    return sum(int(number.split()[0].replace(",", "")) for number in numbers)


def painted(page: Page) -> int:
    """How many different colours are on the canvas of cells."""
    colours: int = page.locator("#map .leaflet-cells-pane canvas").evaluate(
        "canvas => new Set(new Uint32Array(canvas.getContext('2d')"
        ".getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size"
    )
    return colours


def test_all_cells_are_drawn_and_a_claim_is_in_each_of_its_own(
    corpus: Path, html: str, open_page: Opener
) -> None:
    page = open_page(html, address="#view=40,40,1")
    expect(page.locator("#places .cell-entry").first).to_be_visible()
    assert painted(page) > 3
    assert total(page) == counted(corpus)
    assert listed(page) == found_in_cells(corpus, 1).total() > total(page)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Water").check()
    assert total(page) == counted(corpus, SEA)
    assert listed(page) == found_in_cells(corpus, 1, SEA).total()


def test_a_click_on_a_cell_opens_its_card(html: str, open_page: Opener) -> None:
    page = open_page(html, address="#view=49.12,55.79,6.5")
    page.mouse.click(*page.evaluate(ON_A_NUMBER))
    card = page.get_by_role("dialog", name=re.compile("Kazan"))
    expect(card.locator(".card-claim").first).to_be_visible()
    expect(card.locator(".breakdown")).to_contain_text("stated")
    expect(page).to_have_url(re.compile("cell=84"))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page).not_to_have_url(re.compile("cell="))


def test_what_articles_say_is_text_and_no_markup(html: str, open_page: Opener) -> None:
    page = open_page(html, address="#view=49.12,55.79,3")
    page.locator("#places .cell-entry", has_text="Kazan").click()
    first = page.locator(".card-claim").first
    expect(first.locator("blockquote")).to_contain_text(HOSTILE)
    expect(first).to_contain_text("In 3 articles, by Courier, Gazette, Wire")
    expect(first).to_contain_text("figures disagree: 20–30")
    expect(page.locator("[href^=javascript]")).to_have_count(0)


def test_filters_count_as_the_files_do(corpus: Path, html: str, open_page: Opener) -> None:
    page = open_page(html)
    page.get_by_role("button", name=re.compile("^denied")).click()
    assert total(page) == counted(corpus, "certainty = 'denied'")
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Wire").check()
    assert total(page) == counted(corpus, "certainty = 'denied' AND publisher = 'Wire'")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.get_by_role("button", name="Filters")).to_be_focused()
    again = open_page(html, address=page.url[page.url.index("#") :])
    assert total(again) == counted(corpus, "certainty = 'denied' AND publisher = 'Wire'")
    page.get_by_role("button", name="Clear all").click()
    assert total(page) == counted(corpus)


def test_the_timeline_filters_by_whole_months(corpus: Path, html: str, open_page: Opener) -> None:
    page = open_page(html, address="#from=2024-03-15")
    assert total(page) == counted(corpus, f"{DAY} >= DATE '2024-03-01'")
    page.get_by_role("slider", name="End of the time shown").press("ArrowLeft")
    last = page.evaluate("() => geobrief.started.page.choice.filter.to")
    assert total(page) == counted(corpus, f"{DAY} BETWEEN DATE '2024-03-01' AND DATE '{last}'")


def test_time_is_played_a_step_after_the_other(corpus: Path, html: str, open_page: Opener) -> None:
    page = open_page(html, reduced_motion="reduce")
    steps = page.evaluate("""() => {
      const { corpus, choice } = geobrief.started.page;
      return geobrief.stepsOf(corpus.bins, choice.counted.facets.bin).length;
    }""")
    shown = []
    for _ in range(steps):
        page.get_by_role("button", name="Next step in time").click()
        shown.append((page.evaluate("() => geobrief.started.page.choice.filter.from"), total(page)))
    assert [begun for begun, _ in shown] == sorted({begun for begun, _ in shown})
    assert sum(claims for _, claims in shown) == counted(corpus, f"{DAY} IS NOT NULL")
    page.get_by_role("button", name="Next step in time").click()
    assert total(page) == counted(corpus)


def test_movements_are_arrows_and_a_list_with_a_card_of_their_own(
    corpus: Path, html: str, open_page: Opener
) -> None:
    page = open_page(html, address="#view=50.6,55.8,5")
    entry = page.locator("#flows .cell-entry", has_text="From Kazan to Yelabuga")
    told = counted(corpus, KAZAN_TO_YELABUGA)
    expect(entry.locator(".n")).to_have_text(f"{told} claims")
    entry.press("Enter")
    card = page.get_by_role("dialog", name="From Kazan to Yelabuga")
    expect(card.locator(".card-claim").first).to_contain_text("Kazan, Yelabuga")
    assert page.evaluate(BOTH_ENDS_FREE)
    again = open_page(html, address=page.url[page.url.index("#") :])
    expect(again.get_by_role("dialog", name="From Kazan to Yelabuga")).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry).to_be_focused()
    page.mouse.click(*page.evaluate(ON_THE_ARROW))
    expect(card).to_be_visible()
    page.get_by_role("button", name=re.compile("^attributed")).click()
    expect(card.locator(".about")).to_have_text(f"{counted(corpus, KAZAN_TO_YELABUGA + ATTRIBUTED)} claims")
    page.get_by_label("Arrows").uncheck()
    expect(page.locator("#flows")).to_be_hidden()
    assert page.evaluate("() => geobrief.started.hexes.flows.drawn.length") == 0


def test_cells_become_finer_with_the_zoom_and_keep_their_sum(html: str, open_page: Opener) -> None:
    page = open_page(html, address="#view=50.6,55.8,3")
    page.locator("#places .cell-entry", has_text="Kazan").click()
    told = page.locator("#card .about").inner_text()
    page.get_by_role("button", name="Zoom in", exact=True).last.click()
    expect(page.locator("#places .cell-entry").first).to_be_visible()
    expect(page.locator("#card .about")).to_have_text(told)
    page.wait_for_function("geobrief.started.hexes.level > 0")


def test_the_map_can_be_read_by_the_keyboard_alone(html: str, open_page: Opener) -> None:
    page = open_page(html)
    entry = page.locator("#places .cell-entry").first
    entry.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#card-name")).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry).to_be_focused()


def test_cells_at_the_180th_meridian_stand_on_both_sides(html: str, open_page: Opener) -> None:
    page = open_page(html, address="#view=180,-15,4")
    expect(page.locator("#places .cell-entry", has_text="Suva")).to_be_visible()
    expect(page.locator("#places .cell-entry", has_text="Apia")).to_be_visible()
    widest = page.evaluate(
        "() => Math.max(...geobrief.started.hexes.drawnCells.map(({ box }) => box[2] - box[0]))"
    )
    assert widest < 400, "no cell is drawn across the whole map"


def test_on_a_phone_map_list_and_card_have_room(html: str, open_page: Opener) -> None:
    page = open_page(html, size=PHONE, address="#view=40,40,1")
    page.locator("#places .cell-entry").first.click()
    expect(page.locator("#card")).to_be_in_viewport(ratio=0.99)
    middle, top = page.evaluate(COVERED)
    assert 0 < middle < top, "the card does not hide the cell that it is about"
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in ("en", "ar")])
def test_on_a_phone_no_language_is_too_long(record: dict[str, Any], open_page: Opener, language: str) -> None:
    spoken = corpus_interface(language)
    page = open_page(corpus_page(record, language=language), size=PHONE, address="#view=40,40,1")
    page.locator("#places .cell-entry").first.click()
    expect(page.get_by_role("region", name=spoken.say("strongest"))).to_be_visible()
    expect(page.locator("#credits")).to_contain_text(spoken.say("borderPolicy"))
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CUT) == []


def test_from_right_to_left_everything_is_mirrored_but_the_map(
    record: dict[str, Any], open_page: Opener
) -> None:
    page = open_page(corpus_page(record, language="ar"))
    assert (page.get_attribute("html", "lang"), page.get_attribute("html", "dir")) == ("ar", "rtl")
    page.locator("#places .cell-entry").first.click()
    expect(page.locator(".card-claim").first).to_be_visible()

    def middle(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2

    assert middle("#reading") > middle("#map") > middle("#card")
    assert middle("#bar h1") > middle("#bar button")
    assert middle("#places .cell-entry .cell-name") > middle("#places .cell-entry .n")
    assert middle(".grip.from") > middle(".grip.to")
    across, right = page.evaluate(COVERED_AT_LEFT)
    assert across > right, "the card at the left does not hide the cell that it is about"


@needs_axe
@pytest.mark.parametrize("size", [{"width": 1360, "height": 820}, PHONE])
def test_axe_finds_nothing_in_either_theme(html: str, open_page: Opener, size: dict[str, int]) -> None:
    page = open_page(html, size=size)
    page.locator("#places .cell-entry").first.click()
    expect(page.locator(".card-claim").first).to_be_visible()
    assert faults_in_either_theme(page) == []
    page.get_by_role("button", name="Filters").click()
    assert faults_in_either_theme(page) == []


def test_served_all_claims_of_a_cell_and_their_articles_can_be_read(
    corpus: Path, lend: Callable[..., Window]
) -> None:
    with serving(corpus) as server:
        window = lend()
        page = window.go(f"{server.address}#view=49.12,55.79,6.5")
        page.locator("#places .cell-entry", has_text="Kazan").click()
        told = int(page.locator("#card .about").inner_text().split()[0])
        page.get_by_role("button", name=re.compile("Show all")).click()
        expect(page.locator("#card .card-claim")).to_have_count(20)
        while page.get_by_role("button", name="More claims").is_visible():
            shown = page.locator("#card .card-claim").count()
            page.get_by_role("button", name="More claims").click()
            expect(page.locator("#card .card-claim").nth(shown)).to_be_attached()
        expect(page.locator("#card .card-claim")).to_have_count(told)
        page.get_by_role("button", name="Read the article").nth(1).click()
        expect(page.locator(".whole-text mark.chosen")).to_be_in_viewport()
        page.get_by_role("button", name="Back to the claims").click()
        expect(page.locator("#card .card-claim")).to_have_count(told)
        page.goto("about:blank")
    asked = [url for url in window.requests if not url.startswith("about:")]
    assert {url.split("/")[2] for url in asked} == {f"127.0.0.1:{server.port}"}
