"""What an author may write, and what is refused with a sentence that says what to do."""

from pathlib import Path

import pytest

from geobrief.embed.wish import Wish, find_brief, read_wish
from geobrief.errors import PageError


def test_options_are_read() -> None:
    assert read_wish(" maps/ships ", {"claim": " c3", "height": "480px", "alt": "", "theme": "dark"}) == Wish(
        "maps/ships", claim="c3", height=480, theme="dark"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"colour": "red"}, "There is no option 'colour'. There are: claim, height, alt, language, theme."),
        ({"height": "tall"}, "height is 'tall', which is no number of pixels"),
        ({"height": "-3"}, "height is '-3'"),
        ({"theme": "blue"}, "theme is 'blue'"),
        ({"language": "xx"}, "does not speak 'xx'"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, str], told: str) -> None:
    with pytest.raises(PageError, match=told):
        read_wish("ships", options)


def test_no_brief_is_refused() -> None:
    with pytest.raises(PageError, match="No brief is named"):
        read_wish(" ", {})


def test_a_path_goes_from_the_document_and_stays_below_the_root(brief_folder: Path) -> None:
    docs = brief_folder.parents[1]
    assert find_brief(Wish("maps/ships"), docs, docs) == brief_folder
    assert find_brief(Wish("../maps/ships"), docs / "maps", docs) == brief_folder
    assert find_brief(Wish(str(brief_folder)), docs / "elsewhere", docs / "elsewhere") == brief_folder


def test_a_path_out_of_the_root_is_refused_by_link_too(brief_folder: Path, tmp_path: Path) -> None:
    docs = tmp_path / "other"
    docs.mkdir()
    (docs / "link").symlink_to(brief_folder)
    for path in ("../docs/maps/ships", "link"):
        with pytest.raises(PageError, match="lies outside of"):
            find_brief(Wish(path), docs, docs)
    assert find_brief(Wish("../docs/maps/ships"), docs, tmp_path) == brief_folder


def test_a_brief_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="There is no brief at none"):
        find_brief(Wish("none"), tmp_path, tmp_path)
