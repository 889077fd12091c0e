"""Records as flat tables: names that stay apart, cells of one kind, and the way back."""

from typing import Any

import pytest

from geobrief.brief.exported import records_of
from geobrief.brief.sheets import column_records, read_columns, sheet


def test_a_name_is_given_once_whatever_its_case() -> None:
    made = sheet(
        [("own", [{"id": "a", "name": "A"}]), ("extra", [{"Name": "x", "geom": "y"}])], taken=["geom"]
    )
    assert [column.name for column in made.columns] == ["id", "name", "Name_2", "geom_2"]
    assert [column.field for column in made.columns] == ["id", "name", "Name", "geom"]


@pytest.mark.parametrize(
    ("values", "form", "cells"),
    [
        (["a", None, "b\0\ud800"], "text", ["a", None, "b\ufffd\ufffd"]),
        ([1, None, -3], "whole", [1, None, -3]),
        ([1, 2.5], "number", [1.0, 2.5]),
        ([True, None], "truth", [True, None]),
        ([1, "a"], "json", ["1", '"a"']),
        ([[1], {"a": None}], "json", ["[1]", '{"a": null}']),
        ([2**70], "json", [str(2**70)]),
        ([True, 1], "json", ["true", "1"]),
    ],
)
def test_a_column_holds_values_of_one_kind(values: list[Any], form: str, cells: list[Any]) -> None:
    made = sheet([("extra", [{"x": value} for value in values])])
    assert made.columns[0].form == form
    assert [row[0] for row in made.rows] == cells


def test_a_row_is_read_back_by_what_its_columns_hold() -> None:
    records = [{"id": "a", "Name": "x", "tags": ["t", 1]}, {"id": "b", "tags": "plain"}]
    made = sheet(
        [("own", [{"name": "A"}, {"name": "B"}]), ("extra", records), ("added", [{"n": 1}, {"n": 2}])]
    )
    columns = read_columns(column_records(made.columns))
    names = [column.name for column in made.columns]
    rows = [records_of(dict(zip(names, row, strict=True)), columns) for row in made.rows]
    assert rows == [({"name": "A"}, records[0]), ({"name": "B"}, records[1])]


def test_what_others_changed_is_read_as_it_is() -> None:
    columns = read_columns([{"name": "x", "field": "X", "role": "extra", "form": "json"}, {"name": 5}, "?"])
    assert records_of({"x": "[1, broken", "new": 7}, columns) == ({}, {"X": "[1, broken", "new": 7})
    assert read_columns(None) == {}
