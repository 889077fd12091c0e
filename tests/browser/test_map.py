"""The map itself: names that cover nothing, a view over the 180th meridian, flows that end at their discs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import geobrief
from browser.ohio_brief import ohio_brief
from geobrief.model import Brief, Claim, Document, Flow, Place, Quantity
from geobrief.render import render_page

Opener = Callable[..., Page]
Box = tuple[float, float, float, float]

pytestmark = pytest.mark.browser

BERING = Brief(
    documents=(Document("a.md", "Forty ships went from Anadyr to Nome."),),
    places=(
        Place("anadyr", "Anadyr", lon=177.5, lat=64.73, country_code="RU"),
        Place("nome", "Nome", lon=-165.41, lat=64.5, country_code="US"),
        Place("chukotka", "Chukotka", "region", 171.0, 66.5, country_code="RU", source="geonames:2126099"),
    ),
    claims=(
        Claim(
            "c1",
            "a.md",
            "Forty ships went from Anadyr to Nome.",
            ("anadyr", "nome"),
            quantities=(Quantity(40, "ships", "Forty ships"),),
            flow=Flow("anadyr", "nome"),
            span=(0, 37),
        ),
        Claim("c2", "a.md", "…", ("chukotka",)),
    ),
)
# Two flows over each other ocean: wherever the map is cut, the one over the Pacific is the least to lose.
AROUND = (
    ("Sydney", "Lima"),
    ("Lima", "London"),
    ("London", "Lima"),
    ("London", "Sydney"),
    ("Sydney", "London"),
)
PACIFIC = Brief(
    places=tuple(
        Place(name, name, lon=lon, lat=lat)
        for name, lon, lat in (("Sydney", 151.2, -33.9), ("London", -0.1, 51.5), ("Lima", -77.0, -12.0))
    ),
    claims=tuple(Claim(f"c{at}", "", "…", ends, flow=Flow(*ends)) for at, ends in enumerate(AROUND, 1)),
)

MAP = "window[document.getElementById('map').dataset.mapName]"


@pytest.fixture(scope="module")
def example() -> str:
    return geobrief.read(Path(__file__).parents[2] / "data").to_html()


def boxes(page: Page, selector: str) -> list[Box]:
    found: list[Box] = page.eval_on_selector_all(
        selector,
        "all => all.map((each) => each.getBoundingClientRect()).filter((box) => box.width)"
        ".map((box) => [box.left, box.top, box.right, box.bottom])",
    )
    return found


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than their edges, or the shadow of letters, does."""
    slack = 3
    return (
        one[0] + slack < other[2] - slack
        and other[0] + slack < one[2] - slack
        and one[1] + slack < other[3] - slack
        and other[1] + slack < one[3] - slack
    )


@pytest.mark.parametrize("view", ["", "[55, 40], 3.25", "[55.8, 52], 6", "[38.5, 127], 6.5", "[30, 20], 2"])
def test_no_name_covers_another_or_a_disc(open_page: Opener, example: str, view: str) -> None:
    page = open_page(example)
    if view:
        page.evaluate(f"void {MAP}.setView({view}, {{ animate: false }})")
    placed = [*boxes(page, "#map .label"), *boxes(page, "#map .name"), *boxes(page, "#map button.mark")]
    assert len(placed) > 5
    for i, one in enumerate(placed):
        assert not [other for other in placed[i + 1 :] if overlap(one, other)]


def test_more_names_come_as_one_zooms_in(open_page: Opener, example: str) -> None:
    page = open_page(example)
    far = {text.strip() for text in page.locator("#map .label").all_inner_texts()}
    page.evaluate(f"void {MAP}.setView([38.5, 127], 6.5, {{ animate: false }})")
    near = {text.strip() for text in page.locator("#map .label").all_inner_texts()}
    assert len(near - far) > 10


