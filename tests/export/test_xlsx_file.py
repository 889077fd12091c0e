"""A workbook as openpyxl reads it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from brief_values import HOSTILE
from export.values import BRIEF, HOSTILE_BRIEF
from geobrief.brief.claim_cells import cells
from geobrief.export import Options, content, left_out
from geobrief.model import Brief, Document


def workbook(brief: Brief) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content(brief, "a.xlsx", "", Options())))


def records(sheet: Worksheet) -> dict[str, dict[str, Any]]:
    header, *rows = sheet.iter_rows()
    names = [cell.value for cell in header]
    return {str(row[0].value): dict(zip(map(str, names), row, strict=True)) for row in rows}


def test_there_are_sheets_of_claims_places_and_articles_whole() -> None:
    book = workbook(BRIEF)
    assert book.sheetnames == ["claims", "places", "articles"]
    claims = records(book["claims"])
    for claim in BRIEF.claims:
        for name, value in cells(claim).items():
            assert (claims[claim.id][name].value or "") == value
    noted = {name: cell.value for name, cell in records(book["places"])["noted"].items()}
    assert (noted["name"], noted["lon"], noted["lat"]) == ("=cmd|' /C calc'!A0", -70.5, -33.5)
    assert (noted["floors"], noted["open"], noted["Name_2"]) == (3, True, "other case")
    assert records(book["articles"])["maize.md"]["text"].value == BRIEF.documents[0].text


def test_dates_are_dates_where_excel_knows_them() -> None:
    claims = records(workbook(BRIEF)["claims"])
    assert claims["c1"]["start_2"].value == datetime(2025, 3, 1)
    assert claims["c1"]["start_2"].is_date
    assert claims["c1"]["start"].value == "early"  # a column of the user's own
    assert claims["c3"]["start_2"].value == "1848-03-01"
    assert claims["c2"]["start_2"].value is None


def test_links_are_links_and_other_words_are_not() -> None:
    claims = records(workbook(BRIEF)["claims"])
    link = claims["c1"]["url"].hyperlink
    assert link is not None
    assert link.target == "https://example.org/a?b=1&c=2"
    assert claims["c4"]["url"].hyperlink is None


def test_the_first_number_stands_in_columns_to_reckon_with() -> None:
    claim = records(workbook(BRIEF)["claims"])["c1"]
    assert [claim[name].value for name in ("value", "unit", "bound")] == [12, "tonnes", "at least"]


def test_headers_stay_and_columns_have_filters() -> None:
    for sheet in workbook(BRIEF):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None
        assert sheet.auto_filter.ref.startswith("A1:")


@pytest.mark.parametrize("brief", [BRIEF, HOSTILE_BRIEF], ids=["maize", "hostile"])
def test_no_cell_is_a_formula(brief: Brief) -> None:
    for sheet in workbook(brief):
        assert all(cell.data_type != "f" or not cell.value for row in _raw(sheet) for cell in row)


def _raw(sheet: Worksheet) -> Any:
    return sheet.iter_rows()


def test_hostile_text_comes_through() -> None:
    claims = records(workbook(HOSTILE_BRIEF)["claims"])
    for at, text in enumerate(HOSTILE):
        read = str(claims[f"c{at}"]["quote"].value)
        assert read.replace("_x000D_", "\r").replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_what_cells_have_no_room_for_is_said() -> None:
    long = replace(BRIEF, documents=(Document("maize.md", "a" * 40_000),))
    assert left_out(long, "a.xlsx", "", Options()) == (
        "XLSX holds tables alone. "
        "Left out: outlines of areas (4), ends of articles longer than 32,767 characters (1)."
    )
    assert len(str(records(workbook(long)["articles"])["maize.md"]["text"].value)) == 32_767


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert content(BRIEF, "a.xlsx", "", Options()) == content(BRIEF, "a.xlsx", "", Options())
