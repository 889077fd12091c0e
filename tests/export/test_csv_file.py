"""CSV as pandas and DuckDB read it, and as a spreadsheet must not run it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas
import pytest
import shapely

from brief_values import HOSTILE
from export.values import BRIEF, HOSTILE_BRIEF
from geobrief.brief.claim_cells import cells
from geobrief.export import Options, content, export, left_out
from geobrief.export.csv_file import defused
from geobrief.model import Brief


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    export(BRIEF, path)
    return path


def undefused(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and defused(cell) != cell else cell


def test_a_row_a_claim_with_every_cell_of_the_file(written: Path) -> None:
    frame = pandas.read_csv(written, dtype=str, keep_default_na=False, encoding="utf-8-sig").set_index(
        "id", drop=False
    )
    for claim in BRIEF.claims:
        for name, value in cells(claim).items():
            assert undefused(frame.loc[claim.id, name]) == value


def test_positions_are_those_of_the_places_longitude_first(written: Path) -> None:
    rows = duckdb.sql(f"SELECT id, lon, lat, wkt FROM read_csv('{written}') ORDER BY id").fetchall()
    found = {key: (lon, lat, wkt) for key, lon, lat, wkt in rows}
    assert found["c1"][:2] == (30.7326, 46.4775)
    assert shapely.from_wkt(found["c1"][2]).equals(shapely.MultiPoint([(30.7326, 46.4775), (129.04, 35.1)]))
    assert shapely.from_wkt(found["c2"][2]).equals(shapely.Point(178.5, -17.8))
    assert found["c4"] == (None, None, None)


def test_excel_is_told_that_it_is_utf_8(written: Path) -> None:
    assert written.read_bytes().startswith(b"\xef\xbb\xbfid,article,quote")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "'=1", "''@", *HOSTILE])
def test_no_text_is_a_formula_and_each_can_be_had_back(text: str) -> None:
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert undefused(defused(text)) == text


@pytest.mark.parametrize("brief", [BRIEF, HOSTILE_BRIEF], ids=["maize", "hostile"])
def test_no_cell_of_any_brief_is_a_formula(brief: Brief, tmp_path: Path) -> None:
    export(brief, tmp_path / "a.csv")
    frame = pandas.read_csv(tmp_path / "a.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    for name in frame.columns:
        for cell in () if name in ("lon", "lat") else frame[name]:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_what_a_table_of_claims_has_no_rows_for_is_said() -> None:
    assert left_out(BRIEF, "a.csv", "", Options()) == (
        "CSV has a row a claim. "
        "Left out: articles (1), places that no claim names (3), outlines of areas (4)."
    )


def test_the_same_brief_gives_the_same_bytes(written: Path) -> None:
    assert written.read_bytes() == content(BRIEF, "a.csv", "", Options())
