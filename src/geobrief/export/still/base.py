"""The base map of a picture: the page's layers, drawn in its colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import shapely

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.frame import Frame
from geobrief.export.still.geography import Parts, globe, outlines, projected
from geobrief.export.still.palette import Palette
from geobrief.render.base import around
from geobrief.render.layers import fine_layers, world_layers
from geobrief.render.view import pieces, widened

__all__ = ["draw_base", "drawn_layers"]

FINE_FROM = 0.10
"""Points a kilometre: at a smaller scale nobody can tell 1:10 million from 1:50 million."""
LINES_FROM = 0.085
"""Points a kilometre from which on first-level divisions are drawn near the places."""
LEAST_LAKE, LEAST_RIVER = 2.5, 12.0
"""Points across, and along, below which a lake or a river is a speck."""

Drawn: TypeAlias = Mapping[str, Parts]


def drawn_layers(frame: Frame, places: Sequence[tuple[float, float]]) -> Drawn:
    """The base map's layers as they lie on the picture.

    Args:
        frame: What is shown.
        places: (lon, lat) of what has the lines of divisions around it.

    Raises:
        GazetteerError: The packaged geodata are missing or broken.
    """
    layers = _layers(frame, places)
    found = {name: projected(parts, frame) for name, parts in layers.items() if name != "land"}
    found["land"] = projected(layers["land"], frame)
    found["coast"] = projected(outlines(layers["land"]), frame)
    found["lakes"] = _large(found["lakes"], LEAST_LAKE)
    found["rivers"] = found["rivers"][shapely.length(found["rivers"]) >= LEAST_RIVER]
    return found


def _layers(frame: Frame, places: Sequence[tuple[float, float]]) -> dict[str, Parts]:
    scale = frame.scale * 1000
    window = frame.window()
    box = widened((window.west, window.south, window.east, window.north), 0.5, 0.5)
    seen = shapely.union_all([shapely.box(*piece) for piece in pieces(box)])
    near = shapely.union_all([around(*place) for place in places] if scale >= LINES_FROM else [])
    if scale >= FINE_FROM:
        return fine_layers(seen, near)
    layers = world_layers(shapely.box(-180, -90, 180, 90))
    if not near.is_empty and not near.disjoint(seen):
        layers["regions"] = fine_layers(near.intersection(seen), near)["regions"]
    return layers


def _large(areas: Parts, least: float) -> Parts:
    bounds = shapely.bounds(areas)
    kept: Parts = areas[np.hypot(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) >= least]
    return kept


def draw_base(canvas: Canvas, frame: Frame, layers: Drawn, colours: Palette, unit: float) -> None:
    """Draws sea, land and lines; what comes after lies over them, clipped to the map's edge."""
    edge = globe(frame)
    box = shapely.box(*frame.box)
    canvas.clipped(box if edge is None else box.intersection(edge))
    canvas.area([box], colours["sea"])
    canvas.area(layers["land"], colours["land"])
    canvas.lines(layers.get("regions", ()), colours["region-line"], 0.45 * unit)
    canvas.area(layers["lakes"], colours["sea"])
    canvas.lines(layers["lakes"], colours["coast"], 0.3 * unit)
    canvas.lines(layers["rivers"], colours["river"], 0.5 * unit)
    canvas.lines(layers["coast"], colours["coast"], 0.45 * unit)
    canvas.lines(layers["borders"], colours["border"], 0.55 * unit)
    canvas.lines(layers["disputed"], colours["border"], 0.6 * unit, (2.6 * unit, 2.0 * unit))
