"""A file that `geobrief export` wrote, told from any other file of geodata and read back as the brief."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geobrief.brief.encodings import decode
from geobrief.brief.exported import KIND, from_features, is_exported
from geobrief.brief.exported_tables import read_exported_gpkg, read_exported_parquet
from geobrief.brief.geoparquet import GEOPARQUET
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["read_exported"]

_JSON: Final = (".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson")
_MARK: Final = f'"{KIND}"'.encode()


def read_exported(path: Path) -> Brief | None:
    """The brief of an exported GeoJSON, GeoPackage or GeoParquet file; None of any other.

    Raises:
        BriefError: Something in it is broken; all faults at once.
    """
    suffix = path.suffix.lower()
    if not path.is_file():
        return None
    if suffix == ".gpkg":
        return read_exported_gpkg(path)
    if suffix in GEOPARQUET:
        return read_exported_parquet(path)
    return _read_json(path) if suffix in _JSON else None


def _read_json(path: Path) -> Brief | None:
    data = path.read_bytes()
    if _MARK not in data:
        return None
    try:
        text = decode(data, str(path))[0].removeprefix("\ufeff")
        collection = _collection(text)
    except (BriefError, ValueError, RecursionError):
        return None  # whoever reads any file says what is wrong with it
    features = collection.get("features")
    if not isinstance(features, list) or not (is_exported(features) or collection.get(KIND) == "brief"):
        return None
    return from_features(features, collection, title=str(collection.get("name") or path.stem), file=path.name)


def _collection(text: str) -> Mapping[str, Any]:
    """A FeatureCollection, or what lines of Features make one of."""
    try:
        whole = json.loads(text)
    except ValueError:
        whole = {"features": [json.loads(line) for line in text.split("\n") if line.strip()]}
    return whole if isinstance(whole, dict) else {}
