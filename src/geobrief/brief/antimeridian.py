"""Geometries cut at the 180th meridian, as RFC 7946 asks."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

__all__ = ["cut"]

Geometry: TypeAlias = Any
"""Of shapely, whose kinds share no attributes that its stubs would know."""

_HALF, _WHOLE = 180.0, 360.0
_JUMP = 300.0
"""Degrees between neighbours on both sides of the 180th meridian; a box of half the world is less wide."""
_ROUNDING_DEGREES = 1e-9


def cut(shape: Geometry) -> Geometry:
    """The same geometry with longitudes in -180..180, in parts where it crosses the 180th meridian.

    A line or ring crosses it where it runs on past 180, or where it jumps from one side of it to the other.
    What goes all round a pole cannot be cut so, and stays.

    >>> cut(shapely.box(170, 0, 190, 9)).bounds
    (-180.0, 0.0, 180.0, 9.0)
    >>> cut(shapely.Point(190, 5)).x
    -170.0
    """
    if shape.is_empty or not _crosses(shape):
        return shape
    if shape.geom_type in ("Point", "MultiPoint"):
        return _moved(shape, _wrapped)
    if shape.geom_type == "GeometryCollection" or shape.geom_type.startswith("Multi"):
        return _gathered(shape, [cut(part) for part in shapely.get_parts(shape)])
    lines = [shape.exterior, *shape.interiors] if shape.geom_type == "Polygon" else [shape]
    run_on = [_run_on(shapely.get_coordinates(line, include_z=bool(shape.has_z))) for line in lines]
    if shape.geom_type == "Polygon":
        if any(abs(ring[0, 0] - ring[-1, 0]) > _ROUNDING_DEGREES for ring in run_on):
            return shape
        run_on = [run_on[0], *(_beside(ring, run_on[0]) for ring in run_on[1:])]
        whole: Geometry = shapely.Polygon(run_on[0], run_on[1:])
    else:
        whole = shapely.LineString(run_on[0])
    return _sheets(whole if whole.is_valid else shapely.make_valid(whole))


def _crosses(shape: Geometry) -> bool:
    """Whether a longitude lies outside, or neighbours too far apart; both on the cut are an edge of it."""
    west, _, east, _ = shape.bounds
    if west < -_HALF - _ROUNDING_DEGREES or east > _HALF + _ROUNDING_DEGREES:
        return True
    if east - west <= _HALF:
        return False
    return any(_jumps(shapely.get_coordinates(line)[:, 0]) for line in _lines(shape))


def _jumps(lons: NDArray[np.float64]) -> bool:
    steps = np.abs(np.diff(lons))
    return bool(np.any((steps > _JUMP) & (steps < _WHOLE - _ROUNDING_DEGREES)))


def _lines(shape: Geometry) -> list[Geometry]:
    parts: list[Any] = list(shapely.get_parts(shape))
    if any(part.geom_type.startswith(("Multi", "Geometry")) for part in parts):
        return [line for part in parts for line in _lines(part)]
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return [*rings, *(part for part in parts if part.geom_type == "LineString")]


def _run_on(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Positions whose longitudes run on past 180 where they jumped."""
    return np.column_stack([np.unwrap(positions[:, 0], period=_WHOLE), positions[:, 1:]])


def _beside(ring: NDArray[np.float64], outer: NDArray[np.float64]) -> NDArray[np.float64]:
    """A hole in the turn of the globe in which its outer ring lies."""
    middle = (outer[:, 0].min() + outer[:, 0].max()) / 2
    turns = np.round((middle - ring[:, 0].mean()) / _WHOLE)
    return np.column_stack([ring[:, 0] + turns * _WHOLE, ring[:, 1:]])


def _sheets(whole: Geometry) -> Geometry:
    """What lies in each turn of the globe, moved into the one from -180 to 180."""
    west, _, east, _ = whole.bounds
    turns = range(int((west + _HALF) // _WHOLE), int(np.ceil((east - _HALF) / _WHOLE)) + 1)
    parts = []
    for turn in turns:
        start = turn * _WHOLE - _HALF
        part = whole.intersection(shapely.box(start, -90, start + _WHOLE, 90))
        if not part.is_empty and (part.area or not whole.area):
            parts.append(_moved(part, lambda lons, turn=turn: lons - turn * _WHOLE))
    return _gathered(whole, parts)


def _gathered(like: Geometry, parts: list[Geometry]) -> Geometry:
    if like.geom_type == "GeometryCollection":
        return shapely.GeometryCollection(parts)
    simple = [simple for part in parts for simple in shapely.get_parts(part) if not simple.is_empty]
    kind = like.geom_type.removeprefix("Multi")
    fitting = [part for part in simple if part.geom_type == kind]
    if len(fitting) == 1:
        return fitting[0]
    gathered: Geometry = shapely.MultiPolygon if kind == "Polygon" else shapely.MultiLineString
    return gathered(fitting)


def _wrapped(lons: NDArray[np.float64]) -> NDArray[np.float64]:
    outside = (lons < -_HALF) | (lons > _HALF)
    return np.where(outside, (lons + _HALF) % _WHOLE - _HALF, lons)


def _moved(shape: Geometry, lons_of: Any) -> Geometry:
    def moved(positions: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([lons_of(positions[:, 0]), positions[:, 1:]])

    return shapely.transform(shape, moved, include_z=bool(shape.has_z))
