"""Time and size of a page: `python benchmarks/page.py`. The first page reads the packaged geodata."""

from __future__ import annotations

import gzip
import random
import time
from pathlib import Path

from geobrief import read
from geobrief.model import Brief, Claim, Document, Mention, Place
from geobrief.render import render_page

EXAMPLE = Path(__file__).parent.parent / "data"


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
        claims.append(Claim(f"c{number}", "a.md", sentence.strip(), (f"town-{number}",), span=span))
        sentences.append(sentence)
        at += len(sentence)
    document = Document("a.md", "".join(sentences), title="Made up")
    return Brief((document,), tuple(mentions), tuple(places), tuple(claims), "Made up")


def measure(label: str, brief: Brief) -> None:
    """Prints the first time and that of a page made again, and the size as it is and gzipped."""
    seconds, page = [], ""
    for _ in range(2):
        start = time.perf_counter()
        page = render_page(brief)
        seconds.append(time.perf_counter() - start)
    size, zipped = len(page.encode()), len(gzip.compress(page.encode(), 9))
    times = f"first {seconds[0]:5.2f} s  again {seconds[1]:5.2f} s"
    print(f"{label:13} {times} {size / 1000:7.0f} kB {zipped / 1000:6.0f} kB gzipped")


def main() -> None:
    """Measures the example, and made-up briefs of growing size."""
    if EXAMPLE.joinpath("places.geojson").exists():
        measure("example", read(EXAMPLE).value)
    for count in (100, 1_000, 10_000):
        measure(f"{count} places", made_up(count))


if __name__ == "__main__":
    main()
