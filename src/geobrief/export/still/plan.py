"""What stands where on the map, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geobrief.export.still.discs import Disc, discs_for
from geobrief.export.still.flows import Course, courses_for, flow_boxes
from geobrief.export.still.frame import LEAST_METRES, Box, Frame, fitted
from geobrief.export.still.furniture import locator_box, scale_bar_box
from geobrief.export.still.looks import Looks
from geobrief.export.still.names import Name, named
from geobrief.export.still.projection import Floats, suited, world_projection
from geobrief.export.still.room import Room
from geobrief.export.still.scene import Scene
from geobrief.model import Claim
from geobrief.render.messages import Interface
from geobrief.render.view import Located

__all__ = ["Plan", "frame_for", "planned", "shape_of"]

PADDING = 0.07
"""Of the frame's sides, that stays around the places at least;"""
LEAST_PADDING = (34.0, 20.0)
"""and points, across and up, for discs and names."""
STILL_FITS = 0.8
"""A country that no claim ties to finer places joins the view while the map shrinks to no less than this."""
WORLD_SHAPE = 2.05
"""Width by height of the world on the Equal Earth map (Šavrič, Patterson and Jenny 2018)."""
BETWEEN = 0.5
"""Degrees between the points of an outline that are looked for on the map."""
EDGE = 3.0
"""Points from the map's edge within which no name stands."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The map with everything in its place."""

    frame: Frame
    discs: tuple[Disc, ...]
    courses: tuple[Course, ...]
    names: tuple[Name, ...]
    lost: tuple[Located, ...]
    """Places whose name found no room."""
    locator: Box | None
    scale_bar: Box | None
    room: Room
    """What is taken."""
    lines: Room
    """What movements take."""
    undrawn: tuple[Claim, ...]
    """Whose movement is too short for an arrow."""

    @property
    def away(self) -> tuple[Located, ...]:
        """Places beyond the map's edge, with a disc there or none at all."""
        discs = [disc.place for disc in self.discs if disc.away]
        unseen = [place for place in self.lost if place not in discs and not _shown(place, self.frame)]
        return (*discs, *unseen)


def planned(scene: Scene, box: Box, looks: Looks, spoken: Interface) -> Plan:
    """The map of a scene in a box of the picture."""
    frame = frame_for(scene, box, looks)
    homes = discs_for(scene, frame, looks)
    ways = _points([*scene.ways()], frame)
    locator = locator_box(frame, homes, looks, ways)
    bar = scale_bar_box(frame, looks, spoken, homes, [locator] if locator else [])
    furniture = [each for each in (locator, bar) if each]
    discs = discs_for(scene, frame, looks, furniture)
    courses = courses_for(scene, frame, discs, looks.unit)
    left, bottom, right, top = box
    room, lines = Room((left + EDGE, bottom + EDGE, right - EDGE, top - EDGE)), Room(box)
    room.take([disc.box for disc in discs])
    room.take(furniture)
    lines.take(flow_boxes(courses))
    room.take(flow_boxes([course for course in courses if course.short]))  # a name would hide it
    names, lost = named(scene, frame, discs, looks, room, lines)
    drawn = {course.claim.id for course in courses}
    undrawn = tuple(claim for claim in scene.flows if claim.id not in drawn)
    return Plan(frame, discs, courses, tuple(names), tuple(lost), locator, bar, room, lines, undrawn)


def frame_for(scene: Scene, box: Box, looks: Looks) -> Frame:
    """The frame around finer places and movements; around countries too, where that costs little scale."""
    points = scene.needed()
    padding = (
        max(LEAST_PADDING[0] * looks.unit, PADDING * (box[2] - box[0])),
        max(LEAST_PADDING[1] * looks.unit, PADDING * (box[3] - box[1])),
    )
    if not len(points):
        return fitted(world_projection(), points, box, padding)
    ways = scene.ways_in_longitude()
    frame = fitted(suited(points, ways), points, box, padding)
    first = frame.scale
    for place in _outside(scene, frame):
        more = np.vstack([points, [place.label]])
        wider = fitted(suited(more, ways), more, box, padding)
        if wider.scale >= STILL_FITS * first and wider.projection.name == frame.projection.name:
            points, frame = more, wider
    return frame


def shape_of(scene: Scene) -> float:
    """Width by height of what the map of a scene has to show."""
    points = scene.needed()
    projection = suited(points, scene.ways_in_longitude()) if len(points) else world_projection()
    if projection.name == "eqearth":
        return WORLD_SHAPE
    metres = projection.forward(points)
    across, up = np.maximum(np.ptp(metres[np.isfinite(metres).all(axis=1)], axis=0), LEAST_METRES / 2)
    return float(min(WORLD_SHAPE, max(1 / WORLD_SHAPE, across / up)))


def _outside(scene: Scene, frame: Frame) -> list[Located]:
    """Discs beyond the frame, the nearest first."""
    found = []
    for place in scene.located:
        if place.mark.place.id not in scene.discs:
            continue
        point = frame.to_points(np.array([place.label]))[0]
        finite = bool(np.isfinite(point).all())
        if not finite or not frame.holds((float(point[0]), float(point[1])), 8):
            middle = np.array([(frame.box[0] + frame.box[2]) / 2, (frame.box[1] + frame.box[3]) / 2])
            found.append((float(np.hypot(*(point - middle))) if finite else np.inf, place.mark.number, place))
    return [place for _, _, place in sorted(found, key=lambda each: each[:2])]


def _shown(place: Located, frame: Frame) -> bool:
    """Whether the map has anything of a place: its point, a part of its outline, or its inside alone."""
    shape = shapely.Point(place.label) if place.shape is None else place.shape
    left, bottom, right, top = frame.box
    corner, opposite = np.array([left, bottom]), np.array([right, top])
    points = frame.to_points(shapely.get_coordinates(shapely.segmentize(shape, BETWEEN)))
    if ((points >= corner) & (points <= opposite)).all(axis=1).any():
        return True
    middle = frame.to_degrees(np.array([(corner + opposite) / 2]))
    return bool(np.isfinite(middle).all() and shape.intersects(shapely.Point(middle[0])))


def _points(ways: Sequence[Floats], frame: Frame) -> Floats:
    if not ways:
        return np.empty((0, 2))
    points = frame.to_points(np.concatenate(ways))
    shown: Floats = points[np.isfinite(points).all(axis=1)]
    return shown
