"""The styles of a Word document: the house's look, and what a template lacks of what a report needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from geobrief.export.report.office import LANGUAGE_TAGS
from geobrief.export.report.word_text import element

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["TABLE", "add_missing_styles", "dress", "speak", "style_named"]

INK, SOFT, RULE, ACCENT = "1B2024", "5C666D", "DDD8CD", "0B6B72"
"""Of the page: words, words in the background, lines, links."""
SERIF, SANS = "Georgia", "Arial"

_PARAGRAPHS: Final = {
    "Normal": 10.5,
    "Title": 24.0,
    "Subtitle": 10.0,
    "Heading 1": 14.0,
    "Caption": 8.5,
    "List Number": 9.5,
    "footnote text": 8.0,
    "geobrief head": 8.0,
    "geobrief quote": 9.5,
    "geobrief fact": 8.5,
}
"""Those that a report is set in, and their points where the template lacks them."""
TABLE: Final = "geobrief table"


def style_named(document: Document, name: str) -> Any:
    """A style by its name in any case, or None: Google writes `normal` for Word's `Normal`."""
    return next((style for style in document.styles if (style.name or "").lower() == name.lower()), None)


def add_missing_styles(document: Document) -> None:
    """Adds the styles that a report needs and the document lacks; those that it has stay as they are."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for name, size in _PARAGRAPHS.items():
        if style_named(document, name) is None:
            style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = style_named(document, "Normal") if name != "Normal" else None
            style.font.size = Pt(size)
            if name.startswith(("geobrief", "footnote")):
                style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    if style_named(document, "footnote reference") is None:
        mark: Any = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
    if style_named(document, "Hyperlink") is None:
        link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.underline, link.font.color.rgb = True, _colour(ACCENT)
    if style_named(document, TABLE) is None:
        _add_table_style(document)


def speak(document: Document, language: str) -> None:
    """Sets the language by which Word checks the spelling of what says no other."""
    from docx.oxml.ns import qn

    tag = LANGUAGE_TAGS[language]
    defaults: Any = document.styles.element
    properties = defaults.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    normal = style_named(document, "Normal").element
    for holder in (properties, normal.get_or_add_rPr()):
        if holder is not None:
            for old in holder.findall(qn("w:lang")):
                holder.remove(old)
            holder.append(element("lang", val=tag, eastAsia=tag, bidi=tag))


def dress(document: Document) -> None:
    """Gives a document that comes from no template of the user's the look of the page."""
    from docx.shared import Mm, Pt

    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
    _face(document, "Normal", SERIF, 10.5, INK)
    _face(document, "Title", SERIF, 26, INK, bold=True, before=0, after=4)
    _face(document, "Subtitle", SANS, 9.5, SOFT, after=14)
    _face(document, "Heading 1", SERIF, 15, INK, bold=True, before=22, after=6)
    _face(document, "Caption", SANS, 8, SOFT, before=4, after=6)
    _face(document, "List Number", SERIF, 9.5, INK, after=3)
    _face(document, "footnote text", SANS, 8, INK)
    _face(document, "Footer", SANS, 8, SOFT)
    _face(document, "geobrief head", SANS, 8, SOFT, bold=True)
    _face(document, "geobrief quote", SERIF, 9.5, INK)
    _face(document, "geobrief fact", SANS, 8, INK, after=1)
    style_named(document, "Normal").paragraph_format.space_after = Pt(6)
    for section in document.sections:
        _number_pages(section.footer.paragraphs[0])
    _modernize(document)


def _number_pages(footer: Any) -> None:
    """Puts the page's number at the outer end of a footer's line."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = footer.add_run("1")._r
    field = element("fldSimple", instr=" PAGE ")
    field.append(run)
    footer._p.append(field)


def _modernize(document: Document) -> None:
    """Says that the document is of Word 2013 or later, which else opens it in its mode for older ones."""
    from docx.oxml.ns import qn

    settings: Any = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _face(
    document: Document,
    name: str,
    font: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
) -> None:
    """Sets a style's font, also for scripts that run from right to left."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = style_named(document, name)
    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    style.font.italic, style.font.color.rgb = False, _colour(colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), "Times New Roman" if font == SERIF else SANS)
    for old in (qn("w:szCs"), qn("w:spacing"), qn("w:kern")):
        for found in properties.findall(old):
            properties.remove(found)
    properties.sz.addnext(element("szCs", val=str(round(size * 2))))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _add_table_style(document: Document) -> None:
    """Lines between rows alone, a stronger one below the head."""
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties = element("tblPr")
    borders, margins = element("tblBorders"), element("tblCellMar")
    for side, colour, size in (("top", INK, "8"), ("bottom", INK, "8"), ("insideH", RULE, "4")):
        borders.append(element(side, val="single", sz=size, space="0", color=colour))
    for side, width in (("top", "50"), ("left", "0"), ("bottom", "50"), ("right", "140")):
        margins.append(element(side, w=width, type="dxa"))
    properties.extend([borders, margins])
    head, cell, lines = element("tblStylePr", type="firstRow"), element("tcPr"), element("tcBorders")
    lines.append(element("bottom", val="single", sz="8", space="0", color=INK))
    cell.append(lines)
    head.append(cell)
    style.element.extend([properties, head])


def _colour(text: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(text)
