"""`places.geojson`: what the user did not edit keeps its bytes; what is wrong is all said at once."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_values import HOSTILE, lats, lons, place_lists, properties, words
from geobrief.brief.places_file import EMPTY, parse, scan, update
from geobrief.errors import BriefError
from geobrief.model import Place

FILE = """\
{
  "type": "FeatureCollection", "name": "mine",
  "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
  "features": [
    {"type": "Feature", "id": "kursk", "bbox": [36.0, 51.5, 36.4, 52.0],
     "properties": {"colour": "red", "name": "K\\u0075rsk", "aliases": "Kursk city; Курск", "kind": "city",
                    "height": 2.50},
     "geometry": {"type": "Point", "coordinates": [36.190, 51.730, 160]}},
    {"type": "Feature", "properties": {"title": "The lake", "description": "Deep."},
     "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}},
    {"type": "Feature", "id": 7, "properties": {"name": "Nowhere"}, "geometry": null}
  ]
}
"""
KURSK, LAKE, NOWHERE = parse(FILE)

UNKNOWN = """{"type": "FeatureCollection", "features": [],
"crs": {"type": "name", "properties": {"name": "EPSG:nowhere"}}}"""
IN_METRES = """{"type": "FeatureCollection",
"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
"features": [
{"type": "Feature", "id": "a", "properties": {"name": "A"}, "geometry":
 {"type": "Point", "coordinates": [222638.98, 0.0, 7]}},
{"type": "Feature", "id": "b", "properties": {"name": "B"}, "geometry": null}
]}
"""


@st.composite
def spelled(draw: st.DrawFn, value: Any) -> str:
    """JSON with the white space, escapes and numbers of many programs."""
    space = draw(st.sampled_from(("", " ", "\n\t", "\r\n  ")))
    if isinstance(value, dict):
        members = [f"{space}{json.dumps(key)}{space}:{draw(spelled(each))}" for key, each in value.items()]
        return "{" + f"{space},".join(members) + space + "}"
    if isinstance(value, list):
        return "[" + f"{space},".join(space + draw(spelled(each)) for each in value) + space + "]"
    if isinstance(value, float):
        return draw(st.sampled_from((repr(value), f"{value:e}")))
    return json.dumps(value, ensure_ascii=draw(st.booleans()))


@st.composite
def files(draw: st.DrawFn) -> str:
    """Files of places as other programs write them."""
    points = st.builds(lambda lon, lat: {"type": "Point", "coordinates": [lon, lat]}, lons, lats)
    names = words.filter(lambda name: bool(name.strip()))
    features = [
        {
            "type": "Feature",
            **({"id": key} if key else {}),
            "properties": {draw(st.sampled_from(("name", "title", "NAME"))): draw(names), **draw(properties)},
            "geometry": draw(st.none() | points),
            **draw(st.sampled_from(({}, {"bbox": [0, 0, 1, 1]}, {"style": {"a": [1.50]}}))),
        }
        for key in draw(st.lists(st.sampled_from(("a", "b", 1, None)), unique=True))
    ]
    collection = {"type": "FeatureCollection", "name": draw(words), "features": features}
    mark, after = draw(st.sampled_from(("", "\ufeff"))), draw(st.sampled_from(("", "\n", "\r\n")))
    return mark + draw(spelled(collection)) + after


@given(files())
def test_what_did_not_change_keeps_its_bytes(text: str) -> None:
    assert update(text, parse(text)) == text


@given(files(), place_lists())
def test_any_change_reads_back_as_it_was_made(text: str, others: tuple[Place, ...]) -> None:
    wanted = {place.id: place for place in (*others, *parse(text)[1:])}.values()
    assert parse(update(text, tuple(wanted))) == tuple(wanted)


@given(place_lists())
def test_a_new_file_holds_every_place(places: tuple[Place, ...]) -> None:
    text = update(EMPTY, places)
    assert parse(text) == places
    assert len(text.splitlines()) >= len(places)


def test_a_file_of_other_make_is_read() -> None:
    assert KURSK.name == "Kursk"
    assert (KURSK.lon, KURSK.lat) == (36.19, 51.73)
    assert KURSK.aliases == ("Kursk city", "Курск")
    assert KURSK.extra == {"colour": "red", "height": 2.5}
    assert (LAKE.id, LAKE.name, LAKE.note, LAKE.kind) == ("the-lake", "The lake", "Deep.", "region")
    assert (LAKE.lon, LAKE.lat) == (1, 1)
    assert LAKE.geometry is not None
    assert (NOWHERE.id, NOWHERE.located) == ("7", False)


def test_a_changed_place_changes_nothing_else() -> None:
    text = update(FILE, (replace(KURSK, note="Much fought over."), LAKE, NOWHERE))
    assert text == FILE.replace(
        '"height": 2.50}', '"height": 2.50,\n                    "note": "Much fought over."}'
    )


def test_a_moved_place_keeps_its_properties_as_they_were() -> None:
    text = update(FILE, (replace(KURSK, lon=1.0, lat=2.0), LAKE, NOWHERE))
    assert text == FILE.replace("[36.190, 51.730, 160]", "[1.0, 2.0]")


def test_a_property_is_changed_under_the_name_it_has() -> None:
    text = update(FILE, (KURSK, replace(LAKE, note="Shallow."), NOWHERE))
    assert '"description": "Shallow."' in text
    assert parse(text)[1].id == "the-lake"


def test_a_renamed_place_keeps_the_id_that_claims_name() -> None:
    text = update(FILE, (KURSK, replace(LAKE, name="The pond"), NOWHERE))
    assert '"title": "The pond"' in text
    assert parse(text)[1].id == "the-lake"


def test_places_without_an_id_keep_theirs_when_one_before_them_goes() -> None:
    text = update(EMPTY, (Place("oslo", "Oslo"), Place("oslo-2", "Oslo")))
    bare = text.replace('"id": "oslo", ', "").replace('"id": "oslo-2", ', "")
    assert update(bare, parse(bare)) == bare
    assert [place.id for place in parse(update(bare, parse(bare)[1:]))] == ["oslo-2"]


def test_removed_and_new_places_leave_the_others_alone() -> None:
    text = update(FILE, (KURSK, NOWHERE, Place("oslo", "Oslo", lon=10.75, lat=59.91)))
    lines = text.splitlines()
    assert lines[:8] == FILE.splitlines()[:8]
    assert "lake" not in text
    assert lines[9].startswith(
        '    {"type": "Feature", "id": "oslo", "properties": {"name": "Oslo", "kind": "city"'
    )


def test_an_area_remembers_where_it_is_marked() -> None:
    box = {"type": "Polygon", "coordinates": [[[-179, 0], [179, 0], [179, 80], [-179, 80], [-179, 0]]]}
    russia = Place("russia", "Russia", "country", lon=100.0, lat=60.0, geometry=box)
    text = update(EMPTY, (russia,))
    assert parse(text) == (russia,)
    moved = text.replace("-179", "20").replace("179", "40")
    assert parse(moved)[0].lon == 30  # the old mark lies outside of what the area has become


def test_a_file_that_gdal_wrote_names_the_same_places(tmp_path: Path) -> None:
    box = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    places = (
        Place("kursk", "Kursk", aliases=("Курск", "K"), lon=36.19, lat=51.73),
        Place("box", "Box", "region", lon=1.5, lat=1.0, geometry=box),
        Place("oz", "Oz", note="Not found."),
    )
    before, after = tmp_path / "places.geojson", tmp_path / "saved.geojson"
    before.write_text(update(EMPTY, places), encoding="utf-8")
    geopandas.read_file(before).to_file(after, driver="GeoJSON")
    assert parse(after.read_text(encoding="utf-8")) == places


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_come_back(value: str) -> None:
    place = Place("p", f"x{value}", note=value, within=value, aliases=(value,), extra={value: value})
    assert parse(update(EMPTY, (place,))) == (place,)


def test_a_lone_surrogate_stays_writable() -> None:
    text = FILE.replace("K\\u0075rsk", "K\\ud800")
    changed = update(text, (replace(parse(text)[0], name="\ud800!"), LAKE, NOWHERE))
    assert "\\ud800!" in changed
    assert parse(changed)[0].name == "\ud800!"


def test_all_faults_come_at_once() -> None:
    features = [
        {"type": "Feature", "id": "a", "properties": {"kind": "moon"}, "geometry": None},
        {"type": "Feature", "id": "a", "properties": {"name": "A", "note": 5}, "geometry": None},
        {"type": "Feature", "id": "b", "properties": {"name": "B"}, "geometry": point(55.8, 152.1)},
        {"type": "Feature", "id": "c", "properties": {"name": "C"}, "geometry": point(200, 200)},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Blob"}},
        5,
    ]
    lines = ",\n".join(map(json.dumps, features))
    with pytest.raises(BriefError) as raised:
        parse(f'{{"type": "FeatureCollection", "features": [\n{lines}]}}')
    assert [fault.removeprefix("places.geojson, ").split(";")[0] for fault in raised.value.faults] == [
        "line 2: place 'a' has no name",
        "line 2: place 'a' has the unknown kind 'moon'",
        "line 3: place 'a' has the property note = 5, which should be text",
        "line 3: place 'a' has an id that another place has before it",
        "line 4: place 'b' lies outside WGS 84 (lon=55.8, lat=152.1): lon and lat look swapped",
        "line 5: place 'c' lies outside WGS 84 (lon=200, lat=200): give degrees of longitude and latitude",
        "line 6: feature 5 has no name",
        "line 6: feature 5 has a geometry of the unknown type 'Blob'",
        "line 7: feature 6 is no GeoJSON Feature",
    ]


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "Expecting value at column 1"),
        ('{"type": "FeatureCollection",\n"features": [}', 2, "Expecting value at column 14"),
        ("[" * 100_000, 1, "this is not JSON that can be read"),
        ("[]", 1, "no GeoJSON FeatureCollection"),
        ('{"type": "Topology"}', 1, "no GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": {}}', 1, "no list of features"),
        (UNKNOWN, 2, "in the unknown CRS 'EPSG:nowhere'; export the places in WGS 84"),
    ],
)
def test_a_file_that_is_none_of_places_says_why(text: str, line: int, message: str) -> None:
    _, (fault,) = scan(text)
    assert message in fault.message
    assert fault.line == line


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        ([1, 2], "no GeoJSON object"),
        ({"type": "Point", "coordinates": ["1", 2]}, "no pair of numbers"),
        ({"type": "Point", "coordinates": [1]}, "no pair of numbers"),
        ({"type": "LineString", "coordinates": 5}, "not nested"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "without a position"),
        ({"type": "LineString", "coordinates": [[1, 2]]}, "fewer than 2 positions"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}, "not closed"),
        ({"type": "Polygon"}, "not nested"),
        ({"type": "GeometryCollection"}, "without a list"),
        (
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [0, 91]}]},
            "outside",
        ),
    ],
)
def test_a_broken_geometry_is_named(geometry: object, message: str) -> None:
    feature = {"type": "Feature", "id": "a", "properties": {"name": "A"}, "geometry": geometry}
    _, (fault,) = scan(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert fault.message.startswith("place 'a'")
    assert message in fault.message


def test_a_file_in_another_crs_is_read_as_wgs_84_and_stays_in_its_crs() -> None:
    a, b = parse(IN_METRES)
    assert (a.lon, a.lat, b.located) == (pytest.approx(2, abs=1e-7), 0, False)
    assert update(IN_METRES, (a, b)) == IN_METRES
    ring = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 1.0]]
    area = {"type": "Polygon", "coordinates": [ring]}
    changed = (a, replace(b, lon=1.75, lat=1.25, geometry=area), Place("c", "C", lon=9.123456789, lat=-1.5))
    text = update(IN_METRES, changed)
    assert text.splitlines()[:4] == IN_METRES.splitlines()[:4]
    assert json.loads(text)["features"][2]["geometry"]["coordinates"][0] == pytest.approx(
        1015618.57, abs=0.01
    )
    assert parse(text) == changed


def test_what_a_crs_cannot_place_is_a_fault_of_its_feature() -> None:
    _, (fault,) = scan(IN_METRES.replace("222638.98", "1e99").replace("3857", "32631"))
    assert (fault.line, fault.id) == (4, "a")
    assert "lies outside WGS 84" in fault.message


def test_a_place_without_a_kind_keeps_it_when_it_gets_an_area() -> None:
    text = '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A"}}]}'
    (town,) = parse(text)
    ring = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 1.0]]
    outlined = replace(town, lon=1.5, lat=1.25, geometry={"type": "Polygon", "coordinates": [ring]})
    (again,) = parse(update(text, (outlined,)))
    assert (again.kind, again) == ("city", outlined)
