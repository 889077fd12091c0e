"""The names of the brief's places: beside their discs, or a little off with a line, never on one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.discs import Disc
from geobrief.export.still.far_names import CROSSINGS, Far, leader, placed_far
from geobrief.export.still.frame import Box, Frame
from geobrief.export.still.letters import Style, extent
from geobrief.export.still.looks import Looks
from geobrief.export.still.palette import Palette
from geobrief.export.still.room import Room, beside, centred
from geobrief.export.still.scene import Scene
from geobrief.render.view import Located

__all__ = ["Name", "draw_names", "named", "two_lines"]

LEADING = 1.16
"""From line to line, as part of the letters' size."""
LONG = 18
"""Characters from which on a name takes two lines."""
SHORT = 6
"""Characters up to which a name is never parted."""
MOST_FAR = 40
"""Of names that have no room beside their disc; with more, lines would cover the map."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place on the picture."""

    place: Located
    lines: tuple[str, ...]
    box: Box
    align: str
    leader: tuple[tuple[float, float], tuple[float, float]] | None = None
    number: bool = False
    """Whether the place's number stands behind its name, as there is no disc."""


def two_lines(name: str, most: int = LONG) -> tuple[str, ...]:
    """A long name in two lines, broken at the space nearest to its middle.

    >>> two_lines("Alabuga Special Economic Zone")
    ('Alabuga Special', 'Economic Zone')
    """
    spaces = [at for at, character in enumerate(name) if character == " "]
    if len(name) <= most or not spaces:
        return (name,)
    middle = min(spaces, key=lambda at: abs(at - len(name) / 2))
    return name[:middle], name[middle + 1 :]


def size_of(lines: Sequence[str], style: Style) -> tuple[float, float]:
    """Width and height of lines in points."""
    return max(extent(line, style) for line in lines) + 1.5, len(lines) * style.size * LEADING


def named(
    scene: Scene, frame: Frame, discs: Sequence[Disc], looks: Looks, room: Room, courses: Room
) -> tuple[list[Name], list[Located]]:
    """The names that have room, and the places whose names have none; takes the room.

    Args:
        scene: What is shown.
        frame: The map.
        discs: As they stand.
        looks: Sizes.
        room: What is taken.
        courses: The boxes of movements, which a name rather crosses than goes missing.
    """
    found: list[Name] = []
    homeless: list[tuple[Disc, tuple[str, ...]]] = []
    order = sorted((disc for disc in discs if not disc.dot), key=_weight)
    for disc in order:
        lines, box = _beside(disc, looks, room, courses)
        if box is None:
            homeless.append((disc, lines))
            continue
        room.take([box])
        found.append(Name(disc.place, lines, box, _side(box, disc.at[0])))
    far, lost = _far(homeless, looks, room, courses)
    bare, lost_bare = _bare(scene, frame, looks, room)
    dots = [disc.place for disc in discs if disc.dot]
    return [*found, *far, *bare], [*lost, *lost_bare, *dots]


def _beside(disc: Disc, looks: Looks, room: Room, courses: Room) -> tuple[tuple[str, ...], Box | None]:
    """A name's lines and its box beside the disc; in two lines too, where one finds no room."""
    name = disc.place.mark.place.name
    for lines in dict.fromkeys((two_lines(name), two_lines(name, SHORT))):
        boxes = beside(*disc.at, size_of(lines, looks.name), disc.reach + 1.4 * looks.unit)
        box = _best(boxes, room, courses)
        if box is not None:
            return lines, box
    return two_lines(name), None


def _weight(disc: Disc) -> tuple[int, int]:
    return -len(disc.place.mark.claims), disc.place.mark.number


def _best(boxes: Sequence[Box], room: Room, courses: Room) -> Box | None:
    free = [box for box in boxes if room.free(box)]
    best = min(free, key=courses.hits, default=None)
    return best if best is None or courses.hits(best) <= CROSSINGS else None


def _side(box: Box, x: float) -> str:
    if box[0] > x:
        return "left"
    return "right" if box[2] < x else "center"


def _far(
    homeless: Sequence[tuple[Disc, tuple[str, ...]]],
    looks: Looks,
    room: Room,
    courses: Room,
) -> tuple[list[Name], list[Located]]:
    """Names a little off their disc, with a line to it."""
    wanted = homeless[:MOST_FAR]
    asked = [Far(disc, size_of(lines, looks.name)) for disc, lines in wanted]
    boxes = placed_far(asked, room, courses, looks.unit)
    found, lost = [], [disc.place for disc, _ in homeless[MOST_FAR:]]
    for (disc, lines), box in zip(wanted, boxes, strict=True):
        if box is None:
            lost.append(disc.place)
            continue
        found.append(Name(disc.place, lines, box, "center", leader(disc, box)))
    return found, lost


def _bare(scene: Scene, frame: Frame, looks: Looks, room: Room) -> tuple[list[Name], list[Located]]:
    """Names of countries and waters that have no disc: on their point, with their number."""
    found, lost = [], []
    style = looks.name
    for place in scene.located:
        if place.mark.place.id in scene.discs:
            continue
        point = frame.to_points(np.array([place.label]))[0]
        lines = two_lines(place.mark.place.name)
        width, height = size_of(lines, style)
        size = (width + style.size * 1.9, height)
        step = style.size * 1.3
        boxes = centred(float(point[0]), float(point[1]), size, (0.0, step, -step, 2 * step, -2 * step))
        box = next((box for box in boxes if np.isfinite(point).all() and room.free(box)), None)
        if box is None:
            lost.append(place)
            continue
        room.take([box])
        found.append(Name(place, lines, box, "left", number=True))
    return found, lost


def draw_names(canvas: Canvas, names: Sequence[Name], colours: Palette, looks: Looks) -> None:
    """Writes the names over everything else of the map."""
    for name in names:
        water = name.place.mark.place.kind == "water"
        style = Style(looks.name.size, bold=True, italic=water, serif=water)
        colour = colours["label-water" if water else "ink"]
        write_lines(canvas, name.lines, name.box, style, colour, colours["halo"], name.align)
        if name.number:
            _number(canvas, name, colours, looks)


def draw_leaders(canvas: Canvas, names: Sequence[Name], colours: Palette, unit: float) -> None:
    """Draws the lines from discs to names that stand off; discs are drawn over them."""
    import shapely

    for name in names:
        if name.leader:
            canvas.lines([shapely.LineString(name.leader)], colours["ink"], 0.5 * unit)


def write_lines(
    canvas: Canvas,
    lines: Sequence[str],
    box: Box,
    style: Style,
    colour: str,
    halo: str,
    align: str,
) -> None:
    """Writes lines into their box."""
    x = {"left": box[0] + 0.7, "right": box[2] - 0.7, "center": (box[0] + box[2]) / 2}[align]
    for at, line in enumerate(lines):
        y = box[3] - style.size * (0.93 + at * LEADING)
        canvas.write(x, y, line, style, colour, halo=halo, align=align)


def _number(canvas: Canvas, name: Name, colours: Palette, looks: Looks) -> None:
    """The place's number in a small light disc behind the last line."""
    number = str(name.place.mark.number)
    style = looks.name
    radius = style.size * (0.58 if len(number) < 3 else 0.7)
    x = name.box[0] + extent(name.lines[-1], style) + radius + 2.2
    y = name.box[3] - style.size * (0.58 + (len(name.lines) - 1) * LEADING)
    canvas.disc(x, y, radius, colours["halo"], colours["soft"], 0.6)
    small = looks.number(len(number), radius)
    canvas.write(x, y - small.size * 0.36, number, small, colours["ink"], align="center")
