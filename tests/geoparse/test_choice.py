from __future__ import annotations

import pytest

from geobrief.geoparse.choice import choose
from geobrief.geoparse.proposals import propose
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.tagger import Tag, Tagged
from geoparse.small_gazetteer import SmallGazetteer

GAZETTEER = SmallGazetteer()


def chosen(text: str, probabilities: dict[str, float]) -> list[str]:
    """The mentions where the tagger is so sure of some words, and of all others that they are none."""
    reading = Reading(text, GAZETTEER)
    proposals, objections = propose(reading)
    tagged = []
    before: Tag = "none"
    for word in reading.text.words:
        probability = probabilities.get(word.text, 0.0)
        before = "none" if probability < 0.5 else "first" if before == "none" else "rest"
        tagged.append(Tagged(before, probability))
    return [reading.name(each.span) for each in choose(reading, proposals, objections, tagged)]


def test_what_is_tagged_is_chosen() -> None:
    assert chosen("Envoys met in Kharkiv.", {"Kharkiv": 0.9}) == ["Kharkiv"]


def test_a_name_without_a_place_is_chosen_where_it_is_tagged() -> None:
    assert chosen("Envoys met in Zyabrovka.", {"Zyabrovka": 0.9}) == ["Zyabrovka"]
    assert chosen("Envoys met in Zyabrovka.", {"Zyabrovka": 0.4}) == []


def test_a_known_name_is_chosen_a_little_below_even_odds() -> None:
    assert chosen("Envoys met in Kharkiv.", {"Kharkiv": 0.4}) == ["Kharkiv"]
    assert chosen("Envoys met in Kharkiv.", {"Kharkiv": 0.3}) == []


def test_a_sure_mention_speaks_for_the_others_of_the_name() -> None:
    text = "Envoys met in Kharkiv. Later Kharkiv’s mayor spoke."
    reading = Reading(text, GAZETTEER)
    proposals, objections = propose(reading)
    tagged = [Tagged("none", 0.0) for _ in reading.text.words]
    first, second = (at for at, word in enumerate(reading.text.words) if word.text == "Kharkiv")
    tagged[first], tagged[second] = Tagged("first", 0.95), Tagged("none", 0.15)
    assert len(choose(reading, proposals, objections, tagged)) == 2
    tagged[first] = Tagged("first", 0.8)
    assert len(choose(reading, proposals, objections, tagged)) == 1


def test_a_tagged_head_brings_the_designator_of_its_name() -> None:
    text = "Drones hit the Alabuga Special Economic Zone."
    assert chosen(text, {"Alabuga": 0.9}) == ["Alabuga Special Economic Zone"]


@pytest.mark.parametrize(
    "text",
    [
        "Investors left Phoenix Capital.",
        "Actor Chad Washington left.",
        "The tanker Kharkiv left.",
        "Shares of Bank of Georgia fell.",
        "Turkey with gravy was served at noon.",
    ],
)
def test_a_decisive_objection_outweighs_the_tagger(text: str) -> None:
    names = ("Phoenix", "Washington", "Chad", "Kharkiv", "Georgia", "Turkey")
    assert chosen(text, dict.fromkeys(names, 0.99)) == []
