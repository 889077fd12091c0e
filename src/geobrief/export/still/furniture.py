"""What helps to read the map: a globe that tells where in the world it is, and a scale bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.discs import Disc
from geobrief.export.still.frame import Box, Frame
from geobrief.export.still.geography import globe, projected
from geobrief.export.still.letters import extent
from geobrief.export.still.looks import Looks
from geobrief.export.still.palette import Palette
from geobrief.export.still.projection import EARTH_RADIUS, Floats, Projection
from geobrief.export.still.room import overlap
from geobrief.render.layers import world_layers
from geobrief.render.messages import Interface

__all__ = ["bar_km", "draw_locator", "draw_scale_bar", "locator_box", "scale_bar_box"]

LOCATOR = 23.0
"""Radius of the globe in points."""
WIDEST_LOCATOR = 0.075
"""Of the map's width, that its radius takes at most."""
INSET = 6.0
"""Points between the map's edge and what stands in its corners."""
TILT = 0.7
"""Of the map's latitude, at which the globe is looked at: not all, so that the equator stays in sight."""
WIDEST_BAR = 0.2
"""Of the map's width."""
SMALLEST_SIDE = 190.0
"""Points: a map that is narrower has no room for a globe."""
STEPS = (1, 2, 5)
LEAST_ISLAND = 5.0
"""Square degrees: smaller ones are specks on the globe."""


def locator_box(frame: Frame, discs: Sequence[Disc], looks: Looks, ends: Floats) -> Box | None:
    """Where the globe stands: the corner that hides least; None where the map shows half the world anyway."""
    left, bottom, right, top = frame.box
    if frame.projection.name in ("ortho", "eqearth") or min(right - left, top - bottom) < SMALLEST_SIDE:
        return None
    side, gap = 2 * min(LOCATOR * looks.unit, (right - left) * WIDEST_LOCATOR), INSET * looks.unit
    corners = [
        (left + gap, bottom + gap),
        (left + gap, top - gap - side),
        (right - gap - side, bottom + gap),
        (right - gap - side, top - gap - side),
    ]
    boxes = [(x, y, x + side, y + side) for x, y in corners]
    return min(boxes, key=lambda box: _hidden(box, discs, ends))


def _hidden(box: Box, discs: Sequence[Disc], ends: Floats) -> int:
    wide = (box[0] - 8, box[1] - 8, box[2] + 8, box[3] + 8)
    inside = (
        (ends[:, 0] > wide[0]) & (ends[:, 0] < wide[2]) & (ends[:, 1] > wide[1]) & (ends[:, 1] < wide[3])
        if len(ends)
        else np.zeros(0, dtype=bool)
    )
    return 10 * sum(overlap(disc.box, wide) for disc in discs) + int(inside.sum())


def draw_locator(canvas: Canvas, frame: Frame, box: Box, colours: Palette, looks: Looks) -> None:
    """Draws the globe with the map's outline on it."""
    left, bottom, right, top = frame.box
    lon, lat = frame.to_degrees(np.array([[(left + right) / 2, (bottom + top) / 2]]))[0]
    radius = (box[2] - box[0]) / 2
    view = Frame(
        box,
        Projection("ortho", float(round(lon)), float(round(lat * TILT))),
        (0.0, 0.0),
        radius / EARTH_RADIUS,
    )
    edge = globe(view)
    assert edge is not None
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    canvas.clipped(None)
    canvas.disc(*middle, radius + 2.2 * looks.unit, colours["raised"], colours["rule"], 0.5 * looks.unit)
    canvas.clipped(edge)
    canvas.area([edge], colours["sea"])
    land = world_layers()["land"]
    canvas.area(projected(land[shapely.area(land) >= LEAST_ISLAND], view), colours["land"])
    canvas.lines(
        projected(land[shapely.area(land) >= LEAST_ISLAND], view), colours["coast"], 0.3 * looks.unit
    )
    outline = _outline(frame, view)
    if outline is not None:
        canvas.area([outline], colours["ink"], opacity=0.14)
        canvas.lines([outline], colours["ink"], 0.75 * looks.unit)
    canvas.clipped(None)
    canvas.lines([edge], colours["coast"], 0.5 * looks.unit)


