"""The base map of one brief: the world in broad strokes, the surroundings of its places in finer ones.

Three steps: at the places everything that 1:10 million has; away from them, in the surroundings of the first
view, less and less of it; in the rest of the world 1:50 million in broad strokes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.brief.columns import to_table
from geobrief.model import BBox
from geobrief.render.country_boxes import MOST, Boxes, boxes_of, grain
from geobrief.render.encode import encode_area, encode_lines
from geobrief.render.labels import labels_for
from geobrief.render.layers import AREAS, Layers, fine_layers, world_layers
from geobrief.render.layers import without as cut_out
from geobrief.render.thin import Fixed, Floats, coordinates_of, thinned
from geobrief.render.view import Located, pieces, widened

__all__ = ["NEAR_PLACES", "Base", "Points", "around", "base_for", "detail_boxes", "points_of", "world_base"]

Record: TypeAlias = dict[str, Any]
Base: TypeAlias = Callable[[BBox, Sequence[Located]], Record]
"""Gives the island's `base` for the first view and the places in it."""
Position: TypeAlias = tuple[float, float]
Points: TypeAlias = frozenset[Position]

WIDEST_DETAIL = 200.0
"""Degrees of longitude beyond which the detail of a view is that around its places alone."""
MAP_SHAPE = (0.8, 1.8)
"""Width by height, on the screen, of the narrowest and the widest map that a view has to fill."""
SURROUNDINGS = 12.0
"""Degrees around the view beyond which a reader sees nothing of it at the zooms that show detail."""

WORLD_SCALE, FAR_SCALE, DETAIL_SCALE = 50, 25, 500
"""Parts of a degree, to which points are rounded: 2 km, 4 km, 200 m."""
WORLD_TOLERANCE, FAR_TOLERANCE = 0.35, 0.6
"""Degrees (see `thin.py`) for a map of the world, and for what lies far from the places."""
NEAR_TOLERANCE, NEAR_SCALE = 0.04, 200
"""Degrees, and parts of one, for a map of the world that is to be zoomed into: all that 1:50 million has."""

DETAIL_SHARE = 3000
"""The view's width by this is the detail's tolerance: half a pixel of a wide screen."""
AT_PLACES, FROM_PLACES = 1.5, 8.0
"""Degrees from a place within which nothing is left out, and from which on the detail's tolerance holds."""
DETAIL_POINTS = 15_000
"""With more points than these the page would outgrow what it may weigh; then more is left out."""
COARSER = 1.4
NEAR_PLACES = 6.0
"""Degrees around sites, cities and regions within which first-level divisions are drawn and named."""

MANY_PLACES = 60
"""With more places than these all of the view is of one kind, and a view of the world has no detail."""


def base_for(view: BBox, located: Sequence[Located]) -> Record:
    """The base map as the page reads it: coarse layers, fine ones in place of them in `detail.boxes`, labels.

    Raises:
        GazetteerError: The packaged geodata are missing or broken.
    """
    return _drawn(view, points_of(located), boxes_of(located))


def points_of(located: Sequence[Located]) -> Points:
    """Around what the map is detailed; of many places only the degrees in which they lie."""
    fine = ("city", "site", "region")
    points = frozenset(place.label for place in located if place.mark.place.kind in fine)
    if len(points) > MANY_PLACES:
        points = frozenset((float(round(lon)), float(round(lat))) for lon, lat in points)
    return points


@lru_cache(maxsize=4)
def _drawn(view: BBox, points: Points, areas: Boxes) -> Record:
    """Kept for the next rendering of the same brief, as notebooks do it with every cell."""
    seen = detail_boxes(view, points)
    if not seen:
        return _world_drawn()
    beyond = _beyond(seen, areas)
    boxes = (*seen, *beyond)
    near = [around(lon, lat) for lon, lat in sorted(points)]
    inside, visible = _area(boxes), _area([_visible(view)])
    # Points on the edges of the cut stay: so they are straight, and the page leaves them unlined.
    fixed = _edges(boxes)
    far = _thin(cut_out(world_layers(visible), inside), FAR_TOLERANCE, fixed)
    fine = _fitted(
        fine_layers(inside, shapely.union_all(near)),
        _Grain((view[2] - view[0]) / DETAIL_SHARE, points, seen, beyond),
        fixed,
    )
    return {
        **_encoded(far, FAR_SCALE),
        "detail": {"boxes": [list(box) for box in boxes], **_encoded(fine, DETAIL_SCALE)},
        "labels": to_table(labels_for(inside, near)),
    }


@cache
def _world_drawn() -> Record:
    """One for all views of the world with many places."""
    return _world(WORLD_TOLERANCE, WORLD_SCALE)


@cache
def world_base() -> Record:
    """The whole world in one grade of detail, for a map whose readers go near anywhere in it.

    Raises:
        GazetteerError: The packaged geodata are missing or broken.
    """
    return _world(NEAR_TOLERANCE, NEAR_SCALE)


def _world(tolerance: float, scale: int) -> Record:
    layers = _thin(world_layers(), tolerance)
    return {**_encoded(layers, scale), "labels": to_table(labels_for(None, []))}


