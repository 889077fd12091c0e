"""A dataset that is not large is an ordinary page."""

from pathlib import Path

from click.testing import CliRunner

import geobrief
from corpora.map.writing import counted, write_corpus
from geobrief.cli.main import main
from geobrief.corpora.map.as_brief import brief_of
from geobrief.corpora.map.dataset import open_dataset
from geobrief.render.messages import interface


def test_a_corpus_is_read_as_a_brief_without_its_copies(dataset: Path) -> None:
    brief = brief_of(open_dataset(dataset))
    assert len(brief.claims) == counted(dataset) > 0
    texts = {document.id: document.text for document in brief.documents}
    for claim in brief.claims:
        assert claim.span
        assert texts[claim.document][slice(*claim.span)] == claim.quote
    assert {place for claim in brief.claims for place in claim.places} <= {place.id for place in brief.places}


def test_build_makes_the_ordinary_page_of_it(dataset: Path, tmp_path: Path) -> None:
    page = tmp_path / "news.html"
    done = CliRunner().invoke(main, ["build", str(dataset), "-o", str(page)])
    assert done.exit_code == 0, done.output
    assert len(geobrief.read(page).claims) == counted(dataset)


def test_build_counts_a_large_one_by_cell(tmp_path: Path) -> None:
    corpus, page = write_corpus(tmp_path / "depots"), tmp_path / "depots.html"
    done = CliRunner().invoke(main, ["build", str(corpus), "-o", str(page), "--cells-from", "300"])
    assert done.exit_code == 0, done.output
    assert f"{counted(corpus)} claims at 8 places, by cell" in done.output
    assert 'id="geobrief-corpus"' in page.read_text(encoding="utf-8")


def test_a_page_by_cell_in_a_language_that_it_does_not_speak_is_refused(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "depots", 30)
    done = CliRunner().invoke(
        main, ["build", str(corpus), "-o", "-", "--cells-from", "1", "--language", "tlh"]
    )
    assert done.exit_code == 1
    assert "en, de, fr" in done.output


def test_a_page_by_cell_says_the_names_of_places_in_its_language(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "depots", 300)
    done = CliRunner().invoke(
        main, ["build", str(corpus), "-o", "-", "--cells-from", "1", "--language", "de"]
    )
    assert done.exit_code == 0, done.output
    assert '<html lang="de" dir="ltr">' in done.output
    for name in ("Moskau", "Pjöngjang", "Barentssee"):
        assert f'"{name}"' in done.output
    for name in ("Moscow", "Barents Sea"):
        assert f'"{name}"' not in done.output
    assert interface("en").say("noPlaces") not in done.output
