"""Size and speed of pages, and of plain folium's page of the same places: `python benchmarks/page.py`.

Each page is opened from disk in headless Chromium. Drawn is when all marks have been painted; click is
from a click on a claim in the text until its card is painted, the median of seven once all is listed;
filter is from a click on a certainty's chip until what it leaves is painted, the longer of on and off.
folium's page asks the network for Leaflet, jQuery and others: they are served from this machine at
once, so that its time is that of its own work.
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import folium
from playwright.sync_api import Browser, Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from geobrief import read
from geobrief.model import CERTAINTIES, Brief, Claim, Document, Mention, Place
from geobrief.render import render_page
from geobrief.render.claim_map import ELEMENT_OF_HTML
from geobrief.render.leaflet import default_icon_script, read_leaflet

EXAMPLE = Path(__file__).parent.parent / "data"
LONGEST_MILLISECONDS = 180_000
"""How long a page is waited for."""

CLICK = """async (id) => {
  const claim = document.querySelector(`[data-claim="${id}"]`);
  claim.scrollIntoView();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const start = performance.now();
  claim.click();
  while (document.getElementById("card").hidden) await new Promise((again) => setTimeout(again));
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - start;
}"""
FILTER = """async () => {
  const chip = document.querySelector(".quick .chip");
  const start = performance.now();
  chip.click();
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - start;
}"""
LISTED = "count => document.querySelectorAll('#places [data-place]').length === count"
PAINTED = """() => new Promise((painted) =>
  requestAnimationFrame(() => setTimeout(() => painted(performance.now()))))"""


@dataclass(frozen=True)
class Figures:
    """Seconds and bytes of one page; None where it was not waited for to the end."""

    build: float
    size: int
    drawn: float | None
    click: float | None = None
    filtered: float | None = None


def made_up(count: int) -> Brief:
    """A brief of so many places all over the world, a claim each; the seed makes the same one each time."""
    draw = random.Random(1)
    places, mentions, claims, sentences = [], [], [], []
    at = 0
    for number in range(count):
        name = f"Town {number}"
        sentence = f"{name} took in {draw.randrange(1000)} people on Monday. "
        lon, lat = round(draw.uniform(-170, 170), 4), round(draw.uniform(-50, 70), 4)
        places.append(Place(f"town-{number}", name, "city", lon, lat, source=f"geonames:{number}"))
        mentions.append(Mention("a.md", at, at + len(name), f"town-{number}"))
        span = (at, at + len(sentence) - 1)
        certainty = CERTAINTIES[-1 - number % 3]
        claims.append(
            Claim(f"c{number}", "a.md", sentence.strip(), (f"town-{number}",), "", certainty, span=span)
        )
        sentences.append(sentence)
        at += len(sentence)
    document = Document("a.md", "".join(sentences), title="Made up")
    return Brief((document,), tuple(mentions), tuple(places), tuple(claims), "Made up")


def our_page(browser: Browser, brief: Brief, folder: Path) -> Figures:
    """Builds, opens and clicks geobrief's page."""
    start = time.perf_counter()
    html = render_page(brief)
    build = time.perf_counter() - start
    page, path = browser.new_page(viewport={"width": 1360, "height": 820}), folder / "ours.html"
    path.write_text(html, encoding="utf-8")
    page.goto(path.as_uri(), timeout=LONGEST_MILLISECONDS)
    mark = "performance.getEntriesByName('geobrief-drawn')"
    page.wait_for_function(f"{mark}.length", timeout=LONGEST_MILLISECONDS)
    drawn = page.evaluate(f"{mark}[0].startTime") / 1000
    page.wait_for_function(LISTED, arg=len(brief.places), timeout=LONGEST_MILLISECONDS)
    middle = len(brief.claims) // 2
    clicks = [page.evaluate(CLICK, claim.id) / 1000 for claim in brief.claims[middle : middle + 7]]
    filtered = max(page.evaluate(FILTER) for _ in range(2)) / 1000
    page.close()
    return Figures(build, len(html.encode()), drawn, statistics.median(clicks), filtered)


