"""Where installed packages keep their data files, found without running any of their code."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from geobrief.errors import GazetteerError

__all__ = ["data_file", "package_version"]


def data_file(package: str, *parts: str) -> Path:
    """The path of a data file in an installed package.

    Raises:
        GazetteerError: The package or the file is missing.
    """
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *parts)
        if path.is_file():
            return path
    raise GazetteerError(
        f"The gazetteer's source {'/'.join((package, *parts))} is missing. "
        f"Run: pip install --force-reinstall {package}"
    )


def package_version(package: str) -> str:
    """The installed version of a package.

    Raises:
        GazetteerError: It is not installed.
    """
    try:
        return version(package)
    except PackageNotFoundError:
        raise GazetteerError(f"The package {package} is not installed. Run: pip install {package}") from None
