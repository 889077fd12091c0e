"""What a `ClaimLayer` puts into the page of a folium map."""

from __future__ import annotations

import re
from typing import Any

import folium
import pytest

import geobrief
from brief_values import HOSTILE
from export.values import BRIEF, HOSTILE_BRIEF
from geobrief.errors import PageError
from geobrief.model import Brief, Place
from geobrief.render import ClaimMap
from geobrief.render.claim_layer import ClaimLayer
from geobrief.render.layer_data import layer_data
from geobrief.render.messages import interface


def rendered(*layers: Any) -> str:
    made = folium.Map(tiles=None)
    for layer in layers:
        layer.add_to(made)
    return str(made.get_root().render())


def test_it_takes_what_users_hold_and_what_is_inside() -> None:
    assert geobrief.ClaimLayer is ClaimLayer
    assert ClaimLayer(geobrief.Brief(BRIEF)).data == ClaimLayer(BRIEF).data


def test_the_same_brief_gives_the_same_script() -> None:
    assert ClaimLayer(BRIEF).get_name() == ClaimLayer(BRIEF).get_name()
    assert ClaimLayer(BRIEF, "One").get_name() != ClaimLayer(BRIEF, "Other").get_name()


def test_its_script_and_style_are_in_a_page_once() -> None:
    page = rendered(ClaimLayer(BRIEF, "One"), ClaimLayer(HOSTILE_BRIEF, "Other"))
    assert page.count("global.geobriefClaimLayer = claimLayer") == 1
    assert page.count(".geobrief-card {") == 1
    assert page.count("= geobriefClaimLayer(L, {") == 2


def test_it_loads_nothing_that_the_map_does_not() -> None:
    def addresses(page: str) -> set[str]:
        return set(re.findall(r'(?:src|href)="(https?:[^"]*)"', page))

    assert addresses(rendered(ClaimLayer(BRIEF))) == addresses(rendered())


def test_text_stands_in_json_alone() -> None:
    page = rendered(ClaimLayer(HOSTILE_BRIEF))
    assert "<img src=x" not in page
    assert "<!-- <script>" not in page
    assert page.count("</script>") == rendered(ClaimLayer(BRIEF)).count("</script>")
    data = re.search(r"= geobriefClaimLayer\(L, (.*)\);", page)
    assert data
    assert "<" not in data[1]
    assert HOSTILE[1] in data[1]  # a template literal is nothing in a JSON string


def test_map_bounds_know_the_layer() -> None:
    made = folium.Map(tiles=None)
    ClaimLayer(Brief(places=(Place("a", "A", "city", 10, 50), Place("b", "B", "city", 20, 40)))).add_to(made)
    assert made.get_bounds() == [[40, 10], [50, 20]]
    empty = folium.Map(tiles=None)
    ClaimLayer(Brief()).add_to(empty)
    assert empty.get_bounds() == [[None, None], [None, None]]


def test_it_lies_on_a_claim_map_too_which_stays_one_file() -> None:
    made = ClaimMap(BRIEF)
    ClaimLayer(HOSTILE_BRIEF, "Other").add_to(made)
    folium.LayerControl().add_to(made)
    page = made.get_root().render()
    assert page.count("= geobriefClaimLayer(L, {") == 1
    assert made.get_root().render() == page


def test_without_a_map_it_is_told() -> None:
    with pytest.raises(PageError, match="add it to one"):
        ClaimLayer(BRIEF).render()


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(PageError):
        ClaimLayer(BRIEF, language="xx")


def test_the_data_tell_places_areas_flows_and_claims() -> None:
    data = layer_data(BRIEF, interface("en"), lambda _source: None)
    places = {place["id"]: place for place in data["places"]}
    assert "nowhere" not in places
    assert places["steppe"]["shape"]["type"] == "Polygon"
    assert places["busan"]["radius"] == 5
    assert (places["odesa"]["certainty"], places["odesa"]["claims"]) == ("claimed", ["c1", "c3"])
    assert places["noted"]["certainty"] == "unclaimed"
    assert data["flows"][0]["title"] == "Одеса → 부산: 12 tonnes"
    assert data["flows"][0]["lines"][0][0] == [46.4775, 30.7326]
    claim = data["claims"][0]
    assert (claim["by"], claim["told"], claim["facts"]) == (
        "Port of Odesa", "claimed", ["12 tonnes", "2025-03-01 – 2025-03-31"],
    )  # fmt: skip
    assert [source["address"] for source in claim["sources"]] == [
        "https://example.org/maize", "https://example.org/a?b=1&c=2",
    ]  # fmt: skip
    assert data["claims"][3]["sources"] == [{"text": "not an address", "address": ""}]