def folium_page(browser: Browser, brief: Brief, folder: Path) -> Figures:
    """Builds and opens folium's page of the same places: a marker each, with the claim in its popup."""
    start = time.perf_counter()
    plain = folium.Map(tiles=None)
    for place, claim in zip(brief.places, brief.claims, strict=True):
        folium.Marker((place.lat, place.lon), popup=f"{place.name}: {claim.quote}").add_to(plain)
    plain.fit_bounds([[-50, -170], [70, 170]])
    path = folder / "folium.html"
    plain.save(path)
    build = time.perf_counter() - start
    page = browser.new_page(viewport={"width": 1360, "height": 820})
    page.route(re.compile("^https?://"), serve)
    return Figures(build, path.stat().st_size, folium_drawn(page, path, len(brief.places)))


def folium_drawn(page: Page, path: Path, count: int) -> float | None:
    """Seconds until folium's markers are painted; None if that takes too long."""
    try:
        page.goto(path.as_uri(), timeout=LONGEST_MILLISECONDS)
        page.wait_for_function(
            "count => document.querySelectorAll('.leaflet-marker-icon').length === count",
            arg=count,
            timeout=LONGEST_MILLISECONDS,
        )
        return float(page.evaluate(PAINTED)) / 1000
    except PlaywrightTimeout:
        return None
    finally:
        page.close()


def serve(route: Route) -> None:
    """Leaflet and what folium's popups need of jQuery; nothing for the rest."""
    address = route.request.url
    if address.endswith("leaflet.js"):
        route.fulfill(
            body=f"{read_leaflet().script}\n{default_icon_script()}", content_type="text/javascript"
        )
    elif address.endswith("leaflet.css"):
        route.fulfill(body=read_leaflet().style, content_type="text/css")
    elif "jquery" in address:
        route.fulfill(body=ELEMENT_OF_HTML, content_type="text/javascript")
    else:
        route.fulfill(body="")


def tell(label: str, figures: Figures) -> None:
    """Prints a line of figures."""
    drawn = "    —  " if figures.drawn is None else f"{figures.drawn:5.2f} s"
    click = f"  click {figures.click * 1000:4.0f} ms" if figures.click is not None else ""
    if figures.filtered is not None:
        click += f"  filter {figures.filtered * 1000:4.0f} ms"
    print(
        f"{label:22} build {figures.build:6.2f} s  {figures.size / 1e6:6.2f} MB  drawn {drawn}{click}",
        flush=True,
    )


def tell_ratios(ours: Figures, theirs: Figures) -> None:
    """Prints how many times folium's figures are ours."""
    drawn = f"over {LONGEST_MILLISECONDS / 1000 / (ours.drawn or 1):.0f}"
    if theirs.drawn is not None and ours.drawn:
        drawn = f"{theirs.drawn / ours.drawn:.0f}"
    print(
        f"{'  folium by ours':22} build {theirs.build / ours.build:.0f}, size {theirs.size / ours.size:.1f}, "
        f"drawn {drawn} times"
    )


def main() -> None:
    """Measures the example, made-up briefs of growing size, and folium where it can be waited for."""
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        folder = Path(name)
        if EXAMPLE.joinpath("places.geojson").exists():
            example = read(EXAMPLE).value
            tell("example", our_page(browser, example, folder))
            print(f"{'':22} gzipped {len(gzip.compress(render_page(example).encode(), 9)) / 1e3:.0f} kB")
        for count in (1_000, 10_000, 100_000):
            brief = made_up(count)
            ours = our_page(browser, brief, folder)
            tell(f"{count:,} places", ours)
            if count == 10_000:
                theirs = folium_page(browser, brief, folder)
                tell("  folium, 10,000", theirs)
                tell_ratios(ours, theirs)
        browser.close()


if __name__ == "__main__":
    main()
