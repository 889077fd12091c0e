"""What an editor does to a brief: each a value that gives a new brief."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_values import claim_lists
from geobrief.editor.change_data import from_data, to_data
from geobrief.editor.changes import (
    AddArticle,
    AddClaim,
    AddPlace,
    Change,
    LinkWords,
    MergePlaces,
    MovePlace,
    RemoveArticle,
    RemoveClaim,
    RemovePlace,
    RenamePlace,
    SetArticle,
    SetClaim,
    SetPlace,
    Several,
)
from geobrief.editor.differences import differences, reapplied, reversed_differences
from geobrief.errors import BriefError
from geobrief.model import Brief, Claim, Document, Flow, Mention, Place

BOX = {"type": "Polygon", "coordinates": [[[30, 50], [40, 50], [40, 60], [30, 60], [30, 50]]]}
BRIEF = Brief(
    documents=(Document("a.md", "Troops left Kursk for Oslo."),),
    mentions=(Mention("a.md", 12, 17, "kursk"), Mention("a.md", 22, 26, "oslo")),
    places=(
        Place("kursk", "Kursk", "region", lon=36.19, lat=51.73, geometry=BOX, precision="area"),
        Place("oslo", "Oslo", lon=10.75, lat=59.91, aliases=("Christiania",), source="geonames:3143244"),
        Place("depot", "The depot", note="Not found."),
    ),
    claims=(
        Claim("c1", "a.md", "Troops left Kursk for Oslo.", ("kursk", "oslo"), flow=Flow("kursk", "oslo")),
        Claim("c2", "", "It burned.", ("depot",)),
    ),
)
CHANGES: list[Change] = [
    AddPlace(Place("", "Bergen", lon=5.32, lat=60.39), (Claim("", "", "It rained."),)),
    SetPlace("kursk", {"note": "x", "geometry": None}),
    MovePlace("oslo", 10.7, 59.9),
    RenamePlace("oslo", "Kristiania"),
    MergePlaces("depot", "oslo"),
    RemovePlace("depot", with_claims=True),
    LinkWords("depot", "Troops"),
    AddClaim(Claim("", "a.md", "Troops left Kursk for Oslo.", ("oslo",))),
    SetClaim("c1", {"by": "Ann", "quantity": "3 tanks", "from": "", "to": ""}),
    RemoveClaim("c2"),
    AddArticle(
        Document("a.md", "Oslo again."),
        (Place("oslo", "Oslo city", lon=1, lat=2, source="geonames:3143244"), Place("kursk", "Kursk")),
        (Claim("c1", "a.md", "Oslo again.", ("oslo", "kursk"), group="g1"),),
    ),
    SetArticle("a.md", {"title": "Troops", "published": "2024-06-12"}),
    RemoveArticle("a.md"),
]
ALL = Several((*CHANGES[:5], *CHANGES[7:9]), "all at once")


def place(brief: Brief, key: str) -> Place:
    return next(place for place in brief.places if place.id == key)


@pytest.mark.parametrize("change", [*CHANGES, ALL], ids=lambda change: type(change).__name__)
def test_a_change_comes_back_from_its_data(change: Change) -> None:
    assert from_data(json.loads(json.dumps(to_data(change)))) == change


@pytest.mark.parametrize("change", [*CHANGES, ALL], ids=lambda change: type(change).__name__)
def test_differences_lead_there_and_back(change: Change) -> None:
    plain = replace(BRIEF, mentions=())
    after = replace(change.applied(BRIEF), mentions=())
    found = differences(plain, after)
    assert reapplied(plain, found) == after
    assert reapplied(after, reversed_differences(found)) == plain


@given(claim_lists(), claim_lists())
def test_claims_of_every_shape_can_be_exchanged(before: tuple[Claim, ...], after: tuple[Claim, ...]) -> None:
    one, other = Brief(claims=before), Brief(claims=after)
    found = differences(one, other)
    assert differences(reapplied(one, found), other) == ()
    assert differences(reapplied(other, reversed_differences(found)), one) == ()


def test_a_place_that_is_moved_out_of_its_area_loses_it() -> None:
    assert place(MovePlace("kursk", 35, 55).applied(BRIEF), "kursk").geometry == BOX
    moved = place(MovePlace("kursk", 10, 55).applied(BRIEF), "kursk")
    assert (moved.lon, moved.geometry, moved.precision, moved.source) == (10, None, "point", "by hand")


def test_a_new_area_is_marked_inside_where_the_old_mark_is_not() -> None:
    area = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    drawn = place(SetPlace("oslo", {"geometry": area}).applied(BRIEF), "oslo")
    assert (drawn.lon, drawn.lat) == (1, 1)


def test_merged_places_share_names_and_claims() -> None:
    merged = MergePlaces("kursk", "oslo").applied(BRIEF)
    assert [place.id for place in merged.places] == ["oslo", "depot"]
    assert place(merged, "oslo").aliases == ("Christiania", "Kursk")
    assert (place(merged, "oslo").lon, place(merged, "oslo").geometry) == (10.75, None)
    assert (merged.claims[0].places, merged.claims[0].flow) == (("oslo",), None)
    assert {mention.place for mention in merged.mentions} == {"oslo"}


def test_a_place_that_is_not_located_takes_the_other_s_position_when_they_are_merged() -> None:
    merged = place(MergePlaces("kursk", "depot").applied(BRIEF), "depot")
    assert (merged.name, merged.lon, merged.geometry, merged.note) == ("The depot", 36.19, BOX, "Not found.")


def test_claims_about_others_too_stay_when_a_place_goes() -> None:
    gone = RemovePlace("oslo", with_claims=True).applied(BRIEF)
    assert (gone.claims[0].places, gone.claims[0].flow) == (("kursk",), None)
    assert RemovePlace("depot").applied(BRIEF).claims[1].places == ()
    assert len(RemovePlace("depot", with_claims=True).applied(BRIEF).claims) == 1


def test_words_mean_one_place() -> None:
    linked = LinkWords("depot", " Christiania ").applied(BRIEF)
    assert (place(linked, "depot").aliases, place(linked, "oslo").aliases) == (("Christiania",), ())


def test_an_article_s_drafts_join_what_is_there() -> None:
    joined = CHANGES[10].applied(BRIEF)
    assert [document.id for document in joined.documents] == ["a.md", "a-2.md"]
    assert [place.id for place in joined.places] == ["kursk", "oslo", "depot", "kursk-2"]
    assert place(joined, "oslo").aliases == ("Christiania", "Oslo city")
    last = joined.claims[-1]
    assert (last.id, last.document, last.places, last.group) == ("c3", "a-2.md", ("oslo", "kursk-2"), "g1")


def test_a_change_that_cannot_be_done_says_why() -> None:
    for change, why in [
        (SetPlace("nowhere", {}), "no place 'nowhere'"),
        (SetPlace("oslo", {"colour": "red"}), "no field 'colour'"),
        (SetPlace("oslo", {"kind": "town"}), "the kind 'town' is unknown"),
        (SetPlace("oslo", {"lon": 200}), "outside WGS 84"),
        (SetPlace("oslo", {"lat": None}), "one coordinate without the other"),
        (SetPlace("oslo", {"aliases": "a"}), "no list"),
        (SetPlace("oslo", {"geometry": {"type": "Circle"}}), "unknown type 'Circle'"),
        (SetPlace("kursk", {"lon": 0, "lat": 0}), "outside its area"),
        (RenamePlace("oslo", " "), "has no name"),
        (MergePlaces("oslo", "oslo"), "into itself"),
        (SetClaim("c1", {"when": "soon"}), "not ISO 8601"),
        (SetClaim("c1", {"certainty": "sure"}), "unknown certainty"),
        (SetArticle("a.md", {"text": " "}), "has no text"),
        (SetArticle("a.md", {"published": "last May"}), "ISO"),
        (LinkWords("oslo", " "), "no words"),
    ]:
        with pytest.raises(BriefError, match=why):
            change.applied(BRIEF)


ODD = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from(["oslo", "c1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from([to_data(change) for change in CHANGES]), st.data())
def test_data_of_any_shape_give_a_change_or_say_what_is_wrong(
    sound: dict[str, object], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(sound)))
    broken = {**sound, name: data.draw(ODD)}
    try:
        change = from_data(broken)
        after = change.applied(BRIEF)
    except BriefError:
        return
    assert isinstance(after, Brief)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ([], "is an object"),
        ({"do": "fly"}, "is unknown; it is one of"),
        ({"do": "move_place", "id": "oslo", "lon": 1.0}, "lacks 'lat'"),
        ({"do": "remove_claim", "id": "c1", "now": True}, "does not take 'now'"),
    ],
)
def test_data_that_say_no_change(data: object, why: str) -> None:
    with pytest.raises(BriefError, match=why):
        from_data(data)
