"""Paragraphs of a Word document: text of any language and direction, links, styles that may be missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geobrief.export.report.text import Direction, direction_of, stretches

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["Writer", "element", "writer_for"]

_HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML, as `element("rtl")` or `element("jc", val="start")`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def writer_for(document: Document, direction: Direction) -> Writer:
    """A writer into a document, whose styles are all there."""
    return Writer(
        document, direction, {(style.name or "").lower(): style.style_id for style in document.styles}
    )


@dataclass(frozen=True)
class Writer:
    """Writes into a document in its direction."""

    document: Document
    direction: Direction
    styles: Mapping[str, str]
    """The ids of its styles by their names in lower case: python-docx searches all each time."""

    def paragraph(
        self, text: str = "", style: str = "Normal", *, into: Any = None, language: str = ""
    ) -> Any:
        """A further paragraph of the document, or of a cell; it runs as its text does.

        Args:
            text: What it says.
            style: Its style.
            into: A cell whose first, empty paragraph is taken, if it is empty.
            language: BCP 47, of the text; empty: the document's.
        """
        paragraph = self._next(into)
        paragraph._p.style = self.styles[style.lower()]
        self.turn(paragraph, direction_of(text, self.direction))
        self.write(paragraph, text, language=language)
        return paragraph

    def write(self, paragraph: Any, text: str, *, language: str = "", style: str = "") -> None:
        """Adds text to a paragraph, a run for each stretch of one direction."""
        for words, way in stretches(text, direction_of(text, self.direction)):
            run = paragraph.add_run(words)
            if style:
                run._r.style = self.styles[style.lower()]
            if way == "rtl":
                run.font.rtl = True
            if language:
                run._r.get_or_add_rPr().append(_language(language, way))

    def link(self, paragraph: Any, text: str, url: str, part: Any = None) -> None:
        """Adds a link to a paragraph; without an address just its text.

        Args:
            paragraph: The paragraph.
            text: What is shown.
            url: An address of the web, or empty.
            part: The package's part that the paragraph is in; by default the document's.
        """
        from docx.oxml.ns import qn

        if not url:
            self.write(paragraph, text)
            return
        before = len(paragraph._p)
        self.write(paragraph, text, style="Hyperlink")
        relation = (part or self.document.part).relate_to(url, _HYPERLINK, is_external=True)
        holder = element("hyperlink", history="1")
        holder.set(qn("r:id"), relation)
        for run in list(paragraph._p)[before:]:
            holder.append(run)
        paragraph._p.append(holder)

    def turn(self, paragraph: Any, direction: Direction) -> None:
        """Lets a paragraph run from right to left, or from left to right in a document that does not."""
        if direction == "ltr" == self.direction:
            return
        bidi = element("bidi", val="1" if direction == "rtl" else "0")
        paragraph._p.get_or_add_pPr().insert_element_before(bidi, *_AFTER_BIDI)

    def mark(self, paragraph: Any, *content: Any) -> Any:
        """Adds a run in the style of footnotes' numbers that holds the elements."""
        run = paragraph.add_run()._r
        run.style = self.styles["footnote reference"]
        run.extend(content)
        return run

    def _next(self, cell: Any) -> Any:
        if cell is None:
            return self.document.add_paragraph()
        first = cell.paragraphs[0]
        return first if len(cell.paragraphs) == 1 and not len(first._p) else cell.add_paragraph()


_AFTER_BIDI: Final = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *(
        "w:suppressOverlap",
        "w:jc",
        "w:textDirection",
        "w:textAlignment",
        "w:textboxTightWrap",
        "w:outlineLvl",
    ),
    *("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
"""What follows `w:bidi` in a paragraph's properties (ECMA-376 part 1, 17.3.1.26)."""


def _language(tag: str, way: Direction) -> Any:
    return element("lang", bidi=tag) if way == "rtl" else element("lang", val=tag, eastAsia=tag)
