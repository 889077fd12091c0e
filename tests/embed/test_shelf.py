"""The shelf: a page a brief, framed by address."""

from pathlib import Path

import pytest

import geobrief
from embed.conftest import save_ships
from geobrief.embed.shelf import Shelf, inlined_embedding
from geobrief.embed.wish import Wish
from geobrief.errors import PageError


def test_a_brief_is_put_there_once_and_framed_twice(brief_folder: Path, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "site" / "_geobrief", tmp_path / "docs")
    first = shelf.embedding(brief_folder, Wish("", claim="c2"), "../_geobrief")
    second = shelf.embedding(brief_folder, Wish("", alt='"Ships"'), "_geobrief")
    (page,) = shelf.pages.iterdir()
    assert f'src="../_geobrief/{page.name}?embed#claim=c2"' in first
    assert f'src="_geobrief/{page.name}?embed"' in second
    assert 'title="&quot;Ships&quot;"' in second
    assert geobrief.read(page).title == "Ships"
    assert "\n\n" not in first


def test_briefs_of_one_name_and_languages_have_pages_of_their_own(brief_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "docs" / "ships"
    other.mkdir()
    save_ships(other, "Other ships")
    shelf = Shelf(tmp_path / "pages", tmp_path / "docs")
    for folder, language in ((brief_folder, "en"), (brief_folder, "de"), (other, "en")):
        shelf.embedding(folder, Wish("", language=language), "")
    assert len(list(shelf.pages.iterdir())) == 3


def test_names_are_the_same_on_another_machine(brief_folder: Path, tmp_path: Path) -> None:
    here = Shelf(tmp_path / "one", tmp_path / "docs")
    moved = tmp_path / "moved"
    (tmp_path / "docs").rename(moved)
    there = Shelf(tmp_path / "two", moved)
    there.embedding(moved / "maps" / "ships", Wish(""), "")
    moved.rename(tmp_path / "docs")
    here.embedding(brief_folder, Wish(""), "")
    names = [[page.name for page in shelf.pages.iterdir()] for shelf in (here, there)]
    assert names[0] == names[1]


def test_a_claim_that_is_not_there_is_refused(brief_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"There is no claim 'c9'\. There are: c1, c2\."):
        Shelf(tmp_path / "pages", tmp_path).embedding(brief_folder, Wish("", claim="c9"), "")
    with pytest.raises(PageError, match="There is no claim 'c9'"):
        inlined_embedding(brief_folder, Wish("", claim="c9"))


def test_an_inlined_one_needs_no_file(brief_folder: Path) -> None:
    html = inlined_embedding(brief_folder, Wish("", claim="c2"))
    assert "data-address=&quot;#claim=c2&quot;" in html
    assert html.startswith('<div class="geobrief">\n<iframe')
