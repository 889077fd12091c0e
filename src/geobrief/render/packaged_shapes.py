"""The packaged shape of a place, by where its coordinates come from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from geobrief.gazetteer.own_tables import Feature

__all__ = ["packaged_shape"]


@cache
def packaged_shape(source: str) -> shapely.Geometry | None:
    """The area of a country, division, water or region in degrees; None for anything else and for continents.

    Args:
        source: A gazetteer id, as `geonames:484048` or `geobrief:black-sea`.
    """
    from geobrief.gazetteer.shapes import region_extent, shape, water_shape

    if feature := _features().get(source):
        if feature.kind == "continent":
            return None
        extent = water_shape if feature.kind == "water" else region_extent
        return extent(feature.lon, feature.lat, feature.bbox)
    return shape(source)


@cache
def _features() -> dict[str, Feature]:
    from geobrief.gazetteer.own_tables import read_features

    return {feature.id: feature for feature in read_features()}
