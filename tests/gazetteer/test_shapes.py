"""The packaged shapes: every geometry sound, borders as the README states, extents of what has no polygon."""

import numpy as np
import pytest
import shapely
from shapely.geometry import Point

from geobrief.gazetteer import packaged
from geobrief.gazetteer.shapes import region_extent, region_shape_by_code, shape, water_shape

RUSSIA, UKRAINE, MOROCCO = "geonames:2017370", "geonames:690791", "geonames:2542007"
LAYERS = [
    (packaged.world, "countries"),
    (packaged.world, "land"),
    (packaged.world, "country_borders"),
    (packaged.world, "disputed_borders"),
    (packaged.detail, "countries"),
    (packaged.detail, "land"),
    (packaged.detail, "divisions"),
    (packaged.detail, "country_borders"),
    (packaged.detail, "disputed_borders"),
    (packaged.detail, "region_lines"),
    (packaged.waters, "lakes"),
    (packaged.waters, "rivers"),
]


def longest_segment(geometry):
    lines = shapely.get_parts(shapely.boundary(geometry) if geometry.area else geometry)
    return max(np.abs(np.diff(shapely.get_coordinates(line), axis=0)).max() for line in lines)


@pytest.mark.parametrize(("topology", "name"), LAYERS)
def test_every_packaged_geometry_is_valid_and_lies_within_180_degrees(topology, name):
    geometries = topology().geometries(name)
    bounds = shapely.bounds(geometries)
    assert all(shapely.is_valid(geometries))
    assert not any(shapely.is_empty(geometries))
    assert bounds[:, 0].min() >= -180
    assert bounds[:, 2].max() <= 180
    assert max(map(longest_segment, geometries)) < 180


@pytest.mark.parametrize("topology", [packaged.world, packaged.detail])
def test_no_country_overlaps_another(topology):
    countries = topology().geometries("countries")
    assert shapely.coverage_is_valid(countries)


def test_russia_reaches_over_the_meridian_without_spanning_the_world():
    russia = shape(RUSSIA)
    equal_area = shapely.transform(
        russia, lambda p: np.column_stack([p[:, 0], np.degrees(np.sin(np.radians(p[:, 1])))])
    )
    square_kilometres = equal_area.area * np.radians(1) ** 2 * 6371**2
    assert square_kilometres == pytest.approx(17_075_000 - 27_000, rel=0.03)
    assert russia.contains(Point(-175, 66.5))
    assert not russia.contains(Point(-100, 66.5))


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (34.1, 45.3, "UA"),  # Crimea
        (33.53, 44.6, "UA"),  # Sevastopol
        (-13.0, 25.0, "EH"),
        (33.5, 35.3, "CY"),  # Northern Cyprus
        (44.0, 9.6, "SO"),  # Somaliland
        (21.0, 42.6, "XK"),
        (35.2, 31.9, "PS"),
        (121.0, 24.0, "TW"),
        (-53.0, 4.0, "GF"),
        (16.0, 78.5, "SJ"),
        (41.2, 43.0, "GE"),  # Abkhazia
    ],
)
@pytest.mark.parametrize("topology", [packaged.world, packaged.detail])
def test_countries_are_those_of_iso_3166(lon, lat, code, topology):
    records = topology().records("countries")
    point = Point(lon, lat)
    found = [r["properties"]["country_code"] for r in records if topology().geometry(r).contains(point)]
    assert found == [code]


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("RU.73", 52.06, 55.80),  # Tatarstan, Yelabuga
        ("RU.41", 36.19, 51.73),  # Kursk
        ("UA.11", 34.1, 45.3),  # Crimea
        ("GB.SCT", -4.0, 56.8),
        ("FR.53", -2.8, 48.1),  # Brittany
        ("IT.16", 11.1, 43.4),  # Tuscany
        ("ES.56", 1.5, 41.8),  # Catalonia
    ],
)
def test_a_region_contains_its_places_and_belongs_to_its_country(code, lon, lat):
    region = region_shape_by_code(code)
    assert region.contains(Point(lon, lat))
    records = packaged.detail().records("divisions")
    [record] = [
        r["properties"]
        for r in records
        if r["properties"]["region_code"] == code and r["properties"]["level"] == 1
    ]
    assert record["country_code"] == code[:2]
    assert shape(record["source"]).equals(region)


def test_no_division_of_russia_holds_crimea():
    records = packaged.detail().records("divisions")
    russian = [r for r in records if r["properties"]["country_code"] == "RU"]
    assert not any(packaged.detail().geometry(r).contains(Point(34.1, 45.3)) for r in russian)


def test_the_counties_of_england_are_kept_as_second_level():
    devon = shape("geonames:2651292")
    assert devon.contains(Point(-3.8, 50.8))
    assert devon.difference(region_shape_by_code("GB.ENG")).area == pytest.approx(0, abs=1e-9)


def test_what_has_no_shape_gives_none():
    assert shape("geonames:468082") is None
    assert shape("geobrief:black-sea") is None
    assert region_shape_by_code("RU.999") is None


def test_a_lake_is_its_polygon():
    baikal = water_shape(107.7, 53.5, (103.6, 51.4, 109.9, 55.9))
    assert baikal.contains(Point(105.5, 51.75))
    assert not baikal.contains(Point(104.3, 54.5))


def test_a_sea_is_the_water_of_its_bbox():
    black_sea = water_shape(35, 43.5, (27.4, 40.9, 41.8, 46.7))
    assert black_sea.contains(Point(31, 43.5))
    assert not black_sea.contains(Point(34.1, 45.3))
    assert black_sea.is_valid


def test_a_sea_on_both_sides_of_the_meridian_is_in_two_parts():
    bering_sea = water_shape(178, 58, (163, 52, -158, 66))
    assert bering_sea.contains(Point(175, 58))
    assert bering_sea.contains(Point(-172, 60))
    assert longest_segment(bering_sea) < 60


def test_a_river_is_an_ellipse_inside_its_bbox():
    volga = water_shape(45.5, 51.0, (32.5, 45.5, 50.5, 58.5))
    assert volga.bounds == pytest.approx((32.5, 45.5, 50.5, 58.5), abs=0.01)


def test_an_island_is_its_land_and_a_desert_an_ellipse():
    crete = region_extent(24.9, 35.2, (23.5, 34.9, 26.3, 35.7))
    assert crete.area < 0.5 * 2.8 * 0.8
    gobi = region_extent(103.0, 42.6, (90, 37, 115, 47))
    assert gobi.area == pytest.approx(np.pi / 4 * 25 * 10, rel=0.01)


def test_a_region_across_the_meridian_is_split():
    chukotka = region_extent(-178, 66, (160, 61, -169, 71))
    assert chukotka.bounds[0] == -180
    assert chukotka.bounds[2] == 180
    assert chukotka.area == pytest.approx(np.pi / 4 * 31 * 10, rel=0.01)
