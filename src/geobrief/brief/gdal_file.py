"""What GDAL opens as GeoJSON Features in WGS 84: all layers of a file, or the one that is asked for."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.brief.fault import Fault
from geobrief.brief.features import name_of
from geobrief.brief.frame_values import plain_cell
from geobrief.brief.geoparquet import GEOPARQUET, read_geoparquet
from geobrief.brief.reprojection import mapping
from geobrief.errors import BriefError

if TYPE_CHECKING:
    import geopandas

__all__ = ["GdalFeatures", "read_gdal"]

Feature = dict[str, Any]

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
_KML: Final = ("KML", "LIBKML")
_STYLES: Final = frozenset(
    ("altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon", "snippet")
)
"""Columns that GDAL makes of how a place of KML is drawn, whether or not the file says it."""
_NOTES: Final[Mapping[str, str]] = {"GPX": "desc"}
"""What a format calls the description of a place."""


@dataclass(frozen=True, slots=True)
class GdalFeatures:
    """What could be read."""

    features: tuple[Feature, ...]
    faults: tuple[Fault, ...]
    """One for each geometry that is broken; its Feature is not among the features."""


def read_gdal(path: Path, layer: str = "") -> GdalFeatures:
    """The Features of a file, without heights; numbers without a CRS are taken for degrees.

    Args:
        path: The file, or a folder that GDAL reads.
        layer: The only layer to read; empty for all that hold geometries.

    Raises:
        BriefError: GDAL cannot open it, it has no such layer, or nothing in it has a geometry.
    """
    import pyogrio

    if path.suffix.lower() in GEOPARQUET:
        return GdalFeatures(tuple(_frame_features(read_geoparquet(path)[0], path, {})), ())
    _refuse_pointer(path)
    features: list[Feature] = []
    faults: list[Fault] = []
    try:
        for name in _layers(path, layer):
            frame, broken = _frame(path, name)
            for at, feature in enumerate(_frame_features(frame, path, pyogrio.read_info(path, layer=name))):
                if at in broken:
                    called = name_of(feature) or f"feature {at + 1}"
                    message = f"place {called!r} has a geometry that is broken: {broken[at]}"
                    faults.append(Fault(message, file=path.name))
                else:
                    features.append(feature)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, OSError) as error:
        what = "a brief's folder, a page, GeoJSON, GPKG, Shapefile, KML or another file that GDAL reads"
        raise BriefError(f"{path} cannot be opened as geodata; give {what}") from error
    if not features and not faults:
        raise BriefError(
            f"{path} holds no geometries; give a file of places with coordinates, a table as CSV or XLSX"
        )
    return GdalFeatures(tuple(features), tuple(faults))


def _refuse_pointer(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as file:
            beginning = file.read(4096)
        if any(pointer in beginning for pointer in _POINTERS):
            raise BriefError(
                f"{path} holds no places itself but points to other files or servers; give those"
            )


def _layers(path: Path, layer: str) -> list[str]:
    """The layers to read.

    Raises:
        BriefError: The one that is asked for is not there.
    """
    import pyogrio

    layers = [str(name) for name, geometry in pyogrio.list_layers(path) if geometry is not None]
    if not layer:
        return [name for name in layers if name not in _TRACE_POINTS]
    if layer not in layers:
        told = ", ".join(layers) or "none"
        raise BriefError(f"{path} has no layer {layer!r} with places; its layers are {told}")
    return [layer]


def _frame(path: Path, layer: str) -> tuple[geopandas.GeoDataFrame, dict[int, str]]:
    """A layer, and why geometries of it are broken, by their row."""
    import geopandas
    import pyogrio
    import shapely

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # what GDAL says of rings that are told of here
        frame = geopandas.read_file(path, layer=layer, on_invalid="ignore")
        if not isinstance(frame, geopandas.GeoDataFrame) or not frame.geometry.isna().any():
            return frame, {}
        shapes = pyogrio.raw.read(path, layer=layer, columns=[])[2]
    broken = {}
    for row, shape in enumerate(shapes):
        if shape is not None and frame.geometry.iloc[row] is None:
            try:
                shapely.from_wkb(shape)
            except shapely.errors.ShapelyError as error:
                broken[row] = " ".join(str(error).rpartition("Exception: ")[2].split())
    return frame, broken


def _frame_features(frame: geopandas.GeoDataFrame, path: Path, layer: Mapping[str, Any]) -> Iterator[Feature]:
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
    driver = layer.get("driver", "")
    styles = _STYLES & {*frame.columns} if driver in _KML else ()
    table = frame.drop(columns=[frame.geometry.name, *styles])
    table = table.rename(columns={_NOTES.get(driver, ""): "description"})
    for geometry, (_, row) in zip(geometries, table.iterrows(), strict=True):
        empty = geometry is None or geometry.is_empty
        properties = {name: value for name, cell in row.items() if (value := _filled(cell)) is not None}
        yield {"type": "Feature", "properties": properties, "geometry": None if empty else mapping(geometry)}


def _filled(cell: Any) -> Any:
    """A table's cell as JSON holds it; None where it is empty."""
    return None if isinstance(cell, str) and not cell else plain_cell(cell)
