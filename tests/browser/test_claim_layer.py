"""`ClaimLayer` on plain folium maps in Chromium, with what folium loads served from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import folium
import geopandas
import numpy
import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

import geobrief
from brief_values import HOSTILE
from browser.windows import Window
from export.values import BRIEF, HOSTILE_BRIEF
from geobrief.render.claim_map import ELEMENT_OF_HTML
from geobrief.render.leaflet import default_icon_script, read_leaflet

pytestmark = pytest.mark.browser

SHOWN: ViewportSize = {"width": 1000, "height": 700}


def serve(route: Route) -> None:
    address = route.request.url
    if address.startswith("file:"):
        route.continue_()
    elif address.endswith("leaflet.js"):
        route.fulfill(
            body=f"{read_leaflet().script}\n{default_icon_script()}", content_type="text/javascript"
        )
    elif address.endswith("leaflet.css"):
        route.fulfill(body=read_leaflet().style, content_type="text/css")
    elif "jquery" in address:
        route.fulfill(body=ELEMENT_OF_HTML, content_type="text/javascript")
    else:
        kind = "text/css" if address.endswith("css") else "text/javascript"
        route.fulfill(body="", content_type=kind)


@pytest.fixture
def open_map(lend: Callable[..., Window], tmp_path: Path) -> Iterator[Callable[[folium.Map], Window]]:
    opened: list[Window] = []

    def open_(made: folium.Map) -> Window:
        path = tmp_path / f"map{len(opened)}.html"
        made.save(path)
        window = lend(viewport=SHOWN)
        window.page.route("**/*", serve)
        opened.append(window)
        window.go(f"file://{path}")
        return window

    yield open_
    for window in opened:
        assert window.complaints == []


def with_layer(brief: Any, **options: Any) -> folium.Map:
    made = folium.Map((46, 31), zoom_start=4, tiles=None)
    geobrief.ClaimLayer(brief, **options).add_to(made)
    return made


def test_places_are_numbered_and_open_their_claims(open_map: Callable[[folium.Map], Window]) -> None:
    page = open_map(with_layer(BRIEF)).page
    disc = page.locator('[data-place="odesa"]')
    expect(disc).to_have_text("1")
    disc.click()
    card = page.locator(".geobrief-card")
    expect(card.locator("h3")).to_have_text("1 Одеса")
    expect(card.locator("[data-claim]")).to_have_count(2)
    expect(card.locator("blockquote").first).to_have_text(BRIEF.claims[0].quote)
    expect(card.locator(".geobrief-certainty").first).to_have_text("claimed")
    link = card.locator('a[href="https://example.org/maize"]')
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_flows_open_their_claim(open_map: Callable[[folium.Map], Window]) -> None:
    page = open_map(with_layer(BRIEF)).page
    page.locator("path.geobrief-flow").first.dispatch_event("click")
    expect(page.locator(".geobrief-card h3")).to_have_text("Одеса → 부산: 12 tonnes")


def test_hostile_text_is_text(open_map: Callable[[folium.Map], Window]) -> None:
    made = with_layer(HOSTILE_BRIEF)
    made.location = [4, 4]
    page = open_map(made).page
    for at in range(len(HOSTILE)):
        page.locator(f'[data-place="p{at}"]').dispatch_event("click")
        quote = page.locator(f'[data-claim="c{at}"] blockquote')
        assert quote.evaluate("node => node.textContent") == HOSTILE[at]
        assert quote.evaluate("node => node.children.length") == 0


def test_the_map_asks_for_nothing_more_than_without_it(open_map: Callable[[folium.Map], Window]) -> None:
    with_, without = open_map(with_layer(BRIEF)), open_map(folium.Map(tiles=None))
    web = [address for address in with_.requests if not address.startswith(("file:", "data:"))]
    assert sorted(web) == sorted(
        address for address in without.requests if not address.startswith(("file:", "data:"))
    )


def test_two_layers_and_foliums_own_lie_on_one_map_and_can_be_turned_off(
    open_map: Callable[[folium.Map], Window],
) -> None:
    made = with_layer(BRIEF, name="Maize")
    geobrief.ClaimLayer(HOSTILE_BRIEF, name="Odd", show=False).add_to(made)
    folium.Marker((46, 31), popup="a marker of folium's").add_to(made)
    folium.GeoJson({"type": "Point", "coordinates": [32, 47]}, name="Own").add_to(made)
    folium.LayerControl(collapsed=False).add_to(made)
    page = open_map(made).page
    discs = page.locator(".geobrief-disc")
    located = sum(place.located for place in BRIEF.places)
    expect(discs).to_have_count(located)
    page.get_by_label("Odd").check()
    expect(discs).to_have_count(located + len(HOSTILE))
    page.get_by_label("Maize").uncheck()
    expect(discs).to_have_count(len(HOSTILE))
    expect(page.locator(".leaflet-marker-icon:not(.geobrief-mark)")).to_have_count(2)


def test_ten_thousand_rows_are_dots_that_open(open_map: Callable[[folium.Map], Window]) -> None:
    draw = numpy.random.default_rng(1)
    points = geopandas.points_from_xy(
        draw.uniform(-170, 170, 10_000), draw.uniform(-70, 75, 10_000), crs=4326
    )
    told = [f"Town {at} counted {at}." for at in range(10_000)]
    frame = geopandas.GeoDataFrame(
        {"name": [f"Town {at}" for at in range(10_000)], "said": told}, geometry=points
    )
    brief = geobrief.from_geodataframe(frame, claim="said")
    made = folium.Map((frame.geometry.iloc[0].y, frame.geometry.iloc[0].x), zoom_start=9, tiles=None)
    geobrief.ClaimLayer(brief, "Towns").add_to(made)
    page = open_map(made).page
    expect(page.locator("canvas.leaflet-zoom-animated")).to_have_count(1)
    expect(page.locator(".geobrief-disc")).to_have_count(0)
    page.mouse.click(SHOWN["width"] / 2, SHOWN["height"] / 2)
    expect(page.locator(".geobrief-card blockquote")).to_have_text("Town 0 counted 0.")


def test_ten_thousand_rows_are_a_page_too(open_page: Callable[..., Page]) -> None:
    points = geopandas.points_from_xy(
        [at % 300 - 150 for at in range(10_000)], [at // 150 - 33 for at in range(10_000)]
    )
    frame = geopandas.GeoDataFrame(
        {"name": [f"Town {at}" for at in range(10_000)]}, geometry=points, crs=4326
    )
    page = open_page(frame.geobrief.to_map().get_root().render())
    page.wait_for_function("performance.getEntriesByName('geobrief-drawn').length")
    counts = page.locator(".cluster").evaluate_all("nodes => nodes.map((node) => Number(node.dataset.count))")
    assert sum(counts) > 5_000


def test_it_lies_on_a_page_of_geobriefs_too(open_page: Callable[..., Page]) -> None:
    made = geobrief.Brief(BRIEF).to_map()
    geobrief.ClaimLayer(HOSTILE_BRIEF, name="Odd").add_to(made)
    page = open_page(made.get_root().render())
    expect(page.locator(".geobrief-disc")).to_have_count(len(HOSTILE))
