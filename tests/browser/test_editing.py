"""Editing in the browser: what is done there stands in the files, whoever else writes at the same time."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from editor.editing import make_brief, state
from editor.running import Running, running
from geobrief.gazetteer import Gazetteer

pytestmark = pytest.mark.browser

REFUSED = re.compile("status of 4|ERR_CONNECTION_REFUSED")
"""What Chromium tells of an answer that is a refusal, and of a server that has ended."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_brief(tmp_path / "brief")


@pytest.fixture
def server(folder: Path, gazetteer: Gazetteer) -> Iterator[Running]:
    with running(folder, gazetteer) as server:
        yield server


@pytest.fixture
def open_editor(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the editor's page; afterwards it asked nobody but its own server, and nothing went wrong."""
    opened: list[tuple[Page, list[str], list[str], str]] = []

    def open_(server: Running, anchor: str = "", **options: Any) -> Page:
        page = browser.new_page(**{"viewport": {"width": 1360, "height": 820}, **options})
        requests: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type in ("error", "warning") and not REFUSED.search(message.text)
                else None
            ),
        )
        page.goto(server.address + anchor)
        expect(page.locator("#edit-saved")).to_have_text("As on disk")
        opened.append((page, requests, complaints, f"http://127.0.0.1:{server.port}/"))
        return page

    yield open_
    for page, requests, complaints, own in opened:
        page.close()
        assert [url for url in requests if not url.startswith((own, "data:", "blob:"))] == []
        assert complaints == []


@pytest.fixture
def page(open_editor: Callable[..., Page], server: Running) -> Page:
    return open_editor(server)


def places(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / "places.geojson").read_text())["features"]
    return {one["id"]: {**one["properties"], "geometry": one["geometry"]} for one in found}


def claims(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "claims.csv").read_bytes().decode("cp1252")
    return {row["id"]: row for row in csv.DictReader(StringIO(text), delimiter=";")}


def saved(page: Page, words: str) -> None:
    expect(page.locator("#edit-saved")).to_contain_text(words)
    expect(page.locator("#edit-saved")).to_contain_text(re.compile("Saved at"))


def add(page: Page, typed: str, option: str) -> None:
    page.get_by_role("combobox", name="Add a place").fill(typed)
    page.locator("#add-place-list").get_by_role("option", name=re.compile(option)).first.click()
    saved(page, "add the place")


def choose(page: Page, place: str) -> None:
    page.locator(f'#places [data-place="{place}"]').click()
    expect(page.locator(".place-fields h3")).to_be_visible()


def select_words(page: Page, words: str) -> None:
    """Selects words of the article, as a reader who drags over them does."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".article"), NodeFilter.SHOW_TEXT);
          let text = "";
          const nodes = [];
          while (walker.nextNode()) {
            nodes.push([walker.currentNode, text.length]);
            text += walker.currentNode.data;
          }
          const at = text.indexOf(words);
          const point = (offset) => {
            const [node, start] = nodes.findLast(([, start]) => start <= offset);
            return [node, offset - start];
          };
          const range = document.createRange();
          range.setStart(...point(at));
          range.setEnd(...point(at + words.length));
          const selection = document.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }""",
        words,
    )


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
        saved(page, "link 'Officials'")
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


