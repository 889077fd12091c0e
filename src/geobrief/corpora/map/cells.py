"""Cells of H3 by place, and their outlines on a map in Web Mercator.

Cells nest by H3's own hierarchy: the cell of a place at a coarse resolution is the parent of its fine one, so
that what a reader counts in a cell is what its children hold. A place at a cell's edge may lie a little
outside the parent.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import h3.api.basic_int as h3
import numpy as np
from numpy.typing import NDArray

__all__ = ["cells_of", "centre", "outline"]

Cells: TypeAlias = NDArray[np.uint64]
Ring: TypeAlias = list[tuple[float, float]]

_EDGE: Final = 85.06
"""Degrees of latitude at which a map in Web Mercator ends."""
_HALF: Final = 180.0


def cells_of(lons: NDArray[Any], lats: NDArray[Any], levels: Sequence[int]) -> dict[int, Cells]:
    """For each resolution the cell of each place, coarse ones the parents of the finest."""
    finest = max(levels)
    own = [h3.latlng_to_cell(lat, lon, finest) for lon, lat in zip(lons.tolist(), lats.tolist(), strict=True)]
    return {
        level: np.array([h3.cell_to_parent(cell, level) for cell in own], dtype=np.uint64) for level in levels
    }


def centre(cell: int) -> tuple[float, float]:
    """Longitude and latitude of a cell's centre, within the map."""
    lat, lon = h3.cell_to_latlng(cell)
    return lon, min(_EDGE, max(-_EDGE, lat))


def outline(cell: int) -> Ring:
    """A cell's corners in degrees, longitude first; one across the 180th meridian runs on past it.

    A pentagon has five corners, and more where an edge crosses a face of the icosahedron. A cell that holds
    a pole becomes the strip between its corners and the edge of the map.
    """
    lon, _ = centre(cell)
    corners = [(_near(x, lon), y) for y, x in h3.cell_to_boundary(cell)]
    pole = next(
        (y for y in (90.0, -90.0) if h3.latlng_to_cell(y, 0.0, h3.get_resolution(cell)) == cell), None
    )
    return corners if pole is None else _strip(corners, pole)


def _near(lon: float, middle: float) -> float:
    """The longitude, by whole turns nearest to another."""
    return lon + 360 * round((middle - lon) / 360)


def _strip(corners: Ring, pole: float) -> Ring:
    """All longitudes from the corners to the pole, cut at the 180th meridian."""
    around = sorted((_near(lon, 0.0), lat) for lon, lat in corners)
    (west, first), (east, last) = around[0], around[-1]
    share = (_HALF - east) / (west + 360 - east)
    cut = last + (first - last) * share
    edge = _EDGE if pole > 0 else -_EDGE
    return [(-_HALF, cut), *around, (_HALF, cut), (_HALF, edge), (-_HALF, edge)]
