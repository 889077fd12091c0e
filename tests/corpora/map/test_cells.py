"""Cells as they are drawn: across the 180th meridian, round a pole, with five corners."""

import h3.api.basic_int as h3
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.corpora.map.cells import cells_of, outline
from geobrief.corpora.map.paths import index_of, path_of


def width(ring: list[tuple[float, float]]) -> float:
    return max(lon for lon, _ in ring) - min(lon for lon, _ in ring)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_cell_across_the_180th_meridian_is_in_one_piece(level: int) -> None:
    for lat in (-60.0, -17.0, 0.0, 52.0, 65.0):
        assert width(outline(h3.latlng_to_cell(lat, 180.0, level))) < 40


@pytest.mark.parametrize("pole", [90.0, -90.0])
def test_a_cell_at_a_pole_goes_all_round_to_the_edge_of_the_map(pole: float) -> None:
    ring = outline(h3.latlng_to_cell(pole, 0.0, 1))
    assert width(ring) == 360
    assert max(abs(lat) for _, lat in ring) > 85
    assert ring[0][1] == pytest.approx(ring[-3][1]), "both sides of the cut are as high"


def test_pentagons_are_drawn_with_all_their_corners() -> None:
    for cell in h3.get_pentagons(2):
        ring = outline(cell)
        assert len(ring) >= 5
        assert width(ring) < 20


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_coarse_cells_hold_the_fine_ones(lon: float, lat: float) -> None:
    cells = cells_of(np.array([lon]), np.array([lat]), (1, 3, 5))
    fine = int(cells[5][0])
    assert h3.cell_to_parent(fine, 3) == cells[3][0]
    assert index_of(path_of(fine, 5), 5) == fine
    assert path_of(fine, 5) >> 6 == path_of(int(cells[3][0]), 3)
