"""KML and KMZ: a folder of places by kind, one of flows, one of claims by article; styles and balloons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from geobrief.brief.json_text import dumps
from geobrief.brief.sheets import free_name
from geobrief.export.certainty_styles import UNCLAIMED, Style, certainty_styles
from geobrief.export.disc_image import disc_png
from geobrief.export.geometry import outline, point
from geobrief.export.kml_balloons import claim_balloon, place_balloon
from geobrief.export.kml_parts import add_data, add_geometry, add_text, add_time, kml_colour
from geobrief.export.options import Options
from geobrief.export.rows import Rows
from geobrief.export.zip_file import zipped
from geobrief.model import KINDS, Brief, Claim, Place

__all__ = ["articles_left_out", "kml_file", "kmz_file"]

_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
_ICON: Final = "disc.png"
_FILL_OPACITY: Final = 0.12
_OWN: Final = (
    *("name", "description", "id", "number", "kind", "source", "country_code", "within", "precision"),
    *("aliases", "note", "claims"),
)
"""What a place has besides its unknown properties."""
_FOLDERS: Final = {
    "city": "Cities",
    "region": "Regions",
    "country": "Countries",
    "continent": "Continents",
    "water": "Waters",
    "site": "Sites",
}


def kml_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief as one KML document, which names no other file: places have the program's own icon, tinted.

    Raises:
        ExportError: A geometry is none.
    """
    return _document(brief, icon="")


def kmz_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The same zipped, with a disc for the places.

    Raises:
        ExportError: A geometry is none.
    """
    return zipped({"doc.kml": _document(brief, icon=_ICON), _ICON: disc_png()})


def articles_left_out(brief: Brief, options: Options) -> str:  # noqa: ARG001 - as of every format
    """What KML has no place for."""
    if not brief.documents:
        return ""
    texts = len(brief.documents)
    return f"KML has no place for articles. Left out: their texts ({texts}); links to them are in."


def _document(brief: Brief, icon: str) -> bytes:
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    add_text(document, "name", brief.title)
    for certainty, style in certainty_styles().items():
        _style(document, certainty, style, icon)
    rows = Rows(brief)
    _places(_folder(document, "Places"), rows)
    _flows(_folder(document, "Flows"), rows)
    _claims(_folder(document, "Claims", shown=False), rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _folder(parent: Element, name: str, *, shown: bool = True) -> Element:
    folder = SubElement(parent, "Folder")
    add_text(folder, "name", name)
    if not shown:
        add_text(folder, "visibility", "0")
    return folder


def _style(document: Element, certainty: str, style: Style, icon: str) -> None:
    element = SubElement(document, "Style", id=certainty)
    mark = SubElement(element, "IconStyle")
    add_text(mark, "color", kml_colour(style.colour))
    if icon:
        add_text(SubElement(mark, "Icon"), "href", icon)
    line = SubElement(element, "LineStyle")
    add_text(line, "color", kml_colour(style.colour))
    add_text(line, "width", "2.5")
    area = SubElement(element, "PolyStyle")
    add_text(area, "color", kml_colour(style.colour, _FILL_OPACITY))
    # Without a text of its own Google Earth adds its links for ways to and from here.
    add_text(SubElement(element, "BalloonStyle"), "text", "<h3>$[name]</h3>$[description]")


def _places(folder: Element, rows: Rows) -> None:
    names = _free_names(place.extra for place in rows.brief.places)
    for kind in KINDS:
        places = [place for place in rows.brief.places if place.kind == kind]
        if places:
            inner = _folder(folder, _FOLDERS[kind])
            for place in places:
                _place(inner, rows, place, names)


def _place(folder: Element, rows: Rows, place: Place, names: Mapping[str, str]) -> None:
    mark = rows.marks[place.id]
    placemark = _placemark(folder, place.name, place_balloon(rows, place))
    add_text(placemark, "styleUrl", f"#{mark.certainty or UNCLAIMED}")
    told: dict[str, Any] = {
        "id": place.id,
        "number": str(mark.number),
        "kind": place.kind,
        "source": place.source,
    }
    told |= {"country_code": place.country_code, "within": place.within, "precision": place.precision}
    told |= {"aliases": "; ".join(place.aliases), "note": place.note, "claims": ";".join(mark.claims)}
    extra = ((names[field], value) for field, value in place.extra.items())
    add_data(placemark, [*_told(told.items()), *_told(extra)])
    add_geometry(placemark, [outline(place), point(place)])


def _free_names(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """For each unknown property the name that its value has: one that no other has, whatever the case."""
    used, names = set(_OWN), {}
    for field in dict.fromkeys(field for record in records for field in record):
        names[field] = free_name(field, used)
        used.add(names[field].lower())
    return names


def _flows(folder: Element, rows: Rows) -> None:
    for movement in rows.movements():
        record = rows.movement_record(movement)
        name = f"{record['from_name']} → {record['to_name']}"
        placemark = _placemark(folder, name, claim_balloon(rows, movement.claim))
        add_time(placemark, movement.claim.when)
        add_text(placemark, "styleUrl", f"#{movement.claim.certainty}")
        add_data(
            placemark, _told((key, record[key]) for key in ("claim", "from", "to", "quantity", "certainty"))
        )
        add_geometry(placemark, [movement.lines])


def _claims(folder: Element, rows: Rows) -> None:
    by_article: dict[str, list[int]] = {}
    for at, claim in enumerate(rows.brief.claims):
        by_article.setdefault(claim.document, []).append(at)
    (_, own), (_, extra), _ = rows.claims()
    points = {place.id: point(place) for place in rows.brief.places}
    for article, numbers in by_article.items():
        document = rows.documents.get(article)
        inner = _folder(folder, (document.title if document else "") or article or "No article", shown=False)
        for at in numbers:
            claim = rows.brief.claims[at]
            placemark = _claim(inner, rows, claim)
            add_data(placemark, [*_told(own[at].items()), *_told(extra[at].items())])
            add_geometry(placemark, [points.get(place) for place in claim.places])


def _claim(folder: Element, rows: Rows, claim: Claim) -> Element:
    placemark = _placemark(folder, f"{claim.id}: {claim.quote}"[:80], claim_balloon(rows, claim), shown=False)
    add_time(placemark, claim.when)
    add_text(placemark, "styleUrl", f"#{claim.certainty}")
    return placemark


def _placemark(folder: Element, name: str, balloon: str, *, shown: bool = True) -> Element:
    placemark = SubElement(folder, "Placemark")
    add_text(placemark, "name", name)
    if not shown:
        add_text(placemark, "visibility", "0")
    add_text(placemark, "description", balloon)
    return placemark


def _told(values: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Values as text; what is no text as JSON."""
    return [(name, value if isinstance(value, str) else dumps(value)) for name, value in values]
