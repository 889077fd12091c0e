"""Reports of the example with its real map, by the one function that exports."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import html
from pptx import Presentation
from pypdf import PdfReader

import geobrief
from geobrief.errors import ExportError, GeobriefError
from geobrief.export import Options, Selection, beside, content
from geobrief.export.alternative import alternative_text
from geobrief.model import Brief

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def value(example: Path) -> Brief:
    return geobrief.read(example).value


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", ["a.docx", "a.pptx", "a.html"])
def test_a_document_holds_its_map_and_the_same_brief_gives_the_same_bytes(value: Brief, name: str) -> None:
    first = content(value, name, "", Options(dpi=60))
    assert content(value, name, "", Options(dpi=60)) == first


def test_word_holds_every_claim_of_the_example(value: Brief) -> None:
    document = Document(BytesIO(content(value, "a.docx", "", Options(dpi=60))))
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert all(claim.quote in text for claim in value.claims)
    assert all(place.name in text for place in value.places)
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == alternative_text(value)


def test_a_deck_holds_every_claim_of_the_example(value: Brief) -> None:
    deck = Presentation(BytesIO(content(value, "a.pptx", "", Options(dpi=60))))
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert all(claim.quote in notes for claim in value.claims)


def test_html_is_one_file(value: Brief) -> None:
    page = html.document_fromstring(content(value, "a.html", "", Options(dpi=60)).decode())
    (picture,) = page.iter("img")
    assert picture.get("src", "").startswith("data:image/png;base64,")
    assert picture.get("alt") == alternative_text(value)
    assert all(claim.quote in page.text_content() for claim in value.claims)


def test_markdown_and_its_map_are_two_files(value: Brief, tmp_path: Path) -> None:
    geobrief.Brief(value).export(tmp_path / "my report.md", options=Options(dpi=60))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my report-map.png", "my report.md"]
    assert (tmp_path / "my report-map.png").read_bytes().startswith(PNG)
    assert "](./my%20report-map.png)" in (tmp_path / "my report.md").read_text(encoding="utf-8")


def test_latex_and_its_map_are_two_files(value: Brief, tmp_path: Path) -> None:
    geobrief.Brief(value).export(tmp_path / "report.tex")
    text = (tmp_path / "report.tex").read_text(encoding="utf-8")
    assert r"]{\detokenize{report-map.pdf}}" in text
    assert len(PdfReader(tmp_path / "report-map.pdf").pages) == 1
    assert all(
        claim.quote.split(",")[0] in squeezed(text) for claim in value.claims if "’" not in claim.quote
    )


def test_where_no_file_can_lie_beside_markdown_holds_its_map(value: Brief) -> None:
    text = content(value, "a.md", "", Options(dpi=60)).decode()
    assert "](data:image/png;base64," in text


def test_latex_alone_is_refused(value: Brief) -> None:
    with pytest.raises(ExportError, match="LaTeX takes its picture from a second file"):
        content(value, "a.tex", "", Options())


def test_a_name_that_latex_cannot_open_is_refused(value: Brief, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"LaTeX cannot open 50%-map\.pdf: give a name after -o without %"):
        geobrief.Brief(value).export(tmp_path / "50%.tex")
    assert list(tmp_path.iterdir()) == []


def test_both_files_or_none(value: Brief, tmp_path: Path) -> None:
    (tmp_path / "report-map.png").mkdir()
    (tmp_path / "report.md").write_text("old", encoding="utf-8")
    with pytest.raises(GeobriefError, match="it is a folder"):
        geobrief.Brief(value).export(tmp_path / "report.md", options=Options(dpi=60))
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_which_format_has_a_second_file() -> None:
    assert beside(Path("folder/a.md")) == Path("folder/a-map.png")
    assert beside(Path("a.tex")) == Path("a-map.pdf")
    assert beside(Path("a.docx")) is None
    assert beside(Path("/dev/null"), "markdown") is None


def test_only_the_chosen_claims_are_told(value: Brief) -> None:
    options = Options(Selection(claims=("c2",)), dpi=60)
    page = html.document_fromstring(content(value, "a.html", "", options).decode())
    assert len(page.xpath("//td[@class='quote']")) == 1


def test_a_brief_without_claims_is_a_report_too() -> None:
    for name in ("a.docx", "a.pptx", "a.html", "a.md"):
        assert content(Brief(title="Nothing yet"), name, "", Options(dpi=60))
