import json
from typing import Any

import pytest
import shapely

from geobrief.brief.columns import from_table
from geobrief.gazetteer import packaged
from geobrief.model import BBox, Brief, Place
from geobrief.render.base import base_for
from geobrief.render.locate import locate
from geobrief.render.packaged_shapes import packaged_shape
from geobrief.render.symbols import marks
from geobrief.render.view import contains_lon, first_view
from shape_texts import read_areas, read_lines

COLOGNE = Place("cologne", "Cologne", "city", 6.96, 50.94)
KURSK = Place("kursk", "Kursk", "city", 36.19, 51.73)
PYONGYANG = Place("pyongyang", "Pyongyang", "city", 125.75, 39.03)
NOME = Place("nome", "Nome", "city", -165.4, 64.5)
ANADYR = Place("anadyr", "Anadyr", "city", 177.5, 64.7)
SYDNEY, LONDON, LIMA = (
    Place(name, name, "city", lon, lat) for name, lon, lat in (("S", 151, -34), ("L", 0, 51), ("M", -77, -12))
)


def base_of(*places: Place) -> dict[str, Any]:
    located = locate(marks(Brief(places=places)), lambda _: None)
    return base_for(first_view(located), located)


def area(part: dict[str, Any], name: str) -> shapely.Geometry:
    """A layer of areas as the page decodes it."""
    polygons = read_areas(part[name], part["scale"])
    return shapely.union_all(
        [shapely.make_valid(shapely.Polygon(outer, holes)) for outer, *holes in polygons]
    )


def lines_of(part: dict[str, Any], name: str) -> list[shapely.LineString]:
    return [shapely.LineString(line) for line in read_lines(part[name], part["scale"])]


def outline(areas: shapely.Geometry) -> shapely.Geometry:
    return shapely.union_all(
        [part.boundary for part in shapely.get_parts(areas) if part.geom_type == "Polygon"]
    )


@pytest.fixture(scope="module")
def cologne() -> dict[str, Any]:
    return base_of(COLOGNE)


def test_land_and_sea_are_where_they_are(cologne: dict[str, Any]) -> None:
    fine, coarse = area(cologne["detail"], "land"), area(cologne, "land")
    assert fine.contains(shapely.Point(6.96, 50.94))
    assert not fine.contains(shapely.Point(3.0, 53.0))
    assert coarse.contains(shapely.Point(100, 60))
    assert not coarse.contains(shapely.Point(-30, 40))


def test_the_coarse_map_leaves_room_for_the_fine_one(cologne: dict[str, Any]) -> None:
    (box,) = cologne["detail"]["boxes"]
    inner = shapely.box(*box).buffer(-0.1)
    assert area(cologne, "land").intersection(inner).area < 0.001 * inner.area
    assert shapely.box(*box).buffer(0.01).contains(area(cologne["detail"], "land"))


def test_cut_edges_lie_on_the_edge_of_the_detail_in_both_halves(cologne: dict[str, Any]) -> None:
    ((west, south, east, north),) = cologne["detail"]["boxes"]
    frame = shapely.box(west, south, east, north).boundary
    along = [outline(area(part, "land")).intersection(frame).length for part in (cologne["detail"], cologne)]
    assert along[0] > 10
    # Coasts of 1:10m and 1:50m meet the edge a little apart.
    assert along[1] == pytest.approx(along[0], rel=0.1)


def test_divisions_are_drawn_around_the_places_alone(cologne: dict[str, Any]) -> None:
    lines = read_lines(cologne["detail"]["regions"], cologne["detail"]["scale"])
    assert lines
    assert all(abs(lon - 6.96) < 10 and abs(lat - 50.94) < 6.1 for line in lines for lon, lat in line)


def test_rivers_and_borders_come_with_the_detail(cologne: dict[str, Any]) -> None:
    rhine = shapely.Point(6.96, 50.94)
    assert min(river.distance(rhine) for river in lines_of(cologne["detail"], "rivers")) < 0.3
    assert cologne["detail"]["borders"]


def test_names_are_ranked_and_the_earliest_come_first(cologne: dict[str, Any]) -> None:
    labels = from_table(cologne["labels"])
    ranks = [label["rank"] for label in labels]
    assert ranks == sorted(ranks)
    assert set(ranks) <= set(range(1, 10))
    rank = {(label["kind"], label["name"]): label["rank"] for label in labels}
    assert rank["country", "Russia"] < rank["country", "Germany"] < rank["country", "Luxembourg"]
    assert rank["water", "Atlantic Ocean"] < rank["water", "Black Sea"]
    assert ("city", "Bonn") in rank
    assert ("city", "Vladivostok") not in rank


