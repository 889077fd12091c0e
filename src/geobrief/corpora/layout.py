"""The dataset of a corpus: which tables it has and the columns of each (docs/CORPUS.md).

Offsets are code points of the document's text, half-open. Geometries are well-known binary in OGC:CRS84,
longitude before latitude; `bbox` beside each is its covering of GeoParquet 1.1.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

__all__ = [
    "CLAIMS",
    "COPIES",
    "DATASETS",
    "DERIVED",
    "DOCUMENTS",
    "FLOWS",
    "GROUPS",
    "MANIFEST",
    "MENTIONS",
    "PLACES",
    "PRIMARY",
    "REJECTED",
    "SCHEMA_VERSION",
    "part_name",
]

SCHEMA_VERSION: Final = 1
"""Raised when a column changes its meaning or goes; a new column does not raise it."""

MANIFEST: Final = "manifest.json"
"""Written last: a folder without it is not finished."""
REJECTED: Final = "rejected.jsonl"

_BBOX: Final = pa.struct([(side, pa.float64()) for side in ("xmin", "ymin", "xmax", "ymax")])
_GEOMETRY: Final = (pa.field("geometry", pa.binary()), pa.field("bbox", _BBOX))
_TEXTS: Final = pa.list_(pa.string())


def _schema(*fields: tuple[str, pa.DataType] | pa.Field) -> pa.Schema:
    return pa.schema([field if isinstance(field, pa.Field) else pa.field(*field) for field in fields])


DOCUMENTS: Final = _schema(
    ("id", pa.string()),
    ("number", pa.int64()),
    ("source", pa.string()),
    ("position", pa.int64()),
    ("own_id", pa.string()),
    ("title", pa.string()),
    ("published", pa.date32()),
    ("url", pa.string()),
    ("publisher", pa.string()),
    ("language", pa.string()),
    ("text", pa.string()),
    ("mentions", pa.int32()),
    ("claims", pa.int32()),
    *_GEOMETRY,
)
"""A row an article; its geometry is the points of all places that it names."""

MENTIONS: Final = _schema(
    ("document", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("text", pa.string()),
    ("place", pa.string()),
    ("score", pa.float64()),
    *_GEOMETRY,
)
"""A row a name of a place; `place` and the point are null where it was left open."""

QUANTITY: Final = pa.struct(
    [
        ("value", pa.float64()),
        ("unit", pa.string()),
        ("text", pa.string()),
        ("bound", pa.string()),
        ("counted", pa.string()),
        ("value_si", pa.float64()),
        ("unit_si", pa.string()),
    ]
)

CLAIMS: Final = _schema(
    ("id", pa.string()),
    ("document", pa.string()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("quote", pa.string()),
    ("places", _TEXTS),
    ("place_names", _TEXTS),
    ("inferred", _TEXTS),
    ("by", pa.string()),
    ("by_name", pa.string()),
    ("by_kind", pa.string()),
    ("by_start", pa.int32()),
    ("by_end", pa.int32()),
    ("certainty", pa.string()),
    ("certainty_start", pa.int32()),
    ("certainty_end", pa.int32()),
    ("quantities", pa.list_(QUANTITY)),
    ("when_start", pa.date32()),
    ("when_end", pa.date32()),
    ("when_text", pa.string()),
    ("from_place", pa.string()),
    ("to_place", pa.string()),
    ("published", pa.date32()),
    ("publisher", pa.string()),
    *_GEOMETRY,
)
"""A row a claim; its geometry is the point of its place, or the points of its places, or null."""

FLOWS: Final = _schema(
    ("claim", pa.string()),
    ("document", pa.string()),
    ("from_place", pa.string()),
    ("to_place", pa.string()),
    ("certainty", pa.string()),
    ("when_start", pa.date32()),
    ("when_end", pa.date32()),
    ("published", pa.date32()),
    *_GEOMETRY,
)
"""A row a movement between two places that have a point; a straight line of two points."""

PLACES: Final = _schema(
    ("id", pa.string()),
    ("name", pa.string()),
    ("kind", pa.string()),
    ("lon", pa.float64()),
    ("lat", pa.float64()),
    ("country_code", pa.string()),
    ("within", pa.string()),
    ("precision", pa.string()),
    ("source", pa.string()),
    ("aliases", _TEXTS),
    ("mentions", pa.int64()),
    ("documents", pa.int64()),
    ("claims", pa.int64()),
    ("first", pa.date32()),
    ("last", pa.date32()),
    *_GEOMETRY,
)
"""A row a place of the whole corpus, with how often it comes up."""

COPIES: Final = _schema(
    ("document", pa.string()),
    ("copy_of", pa.string()),
    ("similarity", pa.float64()),
)
"""A row an article that repeats another one; `copy_of` itself repeats none."""

REPORT: Final = pa.struct(
    [
        ("claim", pa.string()),
        ("document", pa.string()),
        ("by", pa.string()),
        ("publisher", pa.string()),
        ("published", pa.date32()),
        ("text", pa.string()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("against", pa.bool_()),
        ("copy", pa.bool_()),
    ]
)

GROUPS: Final = _schema(
    ("id", pa.string()),
    ("places", _TEXTS),
    ("thing", pa.string()),
    ("deed", pa.string()),
    ("unit", pa.string()),
    ("claims", pa.int64()),
    ("articles", pa.int64()),
    ("copies", pa.int64()),
    ("publishers", _TEXTS),
    ("first", pa.date32()),
    ("last", pa.date32()),
    ("low", pa.float64()),
    ("high", pa.float64()),
    ("disagree", pa.bool_()),
    ("reports", pa.list_(REPORT)),
    *_GEOMETRY,
)
"""A row a thing that several claims count at one place and time."""

DATASETS: Final[dict[str, pa.Schema]] = {
    "documents": DOCUMENTS,
    "mentions": MENTIONS,
    "claims": CLAIMS,
    "flows": FLOWS,
    "places": PLACES,
    "copies": COPIES,
    "groups": GROUPS,
}
"""Every table by the name of its folder."""

PRIMARY: Final = ("documents", "mentions", "claims", "flows")
"""Those with a part for each partition of the input."""

DERIVED: Final = ("places", "copies", "groups")
"""Those that are made of all partitions together."""


def part_name(number: int) -> str:
    """The file of a part.

    >>> part_name(7)
    'part-00007.parquet'
    """
    return f"part-{number:05d}.parquet"
