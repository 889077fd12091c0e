"""The base map of one brief: the world in broad strokes, the surroundings of its places in finer ones."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geobrief.brief.columns import to_table
from geobrief.model import BBox
from geobrief.render.encode import encode_area, encode_lines
from geobrief.render.labels import labels_for
from geobrief.render.view import Located, pieces, widened

__all__ = ["Base", "base_for"]

Record: TypeAlias = dict[str, Any]
Base: TypeAlias = Callable[[BBox, Sequence[Located]], Record]
"""Gives the island's `base` for the first view and the places in it."""
Parts: TypeAlias = NDArray[np.object_]
Layers: TypeAlias = dict[str, Parts]
Position: TypeAlias = tuple[float, float]

AREAS = ("land", "lakes")

WIDEST_DETAIL = 200.0
"""Degrees of longitude beyond which all of the map is drawn in broad strokes."""
MAP_SHAPE = (0.8, 1.8)
"""Width by height, on the screen, of the narrowest and the widest map that a view has to fill."""
SURROUNDINGS = 12.0
"""Degrees around the view beyond which a reader sees nothing of it at the zooms that show detail."""

WORLD_SCALE, FAR_SCALE = 50, 25
WORLD_TOLERANCE, FAR_TOLERANCE = 0.08, 0.15
"""Degrees of simplification of a map of the world, and of what lies far from the places: about a pixel."""
FAR_ISLAND, FAR_LAKE, FAR_RIVER = 0.05, 0.5, 4.0
"""Square degrees, and degrees of length, below which what lies far from the places is left out."""

DETAIL_SCALE = 1000
DETAIL_SHARE = 5000
"""The view's width by this is the detail's simplification: a third of a pixel of a wide screen."""
DETAIL_POINTS = 14_000
"""With more points than these the page would outgrow what it may weigh; then they are simplified further."""
COARSER = 1.4
NEAR_PLACES = 6.0
"""Degrees around sites, cities and regions within which first-level divisions are drawn and named."""


def base_for(view: BBox, located: Sequence[Located]) -> Record:
    """The base map as the page reads it: coarse layers, fine ones in place of them in `detail.bbox`, labels.

    Raises:
        GazetteerError: The packaged geodata are missing or broken.
    """
    fine = ("city", "site", "region")
    return _drawn(view, frozenset(place.label for place in located if place.mark.place.kind in fine))


@lru_cache(maxsize=4)
def _drawn(view: BBox, points: frozenset[Position]) -> Record:
    """Kept for the next rendering of the same brief, as notebooks do it with every cell."""
    visible = _visible(view)
    detail = _detail_box(view, visible)
    near = shapely.union_all([_around(lon, lat) for lon, lat in sorted(points)])
    if detail is None:
        return {
            **_encoded(_simplified(_world(), WORLD_TOLERANCE), WORLD_SCALE),
            "labels": to_table(labels_for(None, near)),
        }
    inside = _area(detail)
    return {
        **_encoded(_far(inside, _area(visible)), FAR_SCALE),
        "detail": {
            "bbox": list(detail),
            **_encoded(_fine(inside, near, (view[2] - view[0]) / DETAIL_SHARE), DETAIL_SCALE),
        },
        "labels": to_table(labels_for(detail, near)),
    }


def _visible(view: BBox) -> BBox:
    """What a map that fits the view shows, be it as narrow as a phone or as wide as a screen."""
    west, south, east, north = view
    stretch = math.cos(math.radians((south + north) / 2))
    width, height = east - west, (north - south) / stretch
    across = max(0.0, height * MAP_SHAPE[1] - width) / 2
    up = max(0.0, width / MAP_SHAPE[0] - height) / 2 * stretch
    return widened(view, across, up)


def _detail_box(view: BBox, visible: BBox) -> BBox | None:
    if view[2] - view[0] > WIDEST_DETAIL - 2 * SURROUNDINGS:
        return None
    across = min(SURROUNDINGS, (visible[2] - visible[0] - (view[2] - view[0])) / 2 + (view[2] - view[0]) / 4)
    up = min(SURROUNDINGS, (visible[3] - visible[1] - (view[3] - view[1])) / 2 + (view[3] - view[1]) / 4)
    west, south, east, north = widened(view, across, up)
    # Whole degrees are points of both grids, so that the two halves meet without a gap.
    return math.floor(west), math.floor(south), math.ceil(east), math.ceil(north)


