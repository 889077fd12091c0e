"""A place's geometry for other programs."""

from __future__ import annotations

from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.brief.antimeridian import cut
from geobrief.brief.geometries import plain
from geobrief.errors import ExportError
from geobrief.model import Place

__all__ = ["geojson", "outline", "place_geojson", "point"]


def point(place: Place) -> BaseGeometry | None:
    """Where the place is marked; None for one that is not located."""
    return None if place.lon is None or place.lat is None else shapely.Point(place.lon, place.lat)


def outline(place: Place) -> BaseGeometry | None:
    """What the place has beside its point, cut at the 180th meridian; None for a point.

    Raises:
        ExportError: Its geometry is no GeoJSON geometry.
    """
    if place.geometry is None:
        return None
    try:
        shape: BaseGeometry = cut(shapely.geometry.shape(dict(place.geometry)))
    except (
        AttributeError,
        IndexError,
        KeyError,
        TypeError,
        ValueError,
        shapely.errors.ShapelyError,
    ) as error:
        raise ExportError(
            f"The geometry of place {place.id!r} cannot be written: {error!r}. Mend it in places.geojson."
        ) from error
    return shape


def place_geojson(place: Place) -> dict[str, Any] | None:
    """The place's outline, else its point, as RFC 7946 asks: outer rings counterclockwise, holes clockwise.

    Raises:
        ExportError: Its geometry is no GeoJSON geometry.
    """
    shape = outline(place)
    if shape is None:
        return None if place.lon is None else {"type": "Point", "coordinates": [place.lon, place.lat]}
    return geojson(shapely.orient_polygons(shape))


def geojson(shape: BaseGeometry) -> dict[str, Any]:
    """A geometry as a GeoJSON object, without rounding."""
    found: dict[str, Any] = plain(shapely.geometry.mapping(shape))
    return found
