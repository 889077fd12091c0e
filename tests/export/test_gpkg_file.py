"""A GeoPackage as SQLite alone reads it, with its geometries taken apart by hand, and as geobrief does."""

from __future__ import annotations

import json
import re
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas
import pytest
import shapely

import geobrief
from export.values import BRIEF, HOSTILE_BRIEF, located_alike, said, shapes
from geobrief.export import export
from geobrief.export.gpkg_styles import layer_styles
from geobrief.export.qml import colour
from geobrief.model import CERTAINTIES, Brief, Place
from geobrief.render.tokens import tokens

ENVELOPE_BYTES = (0, 32, 48, 48, 64)
"""By the envelope code in the flags of a GeoPackage geometry (OGC 12-128r19, 2.1.3.1.1)."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "maize.gpkg"
    export(BRIEF, path)
    return path


@pytest.fixture
def database(written: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(written)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


def geometry(blob: bytes) -> shapely.Geometry:
    magic, _version, flags, srs = struct.unpack("<2sBBi", blob[:8])
    assert (magic, srs) == (b"GP", 4326)
    return shapely.from_wkb(blob[8 + ENVELOPE_BYTES[flags >> 1 & 7] :])


def rows(database: sqlite3.Connection, table: str, key: str = "id") -> dict[str, dict[str, Any]]:
    return {row[key]: dict(row) for row in database.execute(f"SELECT * FROM {table}")}


def test_every_place_is_a_row_and_those_that_are_located_a_point(database: sqlite3.Connection) -> None:
    places = rows(database, "places")
    assert list(places) == [place.id for place in BRIEF.places]
    assert (places["odesa"]["name"], places["odesa"]["aliases"]) == ("Одеса", "Odessa; أوديسا")
    assert geometry(places["odesa"]["geom"]).equals(shapely.Point(30.7326, 46.4775))
    assert places["nowhere"]["geom"] is None
    noted = places["noted"]
    assert (noted["Name_2"], noted["number_2"] > 0, noted["certainty"]) == ("other case", True, 0.5)
    assert (noted["floors"], noted["open"], json.loads(noted["tags"])) == (3, 1, ["a", {"b": None}])
    assert (noted["fid_2"], noted["geom_2"]) == (9, "g")


def test_areas_keep_their_holes_and_lines_are_lines(database: sqlite3.Connection) -> None:
    areas, lines = rows(database, "areas"), rows(database, "lines")
    assert geometry(areas["steppe"]["geom"]).equals(shapes(BRIEF)["steppe"])
    assert len(shapely.get_parts(geometry(areas["fiji"]["geom"]))) == 2
    assert set(lines) == {"danube", "mixed"}
    assert geometry(lines["danube"]["geom"]).equals(shapes(BRIEF)["danube"])


def test_claims_lie_at_their_places_with_all_their_cells(database: sqlite3.Connection) -> None:
    claims = rows(database, "claims")
    first = claims["c1"]
    assert geometry(first["geom"]).equals(shapely.MultiPoint([(30.7326, 46.4775), (129.04, 35.1)]))
    assert (first["quantity"], first["when"], first["group"], first["note"]) == (
        "12 tonnes", "2025-03", "g1", "Weighed twice.",
    )  # fmt: skip
    assert (first["Desk"], first["start"], first["start_2"], first["end"]) == (
        "+1; see <x>", "early", "2025-03-01", "2025-03-31",
    )  # fmt: skip
    assert json.loads(first["quantities"])[0]["bound"] == "at least"
    assert claims["c3"]["quote"] == BRIEF.claims[2].quote
    assert claims["c4"]["geom"] is None


def test_flows_are_great_circles_cut_at_the_180th_meridian(database: sqlite3.Connection) -> None:
    flows = rows(database, "flows", "claim")
    assert (flows["c1"]["from_name"], flows["c1"]["to_name"]) == ("Одеса", "부산")
    west, _, east, _ = geometry(flows["c3"]["geom"]).bounds
    assert -180 <= west <= east <= 180


def test_articles_come_along_whole(database: sqlite3.Connection) -> None:
    (article,) = rows(database, "articles").values()
    assert (article["text"], article["language"]) == (BRIEF.documents[0].text, "en")


def test_each_layer_has_a_default_style_where_qgis_looks_for_it(database: sqlite3.Connection) -> None:
    layers = {row["table_name"] for row in database.execute("SELECT * FROM gpkg_geometry_columns")}
    styles = rows(database, "layer_styles", "f_table_name")
    assert set(styles) == layers - {"spots"} == {"places", "areas", "lines", "flows", "claims"}
    for style in styles.values():
        assert (style["f_table_catalog"], style["f_table_schema"], style["f_geometry_column"]) == (
            "",
            "",
            "geom",
        )
        assert style["useAsDefault"] == 1
    registered = "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"
    assert database.execute(registered).fetchone()[0] == "attributes"


@pytest.mark.parametrize(("layer", "kind"), [("places", "0"), ("areas", "2"), ("lines", "1"), ("flows", "1")])
def test_a_style_is_qml_whose_rules_have_their_symbols(layer: str, kind: str) -> None:
    root = ElementTree.fromstring(layer_styles()[layer])
    assert root.tag == "qgis"
    assert root.findtext("layerGeometryType") == kind
    rules = root.findall("./renderer-v2[@type='RuleRenderer']/rules/rule")
    symbols = {each.get("name"): each for each in root.findall("./renderer-v2/symbols/symbol")}
    assert [rule.get("symbol") for rule in rules] == list(symbols)
    assert {each.get("type") for each in symbols.values()} == {
        {"0": "marker", "1": "line", "2": "fill"}[kind]
    }
    assert all(option.get("value") for option in root.iter("Option") if option.get("type") == "QString")


def test_styles_ask_for_columns_that_the_layer_has(database: sqlite3.Connection) -> None:
    for layer, style in rows(database, "layer_styles", "f_table_name").items():
        columns = {row["name"] for row in database.execute(f"PRAGMA table_info({layer})")}
        root = ElementTree.fromstring(style["styleQML"])
        asked = [rule.get("filter", "") for rule in root.iter("rule")]
        asked += [text.get("fieldName", "") for text in root.iter("text-style")]
        found = {name for text in asked for name in re.findall(r'"(\w+)"', text)}
        assert found <= columns
        if layer == "places":
            assert "number_2" in found  # one place has a number of its own


def test_every_certainty_has_a_rule_in_the_pages_colour() -> None:
    root = ElementTree.fromstring(layer_styles()["areas"])
    rules = [rule.get("label") for rule in root.iter("rule")]
    outlines = [each.get("value") for each in root.iter("Option") if each.get("name") == "outline_color"]
    found = dict(zip(rules, outlines, strict=True))
    assert set(found) == {*CERTAINTIES, "unclaimed"}
    assert found["claimed"] == colour(tokens()["claimed"])
    assert found["denied"] == colour(tokens()["denied"])


def test_geopandas_opens_every_layer_in_wgs_84(written: Path) -> None:
    for layer in ("places", "areas", "lines", "flows", "claims"):
        frame = geopandas.read_file(written, layer=layer)
        assert frame.crs.to_epsg() == 4326
        assert len(frame)


@pytest.mark.parametrize(
    "brief", [BRIEF, HOSTILE_BRIEF, Brief(title="Empty")], ids=["maize", "hostile", "empty"]
)
def test_geobrief_reads_it_back(tmp_path: Path, brief: Brief) -> None:
    path = tmp_path / "a.gpkg"
    export(brief, path)
    found = geobrief.read(path).value
    assert said(found) == said(brief)
    assert located_alike(found, brief)
    for name, shape in shapes(brief).items():
        if name != "fiji":
            assert shapely.equals(shapely.union_all([shapes(found)[name]]), shapely.union_all([shape]))


def test_what_was_changed_in_qgis_is_read(written: Path, tmp_path: Path) -> None:
    path = tmp_path / "changed.gpkg"
    path.write_bytes(written.read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        for name in (
            "insert",
            "update1",
            "update2",
            "update3",
            "update4",
            "update5",
            "update6",
            "update7",
            "delete",
        ):
            for table in ("claims", "places"):
                database.execute(
                    f"DROP TRIGGER IF EXISTS rtree_{table}_geom_{name}"
                )  # they need ST_ functions
        database.execute("UPDATE claims SET certainty = 'doubted' WHERE id = 'c1'")
        database.execute("UPDATE places SET name = 'Odesa' WHERE id = 'odesa'")
        database.execute("ALTER TABLE places ADD COLUMN desk TEXT")
        database.execute("UPDATE places SET desk = 'south' WHERE id = 'odesa'")
    found = geobrief.read(path).value
    assert found.claims[0].certainty == "doubted"
    assert (found.places[0].name, found.places[0].extra["desk"]) == ("Odesa", "south")


def test_the_same_brief_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gpkg"
    export(replace(BRIEF), again)
    assert again.read_bytes() == written.read_bytes()


def test_heights_are_kept(tmp_path: Path) -> None:
    river = {"type": "LineString", "coordinates": [[1, 2, 30], [2, 3, 40]]}
    export(Brief(places=(Place("r", "R", "water", 1, 2, geometry=river),)), tmp_path / "a.gpkg")
    (found,) = geobrief.read(tmp_path / "a.gpkg").value.places
    assert found.geometry == river
