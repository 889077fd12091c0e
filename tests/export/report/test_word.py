"""Word documents, opened by python-docx, and by lxml against what ECMA-376 says."""

import re
import zipfile
from io import BytesIO
from os.path import normpath
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from lxml import etree

from export.report.report_values import ALTERNATIVE, HOSTILE, hostile_brief, long_brief, png, reported
from geobrief.errors import ExportError
from geobrief.export.report.text import one_line
from geobrief.export.report.word import word_document
from geobrief.model import Brief
from geobrief.model import Document as Article
from linked.values import BRIEF

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = png()
IN_ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern sz szCs u vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar cols titlePg bidi docGrid",
}
"""What elements hold in which order (ECMA-376 part 1, annex A): Word refuses a file of another."""


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return word_document(reported(hostile_brief()), PICTURE)


def test_python_docx_reads_every_claim_back(hostile: bytes) -> None:
    document = Document(BytesIO(hostile))
    claims, places = document.tables
    quotes = [row.cells[1].paragraphs[0].text for row in claims.rows[1:]]
    assert [re.sub(r"\d$", "", quote) for quote in quotes] == [one_line(quote) for quote in HOSTILE]
    assert [row.cells[0].text for row in claims.rows[1:]] == [str(at + 1) for at in range(len(HOSTILE))]
    assert len(places.rows) == 5
    assert [each.text for each in document.paragraphs if each.style and each.style.name == "Title"] == [
        one_line(HOSTILE[0])
    ]


def test_a_source_has_one_footnote_and_is_cited_by_its_number() -> None:
    report = reported(long_brief(20))
    document = word_document(report, PICTURE)
    notes = [note for note in part(document, "word/footnotes.xml") if not note.get(f"{W}type")]
    assert [words(note).strip().rstrip("\u200e") for note in notes] == [
        f"{source.full} {source.url}" for source in report.tables.sources
    ]
    body = part(document, "word/document.xml")
    marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
    assert marks == [note.get(f"{W}id") for note in notes]
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    fields = list(body.iter(f"{W}fldSimple"))
    assert len(fields) == 15
    assert {field.get(f"{W}instr").split()[1] for field in fields} <= names
    assert [words(field) for field in fields] == [*"111222333444555"]


def test_footnotes_link_to_their_sources() -> None:
    document = word_document(reported(BRIEF), PICTURE)
    with zipfile.ZipFile(BytesIO(document)) as package:
        links = etree.fromstring(package.read("word/_rels/footnotes.xml.rels"))
    assert [link.get("Target") for link in links] == [
        "https://example.org/maize",
        "https://example.org/count",
    ]
    assert {link.get("TargetMode") for link in links} == {"External"}


def test_elements_stand_in_the_order_that_word_asks_for(hostile: bytes) -> None:
    right_to_left = word_document(reported(hostile_brief(), "ar"), PICTURE)
    for document in (hostile, right_to_left):
        for name in ("word/document.xml", "word/footnotes.xml", "word/styles.xml"):
            for parent, order in IN_ORDER.items():
                known = order.split()
                for element in part(document, name).iter(f"{W}{parent}"):
                    held = [child.tag.removeprefix(W) for child in element]
                    ordered = [tag for tag in held if tag in known]
                    assert ordered == sorted(ordered, key=known.index), (name, parent, held)


def test_every_reference_resolves(hostile: bytes) -> None:
    with zipfile.ZipFile(BytesIO(hostile)) as package:
        names = set(package.namelist())
        for relations in [name for name in names if name.endswith(".rels")]:
            folder = Path(relations).parent.parent
            for relation in etree.fromstring(package.read(relations)):
                if relation.get("TargetMode") != "External":
                    target = relation.get("Target", "")
                    assert normpath(folder / target).lstrip("/") in names
    used = {
        style.get(f"{W}val") for style in part(hostile, "word/document.xml").iter(f"{W}pStyle", f"{W}rStyle")
    }
    assert used <= {style.get(f"{W}styleId") for style in part(hostile, "word/styles.xml").iter(f"{W}style")}


def test_what_words_checker_of_accessibility_asks_for(hostile: bytes) -> None:
    body = part(hostile, "word/document.xml")
    (picture,) = body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert picture.get("descr") == ALTERNATIVE
    for table in body.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert not list(table.iter(f"{W}gridSpan", f"{W}vMerge"))
    headings = [each.text for each in Document(BytesIO(hostile)).paragraphs if each.style.name == "Heading 1"]
    assert headings == ["Claims and who makes them", "Places in this brief", "Sources"]


def test_title_author_language_and_day_are_told() -> None:
    properties = Document(BytesIO(word_document(reported(BRIEF, "de"), PICTURE))).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Where the maize went",
        "geobrief",
        "de-DE",
    )
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2025-04-02T00:00:00")


@pytest.mark.parametrize("published", ["", "soon", "0001-01-01", "2025", "2025-06-31"])
def test_a_title_without_end_and_a_day_that_is_none(published: str) -> None:
    brief = Brief((Article("a.md", "", published=published, publisher="p" * 400),), title="word " * 100)
    properties = Document(BytesIO(word_document(reported(brief), PICTURE))).core_properties
    assert properties.title.startswith("word word")
    assert properties.title.endswith("…")
    assert properties.created is not None
    assert properties.created.year in (1980, 2025)


def test_a_quote_says_its_language() -> None:
    body = part(word_document(reported(BRIEF, "de"), PICTURE), "word/document.xml")
    assert "en" in {each.get(f"{W}val") for each in body.iter(f"{W}lang")}


