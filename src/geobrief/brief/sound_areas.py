"""Whether an area can be drawn as it is meant: what GeoJSON allows to be written but means no area."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from geobrief.model import Geometry

__all__ = ["area_doubt"]

_LONGEST: Final = 180.0
"""Degrees of longitude between two corners beyond which the way round the other side is shorter."""
_REASON: Final = re.compile(r"(?P<what>[^\[]*)\[(?P<lon>\S+) (?P<lat>\S+)\]")
"""As GEOS says why a geometry is not valid."""


def area_doubt(geometry: Geometry | None) -> str:
    """What is doubtful about a sound geometry, as the end of a sentence that begins with its place, or "".

    >>> area_doubt({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]})
    'has an area that is not valid near 0.5, 0.5 (self-intersection); draw it anew there'
    """
    if geometry is None or "Polygon" not in geometry["type"]:
        return ""
    for ring in _rings(geometry):
        if any(abs(one[0] - other[0]) > _LONGEST for one, other in pairwise(ring)):
            return "has an area that goes across 180° in one piece; cut it there in two, as RFC 7946 asks"
    import shapely

    shape = shapely.geometry.shape(dict(geometry))
    if shapely.is_valid(shape):
        return ""
    reason = _REASON.fullmatch(shapely.is_valid_reason(shape))
    if reason is None:
        return "has an area that is not valid; draw it anew"
    where = f"{float(reason['lon']):g}, {float(reason['lat']):g}"
    return f"has an area that is not valid near {where} ({reason['what'].lower()}); draw it anew there"


def _rings(geometry: Geometry) -> Iterator[Any]:
    areas = geometry["coordinates"]
    for area in areas if geometry["type"] == "MultiPolygon" else [areas]:
        yield from area
