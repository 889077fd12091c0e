"""Areas on their way to the browser, in which they are edited whole, and back to the file: by RFC 7946."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

import shapely
from shapely.affinity import translate

from geobrief.brief.antimeridian import cut
from geobrief.model import Geometry

__all__ = ["editable", "stored"]

_AREAS: Final = ("Polygon", "MultiPolygon")
_DECIMALS: Final = 9
"""Of a degree: what moving a part once round the world adds by rounding is taken off."""
_SEAM: Final = 1e-6
"""Degrees by which the halves of an area may miss the 180th meridian, at which they were parted."""


def stored(geometry: Geometry) -> Geometry:
    """An area as the file holds it: cut at the 180th meridian, outer rings counterclockwise, holes clockwise.

    Parts that overlap become one. What is so already comes back as it is, to the last decimal.

    Args:
        geometry: Sound but for longitudes, which may run on past 180 degrees.
    """
    if geometry["type"] not in _AREAS:
        return geometry
    shape = shapely.geometry.shape(dict(geometry))
    whole = _united(shape)
    parted = cut(whole)
    turned = shapely.orient_polygons(parted)
    if parted is shape and shapely.equals_exact(turned, shape):
        return geometry
    return _mapping(turned, rounded=parted is not whole)


def editable(geometry: Geometry | None) -> Geometry | None:
    """An area whole where the 180th meridian parts it: its western longitudes run on past 180 degrees.

    Returns:
        The area, or None where there is none: nothing, a line, points.
    """
    if geometry is None or geometry["type"] not in _AREAS:
        return None
    parts = [*shapely.get_parts(shapely.geometry.shape(dict(geometry)))]
    moved = [translate(part, xoff=360) if part.bounds[2] <= 0 else part for part in parts]
    if _width(moved) >= _width(parts):
        return geometry
    at_seam = [part for part in moved if _reaches_seam(part)]
    joined = shapely.get_parts(shapely.union_all([_snapped(part) for part in at_seam]))
    others = [part for part in moved if not _reaches_seam(part)]
    return _mapping(shapely.MultiPolygon([*joined, *others]), rounded=True)


def _reaches_seam(part: Any) -> bool:
    west, _, east, _ = part.bounds
    return bool(west <= 180 + _SEAM and east >= 180 - _SEAM)


def _width(parts: Sequence[Any]) -> float:
    west, _, east, _ = shapely.total_bounds(parts)
    return float(east - west)


def _united(shape: Any) -> Any:
    """The area with overlapping parts made one; an outline that crosses itself stays, `check` tells it."""
    parts = shapely.get_parts(shape)
    if len(parts) < 2 or shapely.is_valid(shape) or not all(shapely.is_valid(parts)):
        return shape
    return shapely.union_all(parts)


def _snapped(part: Any) -> Any:
    """The part with corners on the seam put exactly there, so that the halves touch."""

    def snapped(positions: Any) -> Any:
        positions[abs(positions[:, 0] - 180) <= _SEAM, 0] = 180
        return positions

    return shapely.transform(part, snapped)


def _mapping(shape: Any, *, rounded: bool) -> Geometry:
    if rounded:
        shape = shapely.transform(shape, lambda positions: positions.round(_DECIMALS))
    parts = shapely.get_parts(shape)
    found: Geometry = json.loads(shapely.to_geojson(parts[0] if len(parts) == 1 else shape))
    return found
