"""The map of a large corpus: how long it takes to build and to draw, what it weighs, how fast it filters.

python benchmarks/corpus_map.py [CLAIMS]     by default 1,000,000; the dataset is written anew each time
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from corpus_claims import write_dataset
from geobrief.corpora.map.dataset import open_dataset
from geobrief.corpora.map.island import aggregate
from geobrief.corpora.map.page import corpus_page

CLAIMS = 1_000_000
VIEWS = ({"width": 1360, "height": 820}, {"width": 390, "height": 844})
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
DRAWN = "() => performance.getEntriesByName('geobrief-drawn')[0]?.startTime ?? performance.now()"
FILTERS = """() => {
  const { choice } = geobrief.started.page;
  const timed = (does) => { const begun = performance.now(); does(); return performance.now() - begun; };
  const filters = [
    { certainty: ["denied"] }, { from: "2022-01-01", to: "2022-12-31" }, { kind: ["city"], certainty: ["stated"] }, {},
  ];
  const all = [...filters, ...filters, ...filters];
  return {
    count: all.map((filter) => { choice.filter = { ...geobrief.NO_FILTER, ...filter }; return timed(() => choice.count()); }),
    whole: all.map((filter) => timed(() => choice.setFilter(filter, { record: false }))),
  };
}"""  # noqa: E501


def main() -> None:
    """Prints a line a figure."""
    claims = int(sys.argv[1].replace(",", "")) if sys.argv[1:] else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        corpus, file = Path(folder) / "corpus", Path(folder) / "map.html"
        write_dataset(corpus, claims)
        begun = time.perf_counter()
        record = aggregate(open_dataset(corpus))
        html = corpus_page(record)
        file.write_text(html, encoding="utf-8")
        took = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        located = record["totals"]["claims"]
        load = os.getloadavg()[0]
        print(f"{claims:,} claims, {located:,} of them on the map; load {load:.1f}")
        print(f"build {took:.1f} s, peak memory {peak} MB with the writing of the dataset")
        print(f"page {file.stat().st_size / 1e6:.2f} MB: {told(record)}")
        browse(file)


def told(record: dict[str, Any]) -> str:
    """What the page holds."""
    cells, bins = record["cells"], record["bins"]
    return (
        f"{record['cube']['rows']:,} rows, {len(cells['places']):,} cells at resolution {cells['level']}, "
        f"{bins['count']} steps of {bins['n']} {bins['unit']}, {record['claims']['rows']:,} claims in full"
    )


def browse(file: Path) -> None:
    """Opens the page as a screen and as a phone would."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for size in VIEWS:
            page = browser.new_page(viewport=size)  # type: ignore[arg-type]
            measure(page, file)
            page.close()
        browser.close()


def measure(page: Page, file: Path) -> None:
    """Prints when the first cells are there, and how long filters take."""
    page.goto(f"file://{file}")
    page.wait_for_selector(".cell-entry")
    drawn = page.evaluate(DRAWN)
    times = page.evaluate(FILTERS)
    width = page.viewport_size["width"] if page.viewport_size else 0
    print(
        f"{width} px: first cells after {drawn / 1000:.2f} s; "
        + "; ".join(
            f"{what} {statistics.median(times[name]):.0f} ms (most {max(times[name]):.0f})"
            for name, what in (
                ("count", "counting under a filter"),
                ("whole", "with map, list and timeline drawn"),
            )
        )
    )


if __name__ == "__main__":
    main()
