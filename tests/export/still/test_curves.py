"""Movements as arrows, as the page draws them."""

import numpy as np
import pytest
import shapely

from geobrief.export.still.bundles import bows, flow_width
from geobrief.export.still.curves import Arrow, arrow, bowed, lengths, stretch
from geobrief.model import Quantity
from geobrief.render.tokens import Line

STRAIGHT = np.column_stack([np.linspace(0, 200, 101), np.zeros(101)])


def look(line: Line) -> Arrow:
    return Arrow(trim=(6, 8), width=(1, 5), head=10, line=line)


@pytest.mark.parametrize(("line", "rings"), [("solid", 2), ("dashed", 15), ("dotted", 36), ("crossed", 4)])
def test_an_arrow_is_inked_as_its_certainty_asks(line: Line, rings: int) -> None:
    assert len(arrow(STRAIGHT, look(line))) == pytest.approx(rings, abs=1)


def test_an_arrow_tapers_from_its_origin_and_ends_before_the_disc() -> None:
    shaft, head = (shapely.Polygon(ring) for ring in arrow(STRAIGHT, look("solid")))
    assert shaft.bounds[0] == pytest.approx(6)
    assert head.bounds[2] == pytest.approx(192)
    at = [shaft.intersection(shapely.box(x, -9, x + 1, 9)).area for x in (10, 100, 180)]
    assert at[0] < at[1] < at[2]


def test_there_is_no_arrow_where_there_is_no_room() -> None:
    assert arrow(STRAIGHT[:12], look("solid")) == []


def test_a_stretch_is_as_long_as_asked() -> None:
    curve = bowed(STRAIGHT, 30)
    assert float(lengths(stretch(curve, 20, 90))[-1]) == pytest.approx(70, abs=0.1)
    assert curve[50][1] == pytest.approx(30)


def test_movements_of_one_spot_are_bowed_apart() -> None:
    found = bows([((0, 0), (300, 10)), ((0, 0), (300, -10)), ((500, 500), (600, 400))])
    assert found[0] > 0 > found[1]
    assert found[2] == 0


def test_more_is_wider() -> None:
    widths = [flow_width([Quantity(value, "people", "")]) for value in (10, 1000, 1e6)]
    assert widths == sorted(widths)
    assert flow_width([]) == pytest.approx(2.55)
