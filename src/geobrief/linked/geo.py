"""Where a place is, in schema.org's terms: a point, and the outline where the brief has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geobrief.brief.fact_records import plain_number
from geobrief.errors import ExportError
from geobrief.model import Place

__all__ = ["outlines", "point"]

Record = dict[str, Any]


def point(place: Place) -> Record | None:
    """The place's point as `GeoCoordinates`, WGS 84 degrees; None for one that is not located."""
    if place.lon is None or place.lat is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": plain_number(place.lat),
        "longitude": plain_number(place.lon),
    }


def outlines(place: Place) -> list[Record]:
    """The place's own geometry as `GeoShape`s, one a polygon or line; holes and bare points have no term.

    Raises:
        ExportError: The geometry is no GeoJSON geometry.
    """
    if place.geometry is None:
        return []
    try:
        return list(_shapes(place.geometry))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise ExportError(
            f"The geometry of place {place.id!r} cannot be written: {error!r}. Mend it in places.geojson."
        ) from error


def _shapes(geometry: Mapping[str, Any]) -> Iterator[Record]:
    kind, coordinates = geometry["type"], geometry.get("coordinates", [])
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _shapes(part)
    elif kind == "Polygon":
        yield from _shape("polygon", coordinates[:1])
    elif kind == "MultiPolygon":
        yield from _shape("polygon", [polygon[0] for polygon in coordinates if polygon])
    elif kind == "LineString":
        yield from _shape("line", [coordinates])
    elif kind == "MultiLineString":
        yield from _shape("line", coordinates)


def _shape(term: str, lines: Sequence[Any]) -> Iterator[Record]:
    return ({"@type": "GeoShape", term: _points(line)} for line in lines if line)


def _points(line: Sequence[Sequence[float]]) -> str:
    """Points as schema.org writes them: latitude, comma, longitude; a space between points."""
    return " ".join(f"{plain_number(lat)},{plain_number(lon)}" for lon, lat, *_ in line)
