import shapely
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.coordinates import decode_numbers
from geobrief.render.encode import encode_area, encode_lines
from shape_texts import read_areas, read_lines


def test_a_line_begins_where_it_is_and_goes_on_by_differences() -> None:
    text = encode_lines(shapely.LineString([(10, 50), (10.5, 50), (10.5, 49.25)]), 100)
    assert decode_numbers(text) == [1000, 5000, 50, 0, 0, -75]


def test_a_ring_is_closed_implicitly_and_keeps_its_holes() -> None:
    with_hole = shapely.box(0, 0, 4, 4).difference(shapely.box(1, 1, 2, 2))
    ((outer, hole),) = read_areas(encode_area(with_hole, 10), 10)
    assert len(outer) == len(hole) == 4
    assert set(outer) == {(0, 0), (4, 0), (4, 4), (0, 4)}


def test_what_rounding_makes_vanish_is_left_out() -> None:
    speck = shapely.box(0, 0, 0.001, 0.001)
    text = encode_area(shapely.union_all([speck, shapely.box(5, 5, 6, 6)]), 10)
    assert decode_numbers(text) == [50, 50, 0, 10, 10, 0, 0, -10]
    assert encode_lines(shapely.LineString([(0, 0), (0.001, 0)]), 10) == ""


def test_lines_and_areas_are_told_apart() -> None:
    both = shapely.GeometryCollection(
        [shapely.box(0, 0, 1, 1), shapely.LineString([(0, 0), (2, 2)]), shapely.Point(1, 1)]
    )
    assert len(read_areas(encode_area(both, 1), 1)) == 1
    assert read_lines(encode_lines(both, 1), 1) == [[(0, 0), (2, 2)]]


degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(degrees, min_size=2, max_size=40), st.sampled_from([100, 1000]))
def test_decoding_gives_every_point_back_to_half_a_unit(
    points: list[tuple[float, float]], scale: int
) -> None:
    for decoded in read_lines(encode_lines(shapely.LineString(points), scale), scale):
        reach = 0.5000001 / scale
        assert all(
            any(abs(x - lon) <= reach and abs(y - lat) <= reach for x, y in decoded) for lon, lat in points
        )
