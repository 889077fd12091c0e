"""What a `ClaimLayer` draws, as plain data: places with their shapes, flows as lines, claims to open."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

import shapely

from geobrief.linked.iris import is_web_address
from geobrief.model import Brief, Claim, Document
from geobrief.render.arcs import great_circle
from geobrief.render.locate import ShapeOf, locate
from geobrief.render.messages import Interface
from geobrief.render.payload import flow_label
from geobrief.render.symbols import claims_in_text_order, marks
from geobrief.render.tokens import certainty_looks, tokens
from geobrief.render.view import Located

__all__ = ["layer_data"]

Record = dict[str, Any]

SIMPLER_DEGREES: Final = 0.01
"""About 1 km, to which shapes are drawn."""
DECIMALS: Final = 4
"""Of a degree: about 10 m."""
UNCLAIMED: Final = "unclaimed"
_CSS_LINES: Final = {"crossed": "double"}
"""How a crossed line is drawn under words."""


def layer_data(brief: Brief, spoken: Interface, shape_of: ShapeOf) -> Record:
    """The data of a layer, as JSON takes them; positions of flows are turned for Leaflet: latitude first.

    Args:
        brief: What is drawn.
        spoken: The interface.
        shape_of: Gives packaged shapes.
    """
    located = locate(marks(brief), shape_of)
    where = {each.mark.place.id: each for each in located}
    articles = {document.id: document for document in brief.documents}
    return {
        "looks": _looks(),
        "places": [_place(each) for each in located],
        "flows": [flow for claim in claims_in_text_order(brief) if (flow := _flow(claim, where, spoken))],
        "claims": [_claim(claim, articles.get(claim.document), spoken) for claim in brief.claims],
    }


def _looks() -> Record:
    return {
        certainty or UNCLAIMED: {
            "colour": tokens()[look.token],
            "line": look.line,
            "css": _CSS_LINES.get(look.line, look.line),
        }
        for certainty, look in certainty_looks().items()
    }


def _place(located: Located) -> Record:
    mark = located.mark
    lon, lat = located.label
    record: Record = {
        "id": mark.place.id,
        "name": mark.place.name,
        "number": mark.number,
        "symbol": mark.symbol,
        "certainty": mark.certainty or UNCLAIMED,
        "claims": list(mark.claims),
        "lon": lon,
        "lat": lat,
    }
    if mark.radius_km is not None:
        record["radius"] = mark.radius_km
    if located.shape is not None:
        simple = located.shape.simplify(SIMPLER_DEGREES)
        rounded = shapely.transform(simple, lambda positions: positions.round(DECIMALS))
        record["shape"] = json.loads(shapely.to_geojson(rounded))
    return record


def _flow(claim: Claim, where: dict[str, Located], spoken: Interface) -> Record | None:
    if claim.flow is None or claim.flow.origin not in where or claim.flow.destination not in where:
        return None
    ends = where[claim.flow.origin], where[claim.flow.destination]
    way = great_circle(ends[0].label, ends[1].label)
    if not way:
        return None
    lines = [[[round(lat, DECIMALS), round(lon, DECIMALS)] for lon, lat in line.coords] for line in way]
    names = " → ".join(end.mark.place.name for end in ends)
    label = flow_label(claim.quantities, spoken)
    return {
        "claim": claim.id,
        "title": f"{names}: {label}" if label else names,
        "certainty": claim.certainty,
        "lines": lines,
        "angle": _angle(lines[-1]),
    }


def _angle(line: Sequence[Sequence[float]]) -> float:
    """In which direction a line ends on a Mercator map: degrees clockwise from the east."""
    (south, west), (north, east) = line[-2:]
    return round(-math.degrees(math.atan2(_mercator(north) - _mercator(south), math.radians(east - west))), 1)


def _mercator(lat: float) -> float:
    bounded = max(-85.0, min(85.0, lat))
    return math.asinh(math.tan(math.radians(bounded)))


def _claim(claim: Claim, article: Document | None, spoken: Interface) -> Record:
    when = claim.when
    time = " – ".join(dict.fromkeys((when.start or "…", when.end or "…"))) if when else ""
    facts = [flow_label(claim.quantities, spoken), time]
    return {
        "id": claim.id,
        "quote": claim.quote,
        "by": claim.by_name or claim.by,
        "certainty": claim.certainty,
        "told": spoken.say(f"certainty_{claim.certainty}"),
        "facts": [fact for fact in facts if fact],
        "sources": list(_sources(claim, article)),
    }


def _sources(claim: Claim, article: Document | None) -> Iterator[Record]:
    """The article and the claim's own link; what is no web address is shown as the words that it is."""
    pairs = [(article.title or article.url, article.url)] if article else []
    for text, address in (*pairs, (claim.url, claim.url)):
        if text:
            yield {"text": text, "address": address if is_web_address(address) else ""}
