"""Reading a brief from whatever holds one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from geobrief.brief import places_file
from geobrief.brief.any_file import read_any
from geobrief.brief.encodings import decode
from geobrief.brief.exported_file import read_exported
from geobrief.brief.folder import read_folder
from geobrief.brief.page_file import read_page
from geobrief.brief.references import PLACES
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["read"]


def read(path: Path) -> tuple[Brief, Mapping[str, bytes]]:
    """A brief from its folder, from a page made of one, or from any file of geodata.

    Returns:
        The brief, and the files of a folder that it was read from, as `save_folder` takes them.

    Raises:
        BriefError: There is nothing at the path, or it contradicts the format; all faults of a file at once.
    """
    if not path.exists():
        raise BriefError(f"{path} does not exist; give a brief's folder, a page or a file of geodata")
    if path.is_dir() and path.suffix.lower() != ".gdb":  # a geodatabase is a folder that GDAL reads
        found = read_folder(path)
        return found.value, found.files
    if path.suffix.lower() in (".html", ".htm"):
        return read_page(path), {}
    exported = read_exported(path)
    if exported is not None:
        return exported, {}
    brief = read_any(path)
    return brief, _files(path, brief)


def _files(path: Path, brief: Brief) -> Mapping[str, bytes]:
    """A file of places in the brief's own form, which is kept byte for byte when the brief is saved."""
    if path.suffix.lower() not in (".geojson", ".json"):
        return {}
    data = path.read_bytes()
    places, faults = places_file.scan(decode(data, str(path))[0])
    return {PLACES: data} if not faults and places == brief.places else {}