def test_places_on_both_sides_of_the_180th_meridian_make_one_view(open_page: Opener) -> None:
    page = open_page(render_page(BERING))
    west, east = page.evaluate(f"[{MAP}.getBounds().getWest(), {MAP}.getBounds().getEast()]")
    assert east - west < 130
    anadyr, nome = (
        page.locator(f'#map button[data-place="{id_}"]').bounding_box() for id_ in ("anadyr", "nome")
    )
    assert anadyr is not None
    assert nome is not None
    assert 0 < nome["x"] - anadyr["x"] < 500
    (area,) = boxes(
        page, '#map path.area.outline[data-place="chukotka"], #map path.area[data-place="chukotka"]'
    )[:1]
    assert area[2] - area[0] < 600
    (flow,) = boxes(page, "#map path[data-flow]")
    assert flow[0] > anadyr["x"] - 10
    assert flow[2] < nome["x"] + nome["width"] + 10


def test_a_flow_over_the_edge_of_the_map_leaves_and_comes_in_at_its_discs(open_page: Opener) -> None:
    page = open_page(render_page(PACIFIC))
    path = page.get_attribute('#map path[data-flow="c1"]', "d") or ""
    tips = page.evaluate(
        f"""() => {{
          const at = (lat, lon) => {MAP}.latLngToLayerPoint([lat, lon]);
          return [at(-33.9, 151.2), at(-12, -77)].map(({{ x, y }}) => [x, y]);
        }}"""
    )
    points = [
        tuple(map(float, pair.split(" "))) for pair in path.replace("Z", "").replace("M", "L").split("L")[1:]
    ]
    for x, y in tips:
        assert min(abs(x - px) + abs(y - py) for px, py in points) < 40
    width = 256 * 2 ** page.evaluate(f"{MAP}.getZoom()")
    # Between the two ends, over Africa, there is nothing of it.
    middle = (tips[0][0] + tips[1][0]) / 2
    assert not [px for px, _ in points if abs(px - middle) < width / 8]


def test_a_claim_shows_the_country_that_holds_none_of_its_towns(open_page: Opener) -> None:
    towns = (
        Place("damascus", "Damascus", lon=36.29, lat=33.51, country_code="SY"),
        Place("beirut", "Beirut", lon=35.5, lat=33.89, country_code="LB"),
    )
    oman = Place("oman", "Oman", "country", 57.0, 21.0, country_code="OM", source="geonames:286963")
    brief = Brief(places=(*towns, oman), claims=(Claim("c1", "", "…", ("damascus", "oman")),))
    page = open_page(render_page(brief), address="#claim=c1", reduced_motion="reduce")
    (name,), (map_,) = boxes(page, '.mark-name[data-place="oman"]'), boxes(page, "#map")
    assert map_[0] < name[0] < name[2] < map_[2]
    assert map_[1] < name[1] < name[3] < map_[3]


@pytest.mark.parametrize("width", [1360, 390], ids=["wide", "phone"])
def test_a_movement_between_near_towns_is_seen_when_it_is_chosen(open_page: Opener, width: int) -> None:
    page = open_page(
        render_page(ohio_brief()),
        address="#claim=moved",
        size={"width": width, "height": 820},
        reduced_motion="reduce",
    )
    (flow,) = boxes(page, '[data-flow="moved"].selected')
    assert max(flow[2] - flow[0], flow[3] - flow[1]) > 12


@pytest.mark.parametrize("zoom", [2, 2.8, 2.95, 3])
def test_the_scale_bar_is_as_long_as_its_words(open_page: Opener, zoom: float) -> None:
    page = open_page(render_page(PACIFIC), address=f"#view=10,30,{zoom}")
    (bar,) = boxes(page, ".leaflet-control-scale-line")
    words = page.locator(".leaflet-control-scale-line").evaluate(
        "bar => { const range = document.createRange(); range.selectNodeContents(bar);"
        " return range.getBoundingClientRect().right; }"
    )
    assert words <= bar[2] - 3
