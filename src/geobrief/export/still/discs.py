"""The numbered discs: moved apart until each number can be read, a hairline leading to the true place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.frame import Box, Frame
from geobrief.export.still.looks import Looks
from geobrief.export.still.palette import Palette
from geobrief.export.still.projection import Floats
from geobrief.export.still.scene import Scene
from geobrief.render.view import Located

__all__ = ["Disc", "discs_for", "draw_discs", "draw_homes"]

ROUNDS = 250
FULL = 0.3
"""Part of the map that discs may cover; of more places those with the fewest claims are dots."""
SMALLEST = 0.74
"""Of a disc's usual radius, in a crowd."""
LOOK_AROUND = 8
"""Rounds after which, and points beyond a disc's reach in which, neighbours are looked for."""
CLOSE_ENOUGH = 0.25
"""Points by which discs may overlap, which is less than what keeps them apart."""
APART = 0.9
"""Points between discs."""
WEDGE = 13.0
"""Points from the map's edge of a disc whose wedge points beyond it."""
RINGED = 1.5
"""Of a disc's radius: the ring round a site whose own is too small to be seen."""
TURN = 2.4
"""Radians between the ways on which discs of one spot leave it: no two the same (the golden angle)."""


@dataclass(frozen=True, slots=True)
class Disc:
    """Where a place's number stands."""

    place: Located
    home: tuple[float, float]
    """Points: where the place is, or for one off the map, where it would leave it."""
    at: tuple[float, float]
    """Points: where the disc is."""
    radius: float
    away: bool = False
    """Whether the place lies beyond the map's edge."""
    dot: bool = False
    """Whether there was no room for a number."""

    @property
    def moved(self) -> bool:
        """Whether a hairline is needed."""
        return math.dist(self.home, self.at) > self.radius * 0.45

    @property
    def reach(self) -> float:
        """How far from its middle the disc reaches, with its rim."""
        return self.radius + 1.0

    @property
    def box(self) -> Box:
        """What labels keep clear of."""
        x, y = self.at
        return x - self.reach, y - self.reach, x + self.reach, y + self.reach


def discs_for(scene: Scene, frame: Frame, looks: Looks, taken: Sequence[Box] = ()) -> tuple[Disc, ...]:
    """The discs of all places that have one, none on another."""
    wanted = [each for each in scene.located if each.mark.place.id in scene.discs]
    homes = [_home(frame, each) for each in wanted]
    left, bottom, right, top = frame.box
    room = (right - left) * (top - bottom) * FULL
    radius = min(looks.disc, max(looks.disc * SMALLEST, math.sqrt(room / max(1, len(wanted)) / math.pi)))
    most = max(12, int(room / (math.pi * radius**2)))
    ranked = sorted(range(len(wanted)), key=lambda at: (-len(wanted[at].mark.claims), wanted[at].mark.number))
    numbered = sorted(ranked[:most])
    places = np.array([homes[at] for at in numbered]).reshape(-1, 2)
    spots = _spread(places, radius + APART / 2, frame.box, taken)
    found = {
        at: Disc(wanted[at], homes[at], (float(x), float(y)), radius, away=not _inside(frame, wanted[at]))
        for at, (x, y) in zip(numbered, spots, strict=True)
    }
    dots = {
        at: Disc(wanted[at], homes[at], homes[at], radius * 0.3, dot=True)
        for at in ranked[most:]
        if _inside(frame, wanted[at])
    }
    return tuple((found | dots)[at] for at in sorted(found | dots))


def _inside(frame: Frame, place: Located) -> bool:
    x, y = frame.to_points(np.array([place.label]))[0]
    return bool(np.isfinite(x) and np.isfinite(y) and frame.holds((float(x), float(y))))


def _home(frame: Frame, place: Located) -> tuple[float, float]:
    """The place on the picture; one that lies beyond the map's edge, where the way to it crosses the edge."""
    if _inside(frame, place):
        x, y = frame.to_points(np.array([place.label]))[0]
        return float(x), float(y)
    left, bottom, right, top = frame.box
    middle = np.array([(left + right) / 2, (bottom + top) / 2])
    way = bearing(frame, place)
    half = np.array([(right - left) / 2, (top - bottom) / 2]) - WEDGE
    with np.errstate(divide="ignore"):
        share = float(np.min(half / np.maximum(np.abs(way), 1e-9)))
    x, y = middle + way * share
    return float(x), float(y)


def bearing(frame: Frame, place: Located) -> Floats:
    """The direction on the picture in which a place lies from the map's middle, by the shortest way."""
    from pyproj import Geod

    left, bottom, right, top = frame.box
    middle = np.array([[(left + right) / 2, (bottom + top) / 2]])
    lon, lat = frame.to_degrees(middle)[0]
    azimuth, _, _ = Geod(ellps="WGS84").inv(lon, lat, *place.label)
    near_lon, near_lat, _ = Geod(ellps="WGS84").fwd(lon, lat, azimuth, 50_000)
    way = frame.to_points(np.array([[near_lon, near_lat]])) - middle
    unit: Floats = way[0] / (float(np.hypot(*way[0])) or 1.0)
    return unit


