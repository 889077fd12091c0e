"""Tables that `geobrief export` wrote (GeoPackage, GeoParquet), read back as the brief."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.brief.exported import from_records, records, records_of
from geobrief.brief.frame_values import plain_cell
from geobrief.brief.geometries import plain
from geobrief.brief.geoparquet import read_geoparquet
from geobrief.brief.sheets import Column, read_columns
from geobrief.errors import BriefError
from geobrief.model import Brief

if TYPE_CHECKING:
    import pandas

__all__ = ["ABOUT", "VERSION", "read_exported_gpkg", "read_exported_parquet"]

ABOUT: Final = "geobrief"
"""The table, or the key of a file's metadata, that tells how the columns are to be read back."""
VERSION: Final = 1

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, in the brief's own terms."""

    own: Record
    extra: Record
    geometry: Any = None
    """Of shapely."""

    @property
    def key(self) -> str:
        """The id of what it tells of."""
        return str(self.own.get("id", self.extra.get("id", "")))


def read_exported_gpkg(path: Path) -> Brief | None:
    """The brief of a GeoPackage that geobrief wrote, changed since or not; None of any other.

    Raises:
        BriefError: Something in it is broken; all faults at once.
    """
    told = _told(path)
    if told is None:
        return None
    columns = _columns(told.get("columns", ""))
    import pyogrio

    try:
        layers = {str(name) for name, _ in pyogrio.list_layers(path)}
        tables: dict[str, list[Row]] = {
            name: list(_rows(path, name, columns.get(name, {}))) for name in _TABLES if name in layers
        }
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, OSError) as error:
        raise BriefError(f"{path} cannot be read ({error}); export it again") from error
    return from_records(
        list(_features(tables)),
        [row.extra | row.own for row in tables.get("claims", ())],
        [row.own for row in tables.get("articles", ())],
        title=told.get("title") or path.stem,
        file=path.name,
    )


def read_exported_parquet(path: Path) -> Brief | None:
    """The brief of a GeoParquet file that geobrief wrote; None of any other.

    Raises:
        BriefError: Something in it is broken; all faults at once.
    """
    frame, about = read_geoparquet(path, ABOUT)
    if not about:
        return None
    columns = read_columns(about.get("columns"))
    table = frame.drop(columns=["bbox", "claims"], errors="ignore")
    features = [place_feature(row, row.geometry) for row in frame_rows(table, columns)]
    claims, articles = records(about.get("claims")), records(about.get("articles"))
    title = str(about.get("title") or path.stem)
    return from_records(features, claims, articles, title=title, file=path.name)


_OUTLINES: Final = ("areas", "lines", "spots")
_MARK: Final = ("lon", "lat")
_TABLES: Final = ("places", *_OUTLINES, "claims", "articles")


def _told(path: Path) -> Mapping[str, str] | None:
    """What the table about the file says; None where there is none."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return {
                str(key): str(value) for key, value in database.execute(f"SELECT key, value FROM {ABOUT}")
            }
    except sqlite3.Error:
        return None


def _columns(text: str) -> dict[str, dict[str, Column]]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {name: read_columns(records) for name, records in found.items()} if isinstance(found, dict) else {}


def _rows(path: Path, layer: str, columns: Mapping[str, Column]) -> Iterator[Row]:
    import pyogrio

    yield from frame_rows(pyogrio.read_dataframe(path, layer=layer), columns)


def frame_rows(frame: pandas.DataFrame, columns: Mapping[str, Column]) -> Iterator[Row]:
    """The rows of a frame, whose geometries are in the column `geometry`, if it has any."""
    geometries = frame["geometry"] if "geometry" in frame else [None] * len(frame)
    table = frame.drop(columns="geometry", errors="ignore")
    names = [str(name) for name in table.columns]
    for cells, geometry in zip(table.itertuples(index=False, name=None), geometries, strict=True):
        row = {name: plain_cell(cell) for name, cell in zip(names, cells, strict=True)}
        yield Row(*records_of(row, columns), geometry)


def _features(tables: Mapping[str, list[Row]]) -> Iterator[Record]:
    outlines: dict[str, list[Any]] = {}
    for name in _OUTLINES:
        for row in tables.get(name, ()):
            if row.geometry is not None and not row.geometry.is_empty:
                outlines.setdefault(row.key, []).append(row.geometry)
    for row in tables.get("places", ()):
        shapes = outlines.get(row.key, [])
        yield place_feature(row, _joined(shapes) if shapes else row.geometry)


def place_feature(row: Row, geometry: Any) -> Record:
    """A place's Feature; `lon` and `lat` of a point are its geometry's own."""
    import shapely

    empty = geometry is None or geometry.is_empty
    at_point = empty or geometry.geom_type == "Point"
    told = {"id", *(_MARK if at_point else ())}
    own = {name: value for name, value in row.own.items() if name not in told}
    shape = None if empty else plain(shapely.geometry.mapping(geometry))
    return {"type": "Feature", "id": row.key, "properties": own | row.extra, "geometry": shape}


def _joined(shapes: list[Any]) -> Any:
    """The parts of one place's outline, each as simple as it can be told."""
    import shapely

    simple = [shape.geoms[0] if len(shape.geoms) == 1 else shape for shape in shapes]
    return simple[0] if len(simple) == 1 else shapely.GeometryCollection(simple)
