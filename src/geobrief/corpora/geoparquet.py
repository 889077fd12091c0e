"""Rows as the bytes of a GeoParquet 1.1 file; the same rows give the same bytes.

The specification: https://geoparquet.org/releases/v1.1.0/. Without `crs` the coordinates are OGC:CRS84.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from geobrief.corpora.layout import DATASETS

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

_SIDES: Final = ("xmin", "ymin", "xmax", "ymax")
_COVERING: Final = {"bbox": {side: ["bbox", side] for side in _SIDES}}


def table_of(dataset: str, rows: Sequence[Row]) -> pa.Table:
    """The rows as a table of a dataset, `geometry` made of points into WKB with its `bbox`."""
    schema = DATASETS[dataset]
    if dataset not in GEOMETRY_TYPES:
        return pa.Table.from_pylist(list(rows), schema=schema)
    shapes = np.array([_shape(dataset, row["geometry"]) for row in rows], dtype=object)
    wkb = shapely.to_wkb(shapes, flavor="iso")
    bounds = shapely.bounds(shapes).reshape(-1, 4).tolist()
    filled = [
        {**row, "geometry": data, "bbox": None if data is None else dict(zip(_SIDES, box, strict=True))}
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
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": list(GEOMETRY_TYPES[dataset]),
        "covering": _COVERING,
    }
    boxes = table["bbox"].drop_null().combine_chunks()
    if len(boxes):
        sides = [boxes.field(side).to_numpy() for side in _SIDES]
        column["bbox"] = [
            *(float(side.min()) for side in sides[:2]),
            *(float(side.max()) for side in sides[2:]),
        ]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
