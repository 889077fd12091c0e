"""An Excel workbook: claims, places and articles; dates are dates, links links, each column has a filter."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from geobrief.brief.sheets import Column, Sheet, sheet
from geobrief.errors import ExportError
from geobrief.export.extras import needed
from geobrief.export.options import Options
from geobrief.export.rows import Groups, Rows
from geobrief.linked.iris import is_web_address
from geobrief.model import Brief

__all__ = ["xlsx_file", "xlsx_leaves_out"]

_CELL_CHARACTERS: Final = 32_767
_URL_CHARACTERS: Final = 2_079
_MOST_ROWS: Final = 1_048_575
"""What Excel bears, rows below the header (Microsoft, "Excel specifications and limits")."""
_MOST_LINKED_ROWS: Final = 65_530 // 2
"""A sheet bears 65,530 links, and a claim has two; further addresses are text."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel knows none before 1900, and counts 1900 as a leap year: days before this are text."""
_CREATED: Final = datetime(1980, 1, 1)
"""In place of the time of writing, so that one brief gives one file."""
_DATES: Final = ("start", "end", "published", "article_published")
_LINKS: Final = ("url", "article_url")
_WIDTHS: Final = {
    "quote": 60,
    "text": 60,
    "quotes": 60,
    "name": 24,
    "by": 24,
    "note": 36,
    "url": 32,
    "title": 36,
}
_WIDTH: Final = 14
"""In characters of the usual font."""


@dataclass(frozen=True, slots=True)
class _Formats:
    """Cell formats of the workbook, which xlsxwriter makes."""

    header: Any
    text: Any
    day: Any
    link: Any


def xlsx_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The brief as a workbook. No cell is a formula.

    Raises:
        ExportError: xlsxwriter is missing, or there are more rows than a sheet has.
    """
    xlsxwriter = needed("xlsxwriter", "xlsx")
    rows = Rows(brief)
    sheets = {
        "claims": _claims(rows.claims()),
        "places": sheet(rows.places()),
        "articles": sheet(rows.articles()),
    }
    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        book.set_properties({"title": _fitting(brief.title)[:255], "created": _CREATED})
        formats = _formats(book)
        for name, made in sheets.items():
            if len(made.rows) > _MOST_ROWS:
                raise ExportError(
                    f"A sheet holds {_MOST_ROWS:,} rows, the {name} are {len(made.rows):,}: use CSV."
                )
            _write(book.add_worksheet(name), made, formats)
    return file.getvalue()


def xlsx_leaves_out(brief: Brief, options: Options) -> str:  # noqa: ARG001 - as of every format
    """What cells have no room for."""
    areas = sum(place.geometry is not None for place in brief.places)
    cut = sum(len(document.text) > _CELL_CHARACTERS for document in brief.documents)
    lost = [f"outlines of areas ({areas})"] if areas else []
    lost += [f"ends of articles longer than {_CELL_CHARACTERS:,} characters ({cut})"] if cut else []
    return f"XLSX holds tables alone. Left out: {', '.join(lost)}." if lost else ""


def _claims(groups: Groups) -> Sheet:
    """The claims, with the first number of each in columns to reckon with."""
    own, extra, (role, added) = groups
    told = []
    for record in added:
        first: dict[str, Any] = next(iter(record["quantities"]), {})
        rest = {name: value for name, value in record.items() if name != "quantities"}
        told.append(
            rest | {"value": first.get("value"), "unit": first.get("unit"), "bound": first.get("bound")}
        )
    return sheet((own, extra, (role, told)))


def _formats(book: Any) -> _Formats:
    top = {"valign": "top"}
    return _Formats(
        header=book.add_format({"bold": True, "bottom": 1, **top}),
        text=book.add_format({"text_wrap": True, **top}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        link=book.add_format({"font_color": "#0b6b72", "underline": 1, **top}),
    )


def _write(page: Any, made: Sheet, formats: _Formats) -> None:
    for at, column in enumerate(made.columns):
        page.set_column(at, at, _WIDTHS.get(column.field, _WIDTH))
        page.write_string(0, at, _fitting(column.name), formats.header)
    for number, row in enumerate(made.rows, 1):
        for at, (column, cell) in enumerate(zip(made.columns, row, strict=True)):
            if cell is not None and cell != "":
                _write_cell(page, number, at, column, cell, formats)
    page.freeze_panes(1, 1)
    if made.columns:
        page.autofilter(0, 0, max(len(made.rows), 1), len(made.columns) - 1)


def _write_cell(page: Any, row: int, at: int, column: Column, cell: Any, formats: _Formats) -> None:
    day = _day(cell) if column.role != "extra" and column.field in _DATES else None
    if day is not None:
        page.write_datetime(row, at, day, formats.day)
    elif isinstance(cell, bool):
        page.write_boolean(row, at, cell, formats.text)
    elif isinstance(cell, int | float) and abs(cell) < 2**53:
        page.write_number(row, at, cell, formats.text)
    elif column.field in _LINKS and row <= _MOST_LINKED_ROWS and _is_link(cell):
        page.write_url(row, at, cell, formats.link, cell)
    else:
        page.write_string(row, at, _fitting(str(cell)), formats.text)


def _is_link(cell: str) -> bool:
    return is_web_address(cell) and len(cell) <= _URL_CHARACTERS


def _day(text: Any) -> date | None:
    """The day that a text says, where Excel knows it."""
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return day if day >= _FIRST_DAY else None


def _fitting(text: str) -> str:
    return text[:_CELL_CHARACTERS]
