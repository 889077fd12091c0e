"""The parts of a report in Word: title, map, tables of claims and places, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from geobrief.export.report.footnotes import Footnotes
from geobrief.export.report.report import Report
from geobrief.export.report.word_styles import TABLE, style_named
from geobrief.export.report.word_text import Writer, element

if TYPE_CHECKING:
    from geobrief.render.tables import ClaimRow, PlaceRow

__all__ = ["PARTS", "Page"]

_CLAIM_WIDTHS: Final = (0.06, 0.39, 0.16, 0.21, 0.18)
_PLACE_WIDTHS: Final = (0.06, 0.3, 0.48, 0.16)
"""Shares of the text's width."""
_PAGE: Final = (7_560_000, 10_692_000)
"""A4 in EMU, for a template that says nothing of its pages."""
_MARGIN: Final = 914_400
_HIGHEST_PICTURE: Final = 0.6
"""Of the text's height: title and caption stand on the same page."""


@dataclass(frozen=True)
class Page:
    """A document that is being written, and what is written into it."""

    report: Report
    picture: bytes
    """PNG."""
    writer: Writer
    footnotes: Footnotes

    @property
    def room(self) -> tuple[int, int]:
        """Width and height of the text's area on a page of the last section, in EMU."""
        section = self.writer.document.sections[-1]
        margins = [section.left_margin, section.right_margin, section.top_margin, section.bottom_margin]
        left, right, top, bottom = (_MARGIN if margin is None else margin for margin in margins)
        width, height = section.page_width or _PAGE[0], section.page_height or _PAGE[1]
        return int(width - left - right), int(height - top - bottom)


def _map(page: Page) -> None:
    width, height = page.room
    paragraph = page.writer.paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(BytesIO(page.picture))
    scale = min(width / shape.width, height * _HIGHEST_PICTURE / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    for side in ("distT", "distB", "distL", "distR"):  # some programs take what is missing for an eighth inch
        shape._inline.set(side, "0")
    drawn = shape._inline.docPr
    drawn.set("descr", page.report.alternative)
    drawn.set("name", page.report.words["map"])
    page.writer.write(page.writer.paragraph(style="Caption"), page.report.caption)


def _claims(page: Page) -> None:
    report, words = page.report, page.report.words
    if not report.tables.claims:
        return
    page.writer.paragraph(words["claims"], "Heading 1")
    heads = [words[name] for name in ("number", "claim", "certainty", "facts", "place")]
    rows = ((lambda cells, row=row: _claim_row(cells, row, page)) for row in report.tables.claims)
    _table(page, words["claims"], heads, _CLAIM_WIDTHS, rows)


def _claim_row(cells: Sequence[Any], claim: ClaimRow, page: Page) -> None:
    writer = page.writer
    number, quote, certainty, facts, places = cells
    writer.paragraph(str(claim.number), "geobrief fact", into=number)
    told = writer.paragraph(claim.quote, "geobrief quote", into=quote, language=claim.language)
    if claim.source:
        page.footnotes.cite(told, claim.source)
    if claim.note:
        writer.paragraph(claim.note, "geobrief fact", into=quote)
    writer.paragraph(claim.certainty_text, "geobrief fact", into=certainty)
    for fact in (claim.by, *claim.quantities, claim.when, claim.flow, claim.inferred):
        if fact:
            writer.paragraph(fact, "geobrief fact", into=facts)
    for place in claim.places:
        line = writer.paragraph("", "geobrief fact", into=places)
        line.add_run(str(place.number)).bold = True
        writer.write(line, f" {place.name}")


def _places(page: Page) -> None:
    report, words = page.report, page.report.words
    if not report.tables.places:
        return
    page.writer.paragraph(words["places"], "Heading 1")
    heads = [words[name] for name in ("number", "place", "where", "place_claims")]
    rows = ((lambda cells, row=row: _place_row(cells, row, page)) for row in report.tables.places)
    _table(page, words["places"], heads, _PLACE_WIDTHS, rows)


def _place_row(cells: Sequence[Any], place: PlaceRow, page: Page) -> None:
    writer = page.writer
    number, name, where, claims = cells
    writer.paragraph("", "geobrief fact", into=number).add_run(str(place.number)).bold = True
    writer.paragraph(place.name, "geobrief quote", into=name)
    writer.paragraph(place.kind, "geobrief fact", into=name)
    exact = page.report.words["separator"].join(part for part in (place.exactness, place.coordinates) if part)
    writer.paragraph(exact, "geobrief fact", into=where)
    if place.origin:
        writer.link(writer.paragraph("", "geobrief fact", into=where), place.origin, place.origin_url)
    if place.note:
        writer.paragraph(place.note, "geobrief fact", into=where)
    numbers = page.report.words["comma"].join(map(str, place.claims))
    writer.paragraph(numbers, "geobrief fact", into=claims)


def _sources(page: Page) -> None:
    report, writer = page.report, page.writer
    writer.paragraph(report.words["sources"], "Heading 1")
    for source in report.tables.sources:
        line = writer.paragraph("", "List Number")
        writer.link(line, source.full, source.claim_url or source.url)
    owed = writer.paragraph(style="Caption")
    writer.write(owed, report.words["credits"] + report.words["separator"])
    for at, credit in enumerate(report.credits):
        if at:
            writer.write(owed, report.words["separator"])
        writer.link(owed, credit.name, credit.url)
        writer.write(owed, f" ({credit.text})")


PARTS: Final[Mapping[str, Callable[[Page], None]]] = {
    "map": _map,
    "claims": _claims,
    "places": _places,
    "sources": _sources,
}
"""By the names that a template's marks have, in the order of a report without marks."""


def _table(
    page: Page,
    title: str,
    heads: Sequence[str],
    shares: Sequence[float],
    rows: Iterable[Callable[[Sequence[Any]], None]],
) -> None:
    """A table whose head is repeated on each page, none of its rows parted, no cell joined with another."""
    document, width = page.writer.document, page.room[0]
    table: Any = document.add_table(rows=1, cols=len(heads), style=style_named(document, TABLE))
    _describe(table, title, page)
    widths = [round(width * share) for share in shares]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    head = table.rows[0]
    head._tr.get_or_add_trPr().extend([element("cantSplit"), element("tblHeader")])
    for cell, text, wide in zip(head.cells, heads, widths, strict=True):
        cell.width = wide
        page.writer.paragraph(text, "geobrief head", into=cell)
    for fill in rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        cells = row.cells
        for cell, wide in zip(cells, widths, strict=True):
            cell.width = wide
        fill(cells)


def _describe(table: Any, title: str, page: Page) -> None:
    """Fixed columns, in the document's direction; what a screen reader says of the table."""
    table.autofit = False
    properties = table._tbl.tblPr
    for old in properties.findall(element("tblLook").tag):
        properties.remove(old)
    properties.extend(
        [
            element(
                "tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1", noHBand="0", noVBand="1"
            ),
            element("tblCaption", val=title),
        ]
    )
    if page.writer.direction == "rtl":
        table.table_direction = _right_to_left()


def _right_to_left() -> Any:
    from docx.enum.table import WD_TABLE_DIRECTION

    return WD_TABLE_DIRECTION.RTL
