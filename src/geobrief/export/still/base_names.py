"""The names on the base map: as many as there is room for, the important ones first, as on the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import shapely

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.frame import Frame
from geobrief.export.still.letters import Style
from geobrief.export.still.looks import Looks
from geobrief.export.still.names import size_of, two_lines, write_lines
from geobrief.export.still.palette import Palette
from geobrief.export.still.room import Room, beside, centred
from geobrief.export.still.seen_countries import seen_points
from geobrief.gazetteer.basemap import labels
from geobrief.model import Brief
from geobrief.render.base import around
from geobrief.render.label_names import spoken_label
from geobrief.render.labels import DIVISION_RANK, labels_for
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface
from geobrief.render.view import pieces, widened

__all__ = ["base_names", "draw_base_names"]

Record: TypeAlias = dict[str, Any]

RANKS = {"country": (1.6, -1.2), "water": (1.5, -1.6), "city": (1.5, -3.4), "region": (1.5, -4.5)}
"""At the zoom z of a web map of this scale, names down to rank z * slope + base are tried."""
ORDER = {"country": 0.0, "water": 0.5, "city": 1.0, "region": 2.5}
MARGIN = {"country": 4.5, "water": 6.0, "city": 7.0, "region": 5.0}
"""Points around a name that stay free of others."""
EQUATOR_KM, TILE_PIXELS = 40_075.0, 256
"""A web map shows the equator in 256 pixels at zoom 0."""
PIXELS_A_POINT = 96 / 72
MOST_NEAR = 60
"""Places around which first-level divisions are named."""
DOT = 1.3
LONG = 11


@dataclass(frozen=True, slots=True)
class BaseName:
    """A name of the base map that could be written."""

    kind: str
    lines: tuple[str, ...]
    at: tuple[float, float]
    style: Style


def base_names(brief: Brief, frame: Frame, looks: Looks, spoken: Interface) -> list[BaseName]:
    """The names that fit the scale, the important ones first, without those that the brief writes itself."""
    window = frame.window()
    box = widened((window.west, window.south, window.east, window.north), 0, 0)
    detail = shapely.union_all([shapely.box(*piece) for piece in pieces(box)])
    centres = [
        (place.lon, place.lat) for place in brief.places if place.lon is not None and place.lat is not None
    ]
    zoom = _zoom(frame)
    detailed = _fits({"kind": "region", "rank": DIVISION_RANK}, zoom)
    near = [around(lon, lat) for lon, lat in sorted(centres)[:MOST_NEAR]] if detailed else []
    records = [record for record in labels_for(detail, near) if _fits(record, zoom)]
    kept = [record for record in [*records, *_seen(frame)] if not _written(record, brief)]
    if spoken.language != DEFAULT_LANGUAGE:
        kept = [named for record in kept if not _written(named := spoken_label(record, spoken), brief)]
    kept.sort(key=lambda record: record["rank"] + ORDER[record["kind"]])
    points = frame.to_points(np.array([(record["lon"], record["lat"]) for record in kept]).reshape(-1, 2))
    found = []
    for record, (x, y) in zip(kept, points, strict=True):
        if np.isfinite((x, y)).all() and frame.holds((x, y), 2):
            found.append(_name(record, (float(x), float(y)), looks))
    return found


def _seen(frame: Frame) -> list[Record]:
    """Records for countries whose usual point is off the map."""
    every = {label.country_code: label for label in labels() if label.kind == "country"}
    points = frame.to_points(np.array([(label.lon, label.lat) for label in every.values()]))
    shown = [
        code
        for code, (x, y) in zip(every, points, strict=True)
        if np.isfinite((x, y)).all() and frame.holds((float(x), float(y)), 12)
    ]
    found = seen_points(frame, frozenset(shown))
    degrees = frame.to_degrees(np.array([*found.values()]).reshape(-1, 2))
    return [
        {
            "name": every[code].name,
            "kind": "country",
            "lon": float(lon),
            "lat": float(lat),
            "rank": 1,
            "country_code": code,
        }
        for code, (lon, lat) in zip(found, degrees, strict=True)
        if code in every
    ]


def _zoom(frame: Frame) -> float:
    left, bottom, right, top = frame.box
    _, lat = frame.to_degrees(np.array([[(left + right) / 2, (bottom + top) / 2]]))[0]
    stretch = math.cos(math.radians(min(80.0, abs(lat))))
    pixels_a_km = frame.scale * 1000 * PIXELS_A_POINT
    return math.log2(max(1e-6, pixels_a_km * EQUATOR_KM * stretch / TILE_PIXELS))


def _fits(record: Record, zoom: float) -> bool:
    slope, base = RANKS[record["kind"]]
    return bool(record["rank"] <= zoom * slope + base)


def _written(record: Record, brief: Brief) -> bool:
    """Whether the brief writes the name itself, or a part of it that names the same region."""
    name = record["name"].lower()
    for place in brief.places:
        own = [each.lower() for each in (place.name, *place.aliases)]
        if name in own:
            return True
        if record["kind"] == "region" and place.kind == "region" and any(each in name for each in own):
            return True
    return False


def _name(record: Record, at: tuple[float, float], looks: Looks) -> BaseName:
    kind = record["kind"]
    text = record["name"].upper() if kind == "country" else record["name"]
    lines = (text,) if kind == "city" else two_lines(text, LONG)
    return BaseName(kind, lines, at, getattr(looks, kind))


def draw_base_names(
    canvas: Canvas, names: Sequence[BaseName], room: Room, courses: Room, colours: Palette, looks: Looks
) -> None:
    """Writes the names that have room, each with its margin."""
    for name in names:
        x, y = name.at
        size = size_of(name.lines, name.style)
        step = name.style.size * 1.1
        boxes = (
            beside(x, y, size, 2.6 * looks.unit)[:4]
            if name.kind == "city"
            else centred(x, y, size, (0.0, step, -step, 2 * step, -2 * step))
        )
        margin = MARGIN[name.kind] * looks.unit
        dot = (x - DOT, y - DOT, x + DOT, y + DOT)
        if name.kind == "city" and not room.free(dot):
            continue
        box = next((box for box in boxes if room.free(box, margin) and not courses.hits(box)), None)
        if box is None:
            continue
        room.take([box])
        align = (
            ("left" if box[0] > x else "right" if box[2] < x else "center")
            if name.kind == "city"
            else "center"
        )
        colour = colours[{"water": "label-water", "city": "label-city"}.get(name.kind, "label")]
        halo = "" if name.kind == "water" else colours["halo"]
        write_lines(canvas, name.lines, box, name.style, colour, halo, align)
        if name.kind == "city":
            room.take([dot])
            canvas.disc(x, y, DOT * looks.unit * 0.8, colours["label-city"])
