"""A GeoPackage: places, areas, lines, flows and claims as layers that QGIS opens drawn, articles as a table.

GDAL writes the tables, through pyogrio; then SQLite takes out what differs from one writing to the next.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.brief.exported_tables import ABOUT, VERSION
from geobrief.brief.sheets import Column, Sheet, column_records, sheet
from geobrief.errors import ExportError
from geobrief.export.geometry import outline, point
from geobrief.export.gpkg_styles import layer_styles
from geobrief.export.options import Options
from geobrief.export.rows import Rows
from geobrief.model import Brief

if TYPE_CHECKING:
    import pandas

__all__ = ["gpkg_file"]

_RESERVED: Final = ("fid", "geom")
_WRITTEN_AT: Final = "1970-01-01T00:00:00.000Z"
"""In place of the time of writing, so that one brief gives one file."""
_TYPES: Final = {
    "text": "object",
    "json": "object",
    "whole": "Int64",
    "number": "float64",
    "truth": "boolean",
}


@dataclass(frozen=True)
class _Table:
    """A table of the file; a layer where it has geometries."""

    name: str
    sheet: Sheet
    kind: str = ""
    """Of its geometries, as `MultiPolygon`; empty for a table without."""
    geometries: Sequence[BaseGeometry | None] = ()


def gpkg_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief as a GeoPackage; a layer or table that would be empty is left out, but for the places.

    Raises:
        ExportError: GDAL refuses what the brief holds, or a geometry is none.
    """
    tables = [table for table in _tables(Rows(brief)) if table.sheet.rows or table.name == "places"]
    columns = {table.name: column_records(table.sheet.columns) for table in tables}
    told = {"version": str(VERSION), "title": brief.title, "columns": json.dumps(columns)}
    about = sheet([("own", [{"key": key, "value": value} for key, value in told.items()])])
    with tempfile.TemporaryDirectory(prefix="geobrief-") as folder:
        path = Path(folder) / "brief.gpkg"
        for table in (*tables, _Table(ABOUT, about), _styles(tables)):
            _write(path, table)
        _settle(path)
        return _uncounted(path.read_bytes())


def _tables(rows: Rows) -> Iterator[_Table]:
    """In the order in which QGIS lists them."""
    places = rows.brief.places
    at = {place.id: point(place) for place in places}
    yield _Table("places", sheet(rows.places(), _RESERVED), "Point", list(at.values()))
    drawn = [place for place in places if place.geometry is not None]
    outlines = {place.id: outline(place) for place in drawn}
    for name, kind in (("areas", "Polygon"), ("lines", "LineString"), ("spots", "Point")):
        parts = {id_: _parts(shape, kind) for id_, shape in outlines.items()}
        named = [place for place in drawn if parts[place.id] is not None]
        records = [{"id": place.id, "name": place.name, **rows.place_additions(place)} for place in named]
        yield _Table(
            name, sheet([("own", records)], _RESERVED), f"Multi{kind}", [parts[place.id] for place in named]
        )
    movements = list(rows.movements())
    records = [rows.movement_record(movement) for movement in movements]
    lines = [_parts(movement.lines, "LineString") for movement in movements]
    yield _Table("flows", sheet([("own", records)], _RESERVED), "MultiLineString", lines)
    told = [_all_points([at.get(place) for place in claim.places]) for claim in rows.brief.claims]
    yield _Table("claims", sheet(rows.claims(), _RESERVED), "MultiPoint", told)
    yield _Table("articles", sheet(rows.articles(), _RESERVED))


def _parts(shape: BaseGeometry | None, kind: str) -> BaseGeometry | None:
    """Those parts of a geometry that are of one kind, as one of many parts; None where there are none."""
    simple = list(_simple(shape)) if shape is not None else []
    parts: Any = [part for part in simple if part.geom_type == kind and not part.is_empty]
    made: Mapping[str, Callable[[Any], BaseGeometry]] = {
        "Polygon": shapely.MultiPolygon,
        "LineString": shapely.MultiLineString,
        "Point": shapely.MultiPoint,
    }
    return made[kind](parts) if parts else None


def _simple(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    parts = list(shapely.get_parts(shape))
    if len(parts) == 1 and parts[0].geom_type == shape.geom_type:
        yield parts[0]
        return
    for part in parts:
        yield from _simple(part)


def _all_points(points: Sequence[BaseGeometry | None]) -> BaseGeometry | None:
    there: Any = [each for each in points if each is not None]
    return shapely.MultiPoint(there) if there else None


def _styles(tables: Sequence[_Table]) -> _Table:
    """The table in which QGIS looks for a layer's style when it opens it."""
    layers = {table.name for table in tables}
    added = {each.field: each.name for each in tables[0].sheet.columns if each.role == "added"}
    styles = layer_styles(added.get("symbol", "symbol"), added.get("number", "number"))
    records = [
        {"f_table_catalog": "", "f_table_schema": "", "f_table_name": name, "f_geometry_column": "geom"}
        | {"styleName": "geobrief", "styleQML": qml, "styleSLD": "", "useAsDefault": True}
        | {"description": "As geobrief's page draws it", "owner": "", "ui": "", "update_time": _WRITTEN_AT}
        for name, qml in styles.items()
        if name in layers
    ]
    return _Table("layer_styles", sheet([("own", records)]))


def _write(path: Path, table: _Table) -> None:
    import geopandas
    import pyogrio

    frame: Any = _frame(table.sheet.columns, table.sheet.rows)
    settings: dict[str, Any] = {"layer_options": {"FID": "id" if table.name == "layer_styles" else "fid"}}
    if table.kind:
        height = any(shape is not None and shape.has_z for shape in table.geometries)
        frame = geopandas.GeoDataFrame(frame, geometry=list(table.geometries), crs="EPSG:4326")
        settings["geometry_type"] = f"{table.kind} Z" if height else table.kind
        settings["layer_options"]["GEOMETRY_NAME"] = "geom"
    try:
        pyogrio.write_dataframe(frame, path, layer=table.name, driver="GPKG", **settings)
    except (
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        pyogrio.errors.FeatureError,
    ) as error:
        raise ExportError(f"The {table.name} cannot be written as a GeoPackage: {error}.") from error


def _frame(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> pandas.DataFrame:
    import pandas

    cells = zip(*rows, strict=True) if rows else [()] * len(columns)
    made = {
        column.name: pandas.Series(list(values), dtype=_TYPES[column.form])
        for column, values in zip(columns, cells, strict=True)
    }
    return pandas.DataFrame(made)


def _settle(path: Path) -> None:
    """Takes the times of writing out, and lays the file out anew."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE gpkg_contents SET last_change = ?", (_WRITTEN_AT,))
        database.execute("VACUUM")


def _uncounted(database: bytes) -> bytes:
    """The file without the count of its changes, which SQLite keeps twice (Database File Format, 1.3)."""
    once = (1).to_bytes(4, "big")
    return database[:24] + once + database[28:92] + once + database[96:]
