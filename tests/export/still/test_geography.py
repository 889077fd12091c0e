"""Shapes on the picture: whole where the geodata are cut, cut where the map is, true on the ground."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from export.still.briefs import holed, places, round_the_world
from geobrief.export.still.areas import ring_on
from geobrief.export.still.frame import Box, Frame
from geobrief.export.still.geography import globe, outlines, projected
from geobrief.export.still.looks import looks_for
from geobrief.export.still.plan import frame_for
from geobrief.export.still.scene import scene_of
from geobrief.model import Brief
from geobrief.render.layers import world_layers

BOX = (0.0, 0.0, 400.0, 300.0)
SQUARE = (0.0, 0.0, 380.0, 360.0)


def frame_of(brief: Brief, box: Box = BOX) -> Frame:
    return frame_for(scene_of(brief), box, looks_for(400, 300))


def parts(*shapes: shapely.Geometry) -> np.ndarray:
    return np.array(shapes, dtype=object)


def test_what_the_geodata_cut_at_180_degrees_is_whole_again() -> None:
    frame = frame_of(places(("West", 170, -20), ("East", -170, -10)))
    halves = parts(shapely.box(178, -16, 180, -14), shapely.box(-180, -16, -179, -14))
    (whole,) = projected(halves, frame)
    assert whole.area == pytest.approx(
        projected(parts(shapely.box(177, -16, 180, -14)), frame)[0].area, rel=0.02
    )
    along_the_cut = [line for line in outlines(halves) if line.bounds[2] - line.bounds[0] < 1e-6]
    assert not along_the_cut
    assert sum(line.length for line in outlines(halves)) == pytest.approx(6 + 4, abs=0.01)


@pytest.mark.parametrize(
    "brief",
    [
        round_the_world(),
        places(("Boston", -71, 42), ("Lima", -77, -12), ("Perth", 20, -34), ("Cairo", 31, 30)),
        places(("A", -58, -34), ("B", 18, -34), ("C", 45, 40), ("D", -100, 40)),
        places(("South", 100, -80), ("Far", -60, -75)),
        places(("Nome", -165.4, 64.5), ("Anadyr", 177.5, 64.7)),
    ],
    ids=["world", "Atlantic", "half", "pole", "Bering"],
)
@pytest.mark.parametrize("box", [BOX, SQUARE], ids=["wide", "square"])
def test_land_is_where_it_is(brief: Brief, box: Box) -> None:
    frame = frame_of(brief, box)
    seen = shapely.box(*box)
    if (edge := globe(frame)) is not None:
        seen = seen.intersection(edge)
    across, up = np.meshgrid(np.arange(5, box[2], 10), np.arange(5, box[3], 10))
    spots = np.column_stack([across.ravel(), up.ravel()])
    spots = spots[shapely.contains_xy(seen, spots[:, 0], spots[:, 1])]
    degrees = frame.to_degrees(spots)
    lon = (degrees[:, 0] + 180) % 360 - 180
    land = shapely.union_all(world_layers()["land"])
    drawn = shapely.union_all(projected(world_layers()["land"], frame))
    there = shapely.contains_xy(drawn, spots[:, 0], spots[:, 1])
    assert (shapely.contains_xy(land, lon, degrees[:, 1]) == there).mean() > 0.985


def test_a_hole_stays_one() -> None:
    frame = frame_of(holed())
    zone = shapely.geometry.shape(holed().places[0].geometry)
    (drawn,) = projected(parts(zone), frame)
    assert len(drawn.interiors) == 1


@pytest.mark.parametrize("centre", [(33.0, 50.0), (179.9, -18.0), (20.0, 89.9)])
def test_a_ring_is_as_wide_on_the_ground_as_the_doubt(centre: tuple[float, float]) -> None:
    frame = frame_of(places(("Here", *centre)))
    ring = ring_on(frame, centre, 60)
    assert ring is not None
    degrees = frame.to_degrees(shapely.get_coordinates(ring))
    count = len(degrees)
    _, _, metres = Geod(ellps="WGS84").inv(
        np.full(count, centre[0]), np.full(count, centre[1]), degrees[:, 0], degrees[:, 1]
    )
    assert metres == pytest.approx(np.full(count, 60_000), rel=0.01)


def test_the_frame_holds_all_finer_places_and_their_ways() -> None:
    brief = places(("Moscow", 37.6, 55.8), ("Seoul", 127, 37.6), flow=True)
    frame = frame_of(brief)
    for x, y in frame.to_points(scene_of(brief).needed()):
        assert frame.holds((x, y), 10)
