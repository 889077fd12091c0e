"""The page's islands of JSON: the whole brief, what of it is drawn where, and what search engines read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from shapely.geometry.base import BaseGeometry

from geobrief.brief.columns import from_table, to_table
from geobrief.brief.packed import pack
from geobrief.brief.records import to_record
from geobrief.errors import PageError
from geobrief.linked.page_jsonld import to_page_jsonld
from geobrief.model import BBox, Brief, Claim, Place, Quantity
from geobrief.render.antimeridian import is_split, rejoined
from geobrief.render.arcs import great_circle
from geobrief.render.base import Base, base_for
from geobrief.render.credits import credits_of
from geobrief.render.document import Page
from geobrief.render.encode import encode_area, encode_lines
from geobrief.render.groups import group_figures
from geobrief.render.label_names import spoken_label
from geobrief.render.locate import ShapeOf, locate
from geobrief.render.messages import DEFAULT_LANGUAGE, Interface, interface
from geobrief.render.noscript import render_noscript
from geobrief.render.packaged_shapes import packaged_shape
from geobrief.render.soft_lines import softly_ended
from geobrief.render.symbols import Mark, claims_in_text_order, marks
from geobrief.render.tiles import Tiles
from geobrief.render.view import Located, first_view

__all__ = ["island_text", "map_record", "page_of"]

Record = dict[str, Any]

SCALE = 1000
"""Of flows and shapes: 0.001 degree, about 100 m."""
SIMPLER_DEGREES = 2000
"""A packaged shape is drawn to this part of the view's width: about a pixel of a wide screen."""

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def page_of(
    brief: Brief,
    language: str = DEFAULT_LANGUAGE,
    *,
    tiles: Tiles | None = None,
    base: Base | None = None,
) -> Page:
    """What the page of a brief is made of, its interface in one of `messages.LANGUAGES`.

    Args:
        brief: What the page shows.
        language: Of its interface.
        tiles: Laid over its map.
        base: Gives the base map for a view; by default the packaged one.

    Raises:
        PageError: The brief holds something that a page cannot; the interface has no such language.
    """
    spoken = interface(language)
    return Page(
        title=brief.title,
        data=island_text(pack(to_record(brief))),
        map=island_text(map_record(brief, spoken, tiles=tiles, base=base)),
        messages=island_text(dict(spoken.page)),
        plain=render_noscript(brief, spoken),
        language=language,
        linked=island_text(to_page_jsonld(brief)),
        images=tiles.hosts if tiles else (),
    )


def island_text(record: Record) -> str:
    r"""JSON that may stand within a script element: `<`, `>`, `&` and JavaScript's ends of line are escaped.

    >>> island_text({"quote": "</script>"})
    '{"quote":"\\u003c/script\\u003e"}'
    """
    try:
        text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise PageError(
            "The brief holds a number that is infinite or none (NaN): put another in its place."
        ) from error
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def map_record(
    brief: Brief,
    spoken: Interface | None = None,
    *,
    shape_of: ShapeOf | None = None,
    base: Base | None = None,
    tiles: Tiles | None = None,
) -> Record:
    """The island `geobrief-map`: numbers, symbols and label points, flows, the base map and its credits.

    A place has a record in `places` only where it is more than a point at its own coordinates.

    Args:
        brief: What is drawn.
        spoken: The interface; by default in English.
        shape_of: Gives packaged shapes; by default those of the gazetteer.
        base: Gives the base map for a view; by default the packaged one.
        tiles: Laid over it.
    """
    spoken = spoken or interface(DEFAULT_LANGUAGE)
    every = marks(brief)
    located = locate(every, shape_of or packaged_shape)
    where = {place.mark.place.id: place for place in located}
    view = first_view(located, _ways(brief, where))
    places = {mark.place.id: _place(mark, where.get(mark.place.id), view) for mark in every}
    return {
        "language": spoken.language,
        "view": list(view),
        **_numbers(brief, every),
        **_soft_lines(brief),
        "countries": _countries(brief, spoken),
        "places": {id_: drawn for id_, drawn in places.items() if drawn},
        "flows": [flow for claim in claims_in_text_order(brief) if (flow := _flow(claim, where, spoken))],
        "groups": group_figures(claims_in_text_order(brief)),
        "base": _spoken((base or base_for)(view, located), spoken, brief.places),
        **({"tiles": asdict(tiles)} if tiles else {}),
        "credits": credits_of(brief, spoken),
        "border_policy": spoken.say("borderPolicy"),
    }


