"""The base map: coarse for the world, finer where detail is asked for, contested lines apart."""

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Point, box

from geobrief.gazetteer.basemap import base_map

VOLGA = (44.0, 52.0, 56.0, 58.0)


@pytest.fixture(scope="module")
def world():
    return base_map()


@pytest.fixture(scope="module")
def volga():
    return base_map(VOLGA)


def test_the_world_has_land_waters_and_borders(world):
    assert world.land.contains(Point(37.6, 55.7))
    assert not world.land.contains(Point(35, 43.5))
    assert world.lakes.contains(Point(105.5, 51.75))
    assert len(world.countries) > 240
    assert world.region_lines.is_empty
    assert world.country_borders.length > 1000


def test_detail_is_finer_inside_and_the_same_outside(world, volga):
    inside, outside = box(*VOLGA), box(-20, 35, 20, 60)
    fine, coarse = (shapely.get_num_coordinates(m.country_borders) for m in (volga, world))
    assert fine > coarse
    assert volga.land.intersection(outside).equals(world.land.intersection(outside))
    assert volga.region_lines.intersection(inside).length > 10
    assert volga.region_lines.intersection(outside).is_empty


def test_detail_leaves_no_seam_in_land(volga):
    west, south, east, _ = VOLGA
    edge = LineString([(west - 1, south - 1), (east + 1, south - 1)])
    assert volga.land.contains(edge)
    assert volga.land.boundary.intersection(edge).is_empty


@pytest.mark.parametrize(
    "detail", [None, VOLGA, (125, 40, -170, 70), (-180, -90, 180, 84), (-35, -40, -30, -35)]
)
def test_every_layer_is_valid_and_within_180_degrees(detail):
    found = base_map(detail)
    layers = [found.land, found.lakes, found.rivers, found.country_borders, *found.countries.values()]
    assert all(layer.is_valid for layer in layers)
    assert all(layer.bounds[0] >= -180 and layer.bounds[2] <= 180 for layer in layers)


def test_detail_across_the_meridian_is_finer_on_both_sides():
    found = base_map((170, 60, -165, 72))
    west, east = (
        found.land.intersection(box(170, 60, 180, 72)),
        found.land.intersection(box(-180, 60, -165, 72)),
    )
    world = base_map()
    for part, side in [(west, box(170, 60, 180, 72)), (east, box(-180, 60, -165, 72))]:
        assert shapely.get_num_coordinates(part) > shapely.get_num_coordinates(world.land.intersection(side))


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Crimea", 34.5, 46.05),
        ("Kashmir", 75.5, 34.5),
        ("Golan", 35.85, 33.0),
        ("Western Sahara", -11.0, 27.667),
        ("Kosovo", 21.3, 42.9),
        ("Somaliland", 48.9, 9.0),
        ("Northern Cyprus", 33.6, 35.1),
        ("Abkhazia", 41.9, 42.75),
    ],
)
def test_contested_lines_are_disputed_and_nothing_else(world, name, lon, lat):
    near = Point(lon, lat).buffer(0.4)
    assert world.disputed_borders.intersects(near), name
    both = world.disputed_borders.intersection(world.country_borders)
    assert both.length == 0


def test_labels_are_countries_then_cities_by_size(world):
    countries = [label for label in world.labels if label.kind == "country"]
    cities = [label for label in world.labels if label.kind != "country"]
    assert [*countries, *cities] == list(world.labels)
    assert countries[0].name == "Russia"
    assert np.all(np.diff([label.population for label in cities]) <= 0)
    assert {"Kyiv", "Pyongyang", "Washington"} <= {label.name for label in cities if label.kind == "capital"}


def test_a_country_is_labelled_inside_itself(world):
    for label in world.labels:
        if label.kind == "country" and label.area > 1000:
            assert world.countries[label.country_code].contains(Point(label.lon, label.lat)), label.name
