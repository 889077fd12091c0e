"""The table that says what a GeoNames feature code becomes."""

import csv
import re
from importlib.resources import files

import pytest

from geobrief.gazetteer.dumps.feature_codes import FeatureCodes
from geobrief.model import KINDS

ROWS = list(
    csv.DictReader(
        (files("geobrief.gazetteer") / "tables" / "feature_codes.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
)
CODES = FeatureCodes()


def test_every_row_names_codes_once_and_says_what_for() -> None:
    patterns = [pattern for row in ROWS for pattern in row["codes"].split()]
    assert len(patterns) == len(set(patterns))
    assert all(re.fullmatch(r"[AHLPRSTUV]\.[A-Z0-9]*\*?", pattern) for pattern in patterns)
    assert all(row["note"] for row in ROWS)
    assert {row["kind"] for row in ROWS} <= {*KINDS, ""}


def test_every_class_of_geonames_has_a_rule_for_its_other_codes() -> None:
    assert {f"{letter}.*" for letter in "AHLPRSTUV"} <= {row["codes"] for row in ROWS}


def test_the_longest_beginning_decides() -> None:
    assert CODES["S.MNFE"].kind == "site"
    assert CODES["S.MNMT"].weight == 1
    assert CODES["S.MKT"].kind is None
    assert CODES["P.PPLNEW"].kind == "city"


@pytest.mark.parametrize("code", ["", ".", "Q.PPL", "P"])
def test_what_is_no_code_is_left_out(code: str) -> None:
    assert CODES[code].kind is None


def test_additions_never_pass_for_the_base_gazetteers_countries_and_seas() -> None:
    assert all(row["level"] != "0" and row["kind"] not in ("country", "continent") for row in ROWS)


def test_without_people_nothing_is_better_known_than_a_small_town() -> None:
    assert max(float(row["weight"] or 0) for row in ROWS if row["codes"] != "A.PCL*") <= 100
