"""Takes the README's picture of the example page in headless Chromium: `make pictures`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "maps" / "alabuga.html"
PICTURES: dict[str, tuple[ViewportSize, str]] = {
    "page.png": ({"width": 1360, "height": 820}, "#place=alabuga-special-economic-zone"),
    "phone.png": ({"width": 390, "height": 844}, ""),
}
"""Below `docs/`: the size of the window in pixels, and what of the page is opened."""


def main() -> None:
    """Takes every picture anew."""
    chromium = shutil.which("chromium") or sys.exit("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (size, address) in PICTURES.items():
            page = browser.new_page(viewport=size)
            page.goto(PAGE.as_uri() + address)
            page.wait_for_timeout(500)
            page.screenshot(path=PROJECT / "docs" / name)
            print(f"docs/{name}")
        browser.close()


if __name__ == "__main__":
    main()
