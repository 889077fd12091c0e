"""A brief as flat tables, one cell one value, as databases and spreadsheets hold them, and back.

A column remembers which field it holds, so that names may change on the way: SQLite takes `Name` and `name`
for one, and a place may have a property of its own that is called as one of the columns that an export adds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias, get_args

from geobrief.text.decoding import paired

__all__ = ["Column", "Form", "Role", "Sheet", "column_records", "free_name", "read_columns", "sheet"]

Role: TypeAlias = Literal["own", "extra", "added"]
"""A column holds a field of the brief, one that geobrief does not know, or what follows from the brief."""
Form: TypeAlias = Literal["text", "whole", "number", "truth", "json"]

_LARGEST_WHOLE = 2**63 - 1
"""What databases hold as a whole number."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    """As the table is headed; no other differs from it in case alone."""
    field: str
    """As the brief calls it."""
    role: Role
    form: Form

    def read(self, cell: Any) -> Any:
        """What a cell of this column says; JSON that somebody broke stays text.

        Where a cell is empty, pandas has the whole numbers of a column as others, and its truths as numbers.
        """
        if self.form == "truth" and cell in (0, 1):
            return bool(cell)
        if self.form == "whole" and isinstance(cell, float) and cell.is_integer():
            return int(cell)
        if self.form != "json" or not isinstance(cell, str):
            return cell
        try:
            return json.loads(cell)
        except ValueError:
            return cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    """A cell a column; None where nothing is said."""


def sheet(groups: Sequence[tuple[Role, Sequence[Mapping[str, Any]]]], taken: Iterable[str] = ()) -> Sheet:
    """A table of records.

    Args:
        groups: By role, a record for each row. All have the same rows.
        taken: Names that no column may have.
    """
    used = {name.lower() for name in taken}
    columns: list[Column] = []
    cells: list[list[Any]] = []
    for role, records in groups:
        for field in dict.fromkeys(field for record in records for field in record):
            values = [record.get(field) for record in records]
            form = _form(values)
            name = free_name(_storable(field) or "column", used)
            used.add(name.lower())
            columns.append(Column(name, field, role, form))
            cells.append([_cell(value, form) for value in values])
    rows = tuple(zip(*cells, strict=True)) if cells else ()
    return Sheet(tuple(columns), rows)


def free_name(name: str, used: Collection[str]) -> str:
    """The name, with `_2`, `_3`… where it is used; names that differ in case alone count as one.

    >>> free_name("Name", {"name", "name_2"})
    'Name_3'
    """
    number, free = 1, name
    while free.lower() in used:
        number += 1
        free = f"{name}_{number}"
    return free


def column_records(columns: Iterable[Column]) -> list[dict[str, str]]:
    """The columns as JSON, which `read_columns` takes."""
    return [asdict(column) for column in columns]


def read_columns(records: Any) -> dict[str, Column]:
    """By name, the columns that a file tells of; what is none is passed over."""
    found = {}
    for record in records if isinstance(records, list) else ():
        if isinstance(record, dict) and all(isinstance(record.get(key), str) for key in ("name", "field")):
            role: Any = record.get("role")
            form: Any = record.get("form")
            if role in get_args(Role) and form in get_args(Form):
                found[record["name"]] = Column(record["name"], record["field"], role, form)
    return found


def _form(values: Iterable[Any]) -> Form:
    there = [value for value in values if value is not None]
    for form, fits in _FORMS.items():
        if all(map(fits, there)):
            return form
    return "json"


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_WHOLE


def _is_number(value: Any) -> bool:
    return isinstance(value, float) or (_is_whole(value) and abs(value) <= 2**53)


_FORMS: Mapping[Form, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "truth": lambda value: isinstance(value, bool),
    "whole": _is_whole,
    "number": _is_number,
}


def _cell(value: Any, form: Form) -> Any:
    """A value as its column holds it: no character that UTF-8 or a database lacks."""
    if value is None:
        return None
    if form == "text":
        return _storable(value)
    if form == "json":
        return json.dumps(value, ensure_ascii=True)
    return float(value) if form == "number" else value


def _storable(text: str) -> str:
    """Text without what UTF-8 or a database lacks."""
    return text if text.isascii() and "\0" not in text else paired(text).replace("\0", "\ufffd")