def _ways(brief: Brief, where: dict[str, Located]) -> list[tuple[float, float]]:
    """Longitudes of both ends of each flow whose ends are on the map."""
    flows = [claim.flow for claim in brief.claims if claim.flow]
    ends = [(where.get(flow.origin), where.get(flow.destination)) for flow in flows]
    return [(origin.label[0], destination.label[0]) for origin, destination in ends if origin and destination]


def _place(mark: Mark, located: Located | None, view: BBox) -> Record:
    record: Record = {} if mark.symbol == "point" else {"symbol": mark.symbol}
    if mark.radius_km is not None:
        record["radius_km"] = mark.radius_km
    if located is not None and located.label != (mark.place.lon, mark.place.lat):
        record["label"] = [round(degrees, 4) for degrees in located.label]
    if located is not None and (shape := _shape(located, view)) is not None:
        record["shape"] = encode_area(shape, SCALE)
    return record


def _spoken(base: Record, spoken: Interface, places: Sequence[Place]) -> Record:
    """The base map with its names in the interface's language, without those that the brief writes itself.

    The page leaves those out too, but it knows the names of its language only.
    """
    if spoken.language == DEFAULT_LANGUAGE or "labels" not in base:
        return base
    own = {name.lower() for place in places for name in (place.name, *place.aliases)}
    free = [label for label in from_table(base["labels"]) if label["name"].lower() not in own]
    return {**base, "labels": to_table([spoken_label(label, spoken) for label in free])}


def _shape(located: Located, view: BBox) -> BaseGeometry | None:
    """What is drawn of a place in stead of its own geometry, which is in the other island."""
    split = view[2] > 180 and located.shape is not None and is_split(located.shape)
    if located.shape is None or (located.mark.place.geometry is not None and not split):
        return None
    whole = rejoined(located.shape) if split else located.shape
    return whole.simplify((view[2] - view[0]) / SIMPLER_DEGREES)


def _numbers(brief: Brief, every: Sequence[Mark]) -> Record:
    """The places' numbers in the order in which they are filed, unless that is the order of the numbers."""
    number = {mark.place.id: mark.number for mark in every}
    numbers = [number[place.id] for place in brief.places]
    return {"numbers": numbers} if numbers != sorted(numbers) else {}


def _soft_lines(brief: Brief) -> Record:
    """By article, which of its lines end with a line break that the page shows as a space."""
    found = {document.id: softly_ended(document.text) for document in brief.documents}
    soft = {id_: runs for id_, runs in found.items() if runs}
    return {"soft_lines": soft} if soft else {}


def _countries(brief: Brief, spoken: Interface) -> dict[str, str]:
    """The names of the places' countries by ISO 3166-1 alpha-2 code."""
    codes = sorted({place.country_code for place in brief.places})
    return {code: name for code in codes if (name := spoken.country(code))}


def _flow(claim: Claim, where: dict[str, Located], spoken: Interface) -> Record | None:
    """A claim's movement as a line; None where it has none, or an end of it is nowhere."""
    if claim.flow is None:
        return None
    origin, destination = where.get(claim.flow.origin), where.get(claim.flow.destination)
    if origin is None or destination is None:
        return None
    way = great_circle(origin.label, destination.label)
    if not way:
        return None
    return {
        "claim": claim.id,
        "from": claim.flow.origin,
        "to": claim.flow.destination,
        "label": flow_label(claim.quantities, spoken),
        "certainty": claim.certainty,
        "lines": " ".join(encode_lines(piece, SCALE) for piece in way),
    }


def flow_label(quantities: Sequence[Quantity], spoken: Interface) -> str:
    """What is set along a flow, as `1,000 deminers, 5,000 builders`."""
    parts = (f"{spoken.number(quantity.value)} {quantity.unit}".strip() for quantity in quantities)
    return spoken.say("comma").join(parts)
