"""A base map stays while a place is moved a little, and is drawn anew where it would not serve."""

import pytest

from geobrief.model import BBox, Brief, Document, Place
from geobrief.render.base import base_for
from geobrief.render.locate import locate
from geobrief.render.steady_base import SteadyBase
from geobrief.render.symbols import marks
from geobrief.render.view import Located, first_view


def seen(*points: tuple[float, float]) -> tuple[BBox, tuple[Located, ...]]:
    """The first view of towns, and the towns."""
    places = tuple(Place(f"p{at}", "Town", "city", lon, lat) for at, (lon, lat) in enumerate(points))
    located = locate(marks(Brief((Document("a.md", "x"),), (), places)), lambda _: None)
    return first_view(located), located


TWO = seen((10.0, 50.0), (24.0, 52.0))


@pytest.mark.parametrize(
    ("points", "stays"),
    [
        ([(10.4, 50.3), (24.0, 52.0)], True),
        ([(10.0, 50.0), (24.0, 52.0), (13.0, 51.5)], True),
        ([(10.0, 50.0), (44.0, 52.0)], False),
        ([(10.0, 50.0), (10.5, 50.5)], False),
        ([(10.0, 50.0), (24.0, 52.0), (-100.0, 40.0)], False),
    ],
)
def test_the_map_stays_where_it_serves(points: list[tuple[float, float]], stays: bool) -> None:
    base = SteadyBase()
    first = base(*TWO)
    assert first == base_for(*TWO)
    view, located = seen(*points)
    assert (base(view, located) is first) is stays
    assert stays or base(view, located) == base_for(view, located)


def test_of_many_places_all_over_the_world_there_is_one_map() -> None:
    world = [(float(lon), float(lat)) for lon in range(-170, 180, 20) for lat in (-40, 0, 20, 40, 60)]
    base = SteadyBase()
    first = base(*seen(*world))
    assert base(*seen(*world[1:], (3.0, 3.0))) is first
