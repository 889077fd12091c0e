import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geobrief.render.thin import coordinates_of, thinned


def lines(*given_lines: list[tuple[float, float]]) -> np.ndarray:
    return np.array([shapely.LineString(line) for line in given_lines], dtype=object)


def test_points_that_hardly_bend_a_line_go_and_the_others_stay() -> None:
    (thin,) = thinned(lines([(0, 0), (1, 0.01), (2, 0), (3, 2), (4, 0)]), 0.5)
    assert list(thin.coords) == [(0, 0), (2, 0), (3, 2), (4, 0)]


def test_an_island_or_a_hole_that_is_too_small_goes() -> None:
    small, large = shapely.box(0, 0, 0.1, 0.1), shapely.box(5, 5, 9, 9)
    with_hole = large.difference(shapely.box(6, 6, 6.1, 6.1))
    assert [part.equals(large) for part in thinned(np.array([small, with_hole], dtype=object), 1.0)] == [True]


def test_points_along_a_cut_stay() -> None:
    (thin,) = thinned(lines([(0, 0), (0.01, 5), (0, 9), (10, 5.01), (0.5, 5.5)]), 3.0, ((0.01,), (5.5,)))
    assert (0.01, 5) in thin.coords


def test_each_point_may_have_a_tolerance_of_its_own() -> None:
    both = lines([(x, 0.1 * (x % 2)) for x in range(20)])
    points = coordinates_of(both)
    (thin,) = thinned(both, np.where(points[:, 0] < 10, 0.0, 1.0))
    xs = [x for x, _ in thin.coords]
    assert [x for x in xs if x < 10] == list(range(10))
    assert len([x for x in xs if x > 10]) < 4


def test_distances_count_as_the_map_shows_them() -> None:
    """A web map draws 70 degrees north three times as large as the equator."""
    south, north = thinned(lines([(0, 0), (1, 0.2), (2, 0)], [(0, 70), (1, 70.2), (2, 70)]), 0.7)
    assert len(south.coords) == 2
    assert len(north.coords) == 3


points = st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=2, max_size=30)


@given(st.lists(points, min_size=1, max_size=4), st.floats(0, 5))
def test_what_is_left_was_there_and_ends_stay(
    given_lines: list[list[tuple[float, float]]], by: float
) -> None:
    for before, after in zip(given_lines, thinned(lines(*given_lines), by), strict=True):
        coordinates = list(after.coords)
        assert coordinates[0] == before[0]
        assert coordinates[-1] == before[-1]
        assert set(coordinates) <= set(before)
