"""GeoJSON as GDAL, any JSON reader and geobrief itself read it back."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

import geobrief
from export.values import BRIEF, HOLED, HOSTILE_BRIEF, located_alike, said, shapes
from geobrief.errors import ExportError
from geobrief.export import Options, export, left_out
from geobrief.model import Brief, Place


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "maize.geojson"
    export(BRIEF, path)
    return path


def features(path: Path, kind: str) -> dict[str, Any]:
    found = json.loads(path.read_bytes())["features"]
    return {feature["id"]: feature for feature in found if feature["geobrief"] == kind}


def test_gdal_reads_places_and_flows_with_flat_properties(written: Path) -> None:
    frame = geopandas.read_file(written).set_index("id")
    assert len(frame) == len(BRIEF.places) + 2
    assert frame.loc["odesa", "name"] == "Одеса"
    assert frame.loc["odesa", "aliases"] == "Odessa; أوديسا"
    assert frame.loc["busan", "certainty_2"] == "claimed"  # one place has a certainty of its own
    assert frame.loc["busan", "quotes"].endswith("in March 2025.” (Port of Odesa, claimed)")
    assert frame.loc["steppe"].geometry.equals(shapely.geometry.shape(HOLED))
    assert frame.loc["nowhere"].geometry is None
    assert (frame.loc["flow-c1", "from_name"], frame.loc["flow-c1", "to_name"]) == ("Одеса", "부산")


def test_outer_rings_run_counterclockwise_and_holes_clockwise(written: Path) -> None:
    outer, hole = features(written, "place")["steppe"]["geometry"]["coordinates"]
    assert shapely.is_ccw(shapely.LinearRing(outer))
    assert not shapely.is_ccw(shapely.LinearRing(hole))


def test_what_crosses_the_180th_meridian_is_cut(written: Path) -> None:
    fiji = shapely.geometry.shape(features(written, "place")["fiji"]["geometry"])
    assert fiji.equals(
        shapely.union_all([shapely.box(177, -19, 180, -16), shapely.box(-180, -19, -179, -16)])
    )
    flow = features(written, "flow")["flow-c3"]["geometry"]
    assert all(abs(b - a) < 90 for line in _lines(flow) for (a, *_), (b, *_) in pairwise(line))


def test_claims_and_articles_are_members_of_the_collection(written: Path) -> None:
    collection = json.loads(written.read_bytes())
    claim = collection["claims"][0]
    assert (claim["places"], claim["from"], claim["when"]) == (["odesa", "busan"], "odesa", "2025-03")
    assert claim["facts"]["quantities"][0] == {
        "value": 12, "unit": "tonnes", "text": "12 tonnes", "bound": "at least", "counted": "maize",
        "value_si": 12000, "unit_si": "kg",
    }  # fmt: skip
    assert [claim["id"] for claim in collection["claims"]] == ["c1", "c2", "c3", "c4"]
    assert collection["articles"][0]["text"] == BRIEF.documents[0].text


@pytest.mark.parametrize("brief", [BRIEF, HOSTILE_BRIEF, Brief()], ids=["maize", "hostile", "empty"])
def test_geobrief_reads_all_of_it_back(tmp_path: Path, brief: Brief) -> None:
    path = tmp_path / "a.geojson"
    export(brief, path)
    found = geobrief.read(path).value
    assert said(found) == said(brief) | ({} if brief.title else {"title": "a"})
    assert located_alike(found, brief)
    for name, shape in shapes(brief).items():
        if name != "fiji":
            assert shapes(found)[name].equals(shape)


def test_lines_hold_a_feature_each_with_its_claims(tmp_path: Path) -> None:
    path = tmp_path / "maize.geojsonl"
    export(BRIEF, path)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert [line["id"] for line in lines][-2:] == ["flow-c1", "flow-c3"]
    assert [claim["id"] for claim in lines[0]["properties"]["claims"]] == ["c1", "c3"]
    assert len(geopandas.read_file(path)) == len(lines)
    found = geobrief.read(path).value
    assert said(found)["places"] == said(BRIEF)["places"]
    assert [claim.id for claim in found.claims] == ["c1", "c3", "c2"]


def test_what_lines_cannot_hold_is_said() -> None:
    told = left_out(BRIEF, "a.geojsonl", "", Options())
    assert (
        told
        == "GeoJSON lines hold places and flows only. Left out: articles (1), claims without a place (1)."
    )
    assert left_out(BRIEF, "a.geojson", "", Options()) == ""


@pytest.mark.parametrize("name", ["a.geojson", "a.geojsonl"])
def test_the_same_brief_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    export(BRIEF, path)
    first = path.read_bytes()
    export(BRIEF, path)
    assert path.read_bytes() == first


def test_a_geometry_that_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    broken = Brief(
        places=(Place("odd", "Odd", lon=1, lat=2, geometry={"type": "Polygon", "coordinates": 5}),)
    )
    with pytest.raises(ExportError, match="The geometry of place 'odd' cannot be written"):
        export(broken, tmp_path / "a.geojson")
    assert not list(tmp_path.iterdir())


def _lines(geometry: dict[str, Any]) -> list[Any]:
    coordinates = geometry["coordinates"]
    return coordinates if geometry["type"] == "MultiLineString" else [coordinates]
