"""The sheet's parts: title, map, legend, key and caption, each with its box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geobrief.export.still.directions import unbroken
from geobrief.export.still.frame import Box
from geobrief.export.still.key import Laid, laid_out
from geobrief.export.still.legend import Item, legend_height
from geobrief.export.still.letters import wrapped
from geobrief.export.still.looks import Looks
from geobrief.export.still.size import Size
from geobrief.render.messages import Interface
from geobrief.render.tables import ClaimRow

__all__ = ["CAPTION_LEADING", "TITLE_LEADING", "Content", "Layout", "laid_sheet"]

MARGIN, SPACE = 10.0, 6.0
"""Points around the sheet, and between its parts."""
BESIDE = (400.0, 200.0)
"""Points across and down that a sheet has at least for the key to stand beside the map."""
BELOW_HEIGHT = 190.0
"""Points down, for it to stand below."""
KEY_SHARES = (0.34, 0.42, 0.5)
"""Of the width, that a key beside the map may take."""
MAP_SHARES = (0.42, 0.52, 0.62)
"""Of the height, that a map above its key may take."""
WORDS = 0.6
"""How much it counts that quotes stand there in full; the rest is for the size of the map."""
SHAPE, AROUND = 0.62, 0.04
"""Height of a map by its width, where the sheet is as high as it needs: at most, and what is left above and
below one that is wider than that."""
LONGEST_KEY = 1.7
"""Of the sheet's width: the height of a key beyond which quotes are cut, where the height is open."""
CAPTION_LEADING, TITLE_LEADING = 1.32, 1.15
MOST_CAPTION = 0.16
"""Of the sheet's height."""


@dataclass(frozen=True, slots=True)
class Content:
    """What has to find room."""

    title: str
    rows: Sequence[ClaimRow]
    """Empty where there is to be no key."""
    legend: Sequence[Item]
    caption: Sequence[str]
    """Paragraphs."""
    shape: float
    """Width by height of what the map shows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes, in points."""

    width: float
    height: float
    title: tuple[str, ...]
    title_top: float
    map: Box
    legend_top: float
    key: Laid | None
    key_box: Box
    caption: tuple[str, ...]
    caption_top: float
    margin: float
    """Between the sheet's edge and everything."""


def laid_sheet(content: Content, size: Size, looks: Looks, spoken: Interface) -> Layout:
    """The layout of a sheet; where the size leaves the height open, as high as its content."""
    margin, space = MARGIN * looks.unit, SPACE * looks.unit
    width = size.width - 2 * margin
    title = tuple(wrapped(content.title, looks.title, width, 2)) if content.title else ()
    caption = _caption(content.caption, width, size, looks)
    head = len(title) * looks.title.size * TITLE_LEADING + (space if title else 0)
    foot = len(caption) * looks.caption.size * CAPTION_LEADING + space
    key: Laid | None = None
    if size.height is None:
        legend = _legend(content, width, looks)
        key = _open_key(content, width, looks, spoken)
        below = key.height + space if key else 0.0
        map_height = width * min(SHAPE, 1 / content.shape + AROUND)
        height = 2 * margin + head + map_height + legend + below + foot
        top = height - margin - head
        map_box = (margin, top - map_height, margin + width, top)
        key_box = (margin, margin + foot, margin + width, map_box[1] - legend - space)
    else:
        height = size.height
        inner = (margin, margin + foot, size.width - margin, height - margin - head)
        map_box, key_box, key = _best(content, inner, looks, spoken)
    return Layout(
        width=size.width,
        height=height,
        title=title,
        title_top=height - margin,
        map=map_box,
        legend_top=map_box[1] - space * 0.5,
        key=key,
        key_box=key_box,
        caption=caption,
        caption_top=margin + foot - space,
        margin=margin,
    )


def _open_key(content: Content, width: float, looks: Looks, spoken: Interface) -> Laid | None:
    """The key of a sheet that is as high as it needs."""
    if not content.rows:
        return None
    key = laid_out(content.rows, width, None, looks, spoken)
    if key.height <= LONGEST_KEY * width:
        return key
    return laid_out(content.rows, width, LONGEST_KEY * width, looks, spoken)


def _best(content: Content, inner: Box, looks: Looks, spoken: Interface) -> tuple[Box, Box, Laid | None]:
    """Map, key's box and key: beside or below, whichever shows more of the map and of the quotes."""
    left, bottom, right, top = inner
    alone: Box = (left, bottom + _legend(content, right - left, looks), right, top)
    choices: list[tuple[float, Box, Box, Laid]] = []
    for map_box, key_box in _candidates(content, inner, looks, spoken):
        key = laid_out(content.rows, key_box[2] - key_box[0], key_box[3] - key_box[1], looks, spoken)
        whole = sum(len(row.quote) for row in content.rows) or 1
        words = min(1.0, key.letters / whole) * key.looks.unit / looks.unit
        scale = _scale(map_box, content.shape) / _scale(alone, content.shape)
        choices.append((words * WORDS + scale * (1 - WORDS), map_box, key_box, key))
    if not choices:
        return alone, alone, None
    _, map_box, key_box, key = max(choices, key=lambda choice: choice[0])
    return map_box, key_box, key


def _candidates(content: Content, inner: Box, looks: Looks, spoken: Interface) -> list[tuple[Box, Box]]:
    """Boxes for map and key: beside each other where there is width, above each other where height."""
    if not content.rows:
        return []
    left, bottom, right, top = inner
    space = SPACE * looks.unit
    found: list[tuple[Box, Box]] = []
    if right - left >= BESIDE[0] and top - bottom >= BESIDE[1]:
        for share in KEY_SHARES:
            split = right - (right - left) * share
            legend = _legend(content, split - space - left, looks)
            if spoken.direction == "rtl":
                mirror = left + right - split
                found.append(
                    ((mirror + space, bottom + legend, right, top), (left, bottom, mirror - space, top))
                )
            else:
                found.append(
                    ((left, bottom + legend, split - space, top), (split + space, bottom, right, top))
                )
    if top - bottom >= BELOW_HEIGHT:
        legend = _legend(content, right - left, looks)
        wanted = laid_out(content.rows, right - left, None, looks, spoken).height
        rest = top - bottom - legend - 2 * space - wanted
        heights = [(top - bottom) * share for share in MAP_SHARES]
        if rest > heights[0]:
            heights.append(min(rest, (right - left) / min(content.shape, 1.2)))
        for height in heights:
            split = top - height
            found.append(((left, split, right, top), (left, bottom, right, split - legend - space)))
    return found


def _legend(content: Content, width: float, looks: Looks) -> float:
    return legend_height(content.legend, width, looks) + SPACE * looks.unit * 0.5


def _scale(box: Box, shape: float) -> float:
    """How large a map of a shape is in a box."""
    return min((box[2] - box[0]) / shape, box[3] - box[1])


def _caption(parts: Sequence[str], width: float, size: Size, looks: Looks) -> tuple[str, ...]:
    """The small print in lines; where there is little room its paragraphs are cut, but not the last one."""
    height = size.height or size.width
    most = max(2, int(height * MOST_CAPTION / (looks.caption.size * CAPTION_LEADING)))
    last = unbroken(wrapped(parts[-1], looks.caption, width)) if parts else []
    lines: list[str] = []
    for at, part in enumerate(parts[:-1]):
        left = most - len(last) - len(lines) - (len(parts) - 2 - at)
        lines += unbroken(wrapped(part, looks.caption, width, max(1, left)))
    return tuple(lines + last)
