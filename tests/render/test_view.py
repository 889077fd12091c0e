import pytest
import shapely

from geobrief.model import BBox, Brief, Place
from geobrief.render.locate import locate
from geobrief.render.symbols import marks
from geobrief.render.view import WORLD, contains_lon, first_view, pieces, widened


def view_of(*places: Place, shapes: dict[str, shapely.Geometry] | None = None) -> BBox:
    return first_view(locate(marks(Brief(places=places)), (shapes or {}).get))


def city(lon: float, lat: float) -> Place:
    return Place(f"at {lon} {lat}", "City", "city", lon, lat)


def test_the_view_fits_cities_with_some_room_around() -> None:
    west, south, east, north = view_of(city(36, 51), city(126, 39))
    assert 20 < west < 36
    assert 126 < east < 142
    assert 30 < south < 39
    assert 51 < north < 60


def test_one_city_is_not_shown_closer_than_the_shapes_bear() -> None:
    west, south, east, north = view_of(city(10, 50))
    assert (east - west, north - south) == pytest.approx((5.0, 3.4))


def test_countries_join_only_where_there_is_nothing_finer() -> None:
    land = shapely.box(60, 20, 120, 60)
    country = Place("land", "Land", "country", 90, 40, source="geonames:1")
    assert view_of(city(10, 50), country, shapes={"geonames:1": land})[2] < 20
    assert view_of(country, shapes={"geonames:1": land})[2] > 120


def test_a_country_is_fitted_without_what_it_has_overseas() -> None:
    mainland, island, colony = (
        shapely.box(-5, 42, 8, 51),
        shapely.box(8.5, 41, 9.5, 43),
        shapely.box(-54, 2, -51, 6),
    )
    country = Place("land", "Land", "country", 2, 46, source="geonames:1")
    west, south, east, _ = view_of(
        country, shapes={"geonames:1": shapely.union_all([mainland, island, colony])}
    )
    assert -8 < west < -5
    assert 38 < south < 41
    assert east > 9.5


@pytest.mark.parametrize(
    "places",
    [
        (city(177.5, 64.7), city(-165.4, 64.5)),
        (city(178.4, -18.1), city(-179.9, -16.8)),
        (city(-176.6, 51.9), city(165.0, 54.7), city(179.0, 66.0)),
    ],
    ids=["Chukotka and Nome", "Fiji", "Aleutians"],
)
def test_places_on_both_sides_of_the_180th_meridian_make_one_narrow_view(places: tuple[Place, ...]) -> None:
    view = view_of(*places)
    assert -180 <= view[0] <= 180 < view[2]
    assert view[2] - view[0] < 35
    assert all(place.lon is not None and contains_lon(view, place.lon) for place in places)


def test_places_all_round_the_world_show_the_world() -> None:
    view = view_of(*(city(lon, 0) for lon in range(-180, 180, 30)))
    assert (view[0], view[2]) == (-180, 180)


def test_a_world_is_cut_where_it_cuts_the_fewest_flows() -> None:
    santiago, shanghai, rotterdam = city(-70.7, -33.4), city(121.5, 31.2), city(4.5, 51.9)
    located = locate(marks(Brief(places=(santiago, shanghai, rotterdam))), {}.get)
    assert first_view(located)[2] < 180
    west, _, east, _ = first_view(located, [(-70.7, 121.5), (121.5, 4.5)])
    assert east - west == 360
    assert -70.7 < west < 4.5
    assert first_view(located, [(-70.7, 4.5)])[2] < 180


def test_a_flow_across_the_180th_meridian_is_shown_whole() -> None:
    tokyo, seattle = city(139.7, 35.7), city(-122.3, 47.6)
    located = locate(marks(Brief(places=(tokyo, seattle))), {}.get)
    west, _, east, _ = first_view(located, [(139.7, -122.3)])
    assert 100 < west < 139.7
    assert 237.7 < east < 270


def test_nothing_located_shows_the_world() -> None:
    assert view_of() == WORLD
    assert view_of(Place("lost", "Lost")) == WORLD


def test_a_wider_view_stays_on_the_globe() -> None:
    assert widened((0, 0, 10, 20), 5, 10) == (-5, -10, 15, 30)
    assert widened((-179, 80, -169, 84), 5, 2) == (176, 78, 196, 86)
    assert widened((-150, -80, 150, 80), 150, 80) == (-180, -90, 180, 90)


def test_a_box_across_the_180th_meridian_falls_into_two() -> None:
    assert pieces((170, 0, 200, 10)) == ((170, 0, 180, 10), (-180, 0, -160, 10))
    assert pieces((10, 0, 20, 10)) == ((10, 0, 20, 10),)
