"""Shapes in degrees as shapes on the picture: cut where the map is cut, projected, clipped to its frame."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geobrief.export.still.frame import Frame, world_edge
from geobrief.export.still.projection import EARTH_RADIUS, Floats

__all__ = ["globe", "outlines", "projected"]

Parts: TypeAlias = NDArray[np.object_]

LONGEST_DEGREES = 1.0
"""Longer pieces of a line get points between their ends, so that they bend with the map."""
OVERLAP = 12.0
"""Points around the frame to which shapes reach, so that no outline runs along the frame's edge."""
FINEST = 0.2
"""Points: smaller turns of a line are left out."""
SEAM = 1e-3
"""Degrees from a pole, or from where the geodata are cut, within which an outline is the cut's."""
CUT = 1e-4
"""Degrees from the meridian at which the map is cut, within which nothing is drawn."""
ANTIPODE = 6.0
"""Degrees around the point opposite to the middle, which azimuthal maps tear apart, that are cut out."""
HORIZON = 89.9
"""Degrees from the middle to the limb of a globe."""


def projected(parts: Parts, frame: Frame) -> Parts:
    """Polygons or lines in degrees (-180..180) as they lie on the picture, without what is out of sight."""
    if not len(parts):
        return parts
    seen = _on_globe(parts, frame) if frame.projection.name == "ortho" else _on_plane(parts, frame)
    left, bottom, right, top = frame.box
    # Not `clip_by_rect`: it takes an area that ends outside of the rectangle for one that covers it.
    shown = shapely.box(left - OVERLAP, bottom - OVERLAP, right + OVERLAP, top + OVERLAP)
    simple = shapely.simplify(_within(seen, shown), FINEST)
    kept: Parts = simple[~shapely.is_empty(simple)]
    return kept


def outlines(areas: Parts) -> Parts:
    """The rings of polygons as lines, without what runs along the 180th meridian and the south pole."""
    rings = shapely.get_parts(shapely.boundary(areas))
    touched = (np.abs(shapely.bounds(rings)[:, [0, 2]]) >= 180 - SEAM).any(axis=1)
    touched |= shapely.bounds(rings)[:, 1] <= SEAM - 90
    world = shapely.box(-180 + SEAM, -90 + SEAM, 180 - SEAM, 90)
    cut = shapely.get_parts(shapely.get_parts(shapely.intersection(rings[touched], world)))
    lines: Parts = np.concatenate([rings[~touched], cut[shapely.get_type_id(cut) == 1]])
    return lines


def globe(frame: Frame) -> BaseGeometry | None:
    """The edge of the globe or of the world on the picture; None for maps that fill their frame."""
    name = frame.projection.name
    if name == "eqearth":
        return shapely.Polygon(frame.to_points(world_edge(frame.projection.lon)))
    if name == "ortho":
        middle = frame.placed(np.zeros((1, 2)))[0]
        return shapely.Point(middle).buffer(EARTH_RADIUS * frame.scale, quad_segs=90)
    return None


def _on_plane(parts: Parts, frame: Frame) -> Parts:
    window = frame.window()
    view = shapely.box(window.west, window.south, window.east, window.north)
    near = _within(recentred(parts, frame.projection.lon), view)
    bent = shapely.segmentize(near, LONGEST_DEGREES)
    lon0 = frame.projection.lon

    def to_points(degrees: Floats) -> Floats:
        # What lies on the very cut would fall on either side of the map.
        away = np.clip(degrees[:, 0] - lon0, CUT - 180, 180 - CUT)
        return frame.to_points(np.column_stack([lon0 + away, degrees[:, 1]]))

    return _finite(shapely.transform(bent, to_points))


