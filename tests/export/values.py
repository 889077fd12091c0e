"""A brief with all that is lost on the way to other programs, and how two briefs are held side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import shapely

from brief_values import HOSTILE
from geobrief.brief.claim_cells import cells
from geobrief.brief.features import new_feature
from geobrief.model import Brief, Claim, Document, Flow, Place, Quantity, When

TEXT = "At least 12 tonnes of maize went from Одеса to 부산 in March 2025. Nobody counted in Фиджи."
HOLED = {
    "type": "Polygon",
    "coordinates": [
        [[20, 40], [20, 50], [30, 50], [30, 40], [20, 40]],  # clockwise, as many programs write it
        [[24, 44], [26, 44], [26, 46], [24, 46], [24, 44]],
    ],
}
FIJI = {"type": "Polygon", "coordinates": [[[177, -19], [-179, -19], [-179, -16], [177, -16], [177, -19]]]}
RIVER = {"type": "LineString", "coordinates": [[28.1, 45.2], [28.9, 45.4], [29.7, 45.2]]}
PARTS = {"type": "GeometryCollection", "geometries": [RIVER, {"type": "Point", "coordinates": [28, 45]}]}

PLACES = (
    Place(
        "odesa",
        "Одеса",
        "city",
        30.7326,
        46.4775,
        "UA",
        "Odeska",
        ("Odessa", "أوديسا"),
        source="geonames:698740",
    ),
    Place(
        "busan",
        "부산",
        "site",
        129.04,
        35.1,
        "KR",
        precision="5 km",
        note='A "port", <b>not</b> a town; 100% & so',
    ),
    Place("steppe", "Степ", "region", 25.5, 47, geometry=HOLED),
    Place("fiji", "Фиджи", "country", 178.5, -17.8, "FJ", geometry=FIJI),
    Place("danube", "Danube", "water", 28.9, 45.4, geometry=RIVER),
    Place("mixed", "نهر", "region", 28.5, 45.3, geometry=PARTS),
    Place("nowhere", "Nowhere"),
    Place(
        "noted",
        "=cmd|' /C calc'!A0",
        lon=-70.5,
        lat=-33.5,
        extra={
            "Name": "other case",
            "number": "№ 7",
            "certainty": 0.5,
            "floors": 3,
            "open": True,
            "id": "own",
            "tags": ["a", {"b": None}],
            "fid": 9,
            "geom": "g",
            "note2": HOSTILE[3],
        },
    ),
)
CLAIMS = (
    Claim(
        "c1",
        "maize.md",
        TEXT[: TEXT.index(" Nobody")],
        ("odesa", "busan"),
        by="The Port",
        by_name="Port of Odesa",
        certainty="claimed",
        quantities=(Quantity(12, "tonnes", "12 tonnes", "at least", "maize", 12000, "kg"),),
        when=When("2025-03-01", "2025-03-31"),
        flow=Flow("odesa", "busan"),
        url="https://example.org/a?b=1&c=2",
        note="Weighed twice.",
        group="g1",
        extra={"Desk": "+1; see <x>", "start": "early"},
    ),
    Claim(
        "c2",
        "maize.md",
        "Nobody counted in Фиджи.",
        ("fiji",),
        when=When("", "2019-12-31"),
        certainty="denied",
        quantities=(Quantity(1, "ship", "1 ship"), Quantity(2.5, "km", "2.5 km")),
    ),
    Claim(
        "c3",
        "",
        "قال المسؤولون إن الجسر مغلق.",
        ("steppe", "nowhere"),
        flow=Flow("fiji", "odesa"),
        group="g1",
        when=When("1848-03-01", "1848-03-01"),
        certainty="possible",
        note="line one\nline two",
    ),
    Claim("c4", "", "=1+1 says nobody", (), by="@nobody", url="not an address"),
)
BRIEF = Brief(
    (
        Document(
            "maize.md", TEXT, "Maize & more", "2025-04-02", "https://example.org/maize", "Example Post", "en"
        ),
    ),
    (),
    PLACES,
    CLAIMS,
    "Where the maize went",
)

HOSTILE_BRIEF = Brief(
    (Document("a.md", "\n".join(HOSTILE), HOSTILE[0]),),
    (),
    tuple(
        Place(f"p{at}", text, lon=at, lat=at, note=text, extra={f"x{text}": text})
        for at, text in enumerate(HOSTILE)
    ),
    tuple(Claim(f"c{at}", "", text, (f"p{at}",), by=text, note=text) for at, text in enumerate(HOSTILE)),
    HOSTILE[4],
)


def said(brief: Brief) -> dict[str, Any]:
    """What a brief's files would say of it, without its geometries."""
    return {
        "title": brief.title,
        "articles": brief.documents,
        "claims": {claim.id: cells(claim) for claim in brief.claims},
        "places": {place.id: _properties(place) for place in brief.places},
    }


def shapes(brief: Brief) -> dict[str, shapely.Geometry]:
    """The geometries of a brief's areas."""
    return {
        place.id: shapely.geometry.shape(dict(place.geometry))
        for place in brief.places
        if place.geometry is not None
    }


def located_alike(one: Brief, other: Brief) -> bool:
    """Whether the places of two briefs are marked at the same points."""
    return {p.id: (p.lon, p.lat) for p in one.places} == {p.id: (p.lon, p.lat) for p in other.places}


def _properties(place: Place) -> dict[str, Any]:
    properties: dict[str, Any] = new_feature(replace(place, geometry=None))["properties"]
    return properties | {"extra": dict(place.extra)}
