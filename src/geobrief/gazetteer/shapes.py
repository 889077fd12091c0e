"""The packaged shapes of countries, divisions, waters and regions. WGS 84 degrees, longitude in -180..180."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.gazetteer import packaged
from geobrief.gazetteer.extents import boxes, ellipse, rounded_box
from geobrief.gazetteer.topology import Topology
from geobrief.model import BBox

__all__ = ["region_extent", "region_shape_by_code", "shape", "water_shape"]

SHORE = 0.05
"""Degrees that a lake's point may lie ashore: the lakes are generalised to about that."""
LAKE_SHARE = 0.15
"""Share of the bbox that a lake must cover to be the one that the bbox is of."""
ISLAND_FIT = 0.3
"""Share of the bbox's longer side by which an island's bounds may differ from it."""


def shape(source: str) -> BaseGeometry | None:
    """The area of a country (1:50m) or division (1:10m); None where none is packaged.

    Args:
        source: A gazetteer id: `geonames:484048`, or `naturalearth:…` for what GeoNames does not have.
    """
    if record := _countries().get(source):
        return packaged.world().geometry(record)
    record = _divisions().get(source)
    return packaged.detail().geometry(record) if record else None


def region_shape_by_code(region_code: str) -> BaseGeometry | None:
    """The area of a first-level division by GeoNames' code with its country, as `RU.73`."""
    record = _first_level().get(region_code)
    return packaged.detail().geometry(record) if record else None


def water_shape(lon: float, lat: float, bbox: BBox) -> BaseGeometry:
    """The extent of a water that is known by a point in it and its bbox.

    A lake gives its polygon; a sea, gulf or strait the part of the bbox (corners rounded) around the point
    that is not land; anything else (a river, a canal, a cape) the ellipse inside the bbox.
    """
    point = shapely.Point(lon, lat)
    return _lake(point, bbox) or _sea(point, bbox) or ellipse(bbox)


def region_extent(lon: float, lat: float, bbox: BBox) -> BaseGeometry:
    """The extent of a region without borders, known by a point in it and its bbox.

    An island gives its land, where that fills the bbox; anything else the ellipse inside the bbox.
    """
    point = shapely.Point(lon, lat)
    return _island(packaged.world(), point, bbox) or _island(packaged.detail(), point, bbox) or ellipse(bbox)


def _lake(point: shapely.Point, bbox: BBox) -> BaseGeometry | None:
    area = boxes(bbox)
    lakes = [lake for lake in _around(packaged.waters(), "lakes", area) if lake.distance(point) <= SHORE]
    fitting = [lake for lake in lakes if lake.intersection(area).area >= LAKE_SHARE * area.area]
    return max(fitting, key=lambda lake: lake.area, default=None)


def _sea(point: shapely.Point, bbox: BBox) -> BaseGeometry | None:
    area = rounded_box(bbox)
    topology = packaged.world() if area.area > 4 else packaged.detail()
    sea = area.difference(shapely.union_all(_around(topology, "land", area)))
    found = [part for part in shapely.get_parts(sea) if part.distance(point) <= SHORE]
    return _across_meridian(sea, max(found, key=lambda part: part.area)) if found else None


def _across_meridian(sea: BaseGeometry, part: BaseGeometry) -> BaseGeometry:
    """The part with those that continue it beyond the 180th meridian."""
    if part.bounds[0] > -180 and part.bounds[2] < 180:
        return part
    others = [other for other in shapely.get_parts(sea) if other.bounds[0] == -180 or other.bounds[2] == 180]
    return shapely.union_all([part, *others])


def _island(topology: Topology, point: shapely.Point, bbox: BBox) -> BaseGeometry | None:
    west, south, east, north = bbox
    allowed = ISLAND_FIT * max(east - west, north - south)
    for land in _around(topology, "land", boxes(bbox)):
        misfit = max(abs(one - other) for one, other in zip(land.bounds, bbox, strict=True))
        if misfit <= allowed and land.distance(point) <= SHORE:
            return land
    return None


def _around(topology: Topology, name: str, area: BaseGeometry) -> list[BaseGeometry]:
    return [geometry for geometry in topology.geometries(name, area.bounds) if geometry.intersects(area)]


@cache
def _countries() -> Mapping[str, Mapping[str, Any]]:
    return _by(packaged.world().records("countries"), "source")


@cache
def _divisions() -> Mapping[str, Mapping[str, Any]]:
    return _by(packaged.detail().records("divisions"), "source")


@cache
def _first_level() -> Mapping[str, Mapping[str, Any]]:
    first = [
        record for record in packaged.detail().records("divisions") if record["properties"]["level"] == 1
    ]
    return _by(first, "region_code")


def _by(records: Iterable[Mapping[str, Any]], name: str) -> Mapping[str, Mapping[str, Any]]:
    return {record["properties"][name]: record for record in records}
