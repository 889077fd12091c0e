"""Rows as the bytes of a GeoParquet 1.1 file; the same rows give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geobrief.corpora.layout import DATASETS
from geobrief.export.geoparquet import BOX, SIDES, geo_metadata

__all__ = ["GEOMETRY_TYPES", "Points", "Row", "parquet_bytes", "table_of"]

Row: TypeAlias = Mapping[str, Any]
Points: TypeAlias = Sequence[tuple[float, float]]
"""Longitude and latitude of each; a row has them as `geometry`."""

GEOMETRY_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": ("MultiPoint",),
    "mentions": ("Point",),
    "claims": ("MultiPoint", "Point"),
    "flows": ("LineString",),
    "places": ("Point",),
    "groups": ("MultiPoint", "Point"),
}
"""The geometries of each table that has any."""


def table_of(dataset: str, rows: Sequence[Row]) -> pa.Table:
    """The rows as a table of a dataset, `geometry` made of points into WKB with its `bbox`."""
    schema = DATASETS[dataset]
    if dataset not in GEOMETRY_TYPES:
        return pa.Table.from_pylist(list(rows), schema=schema)
    shapes = np.array([_shape(dataset, row["geometry"]) for row in rows], dtype=object)
    wkb = shapely.to_wkb(shapes, flavor="iso")
    bounds = shapely.bounds(shapes).reshape(-1, 4).tolist()
    filled = [
        {**row, "geometry": data, "bbox": None if data is None else dict(zip(SIDES, box, strict=True))}
        for row, data, box in zip(rows, wkb, bounds, strict=True)
    ]
    return pa.Table.from_pylist(filled, schema=schema)


def _shape(dataset: str, points: Points) -> shapely.Geometry | None:
    if not points:
        return None
    if dataset == "flows":
        return shapely.LineString(points)
    if len(points) == 1 and "Point" in GEOMETRY_TYPES[dataset]:
        return shapely.Point(points[0])
    return shapely.MultiPoint(points)


def parquet_bytes(dataset: str, table: pa.Table, told: Mapping[str, Any]) -> bytes:
    """A table of a dataset as a file.

    Args:
        dataset: Its name.
        table: The rows.
        told: What the file's metadata say under `geobrief`.
    """
    metadata = {"geobrief": json.dumps({**told, "dataset": dataset}, sort_keys=True)}
    if dataset in GEOMETRY_TYPES:
        metadata["geo"] = json.dumps(_geo(dataset, table), sort_keys=True)
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(metadata), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _geo(dataset: str, table: pa.Table) -> dict[str, Any]:
    boxes = table[BOX].drop_null().combine_chunks()
    if not len(boxes):
        return geo_metadata(GEOMETRY_TYPES[dataset], None)
    west, south, east, north = (boxes.field(side).to_numpy() for side in SIDES)
    return geo_metadata(GEOMETRY_TYPES[dataset], [west.min(), south.min(), east.max(), north.max()])