def _outline(frame: Frame, view: Frame) -> shapely.Polygon | None:
    """The map's rectangle as it lies on the globe, never so small that it is not seen."""
    left, bottom, right, top = frame.box
    share = np.linspace(0, 1, 25)
    across, up = left + (right - left) * share, bottom + (top - bottom) * share
    ring = np.vstack(
        [
            np.column_stack([across, np.full(25, bottom)]),
            np.column_stack([np.full(25, right), up]),
            np.column_stack([across[::-1], np.full(25, top)]),
            np.column_stack([np.full(25, left), up[::-1]]),
        ]
    )
    points = view.to_points(frame.to_degrees(ring))
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) < 4:
        return None
    drawn = shapely.Polygon(points)
    west, south, east, north = drawn.bounds
    least = (view.box[2] - view.box[0]) * 0.09
    if max(east - west, north - south) >= least:
        return drawn
    x, y = (west + east) / 2, (south + north) / 2
    return shapely.box(x - least / 2, y - least / 2, x + least / 2, y + least / 2)


def bar_km(frame: Frame) -> tuple[float, float]:
    """A round length in kilometres, and how many points it takes in the middle of the map."""
    from pyproj import Geod

    left, bottom, right, top = frame.box
    x, y = (left + right) / 2, (bottom + top) / 2
    ends = frame.to_degrees(np.array([[x - 10.0, y], [x + 10.0, y]]))
    _, _, metres = Geod(ellps="WGS84").inv(*ends[0], *ends[1])
    points_a_km = 20.0 / (float(metres) / 1000)
    most = (right - left) * WIDEST_BAR / points_a_km
    ten = 10.0 ** math.floor(math.log10(most))
    length = max(step * ten for step in STEPS if step * ten <= most)
    return length, length * points_a_km


def scale_bar_box(
    frame: Frame, looks: Looks, spoken: Interface, discs: Sequence[Disc], others: Sequence[Box]
) -> Box | None:
    """Where the scale bar stands; None on maps of half the world and more, on which no one scale holds."""
    if frame.projection.name in ("ortho", "eqearth"):
        return None
    length, points = bar_km(frame)
    width = max(points, extent(_told(length, spoken), looks.caption)) + 6 * looks.unit
    height = looks.caption.size * 2.1
    left, bottom, right, top = frame.box
    gap = INSET * looks.unit * 0.8
    corners = [
        (left + gap, bottom + gap),
        (right - gap - width, bottom + gap),
        (left + gap, top - gap - height),
        (right - gap - width, top - gap - height),
    ]
    boxes = [(x, y, x + width, y + height) for x, y in corners]
    free = [box for box in boxes if not any(overlap(box, other) for other in others)]
    return min(free, key=lambda box: _hidden(box, discs, np.empty((0, 2))), default=None)


def draw_scale_bar(
    canvas: Canvas, frame: Frame, box: Box, colours: Palette, looks: Looks, spoken: Interface
) -> None:
    """Draws the bar with its length above it."""
    length, points = bar_km(frame)
    left, bottom, _, _ = box
    start, base = left + 3 * looks.unit, bottom + looks.caption.size * 0.5
    tick = looks.caption.size * 0.5
    bar = shapely.LineString(
        [(start, base + tick), (start, base), (start + points, base), (start + points, base + tick)]
    )
    canvas.lines([bar], colours["halo"], 2.6 * looks.unit)
    canvas.lines([bar], colours["soft"], 1.0 * looks.unit)
    canvas.write(
        start + 2 * looks.unit,
        base + tick * 0.8,
        _told(length, spoken),
        looks.caption,
        colours["ink"],
        halo=colours["halo"],
    )


def _told(length: float, spoken: Interface) -> str:
    from babel.units import format_unit

    return format_unit(length, "length-kilometer", length="short", locale=spoken.language)
