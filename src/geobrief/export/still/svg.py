"""What matplotlib's SVG lacks: title, description, role, letters with halos, fonts to fall back on."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from geobrief.export.still.directions import RIGHT_TO_LEFT_MARK, is_right_to_left
from geobrief.export.still.size import Size

if TYPE_CHECKING:
    from geobrief.export.still.finish import Told

__all__ = ["finished"]

SVG = "{http://www.w3.org/2000/svg}"
INHERITED = "stroke-linejoin: round; stroke-linecap: butt"
"""What matplotlib says in a style sheet, which would reach into a page that has the SVG inline."""
OTHER_SIDE = {"start": "end", "end": "start", "middle": "middle"}

_HALO = re.compile(r"halo-([0-9a-f]{6})-")
_ANCHOR = re.compile(r"text-anchor: (\w+)")
_FAMILY = re.compile(r"font-family: ([^;]*)")
_SERIF = re.compile(r"Serif|Georgia")


def finished(content: bytes, size: Size, told: Told, halo: float) -> bytes:
    """The SVG with all of that.

    Args:
        content: As matplotlib wrote it.
        size: The picture's.
        told: What the file says about itself.
        halo: Points across of the light edge around letters.
    """
    from lxml import etree

    root = etree.fromstring(content)
    etree.strip_elements(root, f"{SVG}metadata", f"{SVG}style", with_tail=False)
    mark = sha256(content).hexdigest()[:8]
    for at, (name, text) in enumerate((("title", told.title), ("desc", told.description))):
        element = etree.Element(f"{SVG}{name}", id=f"{name}-{mark}")
        element.text = text
        root.insert(at, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"title-{mark} desc-{mark}")
    root.set("lang", told.language)
    root.set("style", INHERITED)
    if size.pixels:
        _, _, width, height = (float(each) for each in root.get("viewBox", "").split())
        root.set("width", str(size.pixels_of(width)))
        root.set("height", str(size.pixels_of(height)))
    for each in root.iter(f"{SVG}text"):
        _mend(each, halo)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _mend(text: Any, halo: float) -> None:
    """Gives a text its halo, its direction, and a family that every reader has."""
    style = text.get("style", "")
    group = text.getparent()
    if found := _HALO.match(group.get("id", "")):
        style += f"; paint-order: stroke; stroke: #{found[1]}; stroke-width: {halo}; stroke-linejoin: round"
        del group.attrib["id"]
    style = _FAMILY.sub(_with_generic, style)
    words = (text.text or "").removeprefix(RIGHT_TO_LEFT_MARK)
    text.text = words
    if is_right_to_left(words):
        anchor = _ANCHOR.search(style)
        style = _ANCHOR.sub("", style).rstrip("; ")
        style += f"; text-anchor: {OTHER_SIDE[anchor[1] if anchor else 'start']}; direction: rtl"
    text.set("style", style)


def _with_generic(found: re.Match[str]) -> str:
    generic = "serif" if _SERIF.search(found[1].split(",")[0]) else "system-ui, sans-serif"
    return f"font-family: {found[1]}, {generic}"