@pytest.mark.parametrize("places", [(COLOGNE,), (KURSK, PYONGYANG), (NOME, ANADYR), (SYDNEY, LONDON, LIMA)])
def test_the_base_map_of_any_view_stays_small(places: tuple[Place, ...]) -> None:
    assert len(json.dumps(base_of(*places), separators=(",", ":"))) < 110_000


def test_a_view_across_the_180th_meridian_has_its_detail_on_both_sides() -> None:
    detail = base_of(NOME, ANADYR)["detail"]
    (sides,) = detail["boxes"]
    box: BBox = tuple(sides)
    assert box[2] > 180
    assert contains_lon(box, 177.5)
    assert contains_lon(box, -165.4)
    land = area(detail, "land")
    assert land.intersects(shapely.Point(176, 66))
    assert land.intersects(shapely.Point(-164, 65))


def test_a_view_of_the_world_has_its_detail_around_the_places() -> None:
    detail = base_of(SYDNEY, LONDON, LIMA)["detail"]
    assert len(detail["boxes"]) == 3
    assert area(detail, "land").contains(shapely.Point(-1.5, 52))
    assert not area(detail, "land").intersects(shapely.Point(20, 50))


def test_places_all_over_the_world_make_a_small_map_without_detail() -> None:
    everywhere = [Place(f"p{i}", "P", "city", -179 + 3.5 * (i % 100), -50 + i // 20) for i in range(2000)]
    base = base_of(*everywhere)
    assert "detail" not in base
    assert len(json.dumps(base)) < 80_000


def test_nothing_is_left_out_at_a_place() -> None:
    """The borders around Kursk are those of the packaged detail, to the grid's rounding."""
    base = base_of(KURSK, PYONGYANG)["detail"]
    around = shapely.Point(36.2, 51.7).buffer(1.2)
    full = shapely.union_all(packaged.detail().geometries("region_lines")).intersection(around)
    drawn = shapely.union_all(lines_of(base, "regions")).intersection(around)
    assert drawn.hausdorff_distance(full) < 0.01


OMAN = Place("oman", "Oman", "country", 57, 21, "OM", source="geonames:286963")
DAMASCUS = Place("damascus", "Damascus", "city", 36.29, 33.51)


def with_shapes(*places: Place) -> dict[str, Any]:
    located = locate(marks(Brief(places=places)), packaged_shape)
    return base_for(first_view(located), located)


def test_the_coast_of_a_country_beyond_the_view_is_that_of_its_outline() -> None:
    (oman,) = locate(marks(Brief(places=(OMAN,))), packaged_shape)
    assert oman.shape is not None
    detail = with_shapes(DAMASCUS, OMAN)["detail"]
    assert len(detail["boxes"]) == 2
    spilt = oman.shape.difference(area(detail, "land").buffer(0.02))
    assert spilt.area < 0.002 * oman.shape.area


def test_a_country_in_the_view_or_larger_than_a_screen_shows_adds_nothing() -> None:
    lebanon = Place("lebanon", "Lebanon", "country", 35.8, 33.8, "LB", source="geonames:272103")
    russia = Place("russia", "Russia", "country", 100, 60, "RU", source="geonames:2017370")
    assert with_shapes(DAMASCUS, lebanon, russia) == with_shapes(DAMASCUS)


def test_many_countries_make_no_large_map() -> None:
    sources = (286963, 290557, 289688, 102358, 69543, 130758, 1282988, 1168579, 1210997, 1527747)
    countries = [Place(f"c{each}", "C", "country", 60, 30, source=f"geonames:{each}") for each in sources]
    grown = len(json.dumps(with_shapes(DAMASCUS, *countries))) - len(json.dumps(with_shapes(DAMASCUS)))
    assert 0 < grown < 25_000


def test_crimea_is_ukraines_and_its_line_is_disputed() -> None:
    detail = base_of(Place("simferopol", "Simferopol", "city", 34.1, 44.95))["detail"]
    isthmus = shapely.Point(33.7, 46.15)
    lines = {name: shapely.union_all(lines_of(detail, name)) for name in ("borders", "disputed")}
    assert lines["disputed"].distance(isthmus) < 0.2
    assert lines["borders"].distance(isthmus) > 1
