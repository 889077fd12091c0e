"""The page on paper: numbered claims, the map fitted to it, tables of claims and places, nothing cut."""

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import geobrief

HERE = Path(__file__).parent
PAGE_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
SHEETS = {"A4": (595, 842), "Letter": (612, 792)}
"""Points."""
PAPER_WIDTH = 178 / 25.4 * 96
"""CSS pixels of the map's width on paper."""
Opener = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def brief() -> geobrief.Brief:
    return geobrief.read(HERE.parents[1] / "data")


@pytest.fixture(scope="module")
def html(brief: geobrief.Brief) -> str:
    return brief.to_html()


def on_paper(open_page: Opener, html: str, **options: object) -> Page:
    page = open_page(html, **options)
    page.emulate_media(media="print")
    expect(page.locator("html.paper")).to_have_count(1)
    return page


def page_streams(pdf: bytes) -> list[bytes]:
    """What is drawn on each sheet, unpacked."""
    streams = []
    for found in re.finditer(rb"/Contents (\d+) 0 R", pdf):
        start = re.search(rb"\n%s 0 obj\b.*?stream\r?\n" % found[1], pdf, re.DOTALL)
        assert start is not None
        streams.append(zlib.decompressobj().decompress(pdf[start.end() :]))
    return streams


def test_each_claim_has_its_number_in_the_text_and_in_the_table(
    open_page: Opener, brief: geobrief.Brief, html: str
) -> None:
    page = on_paper(open_page, html)
    rows = page.locator("#claims table").first.locator("tbody tr")
    assert rows.count() == len(brief.value.claims)
    for number, claim in enumerate(sorted(brief.value.claims, key=lambda each: each.span or (0, 0)), 1):
        marked = page.locator(f'#articles [data-claim="{claim.id}"][data-claim-number]')
        assert marked.get_attribute("data-claim-number") == str(number)
        drawn = marked.evaluate("each => getComputedStyle(each, '::after').content")
        assert "attr(data-claim-number)" in drawn or str(number) in drawn
        row = rows.nth(number - 1)
        assert row.locator("th").inner_text() == str(number)
        assert claim.quote in row.inner_text()


def test_each_place_has_coordinates_source_and_the_numbers_of_its_claims(
    open_page: Opener, brief: geobrief.Brief, html: str
) -> None:
    page = on_paper(open_page, html)
    table = page.locator("#claims table").last
    assert table.locator("tbody tr").count() == len(brief.value.places)
    row = table.locator("tbody tr", has_text="Kursk region")
    expect(row).to_contain_text("lat 51.750, lon 36.000")
    expect(row).to_contain_text("GeoNames 538555")
    expect(row.locator("td").last).to_have_text("10, 11")


def test_the_map_is_fitted_to_the_paper_with_every_place_in_it(open_page: Opener, html: str) -> None:
    page = open_page(html)
    page.evaluate("void map_1.setView([-20, -60], 7, { animate: false })")
    page.emulate_media(media="print")
    frame = page.locator("#map").bounding_box()
    assert frame is not None
    assert frame["width"] == pytest.approx(PAPER_WIDTH, abs=1)
    for mark in page.locator("#map button.mark").all():
        box = mark.bounding_box()
        assert box is not None
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert frame["y"] <= box["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    assert page.locator(".leaflet-base-pane svg path").count() > 0
    assert page.locator(".leaflet-base-pane canvas").count() == 0


def test_paper_is_light_even_where_the_screen_is_dark(open_page: Opener, html: str) -> None:
    page = on_paper(open_page, html, color_scheme="dark")
    ink, land = page.evaluate(
        "['--ink', '--land'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name))"
    )
    assert (ink, land) == ("#1b2024", "#f3efe6")
    paths = page.locator(".leaflet-base-pane path")
    fills = paths.evaluate_all("all => all.map(each => each.getAttribute('fill'))")
    assert "#f3efe6" in fills


def test_after_printing_all_is_as_it_was(open_page: Opener, html: str) -> None:
    page = open_page(html, color_scheme="dark", reduced_motion="reduce")
    page.locator("#map").dispatch_event("pointerdown")
    page.evaluate("void map_1.setView([55, 50], 5, { animate: false })")
    page.locator("#articles [data-claim]").nth(2).focus()
    state = """[map_1.getZoom(), map_1.getCenter().lat.toFixed(1), map_1.getCenter().lng.toFixed(1),
      String(map_1.getSize()),
      document.documentElement.dataset.theme, document.activeElement.dataset.claim,
      document.querySelector("#page").lastElementChild.id,
      document.querySelectorAll(".leaflet-base-pane canvas").length,
      document.querySelectorAll(".leaflet-base-pane path").length]"""
    before = page.evaluate(state)
    page.emulate_media(media="print")
    expect(page.locator("html.paper")).to_have_count(1)
    page.emulate_media(media="screen")
    expect(page.locator("html.paper")).to_have_count(0)
    assert page.evaluate(state) == before


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_pdf_has_sheets_of_its_size_and_none_is_blank(
    open_page: Opener, html: str, sheet: str, scheme: str
) -> None:
    page = open_page(html, color_scheme=scheme, address="#place=ukraine")
    pdf = page.pdf(format=sheet)
    for size in PAGE_BOX.findall(pdf):
        assert [float(points) for points in size] == pytest.approx(SHEETS[sheet], abs=1)
    drawn = page_streams(pdf)
    assert 3 <= len(drawn) <= 6
    for stream in drawn:
        assert len(re.findall(rb"\bTj\b|\bTJ\b", stream)) > 20
    expect(page.locator("html.paper")).to_have_count(0)


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_wider_than_the_paper(open_page: Opener, html: str, sheet: str) -> None:
    """15 mm are left free at either side."""
    width = SHEETS[sheet][0] / 72 * 96 - 30 / 25.4 * 96
    page = open_page(html, size={"width": int(width), "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= int(width) + 1
    wide = page.evaluate(
        """width => [...document.querySelectorAll("#articles *, #mapping, #legend *, #claims *, #credits *")]
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > width + 1)
          .map((each) => each.outerHTML.slice(0, 80))""",
        width,
    )
    assert wide == []
