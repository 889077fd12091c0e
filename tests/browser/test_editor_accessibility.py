"""The editor by WCAG 2.2 AA as far as a machine can tell, in each of its states."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.accessibility import faults, faults_in_either_theme, needs_axe
from browser.editing_page import choose, fill, open_part, saved, select_words, show
from editor.running import Running

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1360, "height": 820}
PHONE: ViewportSize = {"width": 390, "height": 844}
TARGET = 24
"""CSS pixels: WCAG 2.5.8."""


def searching(page: Page, _folder: Path) -> None:
    open_part(page, "edit")
    page.locator("#add-place").fill("spring")
    expect(page.locator("#add-place-list [role=option]").first).to_be_visible()


def placing(page: Page, _folder: Path) -> None:
    choose(page, "moscow")
    page.get_by_role("button", name="Put on the map").click()


def drawing(page: Page, _folder: Path) -> None:
    choose(page, "wonsan")
    page.get_by_role("button", name="Draw its area").click()


def reviewing(page: Page, _folder: Path) -> None:
    open_part(page, "review")
    expect(page.locator("li.doubt").first).to_be_visible()


def editing_a_claim(page: Page, folder: Path) -> None:
    reviewing(page, folder)
    show(page, "Claims")
    page.locator('li.doubt [name="edit"]').first.click()
    expect(page.locator(".claim-fields h2")).to_be_visible()


def beginning_a_claim(page: Page, _folder: Path) -> None:
    choose(page, "wonsan")
    page.get_by_role("button", name="Add a claim").click()
    page.get_by_role("button", name="Save the claim").click()
    expect(page.get_by_role("alert")).to_contain_text("A claim needs the words")


def refused(page: Page, _folder: Path) -> None:
    choose(page, "wonsan")
    fill(page, "Longitude, latitude", "far away")
    expect(page.get_by_role("alert")).to_contain_text("lon")


def asking(page: Page, _folder: Path) -> None:
    choose(page, "moscow")
    page.get_by_role("button", name="Remove this place").click()
    expect(page.get_by_role("alertdialog")).to_be_visible()


def in_conflict(page: Page, folder: Path) -> None:
    choose(page, "alabuga")
    note = page.get_by_role("textbox", name="Note")
    note.focus()
    page.keyboard.type("mine")
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"kind": "site",', '"kind": "site", "note": "theirs",'))
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    note.blur()
    expect(page.get_by_role("alertdialog")).to_contain_text("theirs")


def linking(page: Page, _folder: Path) -> None:
    select_words(page, "Officials")
    page.get_by_role("button", name="Link to a place").click()
    page.get_by_role("combobox", name="Which place").fill("mos")
    expect(page.locator("#link-place-list [role=option]").first).to_be_visible()


def correcting(page: Page, _folder: Path) -> None:
    select_words(page, "Officials")
    page.get_by_role("button", name="Correct", exact=True).click()


def with_an_article_open(page: Page, _folder: Path) -> None:
    open_part(page, "text")


def pasting(page: Page, _folder: Path) -> None:
    open_part(page, "article")
    page.get_by_role("button", name="Add and draft").click()


def looking_back(page: Page, _folder: Path) -> None:
    choose(page, "moscow")
    fill(page, "Note", "The capital.")
    saved(page, "set note")
    open_part(page, "past")
    expect(page.locator(".past li").first).to_be_visible()


STATES: list[Callable[[Page, Path], None]] = [
    searching,
    placing,
    drawing,
    reviewing,
    editing_a_claim,
    beginning_a_claim,
    refused,
    asking,
    in_conflict,
    linking,
    correcting,
    with_an_article_open,
    pasting,
    looking_back,
]


@needs_axe
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("come_to", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing_and_nothing_lies_outside(
    open_editor: Callable[..., Page],
    server: Running,
    folder: Path,
    come_to: Callable[[Page, Path], None],
    size: ViewportSize,
) -> None:
    page = open_editor(server, viewport=size, color_scheme="light", reduced_motion="reduce")
    come_to(page, folder)
    # A link that is half scrolled under an edge is no small target.
    page.locator("#reading").evaluate("node => node.scrollTo(0, 0)")
    # The colours are those of a phone.
    assert (faults_in_either_theme(page) if size == WIDE else faults(page)) == []
    assert small_targets(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def small_targets(page: Page) -> list[str]:
    """What of the editor's own is too small to be touched."""
    found: list[str] = page.evaluate(
        """least => [...document.querySelectorAll("#edit-bar, #edit-panel, #edit-question, #map-mode")]
          .flatMap((root) => [...root.querySelectorAll("button, summary, input, select, [role=option]")])
          .filter((each) => each.checkVisibility({ visibilityProperty: true }))
          .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
          .filter(([, { width, height }]) => Math.min(width, height) < least - 0.01)
          .map(([html, { width, height }]) => `${html} ${width} x ${height}`)""",
        TARGET,
    )
    return found