def _area(box: BBox) -> BaseGeometry:
    return shapely.union_all([shapely.box(*piece) for piece in pieces(box)])


def _around(lon: float, lat: float) -> BaseGeometry:
    across = NEAR_PLACES / max(0.2, math.cos(math.radians(lat)))
    return shapely.box(lon - across, lat - NEAR_PLACES, lon + across, lat + NEAR_PLACES)


def _world() -> Layers:
    """All of the map in broad strokes."""
    from geobrief.gazetteer.packaged import waters, world

    lakes = _parts(waters().geometries("lakes"))
    return {
        "land": _parts(world().geometries("land")),
        "lakes": lakes[shapely.area(lakes) >= FAR_LAKE],
        "borders": _parts(world().geometries("country_borders")),
        "disputed": _parts(world().geometries("disputed_borders")),
    }


def _far(inside: BaseGeometry, visible: BaseGeometry) -> Layers:
    """What lies outside the detail; rivers only where the first view may show them."""
    from geobrief.gazetteer.packaged import waters

    layers = _world()
    layers["land"] = layers["land"][shapely.area(layers["land"]) >= FAR_ISLAND]
    rivers = _parts(waters().geometries("rivers"))
    layers["rivers"] = _within(rivers[shapely.length(rivers) >= FAR_RIVER], visible)
    return {name: _without(parts, inside) for name, parts in _simplified(layers, FAR_TOLERANCE).items()}


def _fine(inside: BaseGeometry, near: BaseGeometry, tolerance: float) -> Layers:
    """What lies inside the detail, at 1:10m; waters at 1:50m, which is all there is.

    Simplified before it is cut: so the edges of the cut stay straight, and the page can leave them unlined.
    """
    from geobrief.gazetteer.packaged import detail, waters

    west, south, east, north = (float(degrees) for degrees in inside.bounds)
    bounds = (west, south, east, north)
    layers = {
        "land": _parts(detail().geometries("land", bounds)),
        "lakes": _parts(waters().geometries("lakes", bounds)),
        "rivers": _parts(waters().geometries("rivers", bounds)),
        "borders": _parts(detail().geometries("country_borders", bounds)),
        "disputed": _parts(detail().geometries("disputed_borders", bounds)),
        "regions": _within(_parts(detail().geometries("region_lines", bounds)), near),
    }
    tolerance = _affordable({name: _within(parts, inside) for name, parts in layers.items()}, tolerance)
    return {name: _within(parts, inside) for name, parts in _simplified(layers, tolerance).items()}


def _parts(geometries: Any) -> Parts:
    """The single polygons and lines of geometries, however they are nested."""
    parts: Parts = shapely.get_parts(shapely.get_parts(geometries))
    return parts


def _within(parts: Parts, area: BaseGeometry) -> Parts:
    """What of the parts lies inside an area."""
    shapely.prepare(area)
    met = parts[shapely.intersects(area, parts)]
    whole = shapely.contains_properly(area, met)
    return np.concatenate([met[whole], _parts(shapely.intersection(met[~whole], area))])


def _without(parts: Parts, area: BaseGeometry) -> Parts:
    """What of the parts lies outside an area."""
    shapely.prepare(area)
    met = shapely.intersects(area, parts)
    return np.concatenate([parts[~met], _parts(shapely.difference(parts[met], area))])


def _simplified(layers: Layers, tolerance: float) -> Layers:
    return {name: shapely.simplify(parts, tolerance) for name, parts in layers.items()}


def _affordable(layers: Layers, tolerance: float) -> float:
    """The tolerance, or one above it with which the layers have no more points than the page may hold."""
    while True:
        layers = _simplified(layers, tolerance)
        if sum(int(shapely.get_num_coordinates(parts).sum()) for parts in layers.values()) <= DETAIL_POINTS:
            return tolerance
        tolerance *= COARSER


def _encoded(layers: Layers, scale: int) -> Record:
    record: Record = {"scale": scale}
    for name, parts in layers.items():
        whole = shapely.GeometryCollection(list(parts))
        record[name] = encode_area(whole, scale) if name in AREAS else encode_lines(whole, scale)
    return record
