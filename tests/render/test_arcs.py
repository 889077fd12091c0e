import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geobrief.render.arcs import great_circle

positions = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def test_the_way_from_pyongyang_to_tatarstan_bends_north() -> None:
    (way,) = great_circle((125.75, 39.03), (50.7, 55.4))
    assert way.coords[0] == pytest.approx((125.75, 39.03))
    assert way.coords[-1] == pytest.approx((50.7, 55.4))
    assert shapely.bounds(way)[3] > 56.5


def test_the_way_across_the_pacific_is_cut_at_the_180th_meridian() -> None:
    west, east = great_circle((140, 35), (-120, 40))
    assert west.coords[0] == pytest.approx((140, 35))
    assert west.coords[-1][0] == pytest.approx(180)
    assert east.coords[0][0] == pytest.approx(-180)
    assert east.coords[-1] == pytest.approx((-120, 40))
    assert west.coords[-1][1] == pytest.approx(east.coords[0][1])


def test_the_way_back_begins_where_it_begins() -> None:
    east, west = great_circle((-120, 40), (140, 35))
    assert east.coords[0] == pytest.approx((-120, 40))
    assert west.coords[-1] == pytest.approx((140, 35))


def test_a_place_has_no_way_to_itself() -> None:
    assert great_circle((10, 50), (10, 50)) == ()


def test_antipodes_have_a_way_too() -> None:
    assert sum(line.length for line in great_circle((0, 0), (180, 0))) >= 179


@given(positions, positions)
def test_every_way_lies_on_the_map_and_is_the_shortest(
    origin: tuple[float, float], destination: tuple[float, float]
) -> None:
    ways = great_circle(origin, destination)
    for way in ways:
        west, south, east, north = shapely.bounds(way)
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
    sphere = Geod(a=1.0, f=0)
    straight = sphere.inv(*origin, *destination)[2]
    if math.pi - straight > 0.01:
        assert sum(sphere.geometry_length(way) for way in ways) == pytest.approx(straight, rel=1e-3, abs=1e-6)
