"""A report as a Word document, in the house's look or in that of a user's template."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geobrief.errors import ExportError
from geobrief.export.extras import needed
from geobrief.export.report.footnotes import Footnotes
from geobrief.export.report.office import fill_properties, opened_template, packed_alike
from geobrief.export.report.report import Report
from geobrief.export.report.word_parts import PARTS, Page
from geobrief.export.report.word_styles import add_missing_styles, dress, speak
from geobrief.export.report.word_text import element, writer_for

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["word_document"]

_MARK: Final = re.compile(r"\s*\{\{\s*(\w*)\s*\}\}\s*$")
_TEXTS: Final = ("title", "subtitle")


def word_document(report: Report, picture: bytes, template: Path | None = None) -> bytes:
    """The report as a `.docx` file; the same report, picture and template give the same bytes.

    Args:
        report: What it says.
        picture: The map, as PNG.
        template: A `.docx` or `.dotx` of the user's, whose styles, header and footer are kept. Where a
            paragraph of it is a mark such as `{{ claims }}` alone, that part takes its place; without any
            mark the report follows what it holds.

    Raises:
        ExportError: python-docx is not installed; the template is no Word file, or has an unknown mark.
    """
    needed("docx", "reports")
    document = _opened(template)
    marks = _marks(document, template)
    if template is None:
        _empty(document)
    add_missing_styles(document)
    if template is None:
        dress(document)
    speak(document, report.language)
    writer = writer_for(document, report.direction)
    if report.direction == "rtl":
        _turn(document)
    page = Page(report, picture, writer, Footnotes(writer))
    if marks:
        for paragraph, name in marks:
            _replace(paragraph, name, page)
    else:
        _whole(page)
    page.footnotes.finish()
    fill_properties(document.core_properties, report)
    saved = BytesIO()
    document.save(saved)
    return packed_alike(saved.getvalue())


def _opened(template: Path | None) -> Document:
    from docx import Document

    if template is None:
        return Document()
    try:
        return Document(opened_template(template, "Word"))
    except (ValueError, KeyError, SyntaxError) as error:  # lxml's errors of syntax are Python's
        raise ExportError(f"{template} cannot be opened as a template: it is no Word file.") from error


def _marks(document: Document, template: Path | None) -> list[tuple[Any, str]]:
    """The paragraphs that are marks, with their names."""
    found = []
    for number, paragraph in enumerate(document.paragraphs, 1):
        if mark := _MARK.match(paragraph.text):
            if mark[1] not in (*_TEXTS, *PARTS):
                there_are = ", ".join(f"{{{{ {name} }}}}" for name in (*_TEXTS, *PARTS))
                raise ExportError(
                    f"{template}, paragraph {number}: there is no {paragraph.text.strip()}. "
                    f"There are: {there_are}."
                )
            found.append((paragraph, mark[1]))
    return found


def _whole(page: Page) -> None:
    page.writer.paragraph(page.report.title, "Title")
    page.writer.write(page.writer.paragraph(style="Subtitle"), page.report.subtitle)
    for write in PARTS.values():
        write(page)


def _replace(paragraph: Any, name: str, page: Page) -> None:
    """Puts a part where its mark is: written at the end, then moved. A text keeps the mark's own style."""
    if name in _TEXTS:
        text = page.report.title if name == "title" else page.report.subtitle
        paragraph.clear()
        page.writer.turn(paragraph, page.report.direction)
        page.writer.write(paragraph, text)
        return
    body: Any = page.writer.document.element.body
    before = set(body)
    PARTS[name](page)
    for block in [each for each in body if each not in before]:
        paragraph._p.addprevious(block)
    body.remove(paragraph._p)


def _empty(document: Document) -> None:
    body: Any = document.element.body
    for block in list(body)[:-1]:
        body.remove(block)


def _turn(document: Document) -> None:
    """Lets pages, their columns and their numbers run from right to left."""
    for section in document.sections:
        section._sectPr.insert_element_before(
            element("bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings"
        )
