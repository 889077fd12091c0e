"""Briefs of every shape for Hypothesis, and values that have broken other map makers."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from geobrief.model import (
    CERTAINTIES,
    KINDS,
    Brief,
    Candidate,
    Claim,
    Document,
    Flow,
    Grounds,
    Mention,
    Place,
    Quantity,
    When,
)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "`${alert(1)}`",
    r"C:\data\2019\u0041\n",
    "<img src=x onerror=alert(1)>",
    "line\u2028paragraph\u2029end",
    "\u202eright to left\u202c שלום",
    '=HYPERLINK("http://example.org")',
    "+1; -2, @3\t4",
    "\"quoted\", 'single' and “curly”",
    "two\r\nlines\rand\nmore",
    "  space at both ends  ",
    "\ufeffmark",
    "<!-- <script>",
    "𝔘nicode 🗺️ é e\u0301",
)

words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12))
stripped = words.map(str.strip)
ids = st.text(min_size=1, max_size=8).filter(lambda key: key == key.strip() and ";" not in key)
lons = st.floats(-180, 180)
lats = st.floats(-90, 90)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)

KNOWN_PROPERTIES = {
    *("id", "name", "kind", "country_code", "within", "aliases", "precision", "source", "note", "lon", "lat"),
}
properties = st.dictionaries(words.filter(lambda key: key not in KNOWN_PROPERTIES), json_values, max_size=3)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[float, float, dict[str, Any]]:
    """A rectangle with a point in it."""
    west, east = sorted(draw(st.tuples(st.integers(-180, 179), st.integers(-180, 179))))
    south, north = sorted(draw(st.tuples(st.integers(-90, 89), st.integers(-90, 89))))
    east, north = east + 1, north + 1
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    point = draw(st.tuples(st.floats(west, east), st.floats(south, north)))
    return *point, {"type": "Polygon", "coordinates": [ring]}


@st.composite
def places(draw: st.DrawFn, key: str) -> Place:
    where: dict[str, Any] = draw(
        st.one_of(
            st.just({}),
            st.builds(lambda lon, lat: {"lon": lon, "lat": lat}, lons, lats),
            boxes().map(lambda box: dict(zip(("lon", "lat", "geometry"), box, strict=True))),
        )
    )
    return Place(
        id=key,
        name=draw(words.filter(lambda name: bool(name.strip()))),
        kind=draw(st.sampled_from(KINDS)),
        country_code=draw(st.sampled_from(("", "UA", "RU"))),
        within=draw(words),
        aliases=tuple(draw(st.lists(words, max_size=2))),
        precision=draw(st.sampled_from(("", "point", "10 km"))),
        source=draw(words),
        note=draw(words),
        extra=draw(properties),
        **where,
    )


@st.composite
def place_lists(draw: st.DrawFn) -> tuple[Place, ...]:
    return tuple(draw(places(key)) for key in draw(st.lists(ids, unique=True, max_size=4)))


quantities = st.builds(
    lambda value, unit: Quantity(value, unit, f"{int(value) if value.is_integer() else value} {unit}"),
    st.one_of(st.integers(0, 10**6).map(float), st.floats(0, 1e6).map(lambda value: round(value, 2))),
    st.sampled_from(("workers", "155mm shells", "euros a day", "m²")),
)
whens = st.builds(
    lambda days: When(min(days).isoformat(), max(days).isoformat()),
    st.tuples(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1))),
)


@st.composite
def claims(draw: st.DrawFn, key: str, place_ids: list[str], documents: list[str]) -> Claim:
    def chosen(most: int) -> tuple[str, ...]:
        return tuple(
            draw(st.lists(st.sampled_from(place_ids), unique=True, max_size=most)) if place_ids else ()
        )

    ends = chosen(2)
    return Claim(
        id=key,
        document=draw(st.sampled_from(["", *documents])),
        quote=draw(words),
        places=chosen(3),
        by=draw(words),
        certainty=draw(st.sampled_from(CERTAINTIES)),
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        when=draw(st.none() | whens),
        flow=Flow(*ends) if len(ends) == 2 else None,
        url=draw(stripped),
        note=draw(words),
        group=draw(st.sampled_from(("", "", "g1", "the dead"))),
    )


@st.composite
def claim_lists(draw: st.DrawFn) -> tuple[Claim, ...]:
    keys = draw(st.lists(ids, unique=True, max_size=4))
    return tuple(draw(claims(key, ["p1", "p2", "p3"], ["a.md", "b.md"])) for key in keys)


candidates = st.builds(
    Candidate,
    id=ids,
    name=words,
    kind=st.sampled_from(KINDS),
    lon=lons,
    lat=lats,
    country_code=st.sampled_from(("", "UA", "RU")),
    within=words,
    population=st.integers(0, 10**8),
    exact=st.booleans(),
    level=st.integers(0, 3),
    bbox=st.none() | st.tuples(lons, lats, lons, lats),
)
grounds = st.builds(
    Grounds,
    score=st.floats(0, 1),
    why=st.lists(words, max_size=2).map(tuple),
    candidates=st.lists(candidates, max_size=3).map(tuple),
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Briefs whose references resolve."""
    documents = tuple(
        Document(key, draw(words), draw(words), draw(st.sampled_from(("", "2025-06-20"))), draw(words))
        for key in draw(st.lists(st.sampled_from(("a.md", "b.md", "ü.md")), unique=True))
    )
    found = draw(place_lists())
    place_ids, document_ids = [place.id for place in found], [document.id for document in documents]
    spans = st.tuples(st.integers(0, 99), st.integers(0, 99))
    mentions = [
        Mention(document, *draw(spans), draw(st.sampled_from([None, *place_ids])), draw(st.none() | grounds))
        for document in document_ids
    ]
    keys = draw(st.lists(ids, unique=True, max_size=3))
    said = [draw(claims(key, place_ids, document_ids)) for key in keys]
    return Brief(documents, tuple(mentions), found, tuple(said), draw(words))
