"""The packages of the extra `corpus`, asked for before any of them is used."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Final

from geobrief.errors import CorpusError

__all__ = ["require_extra"]

_PACKAGES: Final = {
    "dask_geopandas": "dask-geopandas",
    "distributed": "dask[distributed]",
    "datasketch": "datasketch",
    "duckdb": "duckdb",
    "fsspec": "fsspec",
    "pyarrow": "pyarrow",
    "warcio": "warcio",
}
"""What is imported, and the package that brings it."""


def require_extra(find: Callable[[str], object | None] = find_spec) -> None:
    """Tells in one line which packages are missing.

    Args:
        find: Gives None for a module that is not installed.

    Raises:
        CorpusError: One of them is not installed.
    """
    missing = [package for module, package in _PACKAGES.items() if find(module) is None]
    if missing:
        raise CorpusError(
            f'A corpus needs {", ".join(missing)}. Run: pip install "geobrief[corpus]"',
        )
