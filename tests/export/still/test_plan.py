"""What stands where: nothing on anything else."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Any

import pytest
import shapely
from shapely.geometry import mapping

import geobrief
from export.still.briefs import arabic, crowd, holed, places, round_the_world
from geobrief.export.alternative import alternative_text
from geobrief.export.still.caption import caption_parts
from geobrief.export.still.curves import lengths, stretch
from geobrief.export.still.frame import Box
from geobrief.export.still.looks import Looks, looks_for
from geobrief.export.still.plan import Plan, planned
from geobrief.export.still.room import overlap
from geobrief.export.still.scene import scene_of
from geobrief.model import Brief, Flow, Place
from geobrief.render.messages import interface

A4 = (20.0, 150.0, 575.0, 520.0)
SMALL = (8.0, 40.0, 247.0, 150.0)


def plan_of(brief: Brief, box: Box = A4) -> tuple[Plan, Looks]:
    looks = looks_for(box[2] - box[0], box[3] - box[1])
    return planned(scene_of(brief), box, looks, interface("en")), looks


def none_overlap(boxes: Sequence[Box]) -> bool:
    return not any(overlap(one, other) for one, other in combinations(boxes, 2))


def box_around(lon: float, lat: float, half: float) -> dict[str, Any]:
    return mapping(shapely.box(lon - half, lat - half, lon + half, lat + half))


def example() -> Brief:
    return geobrief.read(Path(__file__).parents[3] / "data").value


@pytest.mark.parametrize("box", [A4, SMALL], ids=["A4", "90 mm"])
@pytest.mark.parametrize(
    "brief",
    [example(), arabic(), crowd(40), crowd(300), holed(), round_the_world()],
    ids=["example", "arabic", "40", "300", "holed", "world"],
)
def test_names_cover_neither_each_other_nor_discs_nor_furniture(brief: Brief, box: Box) -> None:
    plan, _ = plan_of(brief, box)
    names = [name.box for name in plan.names]
    assert none_overlap(names)
    others = [disc.box for disc in plan.discs if not disc.dot]
    others += [each for each in (plan.locator, plan.scale_bar) if each]
    assert not any(overlap(name, other) for name in names for other in others)
    left, bottom, right, top = box
    assert all(left <= w and bottom <= s and e <= right and n <= top for w, s, e, n in names)


@pytest.mark.parametrize("count", [12, 300])
def test_the_numbers_of_a_crowd_can_all_be_read(count: int) -> None:
    plan, looks = plan_of(crowd(count))
    assert len(plan.discs) == count
    assert not any(disc.dot for disc in plan.discs)
    for one, other in combinations(plan.discs, 2):
        assert dist(one.at, other.at) > one.radius + other.radius
    for disc in plan.discs:
        number = looks.number(len(str(disc.place.mark.number)), disc.radius)
        assert number.size >= 3.5


def test_places_on_one_spot_are_laid_out_around_it() -> None:
    plan, _ = plan_of(places(*((f"Gate {n}", 30.5, 50.4) for n in range(9)), ("Far", 35, 50)))
    assert all(dist(one.at, other.at) > 2 * one.radius for one, other in combinations(plan.discs, 2))
    assert sum(disc.moved for disc in plan.discs) >= 7


def test_of_thousands_of_places_those_without_a_number_are_dots() -> None:
    plan, _ = plan_of(crowd(2000))
    dots = [disc for disc in plan.discs if disc.dot]
    assert 0 < len(dots) < 2000
    assert {disc.place.mark.number for disc in dots} <= {place.mark.number for place in plan.lost}


def test_names_that_find_no_room_are_told() -> None:
    plan, _ = plan_of(crowd(300))
    named = {name.place.mark.number for name in plan.names}
    assert named | {place.mark.number for place in plan.lost} == set(range(1, 301))


def test_a_country_without_a_disc_is_off_the_map_where_nothing_of_it_is_on_it() -> None:
    oman = Place("oman", "Oman", "country", 57, 21, "OM", geometry=box_around(57, 21, 4))
    sea = Place("sea", "Sea", "water", 60, 20, geometry=box_around(48, 27, 22))
    near = replace(sea, id="near", name="Near", geometry=box_around(32, 35, 3.4))
    brief = places(("Damascus", 36.3, 33.5), ("Aleppo", 37.1, 36.2))
    claims = tuple(replace(each, places=(*each.places, "oman", "sea", "near")) for each in brief.claims)
    plan, _ = plan_of(replace(brief, places=(*brief.places, oman, sea, near), claims=claims))
    assert [place.mark.place.id for place in plan.away] == ["oman"]


SIDE_BY_SIDE = (("Chillicothe", 30.0, 50.0), ("Far", 34.0, 50.0), ("Circleville", 30.12, 50.2))


def test_a_movement_between_discs_that_stand_close_is_a_small_arrow_beside_them() -> None:
    plan, _ = plan_of(places(*SIDE_BY_SIDE, flow=True))
    (course,) = plan.courses
    assert course.short
    assert plan.undrawn == ()
    run = float(lengths(course.longest)[-1])
    assert run - sum(course.trim) > 12
    shown = [(x, y, x, y) for x, y in stretch(course.longest, course.trim[0], run - course.trim[1])]
    assert not any(overlap(point, name.box) for point in shown for name in plan.names)


def test_there_and_back_are_two_arrows() -> None:
    brief = places(*SIDE_BY_SIDE, flow=True)
    back = replace(brief.claims[-1], id="b", flow=Flow("circleville", "chillicothe"))
    plan, _ = plan_of(replace(brief, claims=(*brief.claims, back)))
    there, again = (course.longest for course in plan.courses)
    assert dist(there[len(there) // 2], again[len(again) // 2]) > 4


def test_a_movement_on_one_spot_is_told_as_too_short() -> None:
    brief = places(("Gate", 30.0, 50.0), ("Far", 34.0, 50.0), ("Yard", 30.0, 50.001), flow=True)
    plan, _ = plan_of(brief)
    assert plan.courses == ()
    assert [claim.id for claim in plan.undrawn] == ["f"]
    told = "Movements too short to draw: Gate to Yard."
    assert told in alternative_text(brief, undrawn=plan.undrawn)
    assert told in caption_parts(scene_of(brief), plan, [], interface("en"))
    assert "Arrows show" not in alternative_text(brief, undrawn=plan.undrawn)


def test_a_country_far_off_is_shown_at_the_edge() -> None:
    brief = places(("Kyiv", 30.5, 50.4), ("Lviv", 24.0, 49.8))
    far = Place(id="us", name="United States", kind="country", lon=-98.0, lat=39.0, source="geonames:6252001")
    claim = brief.claims[0]
    about = type(claim)(id="far", document="", quote="The United States agreed.", places=("us",))
    plan, _ = plan_of(Brief(places=(*brief.places, far), claims=(*brief.claims, about)))
    assert [place.mark.place.id for place in plan.away] == ["us"]
    (disc,) = (disc for disc in plan.discs if disc.away)
    assert disc.at[0] < (A4[0] + A4[2]) / 2, "the west is on the left"
