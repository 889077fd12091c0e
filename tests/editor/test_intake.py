"""Places out of other programs' files, and what could not be taken over."""

import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import geopandas
import pytest
import shapely
from click.testing import CliRunner
from openpyxl import Workbook

from editor.editing import make_brief, state
from geobrief.brief.folder import read_folder
from geobrief.cli import main
from geobrief.editor.intake import Intake, read_places
from geobrief.errors import BriefError
from geobrief.gazetteer import Gazetteer
from geobrief.model import Place


def intake(path: Path, text: str, gazetteer: Gazetteer, encoding: str = "utf-8") -> Intake:
    path.write_bytes(text.encode(encoding))
    return read_places(path, gazetteer)


@pytest.mark.parametrize(
    "header",
    [
        "name,latitude,longitude",
        "Ort;Breitengrad;Längengrad",
        "Nom\tLatitude (WGS 84)\tLongitude (WGS 84)",
        "название;широта;долгота",
        "NOMBRE,LAT_DD,LON_DD",
        "이름,위도,경도",
        "الاسم;خط العرض;خط الطول",
    ],
)
def test_columns_are_found_by_name(tmp_path: Path, gazetteer: Gazetteer, header: str) -> None:
    delimiter = next(mark for mark in ";\t," if mark in header)
    row = delimiter.join(("Depot", "55.79", "52.05"))
    found = intake(tmp_path / "a.csv", f"{header}\n{row}\n", gazetteer)
    assert [(place.name, place.lon, place.lat) for place in found.places] == [("Depot", 52.05, 55.79)]
    assert found.remarks == ()


