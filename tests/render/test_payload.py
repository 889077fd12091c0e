import json
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.columns import from_table, to_table
from geobrief.errors import PageError
from geobrief.model import BBox, Brief, Claim, Flow, Mention, Place, Quantity
from geobrief.render.messages import interface
from geobrief.render.payload import flow_label, island_text, map_record
from shape_texts import read_areas, read_lines

SEA = shapely.box(30, 40, 42, 47)
SHAPES = {"geobrief:sea": SEA}
ASIA = Place("asia-town", "Asia town", "city", 140.0, 40.0, "JP")
AMERICA = Place("america-town", "America town", "city", -120.0, 40.0, "US")


def record(brief: Brief) -> dict[str, Any]:
    return map_record(brief, shape_of=SHAPES.get, base=lambda _view, _located: {"scale": 100})


def test_a_place_tells_how_it_is_drawn() -> None:
    site = Place("works", "Works", "site", 52.06, 55.8, "RU", precision="10 km")
    claims = (Claim("c1", "", "…", ("works",), certainty="reported"),)
    assert record(Brief(places=(site,), claims=claims))["places"] == {
        "works": {
            "symbol": "ring",
            "radius_km": 10.0,
        }
    }


def test_a_plain_point_takes_no_more_room_than_the_brief_gives_it() -> None:
    drawn = record(Brief(places=(ASIA, AMERICA)))
    assert drawn["places"] == {}
    assert "numbers" not in drawn
    assert drawn["countries"] == {"JP": "Japan", "US": "United States"}


def test_a_place_without_coordinates_is_listed_and_not_drawn() -> None:
    assert record(Brief(places=(Place("lost", "Lost"),)))["places"] == {"lost": {"symbol": "none"}}


def test_an_area_comes_from_the_packaged_shapes_only_where_the_brief_has_none() -> None:
    own = {"type": "Polygon", "coordinates": [[[30, 40], [42, 40], [42, 47], [30, 40]]]}
    packaged = Place("sea", "Sea", "water", 36, 43, source="geobrief:sea")
    drawn = Place("drawn", "Drawn", "water", 36, 43, source="geobrief:sea", geometry=own)
    places = record(Brief(places=(packaged, drawn)))["places"]
    ((ring,),) = read_areas(places["sea"]["shape"], 1000)
    assert ring == [(42, 40), (42, 47), (30, 47), (30, 40)]
    assert "shape" not in places["drawn"]


def test_the_disc_of_an_area_stands_inside_it() -> None:
    ring = shapely.Point(0, 0).buffer(5).difference(shapely.Point(0, 0).buffer(4))
    region = Place("belt", "Belt", "region", 0.0, 0.0, geometry=shapely.geometry.mapping(ring))
    label = record(Brief(places=(region,)))["places"]["belt"]["label"]
    assert ring.contains(shapely.Point(label))


def test_a_flow_across_the_180th_meridian_is_cut_there() -> None:
    claim = Claim(
        "c1",
        "",
        "…",
        ("asia-town", "america-town"),
        certainty="claimed",
        quantities=(Quantity(25000, "workers", "25,000 workers"),),
        flow=Flow("asia-town", "america-town"),
    )
    (flow,) = record(Brief(places=(ASIA, AMERICA), claims=(claim,)))["flows"]
    assert {key: flow[key] for key in ("claim", "from", "to", "label", "certainty")} == {
        "claim": "c1",
        "from": "asia-town",
        "to": "america-town",
        "label": "25,000 workers",
        "certainty": "claimed",
    }
    west, east = read_lines(flow["lines"], 1000)
    assert (west[0][0], west[-1][0]) == (140, 180)
    assert (east[0][0], east[-1][0]) == (-180, -120)


def test_a_flow_without_two_located_ends_is_left_to_the_text() -> None:
    lost = Place("lost", "Lost")
    claims = (
        Claim("c1", "", "…", flow=Flow("asia-town", "lost")),
        Claim("c2", "", "…", flow=Flow("asia-town", "asia-town")),
    )
    assert record(Brief(places=(ASIA, lost), claims=claims))["flows"] == []


def test_the_label_of_a_flow_lists_what_moves() -> None:
    quantities = (Quantity(1000, "deminers", ""), Quantity(2.5, "tonnes", ""), Quantity(1e7, "", ""))
    assert flow_label(quantities, interface("en")) == "1,000 deminers, 2.5 tonnes, 10,000,000"


def test_the_base_map_is_asked_for_the_first_view() -> None:
    asked: list[BBox] = []

    def base(view: BBox, _located: object) -> dict[str, Any]:
        asked.append(view)
        return {"scale": 100}

    drawn = map_record(Brief(places=(ASIA,)), shape_of=SHAPES.get, base=base)
    assert [list(view) for view in asked] == [drawn["view"]]


def test_geonames_is_credited_where_a_place_comes_from_it() -> None:
    def names(place: Place) -> set[str]:
        return {credit["name"] for credit in record(Brief(places=(place,)))["credits"]}

    assert "GeoNames" in names(Place("a", "A", lon=0, lat=0, source="geonames:1"))
    assert "GeoNames" not in names(Place("a", "A", lon=0, lat=0, source="own survey"))
    assert "Natural Earth" in names(ASIA)


def test_a_geometry_that_is_none_is_named() -> None:
    broken = Place("front", "Front", "region", 0, 0, geometry={"type": "Polygon", "coordinates": [["x"]]})
    with pytest.raises(PageError, match=r"place 'front' cannot be drawn"):
        record(Brief(places=(broken,)))


@given(st.text(), st.text())
def test_an_island_reads_back_and_holds_nothing_that_ends_a_script(key: str, value: str) -> None:
    text = island_text({key: value, "list": ["</script><!--", "\u2028\u2029&", value]})
    assert json.loads(text) == {key: value, "list": ["</script><!--", "\u2028\u2029&", value]}
    assert not set(text) & set("<>&\u2028\u2029")
    text.encode()


def test_a_number_that_json_lacks_is_an_error() -> None:
    with pytest.raises(PageError, match="NaN"):
        island_text({"x": float("nan")})


def test_mentions_decide_the_numbers() -> None:
    brief = Brief(mentions=(Mention("a", 0, 1, "america-town"),), places=(ASIA, AMERICA))
    assert record(brief)["numbers"] == [2, 1]


def test_the_base_map_does_not_repeat_in_its_language_what_the_brief_writes() -> None:
    labels = [
        {"name": name, "kind": "city", "lon": lon, "lat": lat, "rank": 1}
        for name, lon, lat in (("Moscow", 37.62, 55.75), ("Minsk", 27.57, 53.9))
    ]
    brief = Brief(places=(Place("moscow", "Moscow", "city", 37.6, 55.75, "RU"),))
    drawn = map_record(
        brief,
        interface("de"),
        shape_of=SHAPES.get,
        base=lambda _view, _located: {"scale": 100, "labels": to_table(labels)},
    )
    assert [label["name"] for label in from_table(drawn["base"]["labels"])] == ["Minsk"]
