"""A whole sitting by keyboard alone, on a phone, and while a second tab and another program write too."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.editing_page import add, choose, claims, fill, open_part, places, saved, select_words, show
from editor.editing import state
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}


def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Presses Tab until what is looked for has the focus."""
    for _ in range(150):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def press(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def test_by_keyboard_alone(open_editor: Callable[..., Page], folder: Path, gazetteer: Gazetteer) -> None:
    with running(folder, gazetteer) as server:
        page = open_editor(server, reduced_motion="reduce")

        # Search, add, and a field.
        tab_to(page, "#add-place")
        page.keyboard.type("seou")
        expect(page.locator("#add-place-list [role=option]").first).to_contain_text("Seoul")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        saved(page, "add the place 'Seoul'")
        expect(page.locator("#add-place")).to_be_focused()
        tab_to(page, '[name="name"]')
        page.keyboard.press("Control+a")
        page.keyboard.type("Seoul City")
        page.keyboard.press("Enter")
        saved(page, "rename the place")
        assert places(folder)["seoul"]["name"] == "Seoul City"
        expect(page.locator('[name="name"]')).to_be_focused()

        # Move it: the arrows move the map under the cross.
        press(page, '[name="place-on-map"]')
        expect(page.locator("#map-cross")).to_be_visible()
        center = "geobrief.started.map.getCenter().lng"
        before = page.evaluate(center)
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"before => {center} > before", arg=before)
        page.keyboard.press("Enter")
        saved(page, "move the place 'seoul'")
        assert places(folder)["seoul"]["source"] == "by hand"

        # Words of the text: a claim, then another name of a place, then put right.
        press(page, "#choose-words")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        expect(page.locator(".chosen-words q")).to_have_text(re.compile("^Wonsan"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Make a claim")).to_be_focused()
        page.keyboard.press("Enter")
        saved(page, "add the claim")
        assert claims(folder)["c3"]["quote"].startswith("Wonsan")
        assert (claims(folder)["c3"]["places"], claims(folder)["c3"]["article"]) == ("wonsan", "a.md")
        press(page, "#choose-words")
        expect(page.locator(".chosen-words q")).to_have_text("Workers")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.type("alab")
        expect(page.locator("#link-place-list [role=option]").first).to_contain_text("in this brief")
        page.keyboard.press("Enter")
        saved(page, "link “Workers” to Alabuga as another name")
        assert "Workers" in places(folder)["alabuga"]["aliases"]
        middle = state(folder)

        # Reject a claim and a place from the review list, and undo both.
        press(page, '[data-open="review"]')
        expect(page.locator("li.doubt").first).to_be_visible()
        press(page, '[data-shown="claims"]')
        press(page, 'li.doubt [name="reject"]')
        saved(page, "remove the claim")
        expect(page.locator("li.doubt")).to_have_count(1)
        tab_to(page, '[data-shown="places"]', back=True)
        page.keyboard.press("Enter")
        press(page, 'li.doubt [name="reject"]')
        saved(page, "remove the place")
        page.keyboard.press("Control+z")
        saved(page, "undo: remove the place")
        page.keyboard.press("Control+z")
        saved(page, "undo: remove the claim")
        assert state(folder) == middle
        page.keyboard.press("Control+Shift+Z")
        saved(page, "redo: remove the claim")
        page.keyboard.press("Control+z")
        saved(page, "undo: remove the claim")

    # Close, reopen: all is there.
    with running(folder, gazetteer) as server:
        page = open_editor(server)
        expect(page.locator('#map button[data-place="seoul"]')).to_be_visible()
        assert state(folder) == middle


def test_on_a_phone_the_panel_opens_over_the_text_and_gives_it_back(
    server: Running, open_editor: Callable[..., Page], folder: Path
) -> None:
    page = open_editor(server, viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    panel = page.locator("#edit-panel")
    expect(panel).to_be_hidden()
    page.locator('#map button[data-place="wonsan"]').tap()
    expect(page.locator("#card")).to_be_visible()
    expect(panel).to_be_hidden()

    page.get_by_role("button", name="Edit", exact=True).tap()
    expect(panel).to_be_visible()
    expect(page.locator("#card")).to_be_hidden()
    expect(page.locator(".place-fields h2")).to_have_text("1. Wonsan")
    fill(page, "Note", "A port.")
    saved(page, "set note")
    page.get_by_role("combobox", name="Add a place").fill("vladivo")
    page.locator("#add-place-list").get_by_role("option").first.tap()
    saved(page, "add the place 'Vladivostok'")
    expect(page.locator(".place-fields h2")).to_contain_text("Vladivostok")

    # Placing takes the panel away as long as the map is needed.
    page.get_by_role("button", name="Put on the map").tap()
    expect(panel).to_be_hidden()
    page.locator("#map").tap(position={"x": 200, "y": 200})
    saved(page, "move the place 'vladivostok'")
    expect(panel).to_be_visible()

    open_part(page, "review")
    show(page, "Claims")
    page.locator('li.doubt [name="accept"]').first.tap()
    saved(page, "accept the claim")
    page.get_by_role("button", name="Undo").tap()
    saved(page, "undo: accept the claim")

    page.get_by_role("button", name="Close the panel").tap()
    expect(panel).to_be_hidden()
    select_words(page, "Officials")
    page.get_by_role("button", name="Correct", exact=True).tap()
    fill(page, "Put instead", "Officers")
    page.get_by_role("button", name="Save", exact=True).tap()
    saved(page, "correct “Officials” to “Officers” in a.md")
    assert claims(folder)["c2"]["quote"] == "Officers denied it in Moscow."


def outside(folder: Path, key: str, **properties: Any) -> None:
    """Another program sets properties of a place, and writes the whole file in its own way."""
    path = folder / "places.geojson"
    data = json.loads(path.read_text())
    for feature in data["features"]:
        if feature["id"] == key:
            feature["properties"] |= properties
    path.write_text(json.dumps(data, indent=1))


def test_a_sitting_while_a_second_tab_and_another_program_write(
    open_editor: Callable[..., Page], folder: Path, gazetteer: Gazetteer
) -> None:
    with running(folder, gazetteer) as server:
        one, two = open_editor(server), open_editor(server)
        add(one, "vladivo", "Vladivostok")
        outside(folder, "wonsan", population=300_000)
        choose(two, "moscow")
        fill(two, "Note", "The capital.")
        saved(two, "set note")

        choose(one, "wonsan")
        disc = one.locator('#map button[data-place="wonsan"]').bounding_box()
        assert disc
        one.mouse.move(disc["x"] + 12, disc["y"] + 12)
        one.mouse.down()
        outside(folder, "wonsan", harbour="yes")
        one.mouse.move(disc["x"] + 50, disc["y"] + 60, steps=5)
        one.mouse.up()
        saved(one, "move the place 'wonsan'")
        select_words(one, "Officials")
        one.get_by_role("button", name="Link to a place").click()
        add(two, "minsk", "Minsk")
        expect(one.locator('#map button[data-place="minsk"]')).to_be_visible()
        one.get_by_role("combobox", name="Which place").fill("mosc")
        one.locator("#link-place-list").get_by_role("option").first.click()
        saved(one, "link “Officials” to Moscow as another name")
        middle = state(folder)

        one.locator('#articles [data-claim="c2"]').click()
        one.get_by_role("button", name="Remove this claim").click()
        saved(one, "remove the claim 'c2'")
        expect(two.locator('#articles [data-claim="c2"]')).to_have_count(0)
        choose(one, "alabuga")
        one.get_by_role("button", name="Remove this place").click()
        saved(one, "remove the place 'alabuga'")
        outside(folder, "minsk", note="Kept.")
        expect(one.locator("#edit-saved")).to_contain_text("Changed outside this page")
        one.get_by_role("button", name="Undo").click()
        saved(one, "undo: remove the place 'alabuga'")
        one.get_by_role("button", name="Undo").click()
        saved(one, "undo: remove the claim 'c2'")
        assert places(folder).pop("minsk")["note"] == "Kept."
        assert state(folder)["claims.csv"] == middle["claims.csv"]
        expected = places(folder)

    assert expected["wonsan"]["population"] == 300_000
    assert expected["wonsan"]["harbour"] == "yes"
    assert expected["wonsan"]["source"] == "by hand"
    assert expected["moscow"]["note"] == "The capital."
    assert "Officials" in expected["moscow"]["aliases"]
    assert list(expected) == ["wonsan", "alabuga", "moscow", "vladivostok", "minsk"]
    with running(folder, gazetteer) as server:
        page = open_editor(server)
        expect(page.locator('#map button[data-place="minsk"]')).to_be_visible()
        assert places(folder) == expected
