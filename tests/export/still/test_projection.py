"""Which projection suits which places."""

import numpy as np
import pytest

from geobrief.export.still.caption import projection_text
from geobrief.export.still.projection import cap, suited, world_projection
from geobrief.render.messages import interface


@pytest.mark.parametrize(
    ("spots", "name"),
    [
        ([(37.6, 55.8), (125.8, 39.0)], "lcc"),
        ([(24.0, 49.8)], "lcc"),
        ([(36.8, -1.3), (39.3, -6.8)], "laea"),
        ([(178.4, -18.1), (-171.8, -13.8)], "laea"),
        ([(166.7, -77.9), (-26.7, -75.6)], "laea"),
        ([(-77, 39), (37.6, 55.8), (116.4, 39.9)], "ortho"),
        ([(-58, -34), (18, -34), (45, 40), (-100, 40)], "ortho"),
        ([(-77, -12), (31, 30), (151, -34), (140, 36)], "eqearth"),
    ],
    ids=["Moscow to Pyongyang", "Lviv", "equator", "Fiji", "Antarctica", "north", "Atlantic", "world"],
)
def test_the_extent_decides(spots: list[tuple[float, float]], name: str) -> None:
    assert suited(np.array(spots)).name == name


def test_the_middle_of_places_across_the_180th_meridian_is_there() -> None:
    (lon, lat), radius = cap(np.array([(178.0, -18.0), (-172.0, -14.0)]))
    assert lon == pytest.approx(-177, abs=0.1)
    assert lat == pytest.approx(-16, abs=0.3)
    assert radius == pytest.approx(5.2, abs=0.3)


def test_a_world_around_the_pacific_is_not_cut_there() -> None:
    assert world_projection(np.array([(140.0, 35.0), (-122.0, 37.0), (175.0, -40.0)])).lon == -160
    assert world_projection(np.array([(0.0, 51.0), (-74.0, 40.0)])).lon == 11


def test_a_world_is_cut_where_it_cuts_the_fewest_movements() -> None:
    places = np.array([(-71.6, -33.0), (121.5, 31.2), (2.3, 48.9), (151.0, -34.0)])
    valparaiso_to_shanghai, paris_to_sydney = (-71.6, 121.5), (2.3, 151.0)
    dakar_to_recife = (-17.4, -34.9)
    assert world_projection(places).lon == 11
    assert world_projection(places, [paris_to_sydney]).lon == 11
    assert world_projection(places, [valparaiso_to_shanghai]).lon == 150
    assert world_projection(places, [valparaiso_to_shanghai, paris_to_sydney]).lon == 150
    assert world_projection(places, [valparaiso_to_shanghai, dakar_to_recife]).lon == -160
    assert suited(places, [valparaiso_to_shanghai]).lon == 150


def test_points_come_back_from_the_plane() -> None:
    spots = np.array([(20.0, 45.0), (60.0, 60.0), (35.0, 51.0)])
    for projection in (suited(spots), world_projection()):
        assert projection.inverse(projection.forward(spots)) == pytest.approx(spots, abs=1e-6)


def test_a_caption_names_projection_and_middle() -> None:
    told = projection_text(suited(np.array([(178.4, -18.1), (-171.8, -13.8)])), interface("en"))
    assert told == "Lambert azimuthal equal-area projection (16° S, 177° W)"