def test_an_arabic_document_runs_from_right_to_left() -> None:
    report = reported(BRIEF, "ar")
    body = part(word_document(report, PICTURE), "word/document.xml")
    assert body.find(f".//{W}sectPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(f"{W}tbl"))
    paragraphs = {words(each): each for each in body.iter(f"{W}p")}
    heading = paragraphs[report.words["claims"]]
    assert heading.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "1"
    assert heading.find(f"{W}r/{W}rPr/{W}rtl") is not None
    title = paragraphs["Where the maize went"]
    assert title.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "0"


def test_an_arabic_quote_in_an_english_document_runs_from_right_to_left(hostile: bytes) -> None:
    body = part(hostile, "word/document.xml")
    quotes = [each for each in body.iter(f"{W}p") if each.find(f"{W}fldSimple") is not None]
    (quote,) = [each for each in quotes if words(each).startswith("قال")]
    assert quote.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "1"
    latin = [run for run in quote.iter(f"{W}r") if words(run).startswith("NHK")]
    assert [run.find(f"{W}rPr/{W}rtl") for run in latin] == [None]


def test_the_same_input_gives_the_same_bytes(hostile: bytes) -> None:
    assert word_document(reported(hostile_brief()), PICTURE) == hostile
    with zipfile.ZipFile(BytesIO(hostile)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hundreds_of_claims_are_all_told() -> None:
    document = Document(BytesIO(word_document(reported(long_brief(500)), PICTURE)))
    cells = "\n".join(text.text or "" for text in document.tables[0]._tbl.iter(f"{W}t"))
    told = {int(number) for number in re.findall(r"Claim number (\d+) says", cells)}
    assert told == set(range(500))


def house_style(path: Path, *paragraphs: str) -> Path:
    """A template with a header, styles of its own and some text."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "The Post"
    quote: Any = document.styles.add_style("geobrief quote", WD_STYLE_TYPE.PARAGRAPH)
    quote.font.size = Pt(13)
    document.core_properties.author = "The Post"
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_a_template_keeps_its_look_and_what_it_holds(tmp_path: Path) -> None:
    template = house_style(tmp_path / "house.docx", "Desk notes")
    document = Document(BytesIO(word_document(reported(BRIEF), PICTURE, template)))
    assert document.sections[0].header.paragraphs[0].text == "The Post"
    assert document.paragraphs[0].text == "Desk notes"
    assert document.paragraphs[1].text == "Where the maize went"
    assert document.styles["geobrief quote"].font.size == Pt(13)
    assert document.core_properties.author == "The Post"


def test_marks_of_a_template_are_replaced_by_the_parts(tmp_path: Path) -> None:
    template = house_style(
        tmp_path / "house.docx", "{{ title }}", "Before", "{{claims}}", "After", "{{ map }}"
    )
    document = Document(BytesIO(word_document(reported(BRIEF), PICTURE, template)))
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts[:4] == ["Where the maize went", "Before", "Claims and who makes them", "After"]
    assert len(document.tables) == 1
    assert len(document.inline_shapes) == 1


def test_a_template_may_have_footnotes_of_its_own(tmp_path: Path) -> None:
    first = tmp_path / "first.docx"
    first.write_bytes(word_document(reported(BRIEF), PICTURE))
    document = word_document(reported(BRIEF), PICTURE, first)
    notes = part(document, "word/footnotes.xml")
    ids = [note.get(f"{W}id") for note in notes]
    assert len(ids) == len(set(ids)) == 6
    body = part(document, "word/document.xml")
    bookmarks = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(bookmarks) == len(set(bookmarks)) == 4


def test_a_dotx_is_a_template_too(tmp_path: Path) -> None:
    template = house_style(tmp_path / "house.docx")
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"document.main+xml", b"template.main+xml"
    )
    with zipfile.ZipFile(tmp_path / "house.dotx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    document = word_document(reported(BRIEF), PICTURE, tmp_path / "house.dotx")
    assert Document(BytesIO(document)).tables


def test_an_unknown_mark_is_told_with_its_paragraph(tmp_path: Path) -> None:
    template = house_style(tmp_path / "house.docx", "Text", "{{ maps }}")
    with pytest.raises(
        ExportError, match=r"house\.docx, paragraph 2: there is no \{\{ maps \}\}\. .*\{\{ map \}\}"
    ):
        word_document(reported(BRIEF), PICTURE, template)


@pytest.mark.parametrize("content", [b"no archive", b"", png()])
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    template = tmp_path / "house.docx"
    template.write_bytes(content)
    with pytest.raises(ExportError, match=r"house\.docx cannot be opened as a template: it is no Word file"):
        word_document(reported(BRIEF), PICTURE, template)


def test_a_template_of_another_program_may_lack_styles_and_pages(tmp_path: Path) -> None:
    document = Document()
    for section in document.sections:
        for size in section._sectPr.findall(f"{W}pgSz") + section._sectPr.findall(f"{W}pgMar"):
            section._sectPr.remove(size)
    styles = document.styles.element
    for style in list(styles.iter(f"{W}style")):
        name = style.find(f"{W}name")
        if name.get(f"{W}val") == "Normal":
            name.set(f"{W}val", "normal")
        elif name.get(f"{W}val") in ("Title", "caption", "List Number", "heading 1"):
            styles.remove(style)
    document.save(str(tmp_path / "house.docx"))
    made = Document(BytesIO(word_document(reported(BRIEF), PICTURE, tmp_path / "house.docx")))
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Title"
    assert made.tables[0].columns[0].width
