"""From what Nominatim documents to candidates."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.gazetteer.nominatim_places import candidate_of, trimmed
from geobrief.model import KINDS, Candidate
from nominatim_server import result


def found(name: str = "Zubrovichka", /, *, asked: str = "", **fields: Any) -> Candidate:
    candidate = candidate_of(result(name, 52.31, 55.61, **fields), asked or name)
    assert candidate is not None
    return candidate


def test_a_village_has_its_country_division_and_population() -> None:
    assert found() == Candidate(
        id="osm:node/107775",
        name="Zubrovichka",
        kind="city",
        lon=52.31,
        lat=55.61,
        country_code="RU",
        within="Tatarstan",
        population=1204,
        matched="Zubrovichka",
        exact=True,
        level=3,
    )


def test_an_area_has_its_extent_as_west_south_east_north() -> None:
    island = found(type="island", osm_type="relation", boundingbox=["55.5", "55.7", "52.1", "52.6"])
    assert (island.id, island.kind, island.level) == ("osm:relation/107775", "region", 2)
    assert island.bbox == (52.1, 55.5, 52.6, 55.7)


@pytest.mark.parametrize(
    ("category", "type_", "addresstype", "kind", "level"),
    [
        ("boundary", "administrative", "country", "country", 0),
        ("boundary", "administrative", "state", "region", 1),
        ("boundary", "administrative", "county", "region", 2),
        ("boundary", "administrative", "city", "city", 3),
        ("boundary", "administrative", "suburb", "city", 3),
        ("boundary", "protected_area", "protected_area", "region", 2),
        ("natural", "bay", "bay", "water", 2),
        ("natural", "peak", "peak", "region", 2),
        ("waterway", "river", "river", "water", 2),
        ("waterway", "dam", "dam", "site", 3),
        ("aeroway", "aerodrome", "aeroway", "site", 3),
        ("military", "base", "military", "site", 3),
        ("landuse", "industrial", "industrial", "site", 3),
    ],
)
def test_tags_become_kinds(category: str, type_: str, addresstype: str, kind: str, level: int) -> None:
    candidate = found(category=category, type=type_, addresstype=addresstype)
    assert (candidate.kind, candidate.level) == (kind, level)


@pytest.mark.parametrize(
    ("category", "type_"),
    [("highway", "residential"), ("shop", "bakery"), ("building", "house"), ("natural", "tree")],
)
def test_roads_shops_and_houses_are_no_places(category: str, type_: str) -> None:
    assert (
        candidate_of(result("Zubrovichka", 52.31, 55.61, category=category, type=type_), "Zubrovichka")
        is None
    )


def test_a_name_in_another_language_counts_as_its_own() -> None:
    candidate = found("Зубровичка", asked="Zubrovichka", namedetails={"name:en": "Zubrovichka"})
    assert (candidate.name, candidate.exact) == ("Зубровичка", True)


def test_a_longer_or_shorter_name_counts_less_and_a_strange_one_not_at_all() -> None:
    assert not found("Zubrovichka airfield", asked="Zubrovichka").exact
    assert not found("Zubrovichka", asked="Zubrovichka air base").exact
    assert candidate_of(result("Zubrovka", 52.31, 55.61), "Zubrovichka") is None


def test_a_division_does_not_lie_within_itself() -> None:
    state = found("Tatarstan", category="boundary", type="administrative", addresstype="state")
    assert (state.level, state.within) == (1, "")


def test_what_has_no_object_in_openstreetmap_is_left_out() -> None:
    postcode = result("42360", 52.0, 55.7, type="postcode")
    del postcode["osm_id"], postcode["osm_type"]
    assert candidate_of(postcode, "42360") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"lat": "north"},
        {"lat": "91"},
        {"lon": "nan"},
        {"osm_type": "planet"},
        {"osm_id": "many"},
        {"osm_id": float("inf")},
        {"lon": 10**400},
        {"boundingbox": ["1", "2"], "type": "island"},
        {"boundingbox": ["1", "2", "inf", "3"], "type": "island"},
        {"boundingbox": ["1", "2", "3", "1e9"], "type": "island"},
        {"boundingbox": ["2", "1", "3", "4"], "type": "island"},
        {"address": ["Russia"]},
    ],
)
def test_what_nominatim_does_not_document_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        found(**fields)


@pytest.mark.parametrize("population", ["about 900", "", "-3", "1e9", "9" * 40, "٣"])
def test_a_population_that_is_no_number_is_not_known(population: str) -> None:
    assert found(extratags={"population": population}).population == 0


def test_what_is_kept_reads_the_same() -> None:
    kept = trimmed(result("Zubrovichka", 52.31, 55.61, extratags={"population": "1204", "website": "x"}))
    assert "licence" not in kept
    assert kept["extratags"] == {"population": "1204"}
    assert candidate_of(kept, "Zubrovichka") == found()


JSON = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1e300,
        float("nan"),
        float("inf"),
        10**400,
        "",
        "\x00",
        "place",
        "way",
        "12",
        [],
        ["1"] * 4,
        {},
        {"name": None},
    ]
)
FIELDS = st.sampled_from(sorted(result("Zubrovichka", 52.31, 55.61)))


@given(st.dictionaries(FIELDS, JSON, max_size=4))
def test_any_answer_is_a_place_on_earth_or_none_or_refused(fields: dict[str, Any]) -> None:
    try:
        candidate = candidate_of(result("Zubrovichka", 52.31, 55.61, **fields), "Zubrovichka")
    except ValueError:
        return
    if candidate is not None:
        assert candidate.kind in KINDS
        assert abs(candidate.lon) <= 180
        assert abs(candidate.lat) <= 90
