"""The examples of docs/gallery, each run as a user would, in a folder of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pptx import Presentation
from pypdf import PdfReader

import geobrief
from browser.windows import Window
from editor.running import Running
from gallery import EDITOR, GALLERY, editing, examples, run

pytestmark = pytest.mark.browser

Opener = Callable[[Path], Page]


@pytest.fixture
def show(lend: Callable[..., Window]) -> Iterator[Opener]:
    """Opens a file with the network cut; afterwards files alone were asked for, and nothing went wrong."""
    window = lend(viewport={"width": 1200, "height": 750}, offline=True)
    yield lambda path: window.go(path.as_uri())
    assert [url for url in window.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert window.complaints == []


def test_there_are_ten_each_with_its_page_and_its_picture() -> None:
    assert [name[:2] for name in examples()] == [f"{number:02}" for number in range(1, 11)]
    contents = (GALLERY / "README.md").read_text(encoding="utf-8")
    for name, program in examples().items():
        page = (GALLERY / f"{name}.md").read_text(encoding="utf-8")
        assert f"[{program.name}]({program.name})" in page
        assert f"({name}.png)" in page
        assert f'src="{name}.png"' in contents
        with Image.open(GALLERY / f"{name}.png") as picture:
            assert picture.width >= 900


def test_a_one_page_brief(tmp_path: Path, show: Opener) -> None:
    assert "90000 passengers a year" in run("01-one-page", tmp_path)
    page = show(tmp_path / "page.html")
    expect(page.locator('#map button.mark[data-place], #map .mark[role="button"][data-place]')).to_have_count(
        7
    )
    assert len(geobrief.read(tmp_path / "brief").claims) == 6


def test_several_articles_with_a_contradiction(tmp_path: Path, show: Opener) -> None:
    assert "no fault" in run("02-several-articles", tmp_path)
    page = show(tmp_path / "page.html")
    expect(page.get_by_role("tab")).to_have_count(3)
    expect(page.locator("#places")).to_contain_text("In contradiction with 1 other claim")


def test_an_antimeridian_brief_shows_both_sides_in_one_piece(tmp_path: Path, show: Opener) -> None:
    run("03-antimeridian", tmp_path)
    points = geobrief.read(tmp_path / "page.html").places.geometry
    assert points["suva"].x > 0 > points["apia"].x
    page = show(tmp_path / "page.html")
    suva, apia = (page.locator(f'#map [data-place="{place}"].mark').first for place in ("suva", "apia"))
    expect(suva).to_be_visible()
    left, right = suva.bounding_box(), apia.bounding_box()
    assert left
    assert right
    assert 0 < right["x"] - left["x"] < 200


def test_a_geodataframe_of_10000(tmp_path: Path, show: Opener) -> None:
    run("04-geodataframe", tmp_path)
    brief = geobrief.read(tmp_path / "page.html")
    assert (len(brief.places), len(brief.claims)) == (10_000, 10_000)
    page = show(tmp_path / "page.html")
    expect(page.locator("#map .cluster").first).to_be_visible()


def test_a_figure_for_print(tmp_path: Path) -> None:
    run("05-print-figure", tmp_path)
    with Image.open(tmp_path / "figure.png") as figure:
        assert figure.size == (round(170 / 25.4 * 300), round(120 / 25.4 * 300))
    (sheet,) = PdfReader(tmp_path / "figure.pdf").pages
    assert sheet.mediabox.width == pytest.approx(170 / 25.4 * 72, abs=1)
    assert "Świnoujście" in sheet.extract_text()


def test_a_slide(tmp_path: Path) -> None:
    run("06-slide", tmp_path)
    brief = geobrief.read(tmp_path / "brief")
    slides = Presentation(str(tmp_path / "talk.pptx")).slides
    assert len(slides) >= len(brief.places) + 2  # the map before, the sources after
    assert 2 < len(Presentation(str(tmp_path / "three-claims.pptx")).slides) < len(slides)


def test_an_embed(tmp_path: Path, show: Opener) -> None:
    run("07-embed", tmp_path)
    page = show(tmp_path / "host.html")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("dialog")).to_contain_text("could close the line for weeks")
    expect(page.locator("iframe")).to_have_attribute("sandbox", "allow-scripts")


def test_a_custom_base_map(tmp_path: Path, show: Opener) -> None:
    run("08-base-map", tmp_path)
    parts = json.loads((GALLERY / "airport.geojson").read_text())["features"]
    page = show(tmp_path / "page.html")
    runways = page.locator('#map path[fill="#8c939b"]')
    expect(runways).to_have_count(sum(part["properties"]["kind"] == "runway" for part in parts))
    box = runways.first.bounding_box()
    assert box
    assert box["width"] > 200
    # Where the window changes its size, as a frame's does, the plan stays in view.
    page.set_viewport_size({"width": 690, "height": 640})
    page.wait_for_function("document.getElementById('map').clientWidth < 691")
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
    expect(page.locator(".leaflet-control-scale-line")).to_have_text(re.compile(r"^\d km$"))


def test_a_brief_in_arabic(tmp_path: Path, show: Opener) -> None:
    run("09-arabic", tmp_path)
    page = show(tmp_path / "page.html")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator('#map [data-place="tangier"]').first).to_be_visible()
    mentions = page.locator('#articles [data-mention="rabat"]')  # in the text with its "and": والرباط
    expect(mentions.first).to_be_visible()


def test_the_editor(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        move = {"do": "move_place", "id": "karlskrona", "lon": 16.0, "lat": 55.9}
        assert Running(editor.address).change(move).status == 200
    assert "move the place 'karlskrona'" in "".join(editor.printed)
    assert geobrief.read(tmp_path / "brief").places.geometry["karlskrona"].x == 16.0
    done = subprocess.run([sys.executable, "-m", "geobrief", "undo", "brief"], cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert EDITOR in examples()
