"""The first view of a map: what it has to show, as one bbox that may run across the 180th meridian."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.model import BBox
from geobrief.render.symbols import Mark

__all__ = [
    "TIERS",
    "WORLD",
    "Located",
    "contains_lon",
    "cuts_through",
    "first_view",
    "main_parts",
    "pieces",
    "view_around",
    "widened",
]

WORLD: BBox = (-180.0, -60.0, 180.0, 80.0)
"""Shown where there is nothing to fit."""

MIN_WIDTH, MIN_HEIGHT = 5.0, 3.4
"""Degrees: closer in, shapes of 1:10 million have nothing more to show."""
PADDING = 0.08
MAX_LAT = 84.0
KM_A_DEGREE = 111.2
NEAR_DEGREES = 8.0
"""Within this distance of a country's largest part others count: Corsica does, French Guiana does not."""
CLEARLY_NARROWER = 0.75
"""Share of the width on a map cut at 180 degrees; readers know that map, so it takes this to leave it."""
ALL_ROUND = 300.0
"""Degrees of longitude beyond which a view may as well be the whole world."""

TIERS: tuple[tuple[str, ...], ...] = (("city", "site", "region"), ("country", "water"), ("continent",))
"""Kinds, finest first: the first tier that has a located place makes the view."""


@dataclass(frozen=True, slots=True)
class Located:
    """A mark with what the map knows of where it is."""

    mark: Mark
    label: tuple[float, float]
    """(lon, lat) in degrees of its disc or name; for an area a point inside it."""
    shape: BaseGeometry | None
    """Its area in degrees, split at the 180th meridian."""


def first_view(places: Sequence[Located], ways: Sequence[tuple[float, float]] = ()) -> BBox:
    """The bbox of sites, cities and regions; of countries and waters only where there is nothing finer.

    West lies in -180..180; east may exceed 180, where the narrowest view runs across that meridian, or one
    that cuts fewer of the ways.

    Args:
        places: What is on the map.
        ways: Longitudes of origin and destination of each flow, which is drawn the shorter way round.
    """
    for tier in TIERS:
        boxes = [box for place in places if place.mark.place.kind in tier for box in _boxes(place)]
        if boxes:
            return _padded(_around(boxes, ways))
    return WORLD


def view_around(points: Sequence[tuple[float, float]]) -> BBox:
    """The bbox of points, longitude first, as `first_view` has that of its places."""
    return _padded(_around([(lon, lat, lon, lat) for lon, lat in points], ()))


def widened(view: BBox, across: float, up: float) -> BBox:
    """The view with so many degrees added at each side, and above and below, no larger than the world."""
    west, south, east, north = view
    if east - west + 2 * across >= 360:
        west, east = -180.0, 180.0
    else:
        west, east = west - across, east + across
    if west < -180:
        west, east = west + 360, east + 360
    return west, max(-90.0, south - up), east, min(90.0, north + up)


def pieces(box: BBox) -> tuple[BBox, ...]:
    """The box as one or two that lie within -180..180."""
    west, south, east, north = box
    if east <= 180:
        return (box,)
    return (west, south, 180.0, north), (-180.0, south, east - 360, north)


def contains_lon(box: BBox, lon: float) -> bool:
    """Whether a meridian passes through a box whose east may exceed 180."""
    return box[0] <= lon <= box[2] or box[0] <= lon + 360 <= box[2]


def _boxes(place: Located) -> list[BBox]:
    mark, shape = place.mark, place.shape
    if shape is not None and not shape.is_empty:
        parts: Sequence[BaseGeometry] = list(shapely.get_parts(shape))
        if mark.place.kind in ("country", "continent"):
            parts = main_parts(parts)
        return [(float(w), float(s), float(e), float(n)) for w, s, e, n in shapely.bounds(list(parts))]
    lon, lat = place.label
    up = (mark.radius_km or 0.0) / KM_A_DEGREE
    across = up / max(0.05, math.cos(math.radians(lat)))
    return [(lon - across, lat - up, lon + across, lat + up)]


def main_parts(parts: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """The largest part of a country and what lies near it, without its overseas possessions."""
    largest = max(parts, key=lambda part: (float(shapely.area(part)), float(shapely.length(part))))
    return [part for part in parts if shapely.distance(part, largest) <= NEAR_DEGREES]


def _around(boxes: Sequence[BBox], ways: Sequence[tuple[float, float]]) -> BBox:
    """The box around all, across the 180th meridian where that cuts fewer ways or is clearly narrower."""
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    west, east = min(box[0] for box in boxes), max(box[2] for box in boxes)
    plain = cuts_through(ways, 180.0)
    gaps = [
        (cuts_through(ways, (left + right) / 2), left - right, left, right) for left, right in _gaps(boxes)
    ]
    cuts, _, left, right = min(gaps, default=(plain, 0.0, west, west + 360))
    narrower = 360 - (right - left) < CLEARLY_NARROWER * (east - west)
    if cuts < plain or (cuts == plain and narrower):
        return right, south, left + 360, north
    return west, south, east, north


def _gaps(boxes: Sequence[BBox]) -> list[tuple[float, float]]:
    """The stretches of longitude between boxes in which nothing lies: west and east of each."""
    spans = sorted((west, east) for west, _, east, _ in boxes)
    reach, gaps = spans[0][1], []
    for west, east in spans[1:]:
        gaps += [(reach, west)] if west > reach else []
        reach = max(reach, east)
    return gaps


def cuts_through(ways: Sequence[tuple[float, float]], meridian: float) -> int:
    """How many ways a map that is cut at the meridian, in -180..180, cuts in two.

    Args:
        ways: Longitudes of origin and destination of each flow, which is drawn the shorter way round.
        meridian: Degrees.
    """
    return sum(_passes(min(way), max(way), meridian) for way in ways)


def _passes(west: float, east: float, meridian: float) -> bool:
    between = west < meridian < east
    return between if east - west <= 180 else not between


def _padded(box: BBox) -> BBox:
    west, south, east, north = box
    across = max((east - west) * PADDING, (MIN_WIDTH - (east - west)) / 2)
    up = max((north - south) * PADDING, (MIN_HEIGHT - (north - south)) / 2)
    west, east = west - across, east + across
    if east - west >= ALL_ROUND:
        middle = 0.0 if box[2] <= 180 else (west + east) / 2
        west, east = middle - 180, middle + 180
    if west < -180:
        west, east = west + 360, east + 360
    return _round(west), _round(max(-MAX_LAT, south - up)), _round(east), _round(min(MAX_LAT, north + up))


def _round(degrees: float) -> float:
    return round(degrees, 3)