def _spread(homes: Floats, radius: float, box: Box, taken: Sequence[Box]) -> Floats:
    """The spots moved until none is nearer to another than two radii, all within the box."""
    left, bottom, right, top = box
    low = np.array([left + radius + 1, bottom + radius + 1])
    high = np.array([right - radius - 1, top - radius - 1])
    spots = np.clip(homes, low, high)
    angles = np.arange(len(homes)) * TURN
    # Those on one spot would not know where to go.
    spots = spots + np.column_stack([np.cos(angles), np.sin(angles)]) * 0.02
    for turn in range(ROUNDS):
        if turn % LOOK_AROUND == 0:
            near = _neighbours(spots, 2 * radius + LOOK_AROUND)
        push, worst = _pushes(spots, near, radius)
        out = _pushed_out(spots, radius, taken)
        if worst < CLOSE_ENOUGH and not out.any():
            break
        spots = np.clip(spots + push + out, low, high)
    settled = np.hypot(*(spots - homes).T) < 0.05
    spots[settled] = homes[settled]
    return spots


def _neighbours(spots: Floats, distance: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of spots that are nearer to each other than a distance."""
    between = spots[:, np.newaxis] - spots[np.newaxis]
    near = np.hypot(between[..., 0], between[..., 1]) < distance
    first, second = np.nonzero(np.triu(near, k=1))
    return first, second


def _pushes(
    spots: Floats, near: tuple[NDArray[np.intp], NDArray[np.intp]], radius: float
) -> tuple[Floats, float]:
    """By how much each spot is pushed away by its neighbours, and the deepest overlap of two."""
    first, second = near
    between = spots[first] - spots[second]
    apart = np.maximum(np.hypot(between[:, 0], between[:, 1]), 1e-6)
    lack = np.clip(2 * radius - apart, 0, None)
    each = between / apart[:, np.newaxis] * (lack / 2)[:, np.newaxis]
    push = np.zeros_like(spots)
    np.add.at(push, first, each)
    np.add.at(push, second, -each)
    return push, float(lack.max(initial=0.0))


def _pushed_out(spots: Floats, radius: float, taken: Sequence[Box]) -> Floats:
    """By how much each spot has to move to leave the boxes that are taken, the shortest way."""
    push = np.zeros_like(spots)
    for left, bottom, right, top in taken:
        ways = np.column_stack(
            [
                spots[:, 0] - (left - radius),
                (right + radius) - spots[:, 0],
                spots[:, 1] - (bottom - radius),
                (top + radius) - spots[:, 1],
            ]
        )
        inside = (ways > 0).all(axis=1)
        nearest = ways.argmin(axis=1)
        least = ways.min(axis=1)
        for side, (axis, sign) in enumerate(((0, -1), (0, 1), (1, -1), (1, 1))):
            chosen = inside & (nearest == side)
            push[chosen, axis] += sign * least[chosen]
    return push


def draw_homes(canvas: Canvas, discs: Sequence[Disc], colours: Palette, unit: float) -> None:
    """Draws hairlines from discs that were moved to where their places are."""
    import shapely

    for disc in discs:
        if disc.moved and not disc.away and not disc.dot:
            canvas.lines([shapely.LineString([disc.home, disc.at])], colours["ink"], 0.55 * unit)
            canvas.disc(*disc.home, 1.3 * unit, colours["ink"], colours["rim"], 0.5 * unit)


def draw_discs(
    canvas: Canvas,
    frame: Frame,
    discs: Sequence[Disc],
    colours: Palette,
    looks: Looks,
    ringed: frozenset[str],
) -> None:
    """Draws discs with their numbers, the first mentioned on top.

    Args:
        canvas: What is drawn on.
        frame: The map.
        discs: What is drawn.
        colours: Of the theme.
        looks: Sizes.
        ringed: Ids of sites whose true ring is too small to see; one is drawn round the disc.
    """
    for disc in reversed(discs):
        x, y = disc.at
        if disc.dot:
            canvas.disc(x, y, disc.radius, colours["disc"], colours["rim"], 0.5)
            continue
        if disc.away:
            _point_out(canvas, frame, disc, colours)
        if disc.place.mark.place.id in ringed:
            colour = colours.of(disc.place.mark.certainty)
            canvas.ring(x, y, disc.radius * RINGED, colour, 0.9 * looks.unit, (2.6, 1.8))
        canvas.disc(x, y, disc.radius, colours["disc"], colours["rim"], 1.1 * looks.unit)
        number = str(disc.place.mark.number)
        style = looks.number(len(number), disc.radius)
        canvas.write(x, y - style.size * 0.36, number, style, colours["disc-ink"], align="center")


def _point_out(canvas: Canvas, frame: Frame, disc: Disc, colours: Palette) -> None:
    """A small wedge that points to a place beyond the map's edge."""
    way = bearing(frame, disc.place)
    aside = np.array([-way[1], way[0]])
    at = np.array(disc.at)
    tip = at + way * disc.radius * 1.75
    wedge = [tip, at + way * disc.radius * 0.6 + aside * disc.radius * 0.8]
    wedge.append(at + way * disc.radius * 0.6 - aside * disc.radius * 0.8)
    canvas.outline(np.array(wedge), colours["disc"])
