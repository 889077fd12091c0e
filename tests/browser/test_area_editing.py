"""Areas drawn and edited on the map, by pointer and by keyboard: parts, holes, across 180°, any size."""

import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from playwright.sync_api import Page, expect

from browser.editing_page import choose, places, saved
from editor.editing import make_brief, state
from editor.running import Running

pytestmark = pytest.mark.browser

OUTER = [[118, 34], [134, 34], [134, 46], [118, 46], [118, 34]]
HOLE = [[124, 37], [124, 41], [129, 41], [129, 37], [124, 37]]
APART = [[90, 50], [104, 50], [97, 60], [90, 50]]
AREA = {"type": "MultiPolygon", "coordinates": [[OUTER, HOLE], [APART]]}


def set_area(folder: Path, place: str, geometry: Any) -> None:
    path = folder / "places.geojson"
    collection = json.loads(path.read_text())
    for one in collection["features"]:
        if one["id"] == place:
            one["geometry"] = geometry
    path.write_text(json.dumps(collection))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = make_brief(tmp_path / "brief")
    set_area(folder, "wonsan", AREA)
    return folder


@pytest.fixture
def page(server: Running, open_editor: Callable[..., Page]) -> Page:
    # Without animation the map stands still where it is asked for a spot on it.
    return open_editor(server, reduced_motion="reduce")


def area(folder: Path, place: str = "wonsan") -> Any:
    return places(folder)[place]["geometry"]


def edit(page: Page, place: str = "wonsan") -> None:
    choose(page, place)
    page.get_by_role("button", name="Edit its area").click()
    expect(page.locator(".area-corner").first).to_be_visible()


def spot(page: Page, lon: float, lat: float) -> tuple[float, float]:
    """Where on the screen a position is."""
    x, y = page.evaluate(
        """([lon, lat]) => {
          const node = document.getElementById("map");
          const box = node.getBoundingClientRect();
          const point = window[node.dataset.mapName].latLngToContainerPoint([lat, lon]);
          return [box.left + point.x, box.top + point.y];
        }""",
        [lon, lat],
    )
    return x, y


def look_at(page: Page, lon: float, lat: float, zoom: float) -> None:
    page.evaluate(
        """([lon, lat, zoom]) => {
          const map = window[document.getElementById("map").dataset.mapName];
          map.setView([lat, lon], zoom, { animate: false });
        }""",
        [lon, lat, zoom],
    )


def click(page: Page, lon: float, lat: float) -> None:
    page.mouse.click(*spot(page, lon, lat))


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*spot(page, *start))
    page.mouse.down()
    page.mouse.move(*spot(page, *end), steps=4)
    page.mouse.up()


def finish(page: Page) -> None:
    # The strip may still tell of the save before this one.
    with page.expect_response(lambda answer: "/api/changes" in answer.url):
        page.get_by_role("button", name="Finish").click()
    saved(page, "set geometry")
    expect(page.locator("#map-mode")).to_have_count(0)


def close_to(ring: Any) -> Any:
    return pytest.approx(ring, abs=0.3)


def test_a_corner_is_dragged_and_every_other_part_and_hole_stays(page: Page, folder: Path) -> None:
    edit(page)
    expect(page.locator(".area-corner")).to_have_count(11)
    drag(page, (134, 46), (138, 48))
    finish(page)
    parts = area(folder)["coordinates"]
    assert parts[0][1] == HOLE
    assert parts[1] == [APART]
    assert parts[0][0][:2] == OUTER[:2]
    assert parts[0][0][2] == close_to([138, 48])
    assert parts[0][0][3:] == OUTER[3:]
    page.get_by_role("button", name="Undo").click()
    saved(page, "undo: ")
    assert area(folder) == AREA


def test_a_corner_is_put_in_on_an_edge_and_taken_out(page: Page, folder: Path) -> None:
    edit(page)
    drag(page, (126, 34), (126, 31))
    expect(page.locator(".area-corner.held")).to_have_count(1)
    click(page, 104, 50)
    expect(page.locator("#map-mode [role=status]")).to_have_text("Corner 2 of 3")
    page.keyboard.press("Delete")
    finish(page)
    found = area(folder)
    assert found["type"] == "Polygon"  # of three corners one went, and the part with it
    assert found["coordinates"][0][1] == close_to([126, 31])
    assert len(found["coordinates"][0]) == len(OUTER) + 1
    assert found["coordinates"][1] == HOLE


def test_parts_and_holes_are_added_and_removed(page: Page, folder: Path) -> None:
    edit(page)
    page.get_by_role("button", name="Add a part").click()
    for corner in ((70, 30), (80, 30), (80, 40), (70, 40), (70, 30)):
        click(page, *corner)
    page.get_by_role("button", name="Cut a hole").click()
    for corner in ((73, 33), (77, 33), (75, 37)):
        click(page, *corner)
    page.get_by_role("button", name="Add a part").click()
    click(page, 97, 60)
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("#map-mode [role=status]")).to_have_text("An area needs at least three corners.")
    page.get_by_role("button", name="Step back").click()
    page.keyboard.press("Escape")
    click(page, 124, 41)
    page.get_by_role("button", name="Remove part or hole").click()
    finish(page)
    found = shapely.geometry.shape(area(folder))
    assert found.is_valid
    assert [len(part.interiors) for part in found.geoms] == [0, 0, 1]
    assert found.geoms[1].equals(shapely.Polygon(APART))
    assert found.geoms[2].bounds == pytest.approx((70, 30, 80, 40), abs=0.3)


