"""Briefs that are hard to draw."""

from __future__ import annotations

import random

from geobrief.model import CERTAINTIES, Brief, Claim, Flow, Place, Quantity

__all__ = ["arabic", "crowd", "holed", "places", "round_the_world"]


def places(*spots: tuple[str, float, float], flow: bool = False) -> Brief:
    """Cities at (name, lon, lat), a claim about each; `flow`: and a movement from the first to the last."""
    found = tuple(Place(id=name.lower(), name=name, lon=lon, lat=lat) for name, lon, lat in spots)
    claims = [
        Claim(id=f"c{number}", document="", quote=f"{place.name} is open.", places=(place.id,))
        for number, place in enumerate(found, 1)
    ]
    if flow:
        ends = found[0].id, found[-1].id
        moved = Quantity(120, "people", "120 people")
        claims.append(
            Claim(
                id="f",
                document="",
                quote="120 people left.",
                places=ends,
                flow=Flow(*ends),
                quantities=(moved,),
            )
        )
    return Brief(places=found, claims=tuple(claims), title="A map")


def round_the_world() -> Brief:
    """Cities on all continents."""
    return places(
        ("Lima", -77.0, -12.0),
        ("Cairo", 31.2, 30.0),
        ("Sydney", 151.2, -33.9),
        ("Tokyo", 139.7, 35.7),
        ("Anchorage", -149.9, 61.2),
        flow=True,
    )


def crowd(count: int) -> Brief:
    """So many places in one country, with claims of all certainties."""
    drawn = random.Random(3)
    spots = [
        (f"Hill {number}", drawn.uniform(22, 40), drawn.uniform(45, 52)) for number in range(1, count + 1)
    ]
    brief = places(*spots)
    claims = tuple(
        Claim(c.id, c.document, c.quote, c.places, certainty=drawn.choice(CERTAINTIES)) for c in brief.claims
    )
    return Brief(places=brief.places, claims=claims, title="Hills")


def arabic() -> Brief:
    """A brief in Arabic, with a number and Latin letters among its words."""
    quote = "قالت NHK إن 25,000 عامل وصلوا من القاهرة إلى بغداد."
    return Brief(
        places=(
            Place(id="cairo", name="القاهرة", lon=31.24, lat=30.04),
            Place(id="baghdad", name="بغداد", lon=44.36, lat=33.31),
        ),
        claims=(Claim(id="c1", document="", quote=quote, places=("cairo", "baghdad")),),
        title="عمال في بغداد",
    )


def holed() -> Brief:
    """An area with a hole in it, and a site that lies within 60 km of its point."""
    outer = [[28, 48], [32, 48], [32, 52], [28, 52], [28, 48]]
    inner = [[29, 49], [29, 51], [31, 51], [31, 49], [29, 49]]
    zone = {"type": "Polygon", "coordinates": [outer, inner]}
    return Brief(
        places=(
            Place(id="zone", name="Zone", kind="region", lon=28.5, lat=50, geometry=zone),
            Place(id="depot", name="Depot", kind="site", lon=33, lat=50, precision="60 km"),
        ),
        claims=(
            Claim(
                id="c1",
                document="",
                quote="The zone is closed.",
                places=("zone",),
                certainty="claimed",
                by="Kyiv",
            ),
            Claim(id="c2", document="", quote="The depot is near.", places=("depot",), certainty="doubted"),
        ),
    )
