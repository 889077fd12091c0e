"""GeoJSON geometries as they come: whether they are sound, lie on the globe, and where to mark them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeGuard

from geobrief.model import BBox, Geometry

__all__ = [
    "bounds",
    "foreign_crs",
    "geometry_fault",
    "inner_point",
    "is_empty",
    "is_number",
    "outside",
    "plain",
    "same",
    "within",
]

_DEPTH: Final = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "Polygon": 2,
    "MultiLineString": 2,
    "MultiPolygon": 3,
}
"""How many lists lie around a position."""

_SMALLEST: Final = {"LineString": 2, "MultiLineString": 2, "Polygon": 4, "MultiPolygon": 4}
"""Positions that a line or a closed ring has at least."""

_HALF: Final = 180.0
"""Degrees of longitude half round the world."""
_ROUNDING_DEGREES: Final = 1e-9
"""What reprojection adds to 180 by rounding: a tenth of a millimetre."""

_WGS_84: Final = ("CRS84", "EPSG::4326", "EPSG:4326", "WGS84", "WGS 84")


def geometry_fault(geometry: Any, *, running_on: bool = False) -> str:
    """What is wrong with a geometry, as the end of a sentence that begins with its place; empty if sound.

    Args:
        geometry: What should be one.
        running_on: Whether its longitudes may run on past 180 degrees, once round the world at most.
    """
    if not isinstance(geometry, dict) or not isinstance(geometry.get("type"), str):
        return "has a geometry that is no GeoJSON object with a type; write null where there is none"
    if geometry["type"] == "GeometryCollection":
        members = geometry.get("geometries")
        if not isinstance(members, list):
            return "has a GeometryCollection without a list of geometries; mend it or write null"
        return next(
            (fault for member in members if (fault := geometry_fault(member, running_on=running_on))), ""
        )
    if geometry["type"] not in _DEPTH:
        return (
            f"has a geometry of the unknown type {geometry['type']!r:.60}; the types are {', '.join(_DEPTH)}"
        )
    if is_empty(geometry):
        return ""
    most = _HALF * 3 if running_on else _HALF
    return _coordinates_fault(geometry["type"], geometry.get("coordinates"), most)


def is_empty(geometry: Geometry) -> bool:
    """Whether it holds no position at all, as some programs write a place that is not located."""
    if geometry.get("type") == "GeometryCollection":
        return all(map(is_empty, geometry["geometries"]))
    return geometry.get("coordinates") == []


def outside(lon: float, lat: float) -> str:
    """Says that a position lies outside WGS 84, and whether its numbers look swapped; empty if inside."""
    if _within(lon, lat, 0):
        return ""
    hint = "lon and lat look swapped" if _within(lat, lon, 0) else "give degrees of longitude and latitude"
    return f"lies outside WGS 84 (lon={lon:g}, lat={lat:g}): {hint}"


def bounds(geometry: Geometry) -> BBox:
    """West, south, east and north of a sound geometry that is not empty."""
    positions = list(_positions(geometry))
    lons, lats = [position[0] for position in positions], [position[1] for position in positions]
    return min(lons), min(lats), max(lons), max(lats)


def within(geometry: Geometry, lon: float, lat: float) -> bool:
    """Whether a position lies within the bounds of a sound geometry that is not empty."""
    west, south, east, north = bounds(geometry)
    return west <= lon <= east and south <= lat <= north


def inner_point(geometry: Geometry) -> tuple[float, float]:
    """Longitude and latitude of a point inside an area, or on a line; the geometry is sound and not empty."""
    import shapely

    point = shapely.make_valid(shapely.geometry.shape(dict(geometry))).representative_point()
    return point.x, point.y


def foreign_crs(collection: Mapping[str, Any]) -> str:
    """The name of the CRS that an old-style `crs` member gives; empty if that is WGS 84 or missing."""
    crs = collection.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    if not isinstance(properties, dict):
        return ""
    name, code = properties.get("name"), properties.get("code")
    if isinstance(code, int) and not isinstance(code, bool):
        name = f"EPSG:{code}"
    return name if isinstance(name, str) and not name.upper().endswith(_WGS_84) else ""


def plain(value: Any) -> Any:
    """A value as JSON would give it back: tuples as lists."""
    if isinstance(value, Mapping):
        return {key: plain(member) for key, member in value.items()}
    return [plain(member) for member in value] if isinstance(value, list | tuple) else value


def same(left: Any, right: Any) -> bool:
    """Whether JSON would write two values alike, but for the order of members; 1 and true are not alike."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def _coordinates_fault(kind: str, coordinates: Any, most: float) -> str:
    level: list[Any] = [coordinates]
    smallest = _SMALLEST.get(kind, 0)
    for depth in range(_DEPTH[kind], 0, -1):
        if not all(isinstance(member, list) for member in level):
            return f"has a {kind} whose coordinates are not nested as GeoJSON asks; export the places anew"
        if depth == 1 and (fault := _line_fault(kind, level, smallest)):
            return fault
        level = [member for members in level for member in members]
    if not level:
        return f"has a {kind} without a position; write null for a place that is not located"
    return next((fault for position in level if (fault := _position_fault(kind, position, most))), "")


def _line_fault(kind: str, lines: Sequence[Sequence[Any]], smallest: int) -> str:
    if any(len(line) < smallest for line in lines):
        return f"has a {kind} with a line or ring of fewer than {smallest} positions; draw it anew"
    if "Polygon" in kind and any(line[0] != line[-1] for line in lines):
        return f"has a {kind} with a ring that is not closed; end it where it begins"
    return ""


def _position_fault(kind: str, position: Any, most: float) -> str:
    if not isinstance(position, list) or len(position) < 2 or not all(map(is_number, position)):
        told = f"has a {kind} with a position that is no pair of numbers: {position!r:.60}"
        return f"{told}; write longitude and latitude in degrees"
    tolerance = 0 if kind == "Point" else _ROUNDING_DEGREES
    if _within(position[0], position[1], tolerance, most):
        return ""
    return outside(position[0], position[1])


def is_number(value: Any) -> TypeGuard[float]:
    """Whether a JSON value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(lon: float, lat: float, tolerance: float, most: float = _HALF) -> bool:
    return -most - tolerance <= lon <= most + tolerance and -90 - tolerance <= lat <= 90 + tolerance


def _positions(geometry: Geometry) -> Iterator[Sequence[float]]:
    if geometry["type"] == "GeometryCollection":
        for member in geometry["geometries"]:
            if not is_empty(member):
                yield from _positions(member)
        return
    level: Sequence[Any] = [geometry["coordinates"]]
    for _ in range(_DEPTH[geometry["type"]]):
        level = [member for members in level for member in members]
    yield from level
