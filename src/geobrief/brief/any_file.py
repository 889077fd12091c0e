"""Any file of geodata as a brief: GeoJSON of any make, and whatever else GDAL opens, brought to WGS 84."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.brief.encodings import decode
from geobrief.brief.geometries import foreign_crs
from geobrief.brief.places_file import read_features, scan
from geobrief.brief.reprojection import mapping, reprojection
from geobrief.errors import BriefError
from geobrief.model import Brief

if TYPE_CHECKING:
    import geopandas

__all__ = ["read_any"]

Feature = dict[str, Any]

_GEOMETRIES: Final = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)
_TRACE_POINTS: Final = ("route_points", "track_points")
"""Layers that GDAL makes of a GPX file beside its routes and tracks, of whose points they consist."""
_WGS_84: Final = "EPSG:4326"
_POINTERS: Final = (
    b"<OGRVRTDataSource",
    b"<OGRWFSDataSource",
    b"<OGRGMLASDataSource",
    b"<GDAL_WMS",
    b"<WCS_GDAL",
)
"""How files begin that only tell GDAL of other files and servers, which one from outside must not choose."""


def read_any(path: Path) -> Brief:
    """The places of a file: names and descriptions as it has them, its other properties in `extra`.

    GeoJSON may be a FeatureCollection, a Feature or a geometry alone, and may name another CRS. Any other
    file is read through GDAL, all its layers, and reprojected; numbers without a CRS are taken for degrees.

    Raises:
        BriefError: It cannot be opened, holds no geometries, or some lie outside WGS 84; all faults at once.
    """
    collection = _geojson(path)
    if collection is None:
        features, title = _from_gdal(path), path.stem
    else:
        features, title = _reprojected(collection, path), collection.get("name") or path.stem
    places, faults = read_features(features, file=path.name, foreign=True)
    if faults:
        raise BriefError(*map(str, faults))
    return Brief(places=places, title=str(title))


def _geojson(path: Path) -> Mapping[str, Any] | None:
    """The file as a FeatureCollection; None where it is no GeoJSON, and GDAL may know what it is."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BriefError(f"{path} cannot be read: {error}; give a file of places") from error
    if path.suffix.lower() != ".geojson" and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    text = decode(data, str(path))[0].removeprefix("\ufeff")
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


def _from_gdal(path: Path) -> list[Feature]:
    import geopandas
    import pyogrio

    _refuse_pointer(path)
    try:
        layers = pyogrio.list_layers(path)
        frames = [
            geopandas.read_file(path, layer=name)
            for name, geometry in layers
            if geometry is not None and name not in _TRACE_POINTS
        ]
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, OSError) as error:
        what = "a brief's folder, a page, GeoJSON, GPKG, Shapefile, KML or another file that GDAL reads"
        raise BriefError(f"{path} cannot be opened as geodata; give {what}") from error
    found = [feature for frame in frames for feature in _frame_features(frame, path)]
    if not found:
        raise BriefError(f"{path} holds no geometries; give a file of places with coordinates")
    return found


def _refuse_pointer(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as file:
            beginning = file.read(4096)
        if any(pointer in beginning for pointer in _POINTERS):
            raise BriefError(
                f"{path} holds no places itself but points to other files or servers; give those"
            )


def _frame_features(frame: geopandas.GeoDataFrame, path: Path) -> Iterator[Feature]:
    import geopandas
    import pyproj

    if not isinstance(frame, geopandas.GeoDataFrame):
        return
    if frame.crs is not None:
        try:
            frame = frame.to_crs(_WGS_84)
        except pyproj.exceptions.ProjError as error:
            raise BriefError(f"{path} cannot be reprojected to WGS 84 ({error}); export it so") from error
    geometries = frame.geometry.force_2d()
    table = frame.drop(columns=frame.geometry.name)
    for geometry, (_, row) in zip(geometries, table.iterrows(), strict=True):
        empty = geometry is None or geometry.is_empty
        properties = {name: value for name, cell in row.items() if (value := _plain(cell)) is not None}
        yield {"type": "Feature", "properties": properties, "geometry": None if empty else mapping(geometry)}


def _plain(cell: Any) -> Any:
    """A table's cell as JSON holds it; None where it is empty."""
    import numpy
    import pandas

    if isinstance(cell, numpy.ndarray | list | tuple):
        return [_plain(member) for member in cell]
    if isinstance(cell, numpy.generic):
        cell = cell.item()
    if cell is None or cell == "" or cell is pandas.NaT or cell != cell:  # NaN alone differs from itself
        return None
    return cell if isinstance(cell, str | int | float | bool | dict) else str(cell)
