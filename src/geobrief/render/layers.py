"""What the base map is drawn of, out of the packaged geodata: areas and lines as arrays of single parts."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["AREAS", "Layers", "fine_layers", "without", "world_layers"]

Parts: TypeAlias = NDArray[np.object_]
Layers: TypeAlias = dict[str, Parts]

AREAS = ("land", "lakes")
"""Layers of polygons; the others are of lines."""

FAR_ISLAND, FAR_LAKE, FAR_RIVER = 0.05, 0.5, 4.0
"""Square degrees, and degrees of length, below which what lies far from the places is left out."""


def world_layers(visible: BaseGeometry | None = None) -> Layers:
    """All of the map in broad strokes; with `visible` its rivers too, where that area may show them."""
    land, lakes, borders, disputed = _world()
    layers = {
        "land": land if visible is None else land[shapely.area(land) >= FAR_ISLAND],
        "lakes": lakes[shapely.area(lakes) >= FAR_LAKE],
        "borders": borders,
        "disputed": disputed,
    }
    if visible is not None:
        layers["rivers"] = _within(_far_rivers(), visible)
    return layers


@cache
def _world() -> tuple[Parts, Parts, Parts, Parts]:
    """All land, lakes and borders at 1:50m, as every map needs them."""
    from geobrief.gazetteer.packaged import waters, world

    return (
        _polygons(world().geometries("land")),
        _polygons(waters().geometries("lakes")),
        _joined(world().geometries("country_borders")),
        _joined(world().geometries("disputed_borders")),
    )


@cache
def _far_rivers() -> Parts:
    from geobrief.gazetteer.packaged import waters

    rivers = _joined(waters().geometries("rivers"))
    long: Parts = rivers[shapely.length(rivers) >= FAR_RIVER]
    return long


def fine_layers(inside: BaseGeometry, near: BaseGeometry) -> Layers:
    """What lies in an area at 1:10m, and the lines of divisions near the places.

    Waters are of 1:50m, which is all there is.
    """
    from geobrief.gazetteer.packaged import detail, waters

    west, south, east, north = (float(degrees) for degrees in inside.bounds)
    bounds = (west, south, east, north)
    layers = {
        "land": _polygons(detail().geometries("land", bounds)),
        "lakes": _polygons(waters().geometries("lakes", bounds)),
        "rivers": _joined(waters().geometries("rivers", bounds)),
        "borders": _joined(detail().geometries("country_borders", bounds)),
        "disputed": _joined(detail().geometries("disputed_borders", bounds)),
        "regions": _within(_joined(detail().geometries("region_lines", bounds)), near),
    }
    return {name: _within(parts, inside) for name, parts in layers.items()}


def without(layers: Layers, area: BaseGeometry) -> Layers:
    """What of the layers lies outside an area."""
    shapely.prepare(area)
    found = {}
    for name, parts in layers.items():
        met = shapely.intersects(area, parts)
        rest = _parts(shapely.difference(parts[met], area), like=parts)
        found[name] = np.concatenate([parts[~met], rest])
    return found


def _within(parts: Parts, area: BaseGeometry) -> Parts:
    """What of the parts lies inside an area."""
    shapely.prepare(area)
    met = parts[shapely.intersects(area, parts)]
    whole = shapely.contains_properly(area, met)
    return np.concatenate([met[whole], _parts(shapely.intersection(met[~whole], area), like=met)])


def _polygons(geometries: Any) -> Parts:
    return _single(geometries, shapely.GeometryType.POLYGON)


def _joined(geometries: Any) -> Parts:
    """Lines, in as few pieces as they can be."""
    lines = _single(geometries, shapely.GeometryType.LINESTRING)
    return _single(shapely.line_merge(shapely.multilinestrings(lines)), shapely.GeometryType.LINESTRING)


def _parts(geometries: Any, like: Parts) -> Parts:
    """Single geometries of the kind of others, without the points at which they merely touch an edge."""
    return _single(geometries, shapely.get_type_id(like[0])) if len(like) else like


def _single(geometries: Any, kind: int) -> Parts:
    parts = shapely.get_parts(shapely.get_parts(geometries))
    kept: Parts = parts[(shapely.get_type_id(parts) == kind) & ~shapely.is_empty(parts)]
    return kept
