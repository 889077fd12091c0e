"""Areas made of a bbox where the geodata hold no polygon, split at the 180th meridian."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geobrief.model import BBox

__all__ = ["boxes", "ellipse", "rounded_box", "split"]

ROUNDING = 0.3
"""Radius of a rounded box's corners, as a share of its shorter side."""
ELLIPSE_POINTS = 72


def boxes(bbox: BBox, margin: float = 0.0) -> BaseGeometry:
    """The bbox grown by `margin` degrees, as one polygon, or two where it crosses the 180th meridian.

    >>> boxes((170, -20, -170, -10)).bounds
    (-180.0, -20.0, 180.0, -10.0)
    """
    west, south, east, north = _unwrapped(bbox)
    if east - west + 2 * margin >= 360:
        west, east = -180 + margin, 180 - margin
    return split(box(west - margin, max(south - margin, -90), east + margin, min(north + margin, 90)))


def rounded_box(bbox: BBox) -> BaseGeometry:
    """The bbox with round corners."""
    west, south, east, north = _unwrapped(bbox)
    radius = ROUNDING * min(east - west, north - south)
    return split(box(west, south, east, north).buffer(-radius).buffer(radius))


def ellipse(bbox: BBox) -> BaseGeometry:
    """The largest ellipse inside the bbox."""
    west, south, east, north = _unwrapped(bbox)
    angles = np.linspace(0, 2 * math.pi, ELLIPSE_POINTS, endpoint=False)
    lons = (west + east) / 2 + (east - west) / 2 * np.cos(angles)
    lats = (south + north) / 2 + (north - south) / 2 * np.sin(angles)
    return split(shapely.Polygon(np.column_stack([lons, lats])))


def split(geometry: BaseGeometry) -> BaseGeometry:
    """Bring an area whose longitudes run over -180 or 180 back between them, cut at the meridian."""
    west, south, east, north = geometry.bounds
    if west >= -180 and east <= 180:
        return geometry
    turns = range(math.floor((west + 180) / 360), math.ceil((east + 180) / 360))
    windows = [(turn * 360, box(turn * 360 - 180, south, turn * 360 + 180, north)) for turn in turns]
    parts = [_moved(geometry.intersection(window), -offset) for offset, window in windows]
    return shapely.union_all([part for part in parts if part.area > 0])


def _moved(geometry: BaseGeometry, lon: float) -> BaseGeometry:
    return shapely.transform(geometry, lambda points: np.add(points, (lon, 0)))


def _unwrapped(bbox: BBox) -> BBox:
    west, south, east, north = bbox
    return west, south, east + 360 if east < west else east, north