def test_a_hole_outside_is_refused_and_a_crossing_click_of_the_map_adds_nothing(
    page: Page, folder: Path
) -> None:
    edit(page)
    page.get_by_role("button", name="Cut a hole").click()
    drag(page, (75, 40), (78, 44))  # moves the map
    for corner in ((70, 30), (80, 30), (75, 40)):
        click(page, *corner)
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("#map-mode [role=status]")).to_contain_text("has to begin inside a part")
    before = state(folder)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#map-mode")).to_have_count(0)
    assert state(folder) == before


def test_by_keyboard_a_corner_is_carried_put_in_and_removed(page: Page, folder: Path) -> None:
    edit(page)
    status = page.locator("#map-mode [role=status]")
    page.keyboard.press("n")
    expect(status).to_have_text("Corner 1 of 4")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("Taken up")
    look_at(page, 112, 30, 4)  # what the arrows do, by an amount that is known
    page.keyboard.press("Enter")
    expect(status).to_have_text("Put down.")
    page.keyboard.press("p")
    expect(status).to_have_text(re.compile("Corner 3 of 3"))
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(status).to_have_text("Corner 2 of 4")
    page.keyboard.press("Delete")
    page.keyboard.press("n")
    expect(status).to_have_text("Corner 2 of 3")
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    page.keyboard.press("Shift+Enter")
    saved(page, "set geometry")
    parts = area(folder)["coordinates"]
    assert [112, 30] in parts[0][0]
    assert len(parts[0][0]) == len(OUTER) - 1
    assert parts[0][1] == HOLE
    assert parts[1] == [APART]


def test_an_area_drawn_across_180_is_stored_cut_there_and_edited_whole(page: Page, folder: Path) -> None:
    choose(page, "moscow")
    page.get_by_role("button", name="Draw its area").click()
    look_at(page, 180, 62, 4)
    for corner in ((176, 60), (186, 60), (186, 64), (176, 64)):
        click(page, *corner)
    finish(page)
    found = shapely.geometry.shape(area(folder, "moscow"))
    assert [part.bounds[0] for part in found.geoms] == pytest.approx([176, -180], abs=0.3)
    assert [part.bounds[2] for part in found.geoms] == pytest.approx([180, -174], abs=0.3)
    look_at(page, 180, 62, 4)
    page.get_by_role("button", name="Edit its area").click()
    expect(page.locator(".area-corner").first).to_be_visible()
    drag(page, (186, 64), (188, 65))
    finish(page)
    found = shapely.geometry.shape(area(folder, "moscow"))
    assert found.geoms[1].bounds == pytest.approx((-180, 60, -172, 65), abs=0.3)
    assert found.is_valid


def test_a_point_put_across_180_lies_on_the_other_side(page: Page, folder: Path) -> None:
    choose(page, "moscow")
    page.get_by_role("button", name="Put on the map").click()
    look_at(page, 180, 62, 4)
    click(page, 185, 62)
    saved(page, "move the place 'moscow'")
    assert area(folder, "moscow")["coordinates"] == close_to([-175, 62])


def test_an_area_of_the_gazetteer_is_a_start_that_is_edited_before_it_is_saved(
    page: Page, folder: Path
) -> None:
    choose(page, "alabuga")
    before = state(folder)
    page.get_by_role("combobox", name="Start its area from the gazetteer").fill("tatarstan")
    page.locator("#area-place-list").get_by_role("option", name=re.compile("Region")).first.click()
    expect(page.locator(".area-corner").first).to_be_visible()
    assert state(folder) == before
    finish(page)
    place = places(folder)["alabuga"]
    assert shapely.geometry.shape(place["geometry"]).contains(shapely.Point(49.1, 55.8))
    assert (place["name"], place["kind"], place["lon"], place["lat"]) == ("Alabuga", "site", 52.05, 55.79)
    assert "source" not in place


def test_of_thousands_of_corners_none_is_lost_unless_that_is_wished(page: Page, folder: Path) -> None:
    turns = [math.radians(at / 20) for at in range(7200)]
    ring = [[127 + 9 * math.cos(turn), 40 + 6 * math.sin(turn)] for turn in turns]
    set_area(folder, "wonsan", {"type": "Polygon", "coordinates": [[*ring, ring[0]]]})
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    edit(page)
    assert 10 < page.locator(".area-corner").count() < 400
    drag(page, (136, 40), (139, 40))
    finish(page)
    stored = area(folder)["coordinates"][0]
    assert len(stored) == len(ring) + 1
    assert sum(corner in ring for corner in stored) >= len(ring) - 1

    page.get_by_role("button", name="Edit its area").click()
    page.get_by_role("button", name="Fewer corners").click()
    expect(page.locator("#map-mode [role=status]")).to_contain_text("of 7,200 corners left out")
    page.get_by_role("button", name="Step back").click()
    page.get_by_role("button", name="Fewer corners").click()
    finish(page)
    assert 10 < len(area(folder)["coordinates"][0]) < 400


def test_what_the_server_refuses_stays_on_the_map_to_be_mended(page: Page, folder: Path) -> None:
    edit(page)
    drag(page, (134, 46), (138, 48))
    path = folder / "places.geojson"
    whole = path.read_text()
    path.write_text("{")
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("#map-mode [role=status]")).to_contain_text("places.geojson")
    path.write_text(whole)
    finish(page)
    assert area(folder)["coordinates"][0][0][2] == close_to([138, 48])


def test_an_area_that_was_changed_elsewhere_meanwhile_is_asked_about(page: Page, folder: Path) -> None:
    edit(page)
    drag(page, (134, 46), (138, 48))
    set_area(folder, "wonsan", {"type": "Polygon", "coordinates": [OUTER]})
    expect(page.locator("#edit-saved")).to_contain_text("Changed outside this page")
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Keep theirs").click()
    expect(page.locator("#map-mode")).to_have_count(0)
    assert area(folder)["coordinates"] == [OUTER]