def test_by_keyboard_alone(page: Page, folder: Path) -> None:
    # To the lookup, to a candidate, and to its fields, by Tab, arrows and Enter.
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "add-place":
            break
    page.keyboard.type("seou")
    expect(page.locator("#add-place-list [role=option]").first).to_contain_text("Seoul")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    saved(page, "add the place 'Seoul'")
    expect(page.locator("#add-place")).to_be_focused()
    expect(page.locator(".place-fields h3")).to_contain_text("Seoul")
    page.keyboard.press("Tab")
    expect(page.locator('[name="name"]')).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Seoul City")
    page.keyboard.press("Enter")
    saved(page, "rename the place")
    assert places(folder)["seoul"]["name"] == "Seoul City"
    expect(page.locator('[name="name"]')).to_be_focused()

    # On the map: the cross, the arrows, Enter.
    page.locator('[name="place-on-map"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map-cross")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    page.keyboard.press("Enter")
    saved(page, "move the place 'seoul'")
    assert places(folder)["seoul"]["source"] == "by hand"

    # Words of the text.
    page.locator("#choose-words").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".chosen-words q")).to_have_text(re.compile("^Wonsan"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Make a claim")).to_be_focused()
    page.keyboard.press("Enter")
    saved(page, "add the claim")
    assert claims(folder)["c3"]["quote"].startswith("Wonsan")
    assert claims(folder)["c3"]["places"] == "wonsan"
    assert claims(folder)["c3"]["article"] == "a.md"

    # Undo from anywhere.
    page.locator("#reading").focus()
    page.keyboard.press("Control+z")
    saved(page, "undo: add the claim")
    page.keyboard.press("Control+Shift+Z")
    saved(page, "redo: add the claim")


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
    saved(page, "set kind")
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


def test_drafts_are_reviewed_one_by_one_with_the_runners_up(page: Page, folder: Path) -> None:
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(
        "Floods hit Springfield and Paris on Monday, officials in Berlin said. Aid came from Odesa."
    )
    page.get_by_label("Title").fill("Floods")
    page.get_by_role("button", name="Add and draft").click()
    saved(page, "add the article 'Floods'")
    doubts = page.locator("li.doubt")
    expect(doubts.first).to_be_visible()
    percents = [int(found) for found in re.findall(r"(\d+)% sure", page.locator(".doubts").inner_text())]
    assert percents == sorted(percents)
    count = doubts.count()

    springfield = page.locator('li.doubt[data-doubt="springfield"]')
    other = springfield.locator(".others button").first
    wanted = other.get_attribute("data-candidate")
    other.click()
    saved(page, "of the place 'springfield'")
    expect(doubts).to_have_count(count - 1)
    assert places(folder)["springfield"]["source"] == wanted
    assert places(folder)["springfield"]["reviewed"]

    page.get_by_role("button", name="Reject Odesa").click()
    saved(page, "remove the place 'odesa'")
    expect(doubts).to_have_count(count - 2)
    page.get_by_role("button", name="Accept Berlin").click()
    saved(page, "of the place 'berlin'")
    expect(doubts).to_have_count(count - 3)
    page.reload()
    page.get_by_role("button", name="Review").click()
    expect(doubts).to_have_count(count - 3)


def test_two_tabs_agree(open_editor: Callable[..., Page], server: Running, folder: Path) -> None:
    one, two = open_editor(server), open_editor(server)
    add(one, "vladivo", "Vladivostok")
    expect(two.locator('#map button[data-place="vladivostok"]')).to_be_visible()
    expect(two.locator("#edit-saved")).to_contain_text("Changed outside this page")
    two.get_by_role("button", name="Undo").click()
    expect(one.locator('#map button[data-place="vladivostok"]')).to_have_count(0)
    assert "vladivostok" not in places(folder)


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
    expect(page.locator('#places [data-place="wonsan"]')).to_contain_text("Wonsan Bay", timeout=10_000)


def test_hostile_words_stay_words(page: Page, folder: Path) -> None:
    page.get_by_role("combobox", name="Add a place").fill('<img src=x onerror="alert(1)">')
    page.locator("#add-place-list").get_by_role("option").last.click()
    expect(page.locator("#map-mode")).to_contain_text("<img src=x")
    page.locator("#map").click(position={"x": 200, "y": 300})
    saved(page, "move the place")
    expect(page.locator(".place-fields h3")).to_contain_text("<img src=x")
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
    expect(page.locator(".claim-fields h3")).to_have_text("Claim c3")
    page.mouse.click(words["x"] + 20, words["y"] + 10)
    expect(page.locator(".claim-fields h3")).to_have_text("Claim c1")
