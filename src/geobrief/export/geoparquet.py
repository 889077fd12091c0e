"""What a GeoParquet 1.1 file says of its geometries: https://geoparquet.org/releases/v1.1.0/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

__all__ = ["BOX", "GEOMETRY", "SIDES", "geo_metadata"]

GEOMETRY: Final = "geometry"
"""The column of geometries, as WKB."""
BOX: Final = "bbox"
"""The column of a box for each, as a struct of its sides."""
SIDES: Final = ("xmin", "ymin", "xmax", "ymax")


def geo_metadata(
    geometry_types: Sequence[str], bounds: Iterable[float] | None, further: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The value of the key `geo` of the file's metadata; without a `crs` it is OGC:CRS84, longitude first.

    Args:
        geometry_types: As the specification calls them; empty where any may come.
        bounds: Of all geometries in degrees: west, south, east, north; None where there is none.
        further: What else is said of the column, as its `orientation`.
    """
    column = {
        "encoding": "WKB",
        "geometry_types": list(geometry_types),
        "covering": {BOX: {side: [BOX, side] for side in SIDES}},
        **(further or {}),
        **({} if bounds is None else {"bbox": [float(degrees) for degrees in bounds]}),
    }
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
