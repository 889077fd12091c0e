"""How long documents take, each written by a fresh process: `python benchmarks/reports.py`.

The example with its map, by the command as a user runs it; then 500 claims, without the map, whose time is
that of its own benchmark.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from geobrief.export import Options
from geobrief.export.report.report import Report, report_of
from geobrief.export.report.slides import slide_deck
from geobrief.export.report.text_files import html_text, latex_text, markdown_text
from geobrief.export.report.word import word_document
from geobrief.model import Brief, Claim, Document, Place

EXAMPLE = Path(__file__).parent.parent / "data"
ENDINGS = ("docx", "pptx", "html", "md", "tex")
PICTURE = Path(__file__).parent.parent / "docs" / "page.png"


def cold(ending: str, folder: Path) -> tuple[float, int]:
    """Seconds of one run of the command on the example, and the bytes of what it wrote."""
    path = folder / f"report.{ending}"
    start = time.perf_counter()
    command = [sys.executable, "-m", "geobrief", "export", str(EXAMPLE), "-o", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, path.stat().st_size


def made_up(count: int) -> Report:
    """A report of so many claims about a tenth as many places, out of five articles."""
    url = "https://example.org/{}"
    documents = tuple(
        Document(f"{at}.md", "", f"Article {at}", "2025-06-20", url.format(at)) for at in range(5)
    )
    places = tuple(Place(f"p{at}", f"Town {at}", "city", at % 180, 50.0, "UA") for at in range(count // 10))
    quote = "Claim number {} says as much as a sentence of an article usually says about a town."
    claims = tuple(
        Claim(f"c{at}", f"{at % 5}.md", quote.format(at), (f"p{at % len(places)}",)) for at in range(count)
    )
    return report_of(Brief(documents, (), places, claims, "Made up"), Options(), "A map.")


def main() -> None:
    """Measures each format."""
    with tempfile.TemporaryDirectory() as name:
        for ending in ENDINGS:
            seconds, size = cold(ending, Path(name))
            print(f"example, .{ending:5} {seconds:5.2f} s  {size / 1e3:6.0f} kB")
    report, picture = made_up(500), PICTURE.read_bytes()
    writers: dict[str, Callable[[], object]] = {
        "docx": lambda: word_document(report, picture),
        "pptx": lambda: slide_deck(report, lambda *_: picture),
        "html": lambda: html_text(report, "", (1, 1), None),
        "md": lambda: markdown_text(report, "map.png", None),
        "tex": lambda: latex_text(report, "map.pdf", None),
    }
    for ending, write in writers.items():
        start = time.perf_counter()
        write()
        print(f"500 claims, .{ending:5} {time.perf_counter() - start:5.2f} s")


if __name__ == "__main__":
    main()
