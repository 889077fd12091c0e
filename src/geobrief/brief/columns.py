"""Records as columns and back, for JSON: each key is written once, and what repeats is written once.

A table is `{"rows": 3, "columns": {"name": …}}`. A column takes the form that is shortest for it:

- `["a", null, "c"]`: a value a row; null where the row has none;
- `{"only": {"1": "b"}}`: the few rows that have a value, by their number from 0;
- `{"every": "a", "except": {"1": "b"}}`: one value for all rows but a few;
- `{"values": ["a", "b"], "rows": [0, 1, 0]}`: each value once, and for each row its number;
- `{"steps": [4, 7, 7]}`: integers, each the difference from the last one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, TypeAlias

__all__ = ["from_table", "to_table"]

Record: TypeAlias = dict[str, Any]
Column: TypeAlias = Sequence[Any]

FEW = 4
"""Values are few where there is one for this many rows or more."""


def to_table(records: Sequence[Mapping[str, Any]], steps: Iterable[str] = ()) -> Record:
    """The records as a table; a value None is not told from a missing one.

    Args:
        records: All with keys that are text; values are what JSON knows.
        steps: Keys of integers that grow from row to row.
    """
    keys = dict.fromkeys(key for record in records for key in record)
    grows = frozenset(steps)
    return {
        "rows": len(records),
        "columns": {key: _packed([record.get(key) for record in records], key in grows) for key in keys},
    }


def from_table(table: Mapping[str, Any]) -> list[Record]:
    """The records of a table, without the keys that a row has no value for.

    Raises:
        KeyError: The table or a column is of no form that is told above.
        TypeError: A value is of the wrong type.
        ValueError: A column is longer or shorter than the table.
    """
    count = int(table["rows"])
    records: list[Record] = [{} for _ in range(count)]
    for key, packed in table["columns"].items():
        for record, value in zip(records, _unpacked(packed, count), strict=True):
            if value is not None:
                record[key] = value
    return records


def _packed(column: Column, grows: bool) -> Any:  # noqa: FBT001
    filled = len(column) - column.count(None)
    if grows:
        return {"steps": _differences(column)}
    if filled * FEW <= len(column):
        return {"only": _except(column, None)}
    try:
        counted = Counter(column)
    except TypeError:
        return list(column)
    # What is equal in Python need not be so in JSON: True and 1.
    if len(set(map(type, column)) - {type(None), float}) > 1:
        return list(column)
    most, often = counted.most_common(1)[0]
    if (len(column) - often) * FEW <= len(column) and most is not None:
        return {"every": most, **_given("except", _except(column, most))}
    if len(counted) * FEW <= len(column) and isinstance(most, str):
        values = [value for value in counted if value is not None]
        number = {value: at for at, value in enumerate(values)}
        return {"values": values, "rows": [number.get(value) for value in column]}
    return list(column)


def _unpacked(packed: Any, count: int) -> Iterable[Any]:
    if isinstance(packed, list):
        return packed
    forms: dict[str, Callable[[], Iterable[Any]]] = {
        "steps": lambda: _sums(packed["steps"]),
        "only": lambda: _excepted(None, packed["only"], count),
        "every": lambda: _excepted(packed["every"], packed.get("except", {}), count),
        "values": lambda: (None if row is None else packed["values"][row] for row in packed["rows"]),
    }
    return forms[next(iter(packed))]()


def _differences(column: Column) -> list[int | None]:
    last = 0
    steps: list[int | None] = []
    for value in column:
        steps.append(None if value is None else value - last)
        last = last if value is None else value
    return steps


def _sums(steps: Column) -> Iterable[int | None]:
    last = 0
    for step in steps:
        last += step or 0
        yield None if step is None else last


def _except(column: Column, usual: Any) -> Record:
    return {str(row): value for row, value in enumerate(column) if value != usual}


def _excepted(usual: Any, others: Mapping[str, Any], count: int) -> Iterable[Any]:
    values = list(repeat(usual, count))
    for row, value in others.items():
        values[int(row)] = value
    return values


def _given(key: str, value: Record) -> Record:
    return {key: value} if value else {}
