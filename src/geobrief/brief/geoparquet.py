"""GeoParquet, which GDAL as pyogrio brings it does not read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.errors import BriefError

if TYPE_CHECKING:
    import geopandas

__all__ = ["GEOPARQUET", "read_geoparquet"]

GEOPARQUET: Final = (".parquet", ".geoparquet")
"""How its files end."""


def read_geoparquet(path: Path, key: str = "") -> tuple[geopandas.GeoDataFrame, Mapping[str, Any]]:
    """The table of a file, and the JSON that its metadata hold under a key.

    Raises:
        BriefError: It cannot be read, has no geometries, or pyarrow is missing.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise BriefError(
            "Reading Parquet needs pyarrow, which is not installed. Run: pip install 'geobrief[parquet]'"
        ) from error
    import geopandas

    try:
        metadata = parquet.read_schema(path).metadata or {}
        frame = geopandas.read_parquet(path)
        told = json.loads(metadata.get(key.encode(), b"{}"))
    except (ValueError, OSError) as error:
        what = "give a file with geometries"
        raise BriefError(f"{path} cannot be read as GeoParquet ({error}); {what}") from error
    return frame, told if isinstance(told, dict) else {}
