"""Movements as tapered arrows along the great circle, with what moves set along them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from geobrief.export.still.bundles import bows, flow_width
from geobrief.export.still.canvas import Canvas
from geobrief.export.still.curves import Arrow, arrow, bowed, has_room, lengths, stretch
from geobrief.export.still.detours import detour
from geobrief.export.still.discs import Disc
from geobrief.export.still.frame import Box, Frame
from geobrief.export.still.geography import globe
from geobrief.export.still.letters import Style, extent
from geobrief.export.still.palette import Palette
from geobrief.export.still.projection import Floats
from geobrief.export.still.room import Room
from geobrief.export.still.scene import Scene
from geobrief.model import Claim
from geobrief.render.arcs import great_circle
from geobrief.render.tokens import Line

__all__ = ["Course", "courses_for", "draw_flows", "flow_boxes", "set_along"]

STEP = 3.0
"""Points between the points of a curve."""
JUMP = 0.4
"""Of the frame's width: a curve that leaps so far has left the map at one side and come back at the other."""
HEAD, SMALL_HEAD = 7.0, 4.0
"""Points of an arrowhead, beyond what it is longer by for a wider arrow;"""
SMALL_WIDTH = 2.0
"""and points across of a small one at most."""
CLOSE = 0.5
"""Points from a curve's end to the disc at which it ends, at most."""
MIDDLES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
HALF = 2.5
"""Points from a curve to the edge of the boxes that keep labels away from it."""


@dataclass(frozen=True, slots=True)
class Course:
    """A movement on the picture."""

    claim: Claim
    pieces: tuple[Floats, ...]
    """One curve; two where the map is cut between its ends."""
    trim: tuple[float, float]
    width: float
    short: bool = False
    """Whether it is a small arrow between discs that stand close, or beside them."""

    @property
    def longest(self) -> Floats:
        """The piece that has room for words."""
        return max(self.pieces, key=lambda piece: float(lengths(piece)[-1]))


def courses_for(scene: Scene, frame: Frame, discs: Sequence[Disc], unit: float) -> tuple[Course, ...]:
    """The movements between the discs as they stand, those of one spot bowed apart, but none too short."""
    standing = {disc.place.mark.place.id: disc for disc in discs}
    found = [course for claim in scene.flows if (course := _course(claim, scene, frame, standing, unit))]
    pushed = bows([_ends(course) for course in found])
    bent = [
        replace(course, pieces=_bowed(course.pieces, amount, frame))
        for course, amount in zip(found, pushed, strict=True)
    ]
    return _with_room(list(zip(bent, pushed, strict=True)), frame, discs, unit)


def _with_room(
    courses: Sequence[tuple[Course, float]], frame: Frame, discs: Sequence[Disc], unit: float
) -> tuple[Course, ...]:
    """The courses, each with the amount by which it is bowed, that have room; some beside their discs."""
    shown: list[Course] = []
    beside = [(*disc.at, disc.reach) for disc in discs]
    for course, amount in courses:
        looks = _looks(course, unit)
        if any(has_room(piece, look) for piece, look in zip(course.pieces, looks, strict=True)):
            shown.append(course)
        elif len(looks) == 1:
            small = replace(course, width=min(course.width, SMALL_WIDTH * unit), short=True)
            own = _ends(course)
            others = [each for each in beside if min(math.dist(each[:2], end) for end in own) > CLOSE]
            pushed = detour(course.pieces[0], _looks(small, unit)[0], amount, frame.box, others)
            if pushed is not None:
                shown.append(replace(small, pieces=(pushed,)))
                beside += [(float(x), float(y), 0.0) for x, y in pushed]
    return tuple(shown)


def _looks(course: Course, unit: float, line: Line = "solid") -> list[Arrow]:
    """How each piece is drawn: the arrowhead is on the last one."""
    last = len(course.pieces) - 1
    return [
        Arrow(
            trim=(course.trim[0] if at == 0 else 0.0, course.trim[1] if at == last else 0.0),
            width=(unit, course.width),
            head=((SMALL_HEAD if course.short else HEAD) * unit + course.width) if at == last else 0.0,
            line=line,
        )
        for at in range(last + 1)
    ]


def _bowed(pieces: tuple[Floats, ...], amount: float, frame: Frame) -> tuple[Floats, ...]:
    """The curve bowed; one that is cut in two, or would leave the map by it, as it is."""
    if len(pieces) > 1:
        return pieces
    curve = bowed(pieces[0], amount)
    edge = globe(frame)
    inside = edge is None or edge.contains(shapely.LineString(curve))
    return (curve,) if inside else pieces


def _ends(course: Course) -> tuple[tuple[float, float], tuple[float, float]]:
    first, last = course.pieces[0][0], course.pieces[-1][-1]
    return (float(first[0]), float(first[1])), (float(last[0]), float(last[1]))