def recentred(parts: Parts, lon: float) -> Parts:
    """Shapes of -180..180 within half a turn of a meridian, joined again where they were cut at 180."""
    cut = lon - 180 if lon >= 0 else lon + 180
    turn = 360.0 if lon >= 0 else -360.0
    bounds = shapely.bounds(parts)
    far = bounds[:, 2] <= cut if lon >= 0 else bounds[:, 0] >= cut
    across = (bounds[:, 0] < cut) & (bounds[:, 2] > cut)
    cut_through = shapely.make_valid(parts[across])
    stay, go = shapely.box(cut, -90, 180, 90), shapely.box(-180, -90, cut, 90)
    if lon < 0:
        stay, go = shapely.box(-180, -90, cut, 90), shapely.box(cut, -90, 180, 90)
    moved = [*parts[far], *_pieces(shapely.intersection(cut_through, go), parts)]
    moved = [translate(part, xoff=turn) for part in moved]
    rest = [*parts[~far & ~across], *_pieces(shapely.intersection(cut_through, stay), parts)]
    seam = 180.0 if lon >= 0 else -180.0
    return _joined(np.array([*rest, *moved], dtype=object), seam)


def _joined(parts: Parts, seam: float) -> Parts:
    """Polygons that meet at the seam as one, for a hairline of water would show between them."""
    if not len(parts) or shapely.get_type_id(parts[0]) != shapely.GeometryType.POLYGON:
        return parts
    bounds = shapely.bounds(parts)
    meeting = (np.abs(bounds[:, 0] - seam) < SEAM) | (np.abs(bounds[:, 2] - seam) < SEAM)
    if not meeting.any():
        return parts
    one = shapely.get_parts(shapely.union_all(shapely.set_precision(parts[meeting], SEAM)))
    joined: Parts = np.concatenate([parts[~meeting], one])
    return joined


def _on_globe(parts: Parts, frame: Frame) -> Parts:
    """What of the shapes lies on the near side, by way of a map on which the limb is a circle.

    On the azimuthal equidistant map a point is as far from the middle as it is on the ground; from there the
    orthographic one only draws each point in to the sine of its distance.
    """
    from pyproj import Proj

    middle = frame.projection
    equidistant = Proj(f"+proj=aeqd +lon_0={middle.lon} +lat_0={middle.lat} +R={EARTH_RADIUS} +units=m")
    opposite = -middle.lat
    hole = shapely.union_all(
        [
            shapely.box(lon - ANTIPODE, opposite - ANTIPODE, lon + ANTIPODE, opposite + ANTIPODE)
            for lon in (middle.lon - 180, middle.lon + 180)
        ]
    )
    shifted = recentred(parts, middle.lon)
    met = shapely.intersects(hole, shifted)
    torn = _pieces(shapely.difference(shifted[met], hole), parts)
    bent = shapely.segmentize(np.array([*shifted[~met], *torn], dtype=object), LONGEST_DEGREES)

    def ahead(degrees: Floats) -> Floats:
        return np.column_stack(equidistant(degrees[:, 0], degrees[:, 1]))

    def drawn_in(metres: Floats) -> Floats:
        away = np.hypot(metres[:, 0], metres[:, 1])
        share = np.ones(len(metres))
        np.divide(np.sin(away / EARTH_RADIUS) * EARTH_RADIUS, away, out=share, where=away > 0)
        return frame.placed(metres * share[:, np.newaxis])

    flat = _finite(shapely.transform(bent, ahead))
    near_side = shapely.Point(0, 0).buffer(np.radians(HORIZON) * EARTH_RADIUS, quad_segs=90)
    return np.asarray(shapely.transform(_within(flat, near_side), drawn_in))


def _within(parts: Parts, area: BaseGeometry) -> Parts:
    """What of the parts lies in an area."""
    parts = np.where(shapely.is_valid(parts), parts, shapely.make_valid(parts))
    shapely.prepare(area)
    met = parts[shapely.intersects(area, parts)]
    whole = shapely.contains_properly(area, met)
    cut = _pieces(shapely.intersection(met[~whole], area), parts)
    return np.array([*met[whole], *cut], dtype=object)


def _pieces(shapes: Parts, like: Parts) -> Parts:
    """Single geometries of the kind of others, without the points at which they merely touch a cut."""
    kind = shapely.get_type_id(like[0]) if len(like) else -1
    pieces = shapely.get_parts(shapely.get_parts(shapes))
    kept: Parts = pieces[(shapely.get_type_id(pieces) == kind) & ~shapely.is_empty(pieces)]
    return kept


def _finite(shapes: Parts) -> Parts:
    """Those all of whose points the map has."""
    bounds = shapely.bounds(shapes)
    kept: Parts = shapes[np.isfinite(bounds).all(axis=1)]
    return kept
