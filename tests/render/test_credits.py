"""Whom a page owes its places."""

import pytest

from geobrief.model import Brief, Place
from geobrief.render.credits import credits_of
from geobrief.render.messages import interface


@pytest.mark.parametrize(
    ("source", "owed"),
    [("geonames:551487", "GeoNames"), ("osm:node/107775", "© OpenStreetMap contributors")],
)
def test_a_source_is_credited_where_a_place_comes_from_it(source: str, owed: str) -> None:
    brief = Brief(places=(Place("p", "Place", lon=1.0, lat=2.0, source=source),))
    assert owed in [credit["name"] for credit in credits_of(brief, interface("en"))]
    assert owed not in [credit["name"] for credit in credits_of(Brief(), interface("en"))]
