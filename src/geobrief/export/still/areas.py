"""Regions and countries as the areas they are, sites as the ring within which they lie; as on the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.frame import Frame
from geobrief.export.still.geography import Parts, outlines, projected
from geobrief.export.still.palette import Palette
from geobrief.export.still.scene import Scene, ring_around
from geobrief.render.view import Located

__all__ = ["DASHES", "draw_areas", "ring_on", "ringed_discs"]

TINT, FAINT = 0.12, 0.07
"""How much of their colour regions and rings, and countries, are filled with."""
SMALL = 60.0
"""Points across, below which an outline takes small dashes."""
RING_LEAP = 1.0
"""Of its radius, that a ring's points are apart at most: they are a fifteenth of it on the ground."""
DASHES: dict[str, Sequence[float]] = {
    "solid": (),
    "dashed": (4.5, 3.0),
    "dotted": (0.4, 3.0),
    "dotdash": (4.5, 2.0, 0.6, 2.0),
    "crossed": (7.5, 2.2, 1.5, 2.2),
}


def draw_areas(
    canvas: Canvas, scene: Scene, frame: Frame, colours: Palette, unit: float, disc: float
) -> None:
    """Draws the places' areas, countries lowest, and the rings of sites that are wide enough to see."""
    for place in sorted(scene.located, key=lambda each: each.mark.symbol not in ("country", "water")):
        colour = colours.of(place.mark.certainty)
        if place.mark.symbol == "ring" and _ring_points(place, frame) >= disc:
            _draw_ring(canvas, place, frame, colour, unit)
        elif place.shape is not None and place.mark.symbol != "water":
            _draw_shape(canvas, place, frame, colours, unit)


def ringed_discs(scene: Scene, frame: Frame, disc: float) -> frozenset[str]:
    """Ids of sites whose true ring would vanish under their disc."""
    return frozenset(
        place.mark.place.id
        for place in scene.located
        if place.mark.symbol == "ring" and _ring_points(place, frame) < disc
    )


def _ring_points(place: Located, frame: Frame) -> float:
    """The ring's radius on the picture, in points."""
    return (place.mark.radius_km or 0.0) * 1000 * frame.scale


def _draw_ring(canvas: Canvas, place: Located, frame: Frame, colour: str, unit: float) -> None:
    ring = ring_on(frame, place.label, place.mark.radius_km or 0.0)
    if ring is not None:
        canvas.area([ring], colour, opacity=FAINT)
        canvas.lines([ring], colour, 1.1 * unit, [each * unit for each in DASHES["dashed"]])


def ring_on(frame: Frame, centre: tuple[float, float], radius_km: float) -> shapely.Polygon | None:
    """The ring on the picture; None where the map is cut through it.

    Its points are projected one by one: as an area in degrees it would be torn at the 180th meridian.
    """
    points = frame.to_points(ring_around(centre, radius_km))
    widest = RING_LEAP * radius_km * 1000 * frame.scale
    if not np.isfinite(points).all() or np.abs(np.diff(points, axis=0)).max() > widest:
        return None
    return shapely.Polygon(points)


def _draw_shape(canvas: Canvas, place: Located, frame: Frame, colours: Palette, unit: float) -> None:
    shape = place.shape
    assert shape is not None
    parts = _parts(shape)
    kinds = shapely.get_type_id(parts)
    colour = colours.of(place.mark.certainty)
    areas = projected(parts[kinds == shapely.GeometryType.POLYGON], frame)
    lines = projected(parts[kinds == shapely.GeometryType.LINESTRING], frame)
    country = place.mark.symbol == "country"
    canvas.area(areas, colour, opacity=FAINT if country else TINT)
    canvas.lines(lines, colour, 1.9 * unit)
    if country or not len(areas):
        return
    look = colours.look(place.mark.certainty).line
    bounds = shapely.total_bounds(areas)
    small = float(np.hypot(bounds[2] - bounds[0], bounds[3] - bounds[1])) < SMALL * unit
    share = unit * (0.6 if small else 1.0)
    edges = projected(outlines(parts[kinds == shapely.GeometryType.POLYGON]), frame)
    dashes = [each * share for each in DASHES[look]]
    canvas.lines(edges, colour, (0.95 if small else 1.2) * unit, dashes, round_ends=look == "dotted")


def _parts(shape: shapely.Geometry) -> Parts:
    parts: Parts = shapely.get_parts(shapely.get_parts(np.array([shape], dtype=object)))
    return parts
