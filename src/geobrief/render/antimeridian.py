"""Areas that the 180th meridian splits, as RFC 7946 asks, made whole again for a view that runs across it."""

from __future__ import annotations

import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

__all__ = ["is_split", "rejoined"]

SEAM = 0.002
"""Degrees by which the halves may miss each other or the meridian, after rounding."""


def is_split(shape: BaseGeometry) -> bool:
    """Whether an area in -180..180 reaches the 180th meridian from both sides."""
    west, _, east, _ = shape.bounds
    return west <= SEAM - 180 and east >= 180 - SEAM


def rejoined(shape: BaseGeometry) -> BaseGeometry:
    """The area with its western longitudes running on past 180 degrees, without the cut between the halves.

    >>> rejoined(shapely.union_all([shapely.box(170, 0, 180, 9), shapely.box(-180, 0, -175, 9)])).bounds
    (170.0, 0.0, 185.0, 9.0)
    """
    parts = shapely.get_parts(shape)
    east = [translate(part, xoff=360) if part.bounds[2] <= 0 else part for part in parts]
    return shapely.union_all(shapely.set_precision(east, SEAM / 2))
