from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.geoparse import Resolution, Toponym, recognize, resolve
from geobrief.model import Document
from geoparse.small_gazetteer import SmallGazetteer

GAZETTEER = SmallGazetteer()


def resolved(text: str) -> list[Resolution]:
    document = Document("a.md", text)
    return list(resolve(document, recognize(document, GAZETTEER), GAZETTEER))


def ids(text: str) -> dict[str, str]:
    """What each span was resolved to."""
    return {
        text[each.toponym.start : each.toponym.end]: each.candidate.id if each.candidate else ""
        for each in resolved(text)
    }


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("The mayor of Paris spoke.", "Paris", "test:Paris-FR.11"),
        ("A fire broke out in Paris, Texas.", "Paris", "test:Paris-US.TX"),
        ("Roads from Dallas to Sherman and Paris are shut, Texas police said.", "Paris", "test:Paris-US.TX"),
        ("The parliament of Georgia met in Tbilisi.", "Georgia", "test:GE"),
        ("Farmers in Georgia drove to Atlanta. The United States will help.", "Georgia", "test:US.GA"),
        ("Talks in Moscow with Russia went on.", "Moscow", "test:Moscow-RU.48"),
        ("Students in Moscow, Idaho, drove to Boise.", "Moscow", "test:Moscow-US.ID"),
        ("A court in Washington ruled on Friday.", "Washington", "test:Washington-US.DC"),
        ("Fires crossed from Oregon into Washington and Idaho.", "Washington", "test:US.WA"),
        ("Shelling hit Kursk at night.", "Kursk", "test:Kursk-RU.41"),
        ("Luxembourg signed the treaty.", "Luxembourg", "test:LU"),
    ],
)
def test_a_name_of_many_places_means_the_one_that_the_text_is_about(text: str, name: str, meant: str) -> None:
    assert ids(text)[name] == meant


def test_the_region_named_after_a_town_is_not_the_town() -> None:
    text = "Workers will rebuild the Kursk region. Trains to Kursk run again."
    assert ids(text) == {"Kursk region": "test:RU.41", "Kursk": "test:Kursk-RU.41"}


def test_a_site_lies_at_the_town_in_its_name() -> None:
    (resolution,) = resolved("Drones hit the Alabuga Special Economic Zone.")
    assert resolution.candidate is not None
    assert resolution.candidate.name == "Yelabuga"


def test_one_name_has_one_sense_in_a_text() -> None:
    text = "Paris, Texas, votes today. Snow fell on Paris overnight."
    assert {
        each.candidate.id for each in resolved(text) if each.toponym.name == "Paris" and each.candidate
    } == {"test:Paris-US.TX"}


def test_what_the_gazetteer_lacks_stays_unresolved_and_says_so() -> None:
    (resolution,) = resolved("Crews left Zyabrovka air base on foot.")
    assert resolution.candidate is None
    assert resolution.score == 0
    assert "Zyabrovka" in resolution.reasons[0]


def test_a_hamlet_far_from_all_else_is_not_drawn() -> None:
    text = "Rain fell on Kharkiv and Kursk. Engineers opened the dam at Ottenstein."
    dam = resolved(text)[-1]
    assert dam.candidate is None
    assert "far from" in dam.reasons[0]
    assert [place.name for place in dam.runners_up] == ["Ottenstein"]


def test_a_water_is_never_put_on_a_town_of_its_name() -> None:
    (resolution,) = resolve(
        Document("a", "Lake Kursk"), [Toponym(0, 10, "Kursk", "water", head=True)], GAZETTEER
    )
    assert resolution.candidate is None


def test_reasons_tell_what_the_text_names() -> None:
    texas, _ = resolved("A fire broke out in Paris, Texas.")
    assert "the text names Texas, which holds it" in texas.reasons
    assert texas.runners_up[0].id in ("test:Paris-FR.11", "test:Paris-US.KY")
    sherman = resolved("Roads from Dallas to Sherman are shut.")[1]
    assert any("km from Dallas" in reason for reason in sherman.reasons)


@given(st.sampled_from((142.45, 129.0, -97.0, 73.7)) | st.floats(-180, 180))
def test_it_does_not_matter_where_the_180th_meridian_runs(turned: float) -> None:
    elsewhere = SmallGazetteer(turned)
    for text in (
        "Trains from Kursk to Moscow are late, and so are those from Kazan to Moscow.",
        "Roads from Dallas to Sherman and Paris are shut, Texas police said.",
        "Rain fell on Kharkiv and Kursk. Engineers opened the dam at Ottenstein.",
        "Snow fell in Oxford and Reading, not in Boris.",
    ):
        document = Document("a.md", text)
        here = resolved(text)
        there = resolve(document, recognize(document, elsewhere), elsewhere)
        for one, other in zip(here, there, strict=True):
            assert (one.candidate and one.candidate.id) == (other.candidate and other.candidate.id)
            # Turning rounds, and so do a score's last decimal and the kilometres of a reason.
            assert one.score == pytest.approx(other.score, abs=0.001)


@given(
    st.lists(
        st.sampled_from(["Paris", "Texas", "Georgia", "Moscow", "Kursk", "Nowhere", "Luxembourg"]), max_size=8
    )
)
def test_every_toponym_gets_one_answer_with_a_score_from_0_to_1(asked: list[str]) -> None:
    text = " ".join(asked)
    toponyms = [Toponym(0, len(name), name) for name in asked]
    answers = resolve(Document("a", text), toponyms, GAZETTEER)
    assert [answer.toponym for answer in answers] == toponyms
    for answer in answers:
        assert 0 <= answer.score <= 1
        assert answer.reasons
        assert len(answer.runners_up) <= 4
        assert answer.candidate not in answer.runners_up
        assert (answer.candidate is None) == (answer.score == 0)
