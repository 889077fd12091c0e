import shapely

from geobrief.render.antimeridian import is_split, rejoined

EAST, WEST = shapely.box(170, 0, 180, 9), shapely.box(-180, 0, -175, 9)
SPLIT = shapely.union_all([EAST, WEST])


def test_an_area_is_split_where_it_reaches_180_degrees_from_both_sides() -> None:
    assert is_split(SPLIT)
    assert not is_split(EAST)
    assert not is_split(WEST)
    assert not is_split(shapely.box(-10, 0, 10, 9))


def test_a_split_area_is_made_one() -> None:
    whole = rejoined(SPLIT)
    assert whole.geom_type == "Polygon"
    assert whole.equals(shapely.box(170, 0, 185, 9))


def test_halves_that_miss_each_other_by_a_rounding_are_made_one() -> None:
    assert rejoined(shapely.union_all([shapely.box(170, 0, 179.9996, 9), WEST])).geom_type == "Polygon"
