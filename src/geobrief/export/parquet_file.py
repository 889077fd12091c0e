"""GeoParquet 1.1: a row a place with its claims as a list; in the metadata all claims, and the articles."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any, Final

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.brief.claim_cells import cells
from geobrief.brief.exported_tables import ABOUT, VERSION
from geobrief.brief.sheets import Column, column_records, sheet
from geobrief.export.extras import needed
from geobrief.export.geometry import outline, point
from geobrief.export.geoparquet import BOX, GEOMETRY, SIDES, geo_metadata
from geobrief.export.options import Options
from geobrief.export.rows import Rows
from geobrief.model import Brief, Place
from geobrief.text.decoding import paired

__all__ = ["parquet_file"]

_CLAIM: Final = (
    *("id", "article", "quote", "by", "certainty", "quantity", "when", "start", "end", "from", "to"),
    *("url", "note", "group"),
)
"""What each of a place's claims tells."""


def parquet_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The places as GeoParquet, geometries as WKB in WGS 84 with a box for each.

    Raises:
        ExportError: pyarrow is missing, or a geometry is none.
    """
    arrow = needed("pyarrow", "parquet")
    parquet = needed("pyarrow.parquet", "parquet")
    rows = Rows(brief)
    made = sheet(rows.places(), taken=("claims", GEOMETRY, BOX))
    cells = list(zip(*made.rows, strict=True)) or [()] * len(made.columns)
    shapes = [_shape(place) for place in brief.places]
    arrays = {
        column.name: arrow.array(values, type=_type(arrow, column))
        for column, values in zip(made.columns, cells, strict=True)
    }
    arrays["claims"] = arrow.array([_said(rows, place) for place in brief.places], type=_claims_type(arrow))
    arrays[BOX] = arrow.array([_box(shape) for shape in shapes], type=_box_type(arrow))
    arrays[GEOMETRY] = arrow.array([_wkb(shape) for shape in shapes], type=arrow.binary())
    metadata = {"geo": json.dumps(_geo(shapes)), ABOUT: json.dumps(_about(rows, made.columns))}
    file = io.BytesIO()
    parquet.write_table(arrow.table(arrays).replace_schema_metadata(metadata), file, compression="zstd")
    return file.getvalue()


def _about(rows: Rows, columns: Iterable[Column]) -> dict[str, Any]:
    """What the rows of places cannot hold, under a key of the file's metadata."""
    return {
        "version": VERSION,
        "title": rows.brief.title,
        "columns": column_records(columns),
        "claims": list(rows.claim_records().values()),
        "articles": rows.article_records(),
    }


def _shape(place: Place) -> BaseGeometry | None:
    shape = outline(place)
    return point(place) if shape is None else shapely.orient_polygons(shape)


def _wkb(shape: BaseGeometry | None) -> bytes | None:
    return None if shape is None else shapely.to_wkb(shape, flavor="iso")


def _box(shape: BaseGeometry | None) -> dict[str, float] | None:
    return None if shape is None or shape.is_empty else dict(zip(SIDES, shape.bounds, strict=True))


def _geo(shapes: Sequence[BaseGeometry | None]) -> dict[str, Any]:
    there = [shape for shape in shapes if shape is not None and not shape.is_empty]
    types = sorted({f"{shape.geom_type}{' Z' if shape.has_z else ''}" for shape in there})
    bounds = shapely.total_bounds(there) if there else None
    return geo_metadata(types, bounds, {"orientation": "counterclockwise"})


def _said(rows: Rows, place: Place) -> list[dict[str, str]]:
    """The claims about a place."""
    found = []
    for id_ in rows.marks[place.id].claims:
        claim = rows.claims_by_id[id_]
        row = cells(claim)
        when = {"start": claim.when.start, "end": claim.when.end} if claim.when else {"start": "", "end": ""}
        found.append({name: paired(text) for name, text in (row | when).items() if name in _CLAIM})
    return found


def _type(arrow: ModuleType, column: Column) -> Any:
    types = {"text": "string", "json": "string", "whole": "int64", "number": "float64", "truth": "bool_"}
    return getattr(arrow, types[column.form])()


def _claims_type(arrow: ModuleType) -> Any:
    return arrow.list_(arrow.struct([(name, arrow.string()) for name in _CLAIM]))


def _box_type(arrow: ModuleType) -> Any:
    return arrow.struct([(side, arrow.float64()) for side in SIDES])
