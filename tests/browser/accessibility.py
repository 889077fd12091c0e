"""What axe-core finds on a page."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="axe-core is not installed: npm ci --prefix tests/browser"
)


def faults(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds, as rule and element, once nothing moves or fades any more."""
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((each) => each.finished))")
    page.wait_for_timeout(300)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [(fault["id"], node["html"][:160]) for fault in found["violations"] for node in fault["nodes"]]


def faults_in_either_theme(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds in the theme that the page has, and then in the other, which it keeps."""
    found = faults(page)
    other: Literal["light", "dark"] = (
        "light" if page.get_attribute("html", "data-theme") == "dark" else "dark"
    )
    page.emulate_media(color_scheme=other)
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    return found + faults(page)
