"""Great circles between places, cut where they cross the 180th meridian."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["great_circle"]

DEGREES_A_POINT = 1.0
"""At this spacing straight pieces look smooth at every zoom that the base map bears."""
MIN_POINTS = 16
MAX_POINTS = 128

Position = tuple[float, float]


def great_circle(
    origin: Position, destination: Position, *, west: float = -180.0
) -> tuple[shapely.LineString, ...]:
    """The shortest way over the sphere as lines of (lon, lat) in degrees, from origin to destination.

    Args:
        origin: (lon, lat).
        destination: (lon, lat).
        west: The meridian where the map is cut; longitudes come out between it and 360 degrees further east.

    Returns:
        One line; two where the way crosses the cut; none between one and the same position.
    """
    points = _points(origin, destination)
    if points is None:
        return ()
    # Rounded, so that what lies on the cut lies on it exactly.
    points[:, 0] = np.round(np.unwrap(points[:, 0], period=360), 9)
    way: BaseGeometry = shapely.LineString(points)
    turn = math.floor((way.bounds[0] - west) / 360)
    sheets = [_sheet(west, turn), _sheet(west, turn + 1)]
    # What runs along the cut itself lies in both sheets and is drawn once.
    halves = [way.intersection(sheets[0]), way.difference(sheets[0]).intersection(sheets[1])]
    shifted = [
        shapely.LineString(shapely.get_coordinates(half) - (360.0 * (turn + further), 0.0))
        for further, half in enumerate(halves)
        if half.length
    ]
    eastward = points[-1, 0] >= points[0, 0]
    return tuple(shifted if eastward else reversed(shifted))


def _sheet(west: float, turn: int) -> BaseGeometry:
    return shapely.box(west + 360 * turn, -90, west + 360 * (turn + 1), 90)


def _points(origin: Position, destination: Position) -> NDArray[np.float64] | None:
    """Points at equal angles along the way, by spherical interpolation of unit vectors (Shoemake 1985)."""
    start, end = _vector(origin), _vector(destination)
    angle = math.atan2(float(np.linalg.norm(np.cross(start, end))), float(start @ end))
    if angle < 1e-9:
        return None
    if math.pi - angle < 1e-6:
        # Antipodes have no one shortest way: go over the nearer pole's side of the origin's meridian.
        end = _vector((destination[0], destination[1] - math.copysign(1e-3, destination[1] or 1.0)))
        angle = math.atan2(float(np.linalg.norm(np.cross(start, end))), float(start @ end))
    count = min(MAX_POINTS, max(MIN_POINTS, math.ceil(math.degrees(angle) / DEGREES_A_POINT))) + 1
    share = np.linspace(0, 1, count)[:, np.newaxis]
    vectors = (np.sin((1 - share) * angle) * start + np.sin(share * angle) * end) / math.sin(angle)
    lon = np.degrees(np.arctan2(vectors[:, 1], vectors[:, 0]))
    lat = np.degrees(np.arctan2(vectors[:, 2], np.hypot(vectors[:, 0], vectors[:, 1])))
    return np.column_stack([lon, lat])


def _vector(position: Position) -> NDArray[np.float64]:
    lon, lat = math.radians(position[0]), math.radians(position[1])
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])
