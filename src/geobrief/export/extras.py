"""Packages that only some formats need, and that come with an extra of geobrief."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from geobrief.errors import ExportError

__all__ = ["needed"]


def needed(module: str, extra: str) -> ModuleType:
    """A module that comes with an extra of geobrief.

    >>> needed("json", "none").__name__
    'json'

    Raises:
        ExportError: It is not installed; the message tells the line that installs it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ExportError(
            f"This format needs {package}, which is not installed. Run: pip install 'geobrief[{extra}]'"
        ) from error
