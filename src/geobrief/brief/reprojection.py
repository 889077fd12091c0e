"""GeoJSON in another CRS than WGS 84, as QGIS exports it with a `crs` member: brought to WGS 84, and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from geobrief.errors import BriefError
from geobrief.model import Geometry

if TYPE_CHECKING:
    import numpy
    import pyproj

__all__ = ["Reprojection", "mapping", "reprojection"]

_WGS_84: Final = "EPSG:4326"
_DECIMALS: Final = 9
"""Of a degree, read: a tenth of a millimetre, which takes off what reprojection adds by rounding."""
_WRITTEN_DECIMALS: Final = {"degrees": 11, "lengths": 6}
"""Of a degree, of a metre or foot: finer, so that a coordinate comes back as it was given."""


@dataclass(frozen=True)
class Reprojection:
    """The way from one CRS to WGS 84 and back; longitude or easting comes first on both sides."""

    name: str
    """As the file names the CRS."""
    decimals: int
    """That a coordinate in it is written with."""
    _inward: pyproj.Transformer
    _outward: pyproj.Transformer

    def to_wgs_84(self, feature: Any) -> Any:
        """The Feature in WGS 84, without heights; one whose geometry is broken as it is, to be reported."""
        import numpy
        import shapely

        if not isinstance(feature, dict) or not feature.get("geometry"):
            return feature
        try:
            shape = shapely.force_2d(shapely.geometry.shape(feature["geometry"]))
        except (shapely.errors.ShapelyError, AttributeError, KeyError, TypeError, ValueError, IndexError):
            return feature
        moved = _transformed(shape, self._inward)
        placed = numpy.isfinite(shapely.get_coordinates(moved)).all()
        return {**feature, "geometry": mapping(moved)} if placed else feature

    def from_wgs_84(self, geometry: Geometry | None) -> Geometry | None:
        """A geometry in WGS 84 as the file would have it."""
        import shapely

        if geometry is None:
            return None
        moved = _transformed(shapely.geometry.shape(dict(geometry)), self._outward)
        return mapping(moved, self.decimals)


@lru_cache(maxsize=8)
def reprojection(name: str) -> Reprojection:
    """The way from a CRS, by the name that a `crs` member gives it.

    Raises:
        BriefError: Nobody knows the name, or positions in it are no two coordinates.
    """
    import pyproj

    try:
        crs = pyproj.CRS.from_user_input(name)
        inward = pyproj.Transformer.from_crs(crs, _WGS_84, always_xy=True)
        outward = pyproj.Transformer.from_crs(_WGS_84, crs, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise BriefError(
            f"the coordinates are in the unknown CRS {name!r:.80}; export the places in WGS 84 (EPSG:4326)"
        ) from error
    decimals = _WRITTEN_DECIMALS["degrees" if crs.is_geographic else "lengths"]
    return Reprojection(name, decimals, inward, outward)


def mapping(shape: Any, decimals: int = _DECIMALS) -> Geometry:
    """A shapely geometry as GeoJSON, its coordinates rounded."""
    import shapely

    rounded = shapely.transform(shape, lambda positions: positions.round(decimals))
    found: Geometry = json.loads(shapely.to_geojson(rounded))
    return found


def _transformed(shape: Any, transformer: pyproj.Transformer) -> Any:
    import numpy
    import shapely

    def moved(positions: numpy.ndarray) -> numpy.ndarray:
        return numpy.column_stack(transformer.transform(positions[:, 0], positions[:, 1]))

    return shapely.transform(shape, moved)
