"""What the lines mean: only those that the brief uses, in rows below the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.export.still.canvas import Canvas
from geobrief.export.still.key_drawing import draw_sample
from geobrief.export.still.letters import extent
from geobrief.export.still.looks import Looks
from geobrief.export.still.palette import Palette
from geobrief.export.still.scene import Scene
from geobrief.model import Certainty
from geobrief.render.messages import Interface

__all__ = ["Item", "draw_legend", "legend_height", "legend_items"]

GROUPS: tuple[tuple[Certainty, ...], ...] = (
    ("stated", "attributed"),
    ("reported",),
    ("claimed",),
    ("possible", "expected"),
    ("doubted", "denied"),
)
"""As on the page: certainties that are drawn alike."""
SAMPLE, GAP = 20.0, 14.0
ROW = 1.75


@dataclass(frozen=True, slots=True)
class Item:
    """A sample with its meaning; without a certainty, the ring of a site."""

    certainty: Certainty | None
    text: str


def legend_items(scene: Scene, spoken: Interface) -> list[Item]:
    """What there is to explain, in the page's order."""
    used = {claim.certainty for claim in scene.claims}
    items = [
        Item(shown[0], spoken.say("comma").join(spoken.say(f"certainty_{each}") for each in shown))
        for group in GROUPS
        if (shown := [each for each in group if each in used])
    ]
    if any(place.mark.symbol == "ring" for place in scene.located):
        items.append(Item(None, spoken.say("legendRing")))
    return items


def legend_rows(items: Sequence[Item], width: float, looks: Looks) -> list[list[Item]]:
    """The items in rows of at most so many points."""
    rows: list[list[Item]] = []
    left = 0.0
    for item in items:
        wide = _width(item, looks)
        if not rows or left + wide > width:
            rows.append([])
            left = 0.0
        rows[-1].append(item)
        left += wide + GAP * looks.unit
    return rows


def _width(item: Item, looks: Looks) -> float:
    return SAMPLE * looks.unit + 5 * looks.unit + extent(item.text, looks.told)


def legend_height(items: Sequence[Item], width: float, looks: Looks) -> float:
    """How many points the rows take down."""
    return len(legend_rows(items, width, looks)) * looks.told.size * ROW


def draw_legend(
    canvas: Canvas,
    items: Sequence[Item],
    corner: tuple[float, float],
    width: float,
    colours: Palette,
    looks: Looks,
) -> None:
    """Draws the items in rows from an upper left corner."""
    unit = looks.unit
    left, top = corner
    for at, row in enumerate(legend_rows(items, width, looks)):
        x, middle = left, top - looks.told.size * ROW * (at + 0.5)
        for item in row:
            if item.certainty is None:
                canvas.ring(
                    x + SAMPLE * unit / 2, middle, 4.2 * unit, colours["soft"], 0.8 * unit, (2.2, 1.6)
                )
            else:
                draw_sample(canvas, x, middle, SAMPLE * unit, item.certainty, colours, unit * 1.3)
            canvas.write(
                x + (SAMPLE + 5) * unit,
                middle - looks.told.size * 0.34,
                item.text,
                looks.told,
                colours["ink"],
            )
            x += _width(item, looks) + GAP * unit
