"""Detail for countries and regions of a brief that lie beyond its first view: a reader is taken there.

Their outline comes with the page. On a coast in broad strokes it would lie half in the sea.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geobrief.model import BBox
from geobrief.render.thin import Floats
from geobrief.render.view import Located, main_parts

__all__ = ["MOST", "Boxes", "boxes_of", "grain"]

Boxes = tuple[BBox, ...]

KINDS = ("country", "region")
WIDEST = 40.0
"""Degrees; of what is larger a screen shows no more than the broad strokes have."""
MOST = 4
"""Boxes of a map: each weighs some kilobytes."""
SHARE = 700
"""A box's longer side by this is its tolerance, in degrees: about a pixel where the screen shows it whole."""


def boxes_of(located: Sequence[Located]) -> Boxes:
    """Whole degrees around the outlines of countries and regions, those with the most claims first."""
    areas = [
        place
        for place in located
        if place.mark.place.kind in KINDS and place.shape is not None and not place.shape.is_empty
    ]
    areas.sort(key=lambda place: (-len(place.mark.claims), place.mark.number))
    found = dict.fromkeys(_box(place) for place in areas)
    return tuple(box for box in found if max(box[2] - box[0], box[3] - box[1]) <= WIDEST)


def grain(points: Floats, within: Sequence[BBox], boxes: Boxes) -> Floats:
    """The tolerance of points in such boxes; 0 for those in the boxes of the view, which has its own."""
    found = np.zeros(len(points))
    for west, south, east, north in boxes:
        inside = _inside(points, (west, south, east, north))
        own = max(east - west, north - south) / SHARE
        found[inside] = np.where(found[inside] > 0, np.minimum(found[inside], own), own)
    for box in within:
        found[_inside(points, box)] = 0.0
    return found


def _box(place: Located) -> BBox:
    assert place.shape is not None
    parts = main_parts(list(shapely.get_parts(place.shape)))
    west, south, east, north = shapely.total_bounds(parts)
    return math.floor(west), math.floor(south), math.ceil(east), math.ceil(north)


def _inside(points: Floats, box: BBox) -> NDArray[np.bool_]:
    west, south, east, north = box
    across = (points[:, 0] - west) % 360 <= east - west
    inside: NDArray[np.bool_] = across & (points[:, 1] >= south) & (points[:, 1] <= north)
    return inside
