"""Elements of KML 2.2 (OGC 07-147r2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement

import shapely
from shapely.geometry.base import BaseGeometry

from geobrief.model import When

__all__ = ["add_data", "add_geometry", "add_text", "add_time", "kml_colour", "xml_text"]

_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold at all, not even escaped."""


def xml_text(text: str) -> str:
    r"""The text with U+FFFD for each character that XML lacks; the XML writer escapes the rest.

    >>> xml_text("a\x00b")
    'a\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


def kml_colour(name: str, opacity: float = 1.0) -> str:
    """A colour as KML writes it: opacity, blue, green, red.

    >>> kml_colour("#0b6b72")
    'ff726b0b'
    """
    return f"{round(255 * opacity):02x}{name[5:7]}{name[3:5]}{name[1:3]}"


def add_text(parent: Element, tag: str, text: str) -> None:
    """An element that holds text."""
    SubElement(parent, tag).text = xml_text(text)


def add_time(parent: Element, when: When | None) -> None:
    """The time of what is told, open at an end where it is open."""
    if when is None:
        return
    span = SubElement(parent, "TimeSpan")
    for tag, date in (("begin", when.start), ("end", when.end)):
        if date:
            add_text(span, tag, date)


def add_data(parent: Element, values: Iterable[tuple[str, str]]) -> None:
    """Named values beside what is shown; those that are empty are left out."""
    told = [(name, value) for name, value in values if value != ""]
    if told:
        data = SubElement(parent, "ExtendedData")
        for name, value in told:
            add_text(SubElement(data, "Data", name=xml_text(name)), "value", value)


def add_geometry(parent: Element, shapes: Iterable[BaseGeometry | None]) -> None:
    """One geometry, or several as one."""
    simple = [part for shape in shapes if shape is not None for part in _simple(shape)]
    if len(simple) > 1:
        parent = SubElement(parent, "MultiGeometry")
    for part in simple:
        _ADDERS[part.geom_type](parent, part)


def _simple(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    for part in shapely.get_parts(shape):
        if part.geom_type in _ADDERS:
            if not part.is_empty:
                yield part
        else:
            yield from _simple(part)


def _point(parent: Element, shape: BaseGeometry) -> None:
    _coordinates(SubElement(parent, "Point"), shape)


def _line(parent: Element, shape: BaseGeometry) -> None:
    line = SubElement(parent, "LineString")
    add_text(line, "tessellate", "1")
    _coordinates(line, shape)


def _polygon(parent: Element, shape: BaseGeometry) -> None:
    oriented = shapely.orient_polygons(shape)
    polygon = SubElement(parent, "Polygon")
    add_text(polygon, "tessellate", "1")
    for boundary, rings in (
        ("outerBoundaryIs", [oriented.exterior]),  # type: ignore[attr-defined]  # a Polygon has it
        ("innerBoundaryIs", oriented.interiors),  # type: ignore[attr-defined]
    ):
        for ring in rings:
            _coordinates(SubElement(SubElement(polygon, boundary), "LinearRing"), ring)


_ADDERS: Final = {"Point": _point, "LineString": _line, "LinearRing": _line, "Polygon": _polygon}


def _coordinates(parent: Element, shape: BaseGeometry) -> None:
    positions = shapely.get_coordinates(shape, include_z=bool(shape.has_z)).tolist()
    add_text(parent, "coordinates", " ".join(",".join(map(repr, position)) for position in positions))
