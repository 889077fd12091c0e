"""How the parts of a sheet share it."""

from geobrief.export.still.layout import Content, laid_sheet
from geobrief.export.still.looks import looks_for
from geobrief.export.still.size import size_of
from geobrief.render.messages import interface


def map_shape(shape: float) -> float:
    """Width by height of the map of a sheet that is as high as it needs, for what has such a shape."""
    size = size_of("180mm", 200)
    content = Content("A map", (), (), ("Source.",), shape)
    left, bottom, right, top = laid_sheet(
        content, size, looks_for(size.width, size.height), interface("en")
    ).map
    return (right - left) / (top - bottom)


def test_the_map_of_a_world_has_no_empty_bands_above_and_below_it() -> None:
    assert 1.85 < map_shape(2.05) < 2.05


def test_a_map_of_a_part_is_never_higher_than_it_looks_well() -> None:
    assert map_shape(1.0) == map_shape(0.5) == 1 / 0.62
