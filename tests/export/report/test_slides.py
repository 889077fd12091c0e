"""PowerPoint decks, opened by python-pptx, and by lxml as DrawingML."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from export.report.report_values import ALTERNATIVE, HOSTILE, hostile_brief, long_brief, png, reported
from geobrief.errors import ExportError
from geobrief.export.report.slides import slide_deck
from geobrief.export.report.text import one_line
from geobrief.model import Brief, Claim, Place
from linked.values import BRIEF

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def draw(width: float, height: float) -> bytes:
    return png(round(width), round(height))


def opened(deck: bytes) -> Any:
    return Presentation(BytesIO(deck))


def text_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes_of(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return slide_deck(reported(hostile_brief()), draw)


def test_the_map_is_the_first_slide_with_its_alternative_text(hostile: bytes) -> None:
    slide = opened(hostile).slides[0]
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert picture._element.nvPicPr.cNvPr.get("descr") == ALTERNATIVE
    assert ALTERNATIVE in notes_of(slide)
    assert slide.shapes.title.text_frame.text == one_line(HOSTILE[0])


def test_every_place_has_a_slide_with_what_it_is_and_its_claims() -> None:
    deck = opened(slide_deck(reported(BRIEF), draw))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [
        "Where the maize went",
        "1  Odesa",
        "2  Izmail",
        "Sources",
    ]
    odesa = text_of(deck.slides[1])
    assert "City or town in Ukraine · shown at its centre · coordinates from GeoNames 698740" in odesa
    assert "attributed · Officials (Port Authority) · 12 tonnes · March 2025" in odesa
    links = [each.target_ref for each in deck.slides[1].part.rels.values() if each.is_external]
    assert links == ["https://www.geonames.org/698740", "https://example.org/register"]


def test_notes_hold_full_quotes_and_addresses(hostile: bytes) -> None:
    notes = "\n".join(notes_of(slide) for slide in opened(hostile).slides if slide.has_notes_slide)
    for quote in HOSTILE:
        assert one_line(quote) in notes
    assert "https://example.org/a?b=1&c=(2)#%7B" in notes
    assert "javascript:alert(1)" in notes


def test_only_addresses_of_the_web_are_links(hostile: bytes) -> None:
    external = [
        relation.target_ref
        for slide in opened(hostile).slides
        for relation in slide.part.rels.values()
        if relation.is_external
    ]
    assert external
    assert {address.partition(":")[0] for address in external} == {"https"}


def test_what_has_no_room_continues_on_a_further_slide() -> None:
    deck = opened(slide_deck(reported(long_brief(500)), draw))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) == len(set(titles))
    assert any(title.startswith("1  Town 0 (2/") for title in titles)
    slides = "\n".join(map(text_of, deck.slides))
    told = {int(number) for number in re.findall(r"Claim number (\d+) says", slides)}
    assert told == set(range(500))
    for slide in list(deck.slides)[1:-1]:
        shown = set(re.findall(r"Claim number \d+ says", text_of(slide)))
        assert shown == set(re.findall(r"Claim number \d+ says", notes_of(slide)))


def test_few_claims_are_set_large_and_many_small() -> None:
    def quote_size(brief: Brief) -> Any:
        slide = opened(slide_deck(reported(brief), draw)).slides[1]
        return slide.placeholders[1].text_frame.paragraphs[1].runs[0].font.size

    assert quote_size(long_brief(20)) == Pt(28)
    assert quote_size(long_brief(500)) == Pt(20)


def test_a_long_quote_is_cut_on_the_slide_and_whole_in_the_notes() -> None:
    quote = "word " * 100 + "end."
    brief = Brief(places=(Place("a", "A", "city", 1.0, 2.0),), claims=(Claim("c", "", quote, ("a",)),))
    slide = opened(slide_deck(reported(brief), draw)).slides[1]
    assert "end." not in text_of(slide)
    assert "word…" in text_of(slide)
    assert quote in notes_of(slide)


def test_an_arabic_deck_runs_from_right_to_left() -> None:
    report = reported(BRIEF, "ar")
    deck = opened(slide_deck(report, draw))
    (title,) = deck.slides[-1].shapes.title._element.iter(f"{A}pPr")
    assert (title.get("rtl"), title.get("algn")) == ("1", "r")
    (english,) = deck.slides[0].shapes.title._element.iter(f"{A}pPr")
    assert (english.get("rtl"), english.get("algn")) == ("0", "r")
    assert "ar-SA" in {run.get("lang") for run in deck.slides[-1]._element.iter(f"{A}rPr")}


def test_the_same_input_gives_the_same_bytes(hostile: bytes) -> None:
    assert slide_deck(reported(hostile_brief()), draw) == hostile
    with zipfile.ZipFile(BytesIO(hostile)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_title_language_and_day_are_told() -> None:
    properties = opened(slide_deck(reported(BRIEF), draw)).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Where the maize went",
        "geobrief",
        "en-GB",
    )
    assert properties.modified.isoformat().startswith("2025-04-02")


def test_a_template_keeps_its_slides_and_its_layouts(tmp_path: Path) -> None:
    house = Presentation()
    house.slides.add_slide(house.slide_layouts[0]).shapes.title.text_frame.text = "The Post"
    house.slide_layouts[5].name = "House, title alone"
    house.save(str(tmp_path / "house.pptx"))
    deck = opened(slide_deck(reported(BRIEF), draw, tmp_path / "house.pptx"))
    assert deck.slides[0].shapes.title.text_frame.text == "The Post"
    assert deck.slides[1].slide_layout.name == "House, title alone"
    assert deck.slide_width == house.slide_width
    (picture,) = [shape for shape in deck.slides[1].shapes if shape.shape_type == 13]
    assert picture.top + picture.height <= deck.slide_height
    assert picture.left + picture.width <= deck.slide_width


def test_a_template_without_a_layout_for_text_is_told(tmp_path: Path) -> None:
    house = Presentation()
    for layout in list(house.slide_layouts):
        if layout.name not in ("Title Only", "Blank"):
            house.slide_layouts.remove(layout)
    house.save(str(tmp_path / "house.pptx"))
    with pytest.raises(ExportError, match=r"house\.pptx has no layout with a title and one place for text"):
        slide_deck(reported(BRIEF), draw, tmp_path / "house.pptx")


def test_what_is_no_deck_is_told(tmp_path: Path) -> None:
    (tmp_path / "house.pptx").write_bytes(b"no archive")
    with pytest.raises(ExportError, match=r"house\.pptx cannot be opened as a template"):
        slide_deck(reported(BRIEF), draw, tmp_path / "house.pptx")


def test_the_map_is_drawn_for_the_room_that_it_has() -> None:
    deck = opened(slide_deck(reported(BRIEF), draw))
    (picture,) = [shape for shape in deck.slides[0].shapes if shape.shape_type == 13]
    title = deck.slides[0].shapes.title
    assert picture.width == pytest.approx(title.width, rel=0.02)
    assert picture.top >= title.top + title.height
