"""Any file of geodata as a brief: GeoJSON of any make, and whatever else GDAL opens, brought to WGS 84."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geobrief.brief.encodings import decode
from geobrief.brief.fault import Fault
from geobrief.brief.feature_list import read_features
from geobrief.brief.gdal_file import read_gdal
from geobrief.brief.geometries import foreign_crs
from geobrief.brief.places_file import feature_lines, scan
from geobrief.brief.reprojection import reprojection
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["read_any", "scan_any"]

_GEOMETRIES: Final = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)


def read_any(path: Path) -> Brief:
    """The places of a file: names and descriptions as it has them, its other properties in `extra`.

    GeoJSON may be a FeatureCollection, a Feature or a geometry alone, and may name another CRS. Any other
    file is read through GDAL, all its layers, and reprojected; numbers without a CRS are taken for degrees.

    Raises:
        BriefError: It cannot be opened, holds no geometries, or some lie outside WGS 84; all faults at once.
    """
    brief, faults = scan_any(path)
    if faults:
        raise BriefError(*map(str, faults))
    return brief


def scan_any(path: Path, layer: str = "") -> tuple[Brief, tuple[Fault, ...]]:
    """Like `read_any`, but gives what is sound and the faults of the other places instead of raising.

    Args:
        path: The file.
        layer: The only layer of it to read; empty for all.

    Raises:
        BriefError: It cannot be opened, has no such layer, or holds no geometries.
    """
    text = _text(path)
    collection = None if text is None else _geojson(text, path)
    if collection is None:
        found = read_gdal(path, layer)
        places, faults = read_features(found.features, file=path.name, foreign=True)
        return Brief(places=places, title=path.stem), (*found.faults, *faults)
    if layer:
        raise BriefError(f"{path} is GeoJSON, which has no layers; leave the layer out")
    features = _reprojected(collection, path)
    places, faults = read_features(features, file=path.name, foreign=True)
    lines = feature_lines(text) if faults and text and len(features) > 1 else []
    if len({*lines}) > 1:  # all on one line would tell nothing
        _, faults = read_features(features, lines, file=path.name, foreign=True)
    return Brief(places=places, title=str(collection.get("name") or path.stem)), faults


def _text(path: Path) -> str | None:
    """The text of what may be GeoJSON; None where it is something else, and GDAL may know what."""
    if path.is_dir() and path.suffix.lower() == ".gdb":
        return None
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BriefError(f"{path} cannot be read ({reason}); give a file of places") from error
    if path.suffix.lower() != ".geojson" and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    return decode(data, str(path))[0].removeprefix("\ufeff")


def _geojson(text: str, path: Path) -> Mapping[str, Any] | None:
    """The text as a FeatureCollection; None where it is no GeoJSON, and GDAL may know what it is."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if path.suffix.lower() not in (".geojson", ".json"):
            return None  # as a sequence of Features, a line each
        raise BriefError(*map(str, scan(text, file=path.name)[1])) from error
    return _collection(value, path.stem)


def _collection(value: Any, name: str) -> Mapping[str, Any] | None:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind == "FeatureCollection" and isinstance(value.get("features"), list):
        return dict(value)
    if kind == "Feature":
        return {"type": "FeatureCollection", "crs": value.get("crs"), "features": [value]}
    if kind in _GEOMETRIES:
        feature = {"type": "Feature", "properties": {"name": name}, "geometry": value}
        return {"type": "FeatureCollection", "crs": value.get("crs"), "features": [feature]}
    return None


def _reprojected(collection: Mapping[str, Any], path: Path) -> list[Any]:
    """The Features in WGS 84; those whose geometry is broken stay as they are, to be reported."""
    name = foreign_crs(collection)
    if not name:
        return list(collection["features"])
    try:
        way = reprojection(name)
    except BriefError as error:
        raise BriefError(f"{path.name}: {error}") from error
    return [way.to_wgs_84(feature) for feature in collection["features"]]
