"""What of a draft an editor is asked to look at, and in which order."""

from dataclasses import replace

from geobrief.brief.add import BY_HAND
from geobrief.editor.review import REVIEWED, Readings, doubts
from geobrief.model import Brief, Candidate, Grounds, Place

HERE = Candidate("geonames:1", "Paris", "city", 2.35, 48.85)
THERE = Candidate("geonames:2", "Paris", "city", -95.55, 33.66)
PARIS = Place("paris", "Paris", lon=2.35, lat=48.85, source="geonames:1", note="Doubtful.")
ROME = Place("rome", "Rome", lon=12.5, lat=41.9, source="geonames:3")
LOST = Place("lost", "Lost")
READ = Readings(
    {
        "Paris": Grounds(0.6, ("because",), (HERE, THERE)),
        "Rome": Grounds(0.5, (), ()),
        "Lost": Grounds(0.9, (), ()),
    },
    frozenset({"Doubtful."}),
)


def order(*places: Place) -> list[str]:
    return [doubt.place for doubt in doubts(Brief(places=places), [READ])]


def test_the_most_doubtful_comes_first_and_what_is_nowhere_before_all() -> None:
    assert order(PARIS, ROME, LOST) == ["lost", "rome", "paris"]


def test_the_runners_up_are_all_but_what_it_is_taken_for() -> None:
    (doubt,) = doubts(Brief(places=(PARIS,)), [READ])
    assert doubt.runners_up == (THERE,)
    assert doubt.draft_note
    (taken,) = doubts(Brief(places=(replace(PARIS, source="geonames:2", note="Mine."),)), [READ])
    assert taken.runners_up == (HERE,)
    assert not taken.draft_note


def test_what_an_editor_placed_or_accepted_or_no_text_names_is_no_draft() -> None:
    assert order(replace(PARIS, source=BY_HAND)) == []
    assert order(replace(PARIS, extra={REVIEWED: "2025-06-20"})) == []
    assert order(replace(PARIS, name="Lutetia")) == []


def test_of_several_readings_the_surest_counts() -> None:
    surer = Readings({"Paris": Grounds(0.95, (), (HERE,))}, frozenset())
    (doubt,) = doubts(Brief(places=(PARIS,)), [READ, surer])
    assert doubt.score == 0.95


def test_an_alias_is_a_name_too() -> None:
    assert order(replace(PARIS, name="Lutetia", aliases=("Paris",))) == ["paris"]
