"""The map's rectangle on the picture: what it shows, and where on the paper each point of the globe falls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from geobrief.export.still.projection import EARTH_RADIUS, Floats, Projection

__all__ = ["LEAST_METRES", "Box", "Frame", "Window", "fitted", "world_edge"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points of 1/72 inch, upward from the picture's lower left corner."""

LEAST_METRES = 420_000.0
"""Across: closer in, shapes of 1:10 million have nothing more to show."""
GLOBE_GAP = 8.0
"""Points by which a globe is smaller than its frame."""
SAMPLES = 41
"""Points along each side of a grid by which the window is found."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a frame shows, in degrees: within half a turn of the middle meridian, so perhaps past 180."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the picture through which a projection's plane is seen."""

    box: Box
    projection: Projection
    centre: tuple[float, float]
    """Metres on the plane, at the middle of the box."""
    scale: float
    """Points of the picture a metre of the plane."""

    def to_points(self, degrees: Floats) -> Floats:
        """(lon, lat) rows on the picture; infinite where the map does not show them."""
        return self.placed(self.projection.forward(degrees))

    def placed(self, metres: Floats) -> Floats:
        """Rows of metres on the plane, on the picture."""
        left, bottom, right, top = self.box
        placed: Floats = (metres - self.centre) * self.scale + ((left + right) / 2, (bottom + top) / 2)
        return placed

    def to_degrees(self, points: Floats) -> Floats:
        """(lon, lat) of rows of points on the picture; infinite or NaN off the globe."""
        left, bottom, right, top = self.box
        middle = ((left + right) / 2, (bottom + top) / 2)
        return self.projection.inverse((points - middle) / self.scale + self.centre)

    def holds(self, point: tuple[float, float], margin: float = 0.0) -> bool:
        """Whether a point of the picture lies in the box, so many points from its sides."""
        left, bottom, right, top = self.box
        x, y = point
        return left + margin <= x <= right - margin and bottom + margin <= y <= top - margin

    def window(self) -> Window:
        """The longitudes and latitudes that the frame shows."""
        left, bottom, right, top = self.box
        xs, ys = np.meshgrid(np.linspace(left, right, SAMPLES), np.linspace(bottom, top, SAMPLES))
        degrees = self.to_degrees(np.column_stack([xs.ravel(), ys.ravel()]))
        degrees = degrees[np.isfinite(degrees).all(axis=1)]
        lon0 = self.projection.lon
        away = (degrees[:, 0] - lon0 + 180) % 360 - 180
        west, east = float(away.min()), float(away.max())
        south, north = float(degrees[:, 1].min()), float(degrees[:, 1].max())
        for pole in (-90.0, 90.0):
            at = self.to_points(np.array([[lon0, pole]]))[0]
            if np.isfinite(at).all() and self.holds((float(at[0]), float(at[1]))):
                west, east = -180.0, 180.0
                south, north = min(south, pole), max(north, pole)
        margin = max(0.5, (north - south) / SAMPLES)
        return Window(
            lon0 + max(-180.0, west - margin),
            max(-90.0, south - margin),
            lon0 + min(180.0, east + margin),
            min(90.0, north + margin),
        )


def fitted(projection: Projection, degrees: Floats, box: Box, padding: tuple[float, float]) -> Frame:
    """The frame that shows (lon, lat) rows as large as they go, so many points from its sides, across and up.

    A map of the whole world, or a globe, shows it whole.
    """
    if projection.name == "ortho":
        scale = (min(box[2] - box[0], box[3] - box[1]) - GLOBE_GAP) / (2 * EARTH_RADIUS)
        return Frame(box, projection, (0.0, 0.0), scale)
    if projection.name == "eqearth":
        degrees, padding = world_edge(projection.lon), (4.0, 4.0)
    metres = projection.forward(degrees)
    metres = metres[np.isfinite(metres).all(axis=1)]
    low, high = metres.min(axis=0), metres.max(axis=0)
    left, bottom, right, top = box
    room = (max(1.0, right - left - 2 * padding[0]), max(1.0, top - bottom - 2 * padding[1]))
    across = max(float(high[0] - low[0]), LEAST_METRES * room[0] / math.hypot(*room))
    up = max(float(high[1] - low[1]), LEAST_METRES * room[1] / math.hypot(*room))
    scale = min(room[0] / across, room[1] / up)
    middle = (low + high) / 2
    return Frame(box, projection, (float(middle[0]), float(middle[1])), scale)


def world_edge(lon: float) -> Floats:
    """The edge of a world map around a meridian, as (lon, lat) rows."""
    lats = np.linspace(-90, 90, 91)
    west, east = np.full(91, lon - 179.999), np.full(91, lon + 179.999)
    return np.column_stack([np.concatenate([west, east]), np.concatenate([lats, lats[::-1]])])
