"""KML as lxml and fastkml read it, and as GDAL draws it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import fastkml
import geopandas
import pytest
import shapely
from lxml import etree, html

from export.values import BRIEF, HOSTILE_BRIEF, shapes
from geobrief.export import Options, content, left_out
from geobrief.model import Brief

K = "{http://www.opengis.net/kml/2.2}"
ORDER = ["name", "visibility", "description", "TimeSpan", "styleUrl", "ExtendedData"]
"""Of what stands in a Placemark before its geometry (OGC 07-147r2, 9.11)."""


def tree(brief: Brief) -> Any:
    return etree.fromstring(content(brief, "a.kml", "", Options()))


def placemarks(brief: Brief, folder: str) -> dict[str, Any]:
    """By the value `id`, or `claim`."""
    (found,) = [each for each in tree(brief).iter(f"{K}Folder") if each.findtext(f"{K}name") == folder]
    return {data(each).get("id") or data(each)["claim"]: each for each in found.iter(f"{K}Placemark")}


def data(placemark: Any) -> dict[str, str]:
    return {each.get("name"): each.findtext(f"{K}value") for each in placemark.iter(f"{K}Data")}


def test_places_lie_in_folders_by_kind_and_claims_by_article() -> None:
    folders = [each.findtext(f"{K}name") for each in tree(BRIEF).iter(f"{K}Folder")]
    assert folders == [
        *("Places", "Cities", "Regions", "Countries", "Waters", "Sites"),
        *("Flows", "Claims", "Maize & more", "No article"),
    ]


def test_fastkml_reads_what_was_written() -> None:
    text = content(BRIEF, "a.kml", "", Options()).decode()
    document = fastkml.KML.from_string(text.replace('<?xml version="1.0" encoding="UTF-8"?>', "")).features[0]
    assert document.name == BRIEF.title
    cities = document.features[0].features[0]
    assert [each.name for each in cities.features] == ["Одеса", "Nowhere", "=cmd|' /C calc'!A0"]
    assert cities.features[0].geometry.coords == ((30.7326, 46.4775),)


def test_areas_keep_holes_and_both_sides_of_the_180th_meridian() -> None:
    places = placemarks(BRIEF, "Places")
    (polygon,) = places["steppe"].iter(f"{K}Polygon")
    rings = [shapely.LinearRing(positions(each)) for each in polygon.iter(f"{K}coordinates")]
    assert shapely.Polygon(rings[0], rings[1:]).equals(shapes(BRIEF)["steppe"])
    assert len(list(places["fiji"].iter(f"{K}Polygon"))) == 2
    assert [part.tag for part in places["mixed"].find(f"{K}MultiGeometry")] == [
        f"{K}LineString", f"{K}Point", f"{K}Point",
    ]  # fmt: skip


def positions(element: Any) -> list[tuple[float, ...]]:
    return [tuple(map(float, position.split(","))) for position in element.text.split()]


def test_a_place_that_is_not_located_is_listed_without_a_geometry() -> None:
    nowhere = placemarks(BRIEF, "Places")["nowhere"]
    assert {child.tag.removeprefix(K) for child in nowhere} == {
        "name",
        "description",
        "styleUrl",
        "ExtendedData",
    }


def test_values_tell_what_the_files_tell() -> None:
    noted = data(placemarks(BRIEF, "Places")["noted"])
    assert (noted["id_2"], noted["Name_2"], noted["number_2"]) == ("own", "other case", "№ 7")
    assert (noted["floors"], noted["open"], noted["tags"]) == ("3", "true", '["a", {"b": null}]')
    claim = placemarks(BRIEF, "Claims")["c1"]
    told = data(claim)
    assert (told["quantity"], told["when"], told["group"], told["Desk"]) == (
        "12 tonnes", "2025-03", "g1", "+1; see <x>",
    )  # fmt: skip
    span = claim.find(f"{K}TimeSpan")
    assert (span.findtext(f"{K}begin"), span.findtext(f"{K}end")) == ("2025-03-01", "2025-03-31")


def test_flows_follow_the_ground() -> None:
    for flow in placemarks(BRIEF, "Flows").values():
        for line in flow.iter(f"{K}LineString"):
            assert line.findtext(f"{K}tessellate") == "1"


def test_elements_stand_in_the_order_of_the_standard() -> None:
    for placemark in tree(BRIEF).iter(f"{K}Placemark"):
        names = [child.tag.removeprefix(K) for child in placemark]
        known = [name for name in names if name in ORDER]
        assert known == [name for name in ORDER if name in known]
        assert names[: len(known)] == known


def test_every_style_that_is_named_is_there() -> None:
    root = tree(BRIEF)
    styles = {f"#{each.get('id')}" for each in root.iter(f"{K}Style")}
    assert {each.text for each in root.iter(f"{K}styleUrl")} <= styles


@pytest.mark.parametrize("brief", [BRIEF, HOSTILE_BRIEF], ids=["maize", "hostile"])
def test_balloons_hold_text_and_links_to_the_web_alone(brief: Brief) -> None:
    for description in tree(brief).iter(f"{K}description"):
        assert "$[" not in description.text
        balloon = html.fragment_fromstring(description.text, create_parent="div")
        for element in balloon.iter():
            assert element.tag in ("div", "blockquote", "p", "br", "a")
            assert not set(element.attrib) - {"href"}
            assert element.get("href", "https://").startswith(("https://", "http://"))


def test_a_placeholder_of_google_earth_is_shown_as_it_is_written() -> None:
    place = replace(BRIEF.places[0], note="costs $[id] each")
    description = tree(Brief(places=(place,))).find(f".//{K}description").text
    assert (
        html.fragment_fromstring(description, create_parent="div").text_content().endswith("costs $[id] each")
    )


def test_kml_names_no_other_file() -> None:
    assert not list(tree(BRIEF).iter(f"{K}href"))


def test_kmz_has_the_disc_that_it_names() -> None:
    with zipfile.ZipFile(io.BytesIO(content(BRIEF, "a.kmz", "", Options()))) as archive:
        assert archive.namelist()[0] == "doc.kml"
        root = etree.fromstring(archive.read("doc.kml"))
        (name,) = {each.text for each in root.iter(f"{K}href")}
        assert archive.read(name).startswith(b"\x89PNG")


def test_the_disc_is_an_image() -> None:
    from PIL import Image

    from geobrief.export.disc_image import disc_png

    image = Image.open(io.BytesIO(disc_png()))
    assert image.size == (64, 64)
    assert image.getpixel((32, 32)) == (255, 255, 255, 255)
    assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]  # of an image with opacity


@pytest.mark.parametrize("name", ["a.kml", "a.kmz"])
def test_gdal_finds_every_place(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content(BRIEF, name, "", Options()))
    frame = geopandas.read_file(path, layer="Cities")
    assert list(frame["Name"]) == ["Одеса", "Nowhere", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("name", ["a.kml", "a.kmz"])
def test_the_same_brief_gives_the_same_bytes(name: str) -> None:
    assert content(BRIEF, name, "", Options()) == content(BRIEF, name, "", Options())


def test_what_kml_has_no_place_for_is_said() -> None:
    assert left_out(BRIEF, "a.kml", "", Options()) == (
        "KML has no place for articles. Left out: their texts (1); links to them are in."
    )
    assert left_out(replace(BRIEF, documents=()), "a.kml", "", Options()) == ""
