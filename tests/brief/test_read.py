"""One door for whatever holds a brief: a folder, a page, a file of geodata."""

import html
import json
from pathlib import Path

import pytest

from brief_values import HOSTILE
from geobrief.brief.folder import save_folder
from geobrief.brief.page_file import parse_page
from geobrief.brief.places_file import EMPTY, update
from geobrief.brief.read import read
from geobrief.brief.records import to_record
from geobrief.errors import BriefError
from geobrief.model import Brief, Claim, Document, Place

BRIEF = Brief(
    documents=(Document("a.md", "\n".join(HOSTILE)),),
    places=(Place("p", HOSTILE[0], note=HOSTILE[3], lon=1.0, lat=2.0),),
    claims=tuple(Claim(f"c{at}", "a.md", value, ("p",)) for at, value in enumerate(HOSTILE)),
    title=HOSTILE[1],
)


def page(brief: Brief, island: str = "geobrief-data") -> str:
    data = json.dumps(to_record(brief)).replace("<", "\\u003c")
    title = html.escape(brief.title)
    return (
        f"<!doctype html><title>{title}</title><script>let a = '&lt;'</script>"
        f'<script type="application/json" id="geobrief-map">{{}}</script>'
        f'<script type="application/json" id="{island}">{data}</script><p>more</p>'
    )


def test_a_page_gives_back_the_brief_that_it_was_made_of(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(BRIEF), encoding="utf-8")
    assert read(tmp_path / "page.html") == (BRIEF, {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<p>Hello.</p>", "holds no brief"),
        (page(BRIEF, "other"), "holds no brief"),
        ('<script id="geobrief-data">{"geobrief": 1,</script>', "broken data"),
        ('<script id="geobrief-data">[]</script>', "version None"),
        (
            '<script id="geobrief-data">{"geobrief": 1, "claims": [{"id": "c", "places": ["x"]}]}</script>',
            "'x'",
        ),
    ],
)
def test_a_page_of_another_make_is_refused(text: str, message: str) -> None:
    with pytest.raises(BriefError, match=f"^the page.*{message}"):
        parse_page(text)


def test_a_folder_gives_its_files_along(tmp_path: Path) -> None:
    save_folder(Brief(places=BRIEF.places), tmp_path)
    brief, files = read(tmp_path)
    assert brief.places == BRIEF.places
    assert set(files) == {"places.geojson", "claims.csv"}


def test_a_file_of_places_saved_as_a_brief_keeps_its_bytes(tmp_path: Path) -> None:
    text = update(EMPTY, BRIEF.places).replace('"features"', '"mine": 1.50, "features"')
    (tmp_path / "mine.geojson").write_text(text, encoding="utf-8")
    brief, files = read(tmp_path / "mine.geojson")
    save_folder(brief, tmp_path / "brief", files=files)
    assert (tmp_path / "brief" / "places.geojson").read_text(encoding="utf-8") == text


def test_nothing_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="does not exist; give"):
        read(tmp_path / "gone")
