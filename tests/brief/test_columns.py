import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.columns import from_table, to_table

plain = st.sampled_from([True, False, 0, 1, 12, "", "a", "city", "region", [], [0], [1, 2]])
rows = st.lists(st.dictionaries(st.sampled_from("ab"), plain, max_size=2), max_size=12)


@given(rows)
def test_records_come_back_the_same_in_value_and_type(records: list[dict[str, Any]]) -> None:
    back = from_table(json.loads(json.dumps(to_table(records))))
    assert [json.dumps(record, sort_keys=True) for record in back] == [
        json.dumps(record, sort_keys=True) for record in records
    ]


def column(values: list[Any], **options: Any) -> Any:
    records = [{} if value is None else {"key": value} for value in values]
    return to_table(records, **options)["columns"]["key"]


def test_what_repeats_is_written_once() -> None:
    assert column(["a", "b", None]) == ["a", "b", None]
    assert column([None] * 9 + ["x"]) == {"only": {"9": "x"}}
    assert column(["city"] * 4) == {"every": "city"}
    assert column(["city"] * 9 + ["region"]) == {"every": "city", "except": {"9": "region"}}
    assert column(["left", "right"] * 4) == {"values": ["left", "right"], "rows": [0, 1] * 4}
    assert column([4, 11, None, 18], steps=["key"]) == {"steps": [4, 7, None, 7]}


@pytest.mark.parametrize(
    "broken",
    [
        {"rows": 2, "columns": {"a": [1]}},
        {"rows": 1, "columns": {"a": {"some": 1}}},
        {"rows": 1, "columns": {"a": {"values": ["x"], "rows": [4]}}},
        {"rows": 1, "columns": {"a": {"only": {"3": 1}}}},
    ],
)
def test_a_table_that_contradicts_itself_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises((KeyError, ValueError, IndexError)):
        from_table(broken)
