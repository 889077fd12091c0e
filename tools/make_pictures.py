"""Takes the pictures of the page in headless Chromium: `make pictures`. The README shows those in `docs/`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import geobrief
from geobrief.render import render_page
from page import made_up

PROJECT = Path(__file__).parents[1]
WIDE: ViewportSize = {"width": 1360, "height": 820}
PHONE: ViewportSize = {"width": 390, "height": 844}
PLACES = 10_000
A4: ViewportSize = {"width": 794, "height": 1123}
"""CSS pixels of a sheet."""


@dataclass(frozen=True)
class Picture:
    """One picture: of which page, in a window of which size, opened at which address."""

    page: str
    size: ViewportSize = field(default_factory=lambda: WIDE)
    address: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    """Of the browser's context, as `color_scheme`."""


SITE = "#place=alabuga-special-economic-zone"
PICTURES = {
    "page.png": Picture("example", address=SITE),
    "phone.png": Picture("example", PHONE, options={"device_scale_factor": 2}),
    "dark.png": Picture("example", address="#claim=c2", options={"color_scheme": "dark"}),
    "print.png": Picture("example", A4),
    "right-to-left.png": Picture("arabic", address="#place=port-sudan"),
    "many.png": Picture("many"),
}
IN_DOCS = ("page.png", "phone.png", "dark.png", "right-to-left.png", "print.png")


def pages() -> dict[str, str]:
    """The HTML of each page that has its picture taken."""
    arabic = geobrief.read(PROJECT / "tests" / "browser" / "arabic")
    return {
        "example": geobrief.read(PROJECT / "data").to_html(),
        "arabic": arabic.to_html(language="ar"),
        "many": render_page(made_up(PLACES)),
    }


def take(browser: Browser, picture: Picture, html: Path, target: Path) -> None:
    """Takes one picture; that of paper is its second sheet, which has the map."""
    page = browser.new_page(viewport=picture.size, **picture.options)
    page.goto(html.as_uri() + picture.address)
    page.wait_for_timeout(1500 if picture.page == "many" else 600)
    if target.name == "print.png":
        sheets = target.with_suffix(".pdf")
        page.pdf(path=sheets, format="A4", print_background=True)
        sheet = ["pdftoppm", "-r", "110", "-f", "2", "-l", "2", "-singlefile", "-png"]
        subprocess.run([*sheet, str(sheets), str(target.with_suffix(""))], check=True)
    else:
        page.screenshot(path=target)
    page.close()


def smaller(path: Path) -> None:
    """With 256 colours, where pngquant is installed: a third of the bytes. Flat colours are not dithered."""
    if quantizer := shutil.which("pngquant"):
        command = [
            quantizer,
            "--nofs",
            "--force",
            "--skip-if-larger",
            "--strip",
            "--output",
            str(path),
            str(path),
        ]
        subprocess.run(command, check=False)


def main() -> None:
    """Takes every picture anew: all into the folder that is asked for, those of the README into docs/ too."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("others", nargs="?", default=PROJECT / "build" / "pictures", type=Path)
    others: Path = parser.parse_args().others
    others.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    for name, html in pages().items():
        (others / f"{name}.html").write_text(html, encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, picture in PICTURES.items():
            if name == "print.png" and not shutil.which("pdftoppm"):
                print("docs/print.png is not taken: apt-get install poppler-utils", file=sys.stderr)
                continue
            taken = others / name
            take(browser, picture, others / f"{picture.page}.html", taken)
            smaller(taken)
            if name in IN_DOCS:
                shutil.copy(taken, PROJECT / "docs" / name)
            print(f"{taken} {taken.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main()
