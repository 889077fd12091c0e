"""Names for countries of which the map shows a part without the point at which they are usually named."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.export.still.frame import Frame
from geobrief.export.still.geography import globe, projected

__all__ = ["seen_points"]

LEAST_PART = 0.035
"""Of the map, that a country covers at least to be named where it is seen."""
TOLERANCE = 3.0
"""Points by which the middle of a shape may be missed."""


def seen_points(frame: Frame, known: frozenset[str]) -> dict[str, tuple[float, float]]:
    """Where on the picture countries are to be named, by ISO 3166-1 alpha-2 code, but for those known.

    Args:
        frame: The map.
        known: Codes of countries whose own point is on it.

    Raises:
        GazetteerError: The packaged geodata are missing or broken.
    """
    from geobrief.gazetteer.packaged import world

    if frame.projection.name == "eqearth":
        return {}
    seen: BaseGeometry = shapely.box(*frame.box)
    if (edge := globe(frame)) is not None:
        seen = seen.intersection(edge)
    window = frame.window()
    view = shapely.box(window.west, window.south, window.east, window.north)
    topology = world()
    found = {}
    for record in topology.records("countries"):
        code = str(record["properties"]["country_code"])
        if code in known or not _near(record["bbox"], view):
            continue
        parts = shapely.get_parts(shapely.get_parts(np.array([topology.geometry(record)], dtype=object)))
        part = _largest(shapely.intersection(shapely.make_valid(projected(parts, frame)), seen))
        if part is not None and part.area >= LEAST_PART * seen.area:
            middle = shapely.get_coordinates(shapely.maximum_inscribed_circle(part, TOLERANCE))[0]
            found[code] = (float(middle[0]), float(middle[1]))
    return found


def _near(bbox: Any, view: BaseGeometry) -> bool:
    west, south, east, north = bbox
    return any(
        view.intersects(shapely.box(west + turn, south, east + turn, north)) for turn in (-360, 0, 360)
    )


def _largest(shapes: Any) -> shapely.Polygon | None:
    pieces = [piece for piece in shapely.get_parts(shapely.get_parts(shapes)) if piece.area > 0]
    return max(pieces, key=lambda piece: float(piece.area), default=None)
