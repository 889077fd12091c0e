"""What is cut at the 180th meridian, and what is left alone."""

import pytest
import shapely

from geobrief.brief.antimeridian import cut

ACROSS = shapely.union_all([shapely.box(170, 0, 180, 10), shapely.box(-180, 0, -170, 10)])
JUMPING = shapely.Polygon([(170, 0), (-170, 0), (-170, 10), (170, 10)])


@pytest.mark.parametrize(
    "shape",
    [
        shapely.Point(170, 5),
        shapely.box(-180, -90, 180, -60),  # an edge along the cut is no crossing
        shapely.box(-10, 0, 10, 10),
        shapely.box(-130, 0, 130, 10),  # most of the world, as someone drew it
        ACROSS,
        shapely.Polygon(),
        shapely.Polygon([(-120, 70), (0, 70), (120, 70)]),  # all round the pole
    ],
)
def test_what_does_not_cross_stays_as_it_is(shape: shapely.Geometry) -> None:
    assert cut(shape) is shape


@pytest.mark.parametrize("shape", [JUMPING, shapely.box(170, 0, 190, 10), shapely.box(-190, 0, -170, 10)])
def test_an_area_is_cut_in_two_however_it_is_written(shape: shapely.Geometry) -> None:
    assert cut(shape).geom_type == "MultiPolygon"
    assert cut(shape).equals(ACROSS)


def test_holes_are_cut_too() -> None:
    hole = [(178, 4), (178, 6), (-178, 6), (-178, 4)]
    found = cut(shapely.Polygon(JUMPING.exterior, [hole]))
    assert found.area == pytest.approx(200 - 8)
    assert not found.contains(shapely.Point(179, 5))
    assert not found.contains(shapely.Point(-179, 5))


def test_only_the_parts_that_cross_are_cut() -> None:
    far = shapely.box(0, 0, 1, 1)
    assert cut(shapely.MultiPolygon([far, JUMPING])).equals(shapely.union_all([far, ACROSS]))


def test_lines_points_and_collections_are_cut_in_their_kind() -> None:
    line = cut(shapely.LineString([(175, 0), (185, 10)]))
    assert line.equals(shapely.MultiLineString([[(175, 0), (180, 5)], [(-180, 5), (-175, 10)]]))
    assert list(cut(shapely.MultiPoint([(190, 1), (-190, 2)])).geoms) == [
        shapely.Point(-170, 1),
        shapely.Point(170, 2),
    ]
    collected = cut(
        shapely.GeometryCollection([shapely.Point(1, 1), shapely.LineString([(175, 0), (185, 10)])])
    )
    assert [part.geom_type for part in collected.geoms] == ["Point", "MultiLineString"]


def test_heights_come_along() -> None:
    found = cut(shapely.LineString([(175, 0, 3), (185, 10, 3)]))
    assert set(shapely.get_coordinates(found, include_z=True)[:, 2]) == {3}
