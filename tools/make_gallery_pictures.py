"""Takes the picture of each example in docs/gallery: `make pictures`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from gallery import EDITOR, GALLERY, editing, examples, run
from make_pictures import smaller

WINDOW: ViewportSize = {"width": 1200, "height": 750}
SHOTS = {
    "01-one-page": "page.html",
    "02-several-articles": "page.html#claim=c2",
    "03-antimeridian": "page.html",
    "04-geodataframe": "page.html#view=33,33,5",
    "07-embed": "host.html",
    "08-base-map": "page.html",
    "09-arabic": "page.html",
}
"""Of those that make a live page: which, and where it is opened."""
FIGURE_WIDTH = 1100
MOVED = (18, 16)
"""Pixels by which the editor's place is dragged, to the right and down."""
GREYS = 16
"""Of a figure in grey tones."""


def take_page(
    browser: Browser, address: str, target: Path, first: Callable[[Page], None] = lambda _: None
) -> None:
    """Takes what a window shows of an address, once something has been done there."""
    page = browser.new_page(viewport=WINDOW)
    page.goto(address)
    page.wait_for_timeout(2500)  # until clusters, labels and cards lie still
    first(page)
    page.screenshot(path=target)
    page.close()


def take_figure(folder: Path, target: Path) -> None:
    """The figure's own PNG, as wide as the other pictures."""
    with Image.open(folder / "figure.png") as figure:
        size = (FIGURE_WIDTH, round(figure.height * FIGURE_WIDTH / figure.width))
        small = figure.convert("L").resize(size, Image.Resampling.LANCZOS)
        small.quantize(GREYS, dither=Image.Dither.NONE).save(target, optimize=True)


def take_slide(folder: Path, target: Path) -> None:
    """The first slide, as LibreOffice shows it."""
    office, to_png = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not to_png:
        print(f"{target} is not taken: apt-get install libreoffice-impress poppler-utils", file=sys.stderr)
        return
    convert = [
        office,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "talk.pptx"),
    ]
    subprocess.run(convert, check=True, capture_output=True)
    pages = ["-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", str(folder / "talk.pdf")]
    subprocess.run([to_png, *pages, str(target.with_suffix(""))], check=True)


def take_editor(browser: Browser, folder: Path, target: Path) -> None:
    """The editor while a place is being put elsewhere."""
    with editing(folder) as editor:
        take_page(browser, f"{editor.address}#place=karlskrona", target, drag)


def drag(page: Page) -> None:
    """Drags the place that is open to where the wind farm is."""
    expect(page.locator("#edit-saved")).to_have_text("As on disk")
    box = page.locator('.leaflet-marker-pane [data-place="karlskrona"]').first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + MOVED[0], y + MOVED[1], steps=8)
    page.mouse.up()
    page.wait_for_timeout(1500)


def main() -> None:
    """Takes the pictures of all examples, or of those that are named."""
    wanted = sys.argv[1:] or list(examples())
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name in wanted:
            folder, target = Path(scratch, name), GALLERY / f"{name}.png"
            if name == EDITOR:
                take_editor(browser, folder, target)
            else:
                run(name, folder)
            if name in SHOTS:
                take_page(browser, f"{folder.as_uri()}/{SHOTS[name]}", target)
            elif name == "05-print-figure":
                take_figure(folder, target)
            elif name == "06-slide":
                take_slide(folder, target)
            smaller(target)
            print(f"{target} {target.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main()
