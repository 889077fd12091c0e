"""Areas as the browser edits them and as the file holds them."""

from typing import Any

import pytest
import shapely

from editor.editing import make_brief
from geobrief.brief.folder import read_folder
from geobrief.brief.outlines import outline
from geobrief.editor.areas import editable, stored
from geobrief.editor.changes import SetPlace
from geobrief.editor.store import apply
from geobrief.errors import BriefError
from geobrief.gazetteer import Gazetteer


def polygon(*corners: tuple[float, float], holes: Any = ()) -> dict[str, Any]:
    rings = [[list(corner) for corner in (*ring, ring[0])] for ring in (corners, *holes)]
    return {"type": "Polygon", "coordinates": rings}


def multipolygon(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [part["coordinates"] for part in parts]}


SQUARE = polygon((1, 1), (2, 1), (2, 2), (1, 2))


def shape(geometry: Any) -> Any:
    return shapely.geometry.shape(geometry)


def test_an_area_that_runs_on_past_180_is_cut_in_two() -> None:
    found = stored(polygon((178, 60), (184.5, 60), (184.5, 62), (178, 62)))
    assert found["type"] == "MultiPolygon"
    assert shape(found).equals(
        shapely.union_all([shapely.box(178, 60, 180, 62), shapely.box(-180, 60, -175.5, 62)])
    )


def test_what_lies_beyond_180_whole_is_moved_without_a_change_of_its_decimals() -> None:
    found = stored(polygon((190.1, 60.3), (191.7, 60.3), (191.7, 61.9)))
    corners = {tuple(corner) for corner in found["coordinates"][0]}
    assert corners == {(-169.9, 60.3), (-168.3, 60.3), (-168.3, 61.9)}


@pytest.mark.parametrize(
    "geometry", [SQUARE, polygon((0, 0), (9, 0), (9, 9), holes=[((5, 1), (6, 2), (6, 1))])]
)
def test_what_is_as_it_should_be_comes_back_as_it_is(geometry: dict[str, Any]) -> None:
    assert stored(geometry) is geometry


def test_rings_turn_as_rfc_7946_asks() -> None:
    hole = ((5, 1), (6, 1), (6, 2))
    found = shape(stored(polygon((0, 0), (9, 9), (9, 0), holes=[hole])))
    assert found.exterior.is_ccw
    assert not found.interiors[0].is_ccw


def test_parts_that_overlap_become_one_and_others_stay() -> None:
    parts = [shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3), shapely.box(7, 7, 8, 8)]
    found = stored(multipolygon(*(polygon(*part.exterior.coords[:-1]) for part in parts)))
    assert len(shapely.get_parts(shape(found))) == 2
    assert shape(found).area == 8


def test_a_region_across_180_is_edited_whole_and_stored_as_it_was(gazetteer: Gazetteer) -> None:
    chukotka = gazetteer.get("geonames:2126099")
    assert chukotka
    area = outline(chukotka)
    assert area
    whole = editable(area)
    assert shape(whole).bounds[2] > 185
    assert shape(whole).bounds[0] > 150
    assert len(shapely.get_parts(shape(whole))) < len(shapely.get_parts(shape(area)))
    assert whole
    assert shape(stored(whole)).symmetric_difference(shape(area)).area < 1e-9


def test_islands_on_both_sides_of_180_lie_side_by_side() -> None:
    apart = multipolygon(polygon((-176, 1), (-175, 1), (-175, 2)), polygon((175, 1), (176, 1), (176, 2)))
    whole = editable(apart)
    assert shape(whole).bounds == (175, 1, 185, 2)
    assert whole
    assert shape(stored(whole)).equals(shape(apart))


@pytest.mark.parametrize(
    ("geometry", "kept"),
    [
        (None, False),
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, False),
        (SQUARE, True),
        (polygon((-180, -90), (180, -90), (180, -70), (-180, -70)), True),
    ],
)
def test_other_areas_are_edited_as_they_are_and_what_is_none_is_not(geometry: Any, kept: bool) -> None:
    assert editable(geometry) == (geometry if kept else None)


def test_a_change_may_draw_across_180_and_a_broken_area_is_refused(tmp_path: Any) -> None:
    folder = make_brief(tmp_path / "brief")
    area = polygon((178, 60), (184, 60), (184, 62), (178, 62))
    apply(folder, SetPlace("moscow", {"geometry": area, "lon": None, "lat": None}))
    moscow = read_folder(folder).value.places[2]
    assert moscow.geometry
    assert moscow.geometry["type"] == "MultiPolygon"
    assert moscow.located
    for broken in (polygon((1, 1), (2, 95), (3, 3)), polygon((1, 1), (600, 5), (3, 3)), {"type": "Polygon"}):
        with pytest.raises(BriefError, match="place 'moscow' "):
            apply(folder, SetPlace("moscow", {"geometry": broken}))
