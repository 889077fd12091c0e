"""What matplotlib's SVG lacks: title, description, role, letters with halos, fonts to fall back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geobrief.export.still.size import Size

if TYPE_CHECKING:
    from geobrief.export.still.finish import Told

__all__ = ["finished"]

SVG = "{http://www.w3.org/2000/svg}"


def finished(content: bytes, size: Size, told: Told) -> bytes:
    """The SVG with all of that."""
    from lxml import etree

    root = etree.fromstring(content)
    for each in root.findall(f"{SVG}metadata"):
        root.remove(each)
    title, description = etree.Element(f"{SVG}title"), etree.Element(f"{SVG}desc")
    title.set("id", "title")
    description.set("id", "description")
    title.text, description.text = told.title, told.description
    root.insert(0, title)
    root.insert(1, description)
    root.set("role", "img")
    if size.pixels:
        root.set("width", str(size.pixels_of(size.width)))
        root.set("height", str(round(size.pixels_of(size.width) * _ratio(root.get("viewBox", "")))))
    root.set("aria-labelledby", "title")
    root.set("aria-describedby", "description")
    root.set("lang", told.language)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _ratio(view_box: str) -> float:
    _, _, width, height = (float(each) for each in view_box.split())
    return height / width