def test_a_german_spreadsheet_is_taken_over_with_all_its_columns(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    head = "Ort;Breite;Länge;Bemerkung;Größe\r\n"
    text = head + "Lager;55°47'24\" N;52°3' O;alt;12\r\nLager 2;55,79;52,05;neu;\r\n"
    found = intake(tmp_path / "a.csv", text, gazetteer, "cp1252")
    (place,) = found.places
    assert (place.name, place.lon, place.lat, place.note) == ("Lager 2", 52.05, 55.79, "neu")
    assert found.remarks == ('line 2 was left out: "52°3\' O" is no longitude in degrees, with N, S, E or W',)


def test_names_are_looked_up_and_the_doubtful_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "city,country,state\nWonsan,,\nSpringfield,,\nSpringfield,United States,Illinois\nQwxyzzy,,\n"
    found = intake(tmp_path / "a.csv", text, gazetteer)
    wonsan, _, illinois, nowhere = found.places
    assert wonsan.source == "geonames:1866923"
    assert (wonsan.name, wonsan.aliases, wonsan.country_code) == ("Wonsan", ("Wŏnsan",), "KP")
    assert (illinois.within, round(illinois.lat or 0, 1)) == ("Illinois", 39.8)
    assert not nowhere.located
    assert found.remarks[0].startswith("line 3: 'Springfield' may mean")
    assert found.remarks[1:] == ("line 5: 'Qwxyzzy' is not in the gazetteer; it is not located",)


def test_what_a_row_lacks_is_told_and_the_others_are_taken(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "name,lat,lon,kind\n,1,2,\nA,1,,\nB,52.05,155,shed\n\nC,95,2,\n"
    found = intake(tmp_path / "a.csv", text, gazetteer)
    assert [place.name for place in found.places] == ["B"]
    assert [remark.split(":")[0] for remark in found.remarks] == [
        "line 2 was left out",
        "line 3 was left out",
        "line 4",
        "line 6 was left out",
    ]


def test_a_table_of_something_else_says_what_it_has(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(BriefError, match="its columns are price, weight"):
        intake(tmp_path / "a.csv", "price,weight\n1,2\n", gazetteer)


def test_a_workbook_is_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Name", "Koordinaten", "Stock"], ["Depot", "55.79, 52.05", 3], [None, None, None]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    (place,) = read_places(tmp_path / "a.xlsx", gazetteer).places
    assert (place.name, place.lon, place.lat, place.extra) == ("Depot", 52.05, 55.79, {"Stock": "3"})


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_of_several_sheets_the_first_with_places_is_read_and_the_others_are_named(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    places: list[list[object]] = [["Plants of 2024"], [], ["Name", "Lat", "Lon"], ["Depot", 55.79, 52.05]]
    older: list[list[object]] = [["Name", "Lat", "Lon", "Seen"], ["Mine", 1, 2, date(2023, 5, 1)]]
    path = workbook(tmp_path / "a.xlsx", Readme=[["Made by hand"]], Plants=places, Older=older)
    found = read_places(path, gazetteer)
    assert [place.name for place in found.places] == ["Depot"]
    assert found.remarks == ("the sheet Plants was read; --layer NAME takes another: Readme, Older",)
    found = read_places(path, gazetteer, "Older")
    assert [(place.name, place.extra) for place in found.places] == [("Mine", {"Seen": "2023-05-01"})]
    assert found.remarks == ()
    with pytest.raises(BriefError, match="no sheet 'Newer'; its sheets are Readme, Plants, Older"):
        read_places(path, gazetteer, "Newer")
    with pytest.raises(BriefError, match="no column that tells a name or a position; its columns are Made"):
        read_places(path, gazetteer, "Readme")


def test_one_layer_of_a_file_is_taken(tmp_path: Path, gazetteer: Gazetteer) -> None:
    for layer in ("north", "south"):
        frame = geopandas.GeoDataFrame({"name": [layer.title()]}, geometry=[shapely.Point(1, 2)], crs=4326)
        frame.to_file(tmp_path / "two.gpkg", layer=layer)
    (place,) = read_places(tmp_path / "two.gpkg", gazetteer, "south").places
    assert place.name == "South"
    with pytest.raises(BriefError, match="no layer 'east' with places; its layers are north, south"):
        read_places(tmp_path / "two.gpkg", gazetteer, "east")


def test_without_openpyxl_a_workbook_names_the_extra_that_brings_it(tmp_path: Path) -> None:
    folder = make_brief(tmp_path / "brief")
    path = workbook(tmp_path / "a.xlsx", Plants=[["Name"], ["Wonsan"]])
    program = "import sys; sys.modules['openpyxl'] = None; from geobrief.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "add", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Error: Reading XLSX needs openpyxl, which is not installed. Run: pip install 'geobrief[xlsx]'\n"
    )


def test_what_is_broken_is_told_and_the_rest_is_taken(tmp_path: Path, gazetteer: Gazetteer) -> None:
    features = [
        {"id": "x;y", "name": "Good", "geometry": {"type": "Point", "coordinates": [1, 2]}},
        {"id": "b", "name": "Swapped", "geometry": {"type": "Point", "coordinates": [39, 127]}},
        {"id": "b", "name": "Blob", "geometry": {"type": "Blob"}},
        {"id": "good", "name": "Fine", "geometry": {"type": "Point", "coordinates": [3, 4]}},
        {"id": "good", "name": "Again", "geometry": {"type": "Point", "coordinates": [5, 6]}},
    ]
    lines = ",\n".join(
        json.dumps({"type": "Feature", "properties": {"name": one.pop("name")}, **one}) for one in features
    )
    text = f'{{"type": "FeatureCollection", "features": [\n{lines}]}}'
    found = intake(tmp_path / "a.geojson", text, gazetteer)
    assert [(place.id, place.name) for place in found.places] == [
        ("good-2", "Good"),
        ("good", "Fine"),
        ("again", "Again"),
    ]
    assert [re.split(r" \(|; ", remark)[0] for remark in found.remarks] == [
        "line 3 was left out: place 'b' lies outside WGS 84",
        "line 4 was left out: place 'blob' has a geometry of the unknown type 'Blob'",
    ]


def test_a_ring_that_gdal_hands_on_broken_is_told_by_its_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rings = {"Good": [[0, 0], [1, 0], [1, 1], [0, 0]], "Bad": [[0, 0], [1, 1]]}
    text = "".join(
        json.dumps(
            {
                "type": "Feature",
                "properties": {"name": name},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
        + "\n"
        for name, ring in rings.items()
    )
    found = intake(tmp_path / "a.geojsonl", text, gazetteer)
    assert [place.name for place in found.places] == ["Good"]
    (remark,) = found.remarks
    assert remark.startswith("left out: place 'Bad' has a geometry that is broken: ")


def test_a_file_of_which_nothing_can_be_taken_is_an_error_after_the_list(tmp_path: Path) -> None:
    folder = make_brief(tmp_path / "brief")
    (tmp_path / "a.csv").write_text("name,lat,lon\nA,95,2\n")
    result = CliRunner().invoke(main, ["add", str(folder), str(tmp_path / "a.csv")])
    assert result.exit_code == 1
    assert "a.csv: line 2 was left out" in result.output
    assert "Error: a.csv holds no place that can be taken over" in result.output


def test_kml_brings_its_data_and_not_how_it_is_drawn(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Style id="red"><IconStyle><Icon><href>red.png</href></Icon></IconStyle></Style>
<Placemark id="w"><name>Well</name><description>Old.</description><styleUrl>#red</styleUrl>
<ExtendedData><Data name="depth"><value>7</value></Data></ExtendedData>
<Point><extrude>1</extrude><altitudeMode>absolute</altitudeMode><coordinates>2,1,3</coordinates></Point>
</Placemark></Document></kml>"""
    (place,) = intake(tmp_path / "a.kml", text, gazetteer).places
    assert (place.id, place.name, place.note, place.extra) == ("w", "Well", "Old.", {"depth": "7"})


def test_what_is_no_workbook_says_so(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(BriefError, match="cannot be read as XLSX"):
        intake(tmp_path / "a.xlsx", "no zip", gazetteer)


def test_a_gpx_gives_its_waypoints_routes_and_tracks_and_not_every_point(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = """<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="1" lon="2"><name>Well</name><desc>Old.</desc></wpt>
<trk><name>Walk</name><trkseg><trkpt lat="1" lon="2"/><trkpt lat="2" lon="3"/></trkseg></trk></gpx>"""
    found = intake(tmp_path / "a.gpx", text, gazetteer)
    assert [(place.name, place.note) for place in found.places] == [("Well", "Old."), ("Walk", "")]


def test_a_kmz_is_read(tmp_path: Path, gazetteer: Gazetteer) -> None:
    mark = "<Placemark><name>Well</name><Point><coordinates>2,1,3</coordinates></Point></Placemark>"
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        archive.writestr(
            "doc.kml", f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{mark}</Document></kml>'
        )
    (place,) = read_places(tmp_path / "a.kmz", gazetteer).places
    assert (place.name, place.lon, place.lat) == ("Well", 2, 1)


@pytest.mark.parametrize(("name", "crs"), [("a.gpkg", 3857), ("a.shp", 32639)])
def test_a_command_takes_a_file_over_in_one_step_that_can_be_undone(
    tmp_path: Path, name: str, crs: int
) -> None:
    folder = make_brief(tmp_path / "brief")
    points = [shapely.Point(52.05, 55.79), shapely.Point(50, 54)]
    frame = geopandas.GeoDataFrame({"name": ["Mine", "Depot"]}, geometry=points, crs=4326)
    frame.to_crs(crs).to_file(tmp_path / name)
    before = state(folder)
    result = CliRunner().invoke(main, ["add", str(folder), str(tmp_path / name)])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [f"Added 2 places of {name} to {folder}."]
    added = read_folder(folder).value.places[-1]
    assert (added.name, added.lon, added.lat) == ("Depot", pytest.approx(50), pytest.approx(54))
    assert CliRunner().invoke(main, ["undo", str(folder)]).exit_code == 0
    assert state(folder) == before


def test_places_that_are_there_are_left_out(tmp_path: Path) -> None:
    folder = make_brief(tmp_path / "brief")
    (tmp_path / "a.csv").write_text("name,lat,lon\n" + "Wonsan,39.15,127.44\n" * 2 + "Nampo,38.7,125.4\n")
    result = CliRunner().invoke(main, ["add", str(folder), str(tmp_path / "a.csv")])
    assert result.output.count("is there already, as 'wonsan'") == 2
    assert isinstance(read_folder(folder).value.places[-1], Place)
    assert result.output.endswith(f"Added 1 place of a.csv to {folder}.\n")
