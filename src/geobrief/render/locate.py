"""Where the map shows each mark: its area, and the point for its disc or name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.errors import PageError
from geobrief.model import Place
from geobrief.render.symbols import Mark
from geobrief.render.view import Located

__all__ = ["ShapeOf", "locate"]

ShapeOf: TypeAlias = Callable[[str], shapely.Geometry | None]
"""Gives the packaged shape for a place's `source`, as `geonames:468082`; None where there is none."""

SHAPED = ("area", "country", "water")


def locate(marks: Iterable[Mark], shape_of: ShapeOf) -> tuple[Located, ...]:
    """Those of the marks that are somewhere, in their order.

    The area is the place's own geometry, else the packaged shape of its source.

    Raises:
        PageError: A place's geometry is no GeoJSON geometry.
    """
    return tuple(_located(mark, shape_of) for mark in marks if mark.symbol != "none")


def _located(mark: Mark, shape_of: ShapeOf) -> Located:
    place = mark.place
    shape: Any = _own_shape(place)
    if shape is None and mark.symbol in SHAPED and place.source:
        shape = shape_of(place.source)
    return Located(mark, _label(place, shape), shape)


def _own_shape(place: Place) -> BaseGeometry | None:
    if place.geometry is None:
        return None
    try:
        shape = shapely.geometry.shape(_plain(place.geometry))
    except (AttributeError, KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise PageError(
            f"The geometry of place {place.id!r} cannot be drawn: {error}. Mend it in places.geojson."
        ) from error
    # A bow tie that someone drew by hand is still to be shown.
    return shape if shape.is_valid else shapely.make_valid(shape)


def _plain(geometry: Mapping[str, Any]) -> dict[str, Any]:
    return dict(geometry)


def _label(place: Place, shape: BaseGeometry | None) -> tuple[float, float]:
    """The place's own point; for an area that does not hold it, a point inside its largest part."""
    own = (place.lon, place.lat) if place.lon is not None and place.lat is not None else None
    if shape is None or shape.is_empty:
        assert own is not None  # a mark without either has the symbol "none"
        return own
    if own is not None and (shape.area == 0 or shape.contains(shapely.Point(own))):
        return own
    largest = max(shapely.get_parts(shape), key=lambda part: (part.area, part.length))
    inside = largest.representative_point()
    return round(inside.x, 4), round(inside.y, 4)