def _visible(view: BBox) -> BBox:
    """What a map that fits the view shows, be it as narrow as a phone or as wide as a screen."""
    west, south, east, north = view
    stretch = math.cos(math.radians((south + north) / 2))
    width, height = east - west, (north - south) / stretch
    across = max(0.0, height * MAP_SHAPE[1] - width) / 2
    up = max(0.0, width / MAP_SHAPE[0] - height) / 2 * stretch
    return widened(view, across, up)


def detail_boxes(view: BBox, points: Points) -> tuple[BBox, ...]:
    """Where the map is detailed: the view with what surrounds it; of a view of the world, its places."""
    if view[2] - view[0] <= WIDEST_DETAIL - 2 * SURROUNDINGS:
        return (_detail_box(view, _visible(view)),)
    if len(points) > MANY_PLACES:
        return ()
    return tuple(_whole(around(lon, lat).bounds) for lon, lat in sorted(points))


def _beyond(seen: Boxes, areas: Boxes) -> Boxes:
    """The boxes of areas that the detail of the view does not hold."""
    covered = _area(seen)
    return tuple(box for box in areas if not covered.contains(shapely.box(*box)))[:MOST]


def _detail_box(view: BBox, visible: BBox) -> BBox:
    across = min(SURROUNDINGS, (visible[2] - visible[0] - (view[2] - view[0])) / 2 + (view[2] - view[0]) / 4)
    up = min(SURROUNDINGS, (visible[3] - visible[1] - (view[3] - view[1])) / 2 + (view[3] - view[1]) / 4)
    return _whole(widened(view, across, up))


def _whole(box: Sequence[float]) -> BBox:
    """Whole degrees are points of all grids, so that the halves meet without a gap."""
    west, south, east, north = box
    return math.floor(west), max(-90, math.floor(south)), math.ceil(east), min(90, math.ceil(north))


def _area(boxes: Sequence[BBox]) -> BaseGeometry:
    return shapely.union_all([shapely.box(*piece) for box in boxes for piece in pieces(box)])


def _edges(boxes: Sequence[BBox]) -> Fixed:
    parts = [piece for box in boxes for piece in pieces(box)]
    lons = sorted({lon for west, _, east, _ in parts for lon in (west, east)} | {-180.0, 180.0})
    lats = sorted({lat for _, south, _, north in parts for lat in (south, north)})
    return lons, lats


def around(lon: float, lat: float) -> BaseGeometry:
    """The surroundings of a place, in degrees: where first-level divisions are drawn and named."""
    across = NEAR_PLACES / max(0.2, math.cos(math.radians(lat)))
    return shapely.box(lon - across, lat - NEAR_PLACES, lon + across, lat + NEAR_PLACES)


def _thin(layers: Layers, tolerance: float, fixed: Fixed = ((-180.0, 180.0), ())) -> Layers:
    return {name: thinned(parts, tolerance, fixed) for name, parts in layers.items()}


@dataclass(frozen=True, slots=True)
class _Grain:
    """How coarse the detail may be."""

    view: float
    """Degrees, in the boxes of the view and far from its places."""
    places: Points
    seen: Boxes
    beyond: Boxes
    """Those of areas elsewhere, which have a tolerance of their own."""

    def at(self, points: Floats) -> Floats:
        """The tolerance of each point."""
        places = np.array(sorted(self.places)) if 0 < len(self.places) <= MANY_PLACES else None
        elsewhere = grain(points, self.seen, self.beyond)
        return np.where(elsewhere > 0, elsewhere, self.view * _farness(points, places))


def _fitted(layers: Layers, tolerance: _Grain, fixed: Fixed) -> Layers:
    """The layers thinned to the tolerance, or to one above it with which the page may hold their points."""
    coarser = 1.0
    while True:
        layers = {
            name: thinned(parts, coarser * tolerance.at(coordinates_of(parts)), fixed)
            for name, parts in layers.items()
        }
        if sum(len(coordinates_of(parts)) for parts in layers.values()) <= DETAIL_POINTS:
            return layers
        coarser *= COARSER


def _farness(points: Floats, places: Floats | None) -> Floats:
    """0 for points at a place, 1 for those beyond its surroundings, by the square of the way between."""
    if places is None:
        return np.ones(len(points))
    nearest = np.full(len(points), np.inf)
    for lon, lat in places:
        across = np.abs((points[:, 0] - lon + 180) % 360 - 180) * math.cos(math.radians(lat))
        np.minimum(nearest, np.hypot(across, points[:, 1] - lat), out=nearest)
    share: Floats = np.clip((nearest - AT_PLACES) / (FROM_PLACES - AT_PLACES), 0, 1) ** 2
    return share


def _encoded(layers: Layers, scale: int) -> Record:
    record: Record = {"scale": scale}
    for name, parts in layers.items():
        whole = shapely.GeometryCollection(list(parts))
        record[name] = encode_area(whole, scale) if name in AREAS else encode_lines(whole, scale)
    return record