def _course(
    claim: Claim, scene: Scene, frame: Frame, standing: Mapping[str, Disc], unit: float
) -> Course | None:
    """The great circle on the picture, its ends pulled to where the discs stand."""
    assert claim.flow is not None
    origin, destination = scene.place(claim.flow.origin), scene.place(claim.flow.destination)
    assert origin is not None
    assert destination is not None
    cut = (frame.projection.lon - 180 + 180) % 360 - 180
    way = great_circle(origin.label, destination.label, west=cut)
    pieces = [piece for line in way for piece in _shown(shapely.get_coordinates(line), frame)]
    if not pieces:
        return None
    ends = standing.get(claim.flow.origin), standing.get(claim.flow.destination)
    if len(pieces) == 1:
        pieces = [_pulled(pieces[0], *ends)]
    trim = (
        ends[0].reach + 0.8 if ends[0] else 2.0,
        ends[1].reach + 2.2 if ends[1] else 2.0,
    )
    return Course(claim, tuple(pieces), trim, flow_width(claim.quantities) * unit)


def _shown(degrees: Floats, frame: Frame) -> list[Floats]:
    """A line in degrees as curves on the picture: those stretches of it that the map has."""
    points = frame.to_points(shapely.get_coordinates(shapely.segmentize(shapely.LineString(degrees), 0.5)))
    seen = np.asarray(np.isfinite(points).all(axis=1))
    steps = np.diff(points, axis=0)
    leap = np.hypot(steps[:, 0], steps[:, 1]) > JUMP * (frame.box[2] - frame.box[0])
    breaks = np.flatnonzero(leap | ~seen[1:] | ~seen[:-1]) + 1
    runs = [run[np.isfinite(run).all(axis=1)] for run in np.split(points, breaks)]
    return [_even(run) for run in runs if len(run) > 1 and float(lengths(run)[-1]) > STEP]


def _even(points: Floats) -> Floats:
    """The curve with points at equal steps."""
    along = lengths(points)
    at = np.linspace(0, along[-1], max(8, math.ceil(along[-1] / STEP)) + 1)
    return np.column_stack([np.interp(at, along, points[:, axis]) for axis in (0, 1)])


def _pulled(points: Floats, first: Disc | None, last: Disc | None) -> Floats:
    share = np.linspace(0, 1, len(points))[:, np.newaxis]
    start = np.array(first.at) - points[0] if first else np.zeros(2)
    end = np.array(last.at) - points[-1] if last else np.zeros(2)
    pulled: Floats = points + start * (1 - share) + end * share
    return pulled


def draw_flows(canvas: Canvas, courses: Sequence[Course], colours: Palette, unit: float) -> None:
    """Draws all arrows."""
    for course in courses:
        look = colours.look(course.claim.certainty)
        for piece, style in zip(course.pieces, _looks(course, unit, look.line), strict=True):
            rings = arrow(piece, style)
            canvas.area([shapely.Polygon(ring) for ring in rings], colours[look.token], opacity=0.94)


def flow_boxes(courses: Sequence[Course]) -> list[Box]:
    """Boxes along all movements, which labels keep clear of."""
    return [
        (x - HALF, y - HALF, x + HALF, y + HALF)
        for course in courses
        for piece in course.pieces
        for x, y in piece
    ]


def set_along(
    canvas: Canvas,
    courses: Sequence[Course],
    texts: Sequence[str],
    room: Room,
    style: Style,
    colours: Palette,
) -> list[str]:
    """Writes along each movement what moves, where there is room; gives what found none."""
    homeless = []
    for course, text in zip(courses, texts, strict=True):
        if not text:
            continue
        for at, angle, boxes in _seats(course.longest, extent(text, style) + 4, style.size):
            if all(room.free(box) for box in boxes):
                room.take(boxes)
                colour = colours.of(course.claim.certainty)
                canvas.write(*at, text, style, colour, halo=colours["halo"], align="center", rotation=angle)
                break
        else:
            homeless.append(text)
    return homeless


def _seats(points: Floats, width: float, size: float) -> list[tuple[tuple[float, float], float, list[Box]]]:
    """Where a text of a width may stand: the middle of its baseline, its angle, and the boxes it covers."""
    whole = float(lengths(points)[-1])
    seats = []
    for side in (1, -1):
        for middle in MIDDLES:
            piece = stretch(points, whole * middle - width / 2, whole * middle + width / 2)
            if len(piece) < 2 or float(lengths(piece)[-1]) < width - 2:
                continue
            if piece[0][0] > piece[-1][0]:
                piece = piece[::-1]
            seats.append(_seat(piece, side, width, size))
    return seats


def _seat(
    piece: Floats, side: int, width: float, size: float
) -> tuple[tuple[float, float], float, list[Box]]:
    along = piece[-1] - piece[0]
    along = along / (float(np.hypot(*along)) or 1.0)
    aside = np.array([-along[1], along[0]])
    swell = (piece - piece[0]) @ aside
    off = float(swell.max()) + size * 0.5 if side > 0 else float(swell.min()) - size * 1.15
    middle = (piece[0] + piece[-1]) / 2
    base = middle + aside * (off - float((middle - piece[0]) @ aside))
    boxes = []
    for share in np.linspace(-0.5, 0.5, max(3, math.ceil(width / size) + 1)):
        x, y = base + along * width * share + aside * size * 0.35
        half = size * 0.48
        boxes.append((float(x - half), float(y - half), float(x + half), float(y + half)))
    angle = math.degrees(math.atan2(along[1], along[0]))
    return (float(base[0]), float(base[1])), angle, boxes
