"""Footnotes of a Word document, which python-docx 1.2 reads over: a part of the package of their own.

A source has one footnote; where it is cited again, a cross-reference repeats its number (ECMA-376 part 1,
17.11 and 17.16.5.42).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from geobrief.export.report.word_text import Writer, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

    from geobrief.render.tables import SourceRow

__all__ = ["Footnotes"]

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY: Final = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>
<w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>
<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
"""The two lines that Word asks for, above footnotes and above those that go on from the page before."""
_LEFT_TO_RIGHT: Final = "\u200e"
"""Keeps the slash that ends an address at its end, where lines run from right to left."""
_AFTER_SETTING: Final = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema")


class Footnotes:
    """Puts footnotes into a document; `finish` writes them. Those that a template has stay."""

    def __init__(self, writer: Writer) -> None:
        from docx.oxml.parser import parse_xml

        self._writer = writer
        self._part = _part_of(writer.document)
        self._root: Any = parse_xml(self._part.blob)
        self._next = 1 + max((int(note.get(_w("id"), "0")) for note in self._root), default=0)
        marks = writer.document.element.body.iter(_w("bookmarkStart"))
        self._bookmarks = max((int(mark.get(_w("id"), "0")) for mark in marks), default=0)
        self._repeated: list[tuple[Any, int]] = []
        self._ids: dict[int, int] = {}

    def cite(self, paragraph: Any, source: SourceRow) -> None:
        """Adds the mark of a source's footnote to a paragraph: the footnote itself where it is the first."""
        if source.number in self._ids:
            self._repeat(paragraph, source.number)
            return
        self._ids[source.number] = self._next
        self._next += 1
        bookmark = str(self._bookmarks + source.number)
        name = f"geobrief_source_{source.number}"
        paragraph._p.append(element("bookmarkStart", id=bookmark, name=name))
        self._writer.mark(paragraph, element("footnoteReference", id=str(self._ids[source.number])))
        paragraph._p.append(element("bookmarkEnd", id=bookmark))
        self._root.append(self._footnote(source))

    def finish(self) -> None:
        """Writes the part, and the numbers of what is cited again, as Word counts them from the beginning."""
        from lxml.etree import tostring

        body: Any = self._writer.document.element.body
        counted = [mark.get(_w("id")) for mark in body.iter(_w("footnoteReference"))]
        for text, number in self._repeated:
            text.text = str(counted.index(str(self._ids[number])) + 1)
        self._part._blob = tostring(self._root, encoding="UTF-8", standalone=True)

    def _repeat(self, paragraph: Any, number: int) -> None:
        field = element("fldSimple", instr=f" NOTEREF geobrief_source_{number} \\f \\h ")
        text = element("t")
        field.append(self._writer.mark(paragraph, text))
        paragraph._p.append(field)
        self._repeated.append((text, number))

    def _footnote(self, source: SourceRow) -> Any:
        from docx.text.paragraph import Paragraph

        note = element("footnote", id=str(self._ids[source.number]))
        made = element("p")
        note.append(made)
        paragraph: Any = Paragraph(made, self._writer.document._body)
        made.style = self._writer.styles["footnote text"]
        self._writer.turn(paragraph, self._writer.direction)
        self._writer.mark(paragraph, element("footnoteRef"))
        self._writer.write(paragraph, " ")
        self._writer.link(paragraph, source.full, source.url or source.claim_url, self._part)
        for address in dict.fromkeys((source.url, source.claim_url)):
            if address and address != source.full:
                self._writer.write(paragraph, f" {address}{_LEFT_TO_RIGHT}")
        return note


def _part_of(document: Document) -> Part:
    """The document's part with its footnotes; a new one where it has none."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    for relation in document.part.rels.values():
        if relation.reltype == _RELATION:
            return cast("Part", relation.target_part)
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, _EMPTY, document.part.package)
    document.part.relate_to(part, _RELATION)
    setting = element("footnotePr")
    setting.extend([element("footnote", id="-1"), element("footnote", id="0")])
    document.settings.element.insert_element_before(setting, *_AFTER_SETTING)
    return part


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
