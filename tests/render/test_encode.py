import itertools

import shapely
from hypothesis import given
from hypothesis import strategies as st

from geobrief.render.encode import encode_area, encode_lines


def decode(line: list[int], scale: int) -> list[tuple[float, float]]:
    """As the page reads it."""
    xs, ys = itertools.accumulate(line[::2]), itertools.accumulate(line[1::2])
    return [(x / scale, y / scale) for x, y in zip(xs, ys, strict=True)]


def test_a_line_begins_where_it_is_and_goes_on_by_differences() -> None:
    assert encode_lines(shapely.LineString([(10, 50), (10.5, 50), (10.5, 49.25)]), 100) == [
        [1000, 5000, 50, 0, 0, -75]
    ]


def test_a_ring_is_closed_implicitly_and_keeps_its_holes() -> None:
    with_hole = shapely.box(0, 0, 4, 4).difference(shapely.box(1, 1, 2, 2))
    ((outer, hole),) = encode_area(with_hole, 10)
    assert len(outer) == len(hole) == 2 * 4
    assert set(decode(outer, 10)) == {(0, 0), (4, 0), (4, 4), (0, 4)}


def test_what_rounding_makes_vanish_is_left_out() -> None:
    speck = shapely.box(0, 0, 0.001, 0.001)
    assert encode_area(shapely.union_all([speck, shapely.box(5, 5, 6, 6)]), 10) == [
        [[50, 50, 0, 10, 10, 0, 0, -10]]
    ]
    assert encode_lines(shapely.LineString([(0, 0), (0.001, 0)]), 10) == []


def test_lines_and_areas_are_told_apart() -> None:
    both = shapely.GeometryCollection(
        [shapely.box(0, 0, 1, 1), shapely.LineString([(0, 0), (2, 2)]), shapely.Point(1, 1)]
    )
    assert len(encode_area(both, 1)) == 1
    assert encode_lines(both, 1) == [[0, 0, 2, 2]]


degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(degrees, min_size=2, max_size=40), st.sampled_from([100, 1000]))
def test_decoding_gives_every_point_back_to_half_a_unit(
    points: list[tuple[float, float]], scale: int
) -> None:
    for line in encode_lines(shapely.LineString(points), scale):
        decoded = decode(line, scale)
        reach = 0.5000001 / scale
        assert all(
            any(abs(x - lon) <= reach and abs(y - lat) <= reach for x, y in decoded) for lon, lat in points
        )
