"""Editing in the browser: what is done there stands in the files, whoever else writes at the same time."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.editing_page import add, choose, claims, places, saved, select_words
from editor.editing import state
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

pytestmark = pytest.mark.browser


def test_a_whole_sitting_stands_in_the_files_after_it(
    open_editor: Callable[..., Page], folder: Path, gazetteer: Gazetteer
) -> None:
    with running(folder, gazetteer) as server:
        page = open_editor(server)
        add(page, "vladivo", "Vladivostok")
        assert places(folder)["vladivostok"]["source"].startswith("geonames:")

        # Drag a mark.
        disc = page.locator('#map button[data-place="wonsan"]')
        box = disc.bounding_box()
        assert box
        page.mouse.move(box["x"] + 12, box["y"] + 12)
        page.mouse.down()
        page.mouse.move(box["x"] + 60, box["y"] + 70, steps=6)
        page.mouse.up()
        saved(page, "move the place 'wonsan'")
        lon, lat = places(folder)["wonsan"]["geometry"]["coordinates"]
        assert lon > 127.44
        assert lat < 39.15
        assert places(folder)["wonsan"]["source"] == "by hand"

        # Link words.
        select_words(page, "Officials")
        page.get_by_role("button", name="Link to a place").click()
        box_of_places = page.get_by_role("combobox", name="Which place")
        box_of_places.fill("mosc")
        page.locator("#link-place-list").get_by_role("option").first.click()
        saved(page, "link “Officials” to Moscow as another name")
        assert "Officials" in places(folder)["moscow"]["aliases"]
        expect(page.locator('.article [data-mention="moscow"]').first).to_have_text("Officials")

        # Edit a field.
        page.get_by_role("textbox", name="Note").fill("The capital.")
        page.get_by_role("textbox", name="Note").blur()
        saved(page, "set note")
        assert places(folder)["moscow"]["note"] == "The capital."
        middle = state(folder)

        # Reject a claim and a place, take both back.
        choose(page, "alabuga")
        page.get_by_role("button", name="Remove this place").click()
        saved(page, "remove the place 'alabuga'")
        assert "alabuga" not in places(folder)
        page.locator('#articles [data-claim="c2"]').click()
        page.get_by_role("button", name="Remove this claim").click()
        saved(page, "remove the claim 'c2'")
        page.get_by_role("button", name="Undo").click()
        saved(page, "undo: remove the claim")
        page.get_by_role("button", name="Undo").click()
        saved(page, "undo: remove the place")
        assert state(folder) == middle

    # Close, reopen: all is there, and can still be taken back.
    with running(folder, gazetteer) as server:
        page = open_editor(server)
        expect(page.locator('#map button[data-place="vladivostok"]')).to_be_visible()
        assert state(folder) == middle
        page.get_by_role("button", name="Undo").click()
        saved(page, "undo: set note")
        assert "note" not in places(folder)["moscow"]
        page.get_by_role("button", name="Redo").click()
        saved(page, "redo: set note")
        assert state(folder) == middle


def test_a_click_on_the_map_places_and_escape_does_not(page: Page, folder: Path) -> None:
    choose(page, "moscow")
    before = state(folder)
    page.get_by_role("button", name="Put on the map").click()
    page.keyboard.press("Escape")
    expect(page.locator("#map-mode")).to_have_count(0)
    assert state(folder) == before
    page.get_by_role("button", name="Put on the map").click()
    page.locator("#map").click(position={"x": 120, "y": 200})
    saved(page, "move the place 'moscow'")
    assert places(folder)["moscow"]["geometry"]["type"] == "Point"


def test_a_place_that_no_gazetteer_has_is_put_on_the_map_by_hand(page: Page, folder: Path) -> None:
    page.get_by_role("combobox", name="Add a place").fill("Camp Zyxw")
    page.locator("#add-place-list").get_by_role("option", name=re.compile("by hand")).click()
    expect(page.locator("#map-mode")).to_contain_text("Camp Zyxw")
    page.locator("#map").click(position={"x": 200, "y": 300})
    saved(page, "move the place 'camp-zyxw'")
    assert places(folder)["camp-zyxw"]["geometry"]["type"] == "Point"


def test_an_area_is_drawn_and_taken_over(page: Page, folder: Path) -> None:
    choose(page, "wonsan")
    page.get_by_role("button", name="Draw its area").click()
    for x, y in ((200, 200), (300, 210), (280, 320)):
        page.locator("#map").click(position={"x": x, "y": y})
    page.get_by_role("button", name="Finish").click()
    saved(page, "set geometry, lon, lat")
    assert "Polygon" in (folder / "places.geojson").read_text()
    page.get_by_role("button", name="Remove its area").click()
    saved(page, "set geometry of the place")
    page.get_by_role("combobox", name="Take over from the gazetteer").fill("kursk")
    page.locator("#replace-place-list").get_by_role("option", name=re.compile("Region")).first.click()
    saved(page, "put Wonsan at Kursk")
    assert places(folder)["wonsan"]["kind"] == "region"
    assert places(folder)["wonsan"]["colour"] == "red"
    assert "Polygon" in (folder / "places.geojson").read_text()


def test_every_field_of_a_claim_is_edited_in_place(page: Page, folder: Path) -> None:
    page.locator('#articles [data-claim="c1"]').click()
    for label, value, cell in (
        ("Who says it", "the ministry", "by"),
        ("How much", "25000 workers; 10 ships", "quantity"),
        ("When", "2024-06", "when"),
        ("Where it can be checked", "https://example.org/a", "url"),
        ("Note", "Seen twice.", "note"),
    ):
        box = page.locator(".claim-fields").get_by_label(label, exact=True)
        box.fill(value)
        box.blur()
        saved(page, "of the claim 'c1'")
        expect(page.locator("#edit-saved")).to_contain_text(cell)
        assert claims(folder)["c1"][cell] == value
    page.get_by_label("Certainty").select_option("doubted")
    saved(page, "set certainty")
    assert claims(folder)["c1"]["certainty"] == "doubted"
    assert claims(folder)["c1"]["checked"] == "yes – twice"
    expect(page.locator('#articles [data-claim="c1"]')).to_have_class(re.compile("doubted"))


def test_what_cannot_be_is_said_in_words_and_not_saved(page: Page, folder: Path) -> None:
    before = state(folder)
    page.locator('#articles [data-claim="c1"]').click()
    page.locator(".claim-fields").get_by_label("When", exact=True).fill("last spring")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not ISO 8601")
    choose(page, "wonsan")
    page.get_by_label("Longitude, latitude").fill("far away")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("lon")
    assert state(folder) == before


def test_two_tabs_agree(server: Running, open_editor: Callable[..., Page], folder: Path) -> None:
    one, two = open_editor(server), open_editor(server)
    add(one, "vladivo", "Vladivostok")
    expect(two.locator('#map button[data-place="vladivostok"]')).to_be_visible()
    expect(two.locator("#edit-saved")).to_contain_text("Changed outside this page")
    two.get_by_role("button", name="Undo").click()
    expect(one.locator('#map button[data-place="vladivostok"]')).to_have_count(0)
    assert "vladivostok" not in places(folder)


def test_a_click_that_begins_while_the_page_is_fetched_is_not_lost(page: Page, folder: Path) -> None:
    held: list[Route] = []
    page.route("**/api/page?*", lambda route: held.append(route))
    with page.expect_request("**/api/page?*"):
        path = folder / "places.geojson"
        path.write_text(path.read_text().replace('"Wonsan"', '"Wonsan Bay"'))
    words = page.locator('#articles [data-claim="c2"]').bounding_box()
    assert words
    page.mouse.move(words["x"] + 20, words["y"] + 10)
    page.mouse.down()
    with page.expect_event("requestfinished", lambda request: "/api/page?" in request.url):
        held[0].continue_()
    page.evaluate("() => new Promise((drawn) => setTimeout(drawn, 300))")
    page.mouse.up()
    expect(page.locator(".claim-fields h2")).to_have_text("Claim c2")
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")


def test_what_is_being_typed_stays_while_another_program_writes(page: Page, folder: Path) -> None:
    choose(page, "wonsan")
    note = page.get_by_role("textbox", name="Note")
    note.focus()
    page.keyboard.type("Half a th")
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"colour": "red"', '"colour": "blue"'))
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    expect(note).to_be_focused()
    page.keyboard.type("ought")
    note.blur()
    saved(page, "set note")
    assert places(folder)["wonsan"]["note"] == "Half a thought"
    assert places(folder)["wonsan"]["colour"] == "blue"


@pytest.mark.parametrize(("answer", "stands"), [("Keep theirs", "theirs"), ("Use mine", "mine")])
def test_one_field_that_both_changed_is_shown_and_never_overwritten(
    page: Page, folder: Path, answer: str, stands: str
) -> None:
    choose(page, "alabuga")
    note = page.get_by_role("textbox", name="Note")
    note.focus()
    page.keyboard.type("mine")
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"kind": "site",', '"kind": "site", "note": "theirs",'))
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    note.blur()
    question = page.get_by_role("alertdialog")
    expect(question).to_contain_text("mine")
    expect(question).to_contain_text("theirs")
    assert places(folder)["alabuga"]["note"] == "theirs"
    question.get_by_role("button", name=answer).click()
    expect(question).to_have_count(0)
    expect(note).to_have_value(stands)
    assert places(folder)["alabuga"]["note"] == stands


def test_a_broken_file_is_told_and_the_page_goes_on_when_it_is_mended(page: Page, folder: Path) -> None:
    path = folder / "places.geojson"
    whole = path.read_text()
    path.write_text(whole[:100])
    expect(page.get_by_role("alert")).to_contain_text("places.geojson")
    path.write_text(whole.replace('"Wonsan"', '"Wonsan Bay"'))
    expect(page.locator('#places [data-place="wonsan"]')).to_contain_text("Wonsan Bay")


def test_hostile_words_stay_words(page: Page, folder: Path) -> None:
    page.get_by_role("combobox", name="Add a place").fill('<img src=x onerror="alert(1)">')
    page.locator("#add-place-list").get_by_role("option").last.click()
    expect(page.locator("#map-mode")).to_contain_text("<img src=x")
    page.locator("#map").click(position={"x": 200, "y": 300})
    saved(page, "move the place")
    expect(page.locator(".place-fields h2")).to_contain_text("<img src=x")
    assert page.locator("img").count() == 0
    assert any("<img" in place["name"] for place in places(folder).values())


def test_words_are_dragged_over_and_a_click_still_opens_the_claim(page: Page, folder: Path) -> None:
    words = page.locator('#articles [data-claim="c1"]').bounding_box()
    assert words
    page.mouse.move(words["x"] + 72, words["y"] + 10)
    page.mouse.down()
    page.mouse.move(words["x"] + 160, words["y"] + 10, steps=8)
    page.mouse.up()
    expect(page.locator(".chosen-words q")).to_have_text(re.compile("left"))
    assert "claim=" not in page.url
    page.get_by_role("button", name="Make a claim").click()
    saved(page, "add the claim")
    assert "left" in claims(folder)["c3"]["quote"]
    expect(page.locator(".claim-fields h2")).to_have_text("Claim c3")
    page.mouse.click(words["x"] + 20, words["y"] + 10)
    expect(page.locator(".claim-fields h2")).to_have_text("Claim c1")


def test_selected_words_stay_so_while_another_program_writes(page: Page, folder: Path) -> None:
    select_words(page, "denied it in Moscow")
    expect(page.locator(".chosen-words q")).to_have_text("denied it in Moscow")
    path = folder / "places.geojson"
    path.write_text(path.read_text().replace('"colour": "red"', '"colour": "blue"'))
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    expect(page.locator(".chosen-words q")).to_have_text("denied it in Moscow")
    assert page.evaluate("String(getSelection())") == "denied it in Moscow"
    article = folder / "articles/a.md"
    article.write_text(article.read_text().replace("Officials", "Some officials"))
    expect(page.locator(".article").first).to_contain_text("Some officials")
    expect(page.locator(".chosen-words")).to_be_hidden()


def test_a_claim_begins_empty_and_is_not_saved_so(page: Page, folder: Path) -> None:
    before = state(folder)
    choose(page, "moscow")
    page.get_by_role("button", name="Add a claim").click()
    box = page.get_by_label("New claim: its words")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    expect(box).to_have_attribute("placeholder", re.compile("words on which it rests"))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("A claim needs the words on which it rests")
    assert state(folder) == before
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert state(folder) == before
    page.get_by_role("button", name="Add a claim").click()
    box.fill("Officials denied it")
    page.get_by_role("button", name="Save the claim").click()
    saved(page, "add the claim 'Officials denied it'")
    assert claims(folder)["c3"]["article"] == "a.md"
    expect(page.locator(".claim-fields h2")).to_have_text("Claim c3")
    page.locator(".claim-fields").get_by_label("Quote", exact=True).fill(" ")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("A claim needs the words")
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert claims(folder)["c3"]["quote"] == "Officials denied it"


def test_a_claim_in_words_of_no_article_stands_for_itself(page: Page, folder: Path) -> None:
    choose(page, "moscow")
    page.get_by_role("button", name="Add a claim").click()
    page.get_by_label("New claim: its words").fill("Nobody was asked.")
    page.keyboard.press("Control+Enter")
    saved(page, "add the claim 'Nobody was asked.'")
    assert (claims(folder)["c3"]["article"], claims(folder)["c3"]["places"]) == ("", "moscow")


def test_words_that_are_linked_are_said_to_be_another_name_and_taken_back(page: Page, folder: Path) -> None:
    before = state(folder)
    select_words(page, "Officials")
    page.get_by_role("button", name="Link to a place").click()
    page.get_by_role("combobox", name="Which place").fill("minsk")
    page.locator("#link-place-list").get_by_role("option").first.click()
    saved(page, "link “Officials” to the new place Minsk as another name")
    assert places(folder)["minsk"]["aliases"]
    page.get_by_role("button", name="Undo").click()
    saved(page, "undo: link “Officials”")
    assert state(folder) == before
    select_words(page, "Moscow")
    page.get_by_role("button", name="Link to a place").click()
    page.get_by_role("combobox", name="Which place").fill("mosc")
    page.locator("#link-place-list").get_by_role("option").first.click()
    expect(page.get_by_role("alert")).to_contain_text("“Moscow” is a name of Moscow already.")
    assert state(folder) == before
