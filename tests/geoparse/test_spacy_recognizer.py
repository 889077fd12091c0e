"""Entities of a real spaCy pipeline, which the tests make and save, as toponyms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geobrief.errors import RecognizerError
from geobrief.gazetteer import Gazetteer
from geobrief.geoparse.spacy_recognizer import LONGEST_PIECE, SpacyRecognizer, open_spacy
from geobrief.geoparse.toponym import Toponym
from geobrief.model import Document
from spacy_pipeline import ENTITIES, save_failing_pipeline, save_pipeline

Named = Callable[[str], list[Toponym]]


@pytest.fixture(scope="module")
def recognizer(tmp_path_factory: pytest.TempPathFactory, gazetteer: Gazetteer) -> SpacyRecognizer:
    return open_spacy(str(save_pipeline(tmp_path_factory.mktemp("spacy") / "rules")), gazetteer)


@pytest.fixture(scope="module")
def named(recognizer: SpacyRecognizer) -> Named:
    return lambda text: list(recognizer.recognize(Document("a.md", text)))


def spans(text: str, toponyms: list[Toponym]) -> list[str]:
    return [text[each.start : each.end] for each in toponyms]


def test_places_are_taken_and_other_entities_left(named: Named) -> None:
    text = "Paris Match wrote from Paris that Russian trains left Kursk and Bergen."
    assert spans(text, named(text)) == ["Paris", "Kursk", "Bergen"]


def test_an_article_and_a_possessive_are_trimmed(named: Named) -> None:
    text = "Rain over the Tatarstan filled Odesa’s streets."
    toponyms = named(text)
    assert spans(text, toponyms) == ["Tatarstan", "Odesa"]
    assert [each.name for each in toponyms] == ["Tatarstan", "Odesa"]


def test_small_words_before_a_known_name_are_trimmed_but_not_those_that_belong_to_it(named: Named) -> None:
    text = "Snow fell in southern Ukraine and in al-Bab."
    assert spans(text, named(text)) == ["Ukraine", "al-Bab"]


def test_an_entity_of_an_article_alone_is_none(named: Named) -> None:
    assert named("It was the end.") == []


def test_the_dot_of_a_short_form_belongs_to_it(named: Named) -> None:
    text = "U.S. officials met in Washington, D.C. on Monday."
    assert spans(text, named(text)) == ["U.S.", "Washington", "D.C."]


def test_a_name_that_the_gazetteer_lacks_stays(named: Named) -> None:
    (toponym,) = named("Smoke rose over Zubrovichka.")
    assert (toponym.name, toponym.kind, toponym.head) == ("Zubrovichka", None, False)


def test_a_container_is_named(named: Named) -> None:
    paris, texas = named("Fire crews from Paris, Texas, came first.")
    assert (paris.container, texas.container) == ("Texas", "")


def test_a_site_is_known_by_its_head(named: Named) -> None:
    text = "Drones struck the Alabuga Special Economic Zone."
    (site,) = named(text)
    assert spans(text, [site]) == ["Alabuga Special Economic Zone"]
    assert (site.name, site.kind, site.head) == ("Alabuga", "site", True)


def test_an_unknown_site_keeps_its_whole_name(named: Named) -> None:
    (site,) = named("Jets landed at Zyabrovka air base.")
    assert (site.name, site.kind, site.head) == ("Zyabrovka air base", "site", False)


@pytest.mark.parametrize("text", ["Trains left Kursk region.", "Water of Lake Sevan fell."])
def test_a_designator_tells_the_kind(named: Named, text: str) -> None:
    (toponym,) = named(text)
    assert toponym.kind == ("region" if "Kursk" in text else "water")


def test_a_list_of_counties_tells_the_kind(named: Named) -> None:
    (camden,) = named("Roads in Camden and Charlton counties were closed.")
    assert camden.kind == "region"


def test_a_name_ends_with_its_line(named: Named) -> None:
    text = "Rain over Kursk\nregion of snow"
    assert spans(text, named(text)) == ["Kursk"]


def test_offsets_count_code_points_of_the_whole_text(named: Named) -> None:
    filler = "🛰 Nothing happened. " * (LONGEST_PIECE // 20)
    text = f"{filler}Trains left Kursk.\n{filler}They came to Odesa’s port."
    assert len(text) > LONGEST_PIECE
    assert spans(text, named(text)) == ["Kursk", "Odesa"]


WORDS = [text for _, text in ENTITIES] + [
    "region",
    "counties",
    ",",
    ".",
    "\n",
    "’s",
    "and",
    "Lake",
    "of",
    "🛰",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_toponyms_lie_in_the_text_in_order_without_overlap(
    recognizer: SpacyRecognizer, words: list[str]
) -> None:
    text = " ".join(words)
    end = 0
    for toponym in recognizer.recognize(Document("a.md", text)):
        assert end <= toponym.start < toponym.end <= len(text)
        assert text[toponym.start : toponym.end].strip()
        assert toponym.name
        end = toponym.end


def test_a_pipeline_that_is_not_installed_is_told_with_how_to_get_it(gazetteer: Gazetteer) -> None:
    with pytest.raises(RecognizerError, match=r"no spaCy pipeline 'xx_no_such'; .*spacy download xx_no_such"):
        open_spacy("xx_no_such", gazetteer)


def test_a_folder_that_is_no_pipeline_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    with pytest.raises(RecognizerError, match="Give the folder that holds its meta"):
        open_spacy(str(tmp_path / "nothing"), gazetteer)
    with pytest.raises(RecognizerError, match="cannot be loaded"):
        open_spacy(str(tmp_path), gazetteer)


def test_a_pipeline_without_entities_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.to_disk(tmp_path / "mute")
    with pytest.raises(RecognizerError, match="finds no entities; its parts are: sentencizer"):
        open_spacy(str(tmp_path / "mute"), gazetteer)


def test_a_trained_pipelines_other_parts_are_left_out(tmp_path: Path, gazetteer: Gazetteer) -> None:
    pipeline = spacy.blank("en")
    recognizer = pipeline.add_pipe("ner")
    recognizer.add_label("GPE")  # type: ignore[attr-defined]
    pipeline.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    pipeline.initialize()
    pipeline.to_disk(tmp_path / "trained")
    opened = open_spacy(str(tmp_path / "trained"), gazetteer)
    assert isinstance(opened.recognize(Document("a.md", "Rain fell.")), tuple)
    assert opened.parts == ("ner",)


def test_a_pipeline_that_fails_on_a_text_is_told_with_the_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    opened = open_spacy(str(save_failing_pipeline(tmp_path / "fails")), gazetteer)
    assert opened.recognize(Document("a.md", "Rain fell in Kursk."))
    with pytest.raises(RecognizerError, match=r"fails' failed on b\.md \(IndexError: no row for Bergen\)"):
        opened.recognize(Document("b.md", "Rain fell in Bergen."))


def test_a_pipeline_that_was_never_trained_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("ner")
    pipeline.to_disk(tmp_path / "raw")
    with pytest.raises(RecognizerError, match=r"raw' (failed on a\.md|cannot be loaded)"):
        open_spacy(str(tmp_path / "raw"), gazetteer).recognize(Document("a.md", "Rain fell."))
