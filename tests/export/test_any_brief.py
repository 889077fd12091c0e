"""Whatever a brief holds, every format of data writes it, and GeoJSON gives it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from brief_values import briefs
from export.values import located_alike, said
from geobrief.brief.geometries import bounds
from geobrief.brief.read import read
from geobrief.export import Options, content, export
from geobrief.model import Brief, Place

SHARED = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def width(place: Place) -> float:
    """In degrees of longitude."""
    if place.geometry is None:
        return 0
    west, _, east, _ = bounds(place.geometry)
    return east - west


@given(brief=briefs())
@SHARED
def test_geojson_gives_back_whatever_a_brief_holds(tmp_path: Path, brief: Brief) -> None:
    assume(all(width(place) < 300 for place in brief.places))  # wider ones go the other way round
    path = tmp_path / "a.geojson"
    export(brief, path)
    found, _ = read(path)
    expected = said(brief)
    assert said(found)["places"] == expected["places"]
    assert said(found)["claims"] == expected["claims"]
    assert found.documents == brief.documents
    assert located_alike(found, brief)


@pytest.mark.parametrize("name", ["gpkg", "parquet"])
@given(brief=briefs())
@SHARED
def test_tables_give_back_every_place_and_claim(tmp_path: Path, name: str, brief: Brief) -> None:
    assume(all(width(place) < 300 for place in brief.places))
    path = tmp_path / f"a.{name}"
    export(brief, path)
    found, _ = read(path)
    # SQLite's texts end at U+0000, which becomes U+FFFD in both.
    places = tuple(replace(place, id=place.id.replace("\0", "\ufffd")) for place in brief.places)
    assert [place.id for place in found.places] == [place.id for place in places]
    assert len(found.claims) == len(brief.claims)
    assert located_alike(found, replace(brief, places=places))


@pytest.mark.parametrize("name", ["geojsonl", "kml", "kmz", "csv", "xlsx"])
@given(brief=briefs())
@SHARED
def test_the_others_write_it(name: str, brief: Brief) -> None:
    assert isinstance(content(brief, "-", name, Options()), bytes)
