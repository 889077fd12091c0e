"""A claim as the cells of `claims.csv`, and back: quantities, dates, flows and lists of ids as typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf, isfinite
from typing import Any, Final

from geobrief.brief.date_cells import bounds, is_ambiguous, serial_day
from geobrief.claims.dates import when
from geobrief.model import CERTAINTIES, Claim, Flow, Quantity, When

__all__ = ["COLUMNS", "KNOWN", "cells", "read_claim"]

COLUMNS: Final = (
    "id",
    "article",
    "quote",
    "places",
    "by",
    "certainty",
    "quantity",
    "when",
    "from",
    "to",
    "url",
    "note",
)
"""In the order of a new file."""
KNOWN: Final = (*COLUMNS, "group")
"""Those that geobrief reads; a file has a `group` only where one of its claims has."""

_NUMBER = re.compile(
    r"(?<![\w.,])[-+]?(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+)"
    r"(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\d.,]*\d)"
)
_GROUPING = re.compile(r"[,\u00a0\u202f]")


def read_claim(row: Mapping[str, str], *, days_first: bool | None = None) -> tuple[Claim | None, list[str]]:
    """The claim of a row, and what is wrong with it: ends of sentences that begin with the claim.

    Args:
        row: What the cells say, by column; the known columns in lower case.
        days_first: Whether dates as 6/12/2024 begin with the day; None where the column does not tell.
    """
    faults: list[str] = []
    claim = Claim(
        id=row.get("id", "").strip(),
        document=row.get("article", "").strip(),
        quote=row.get("quote", ""),
        places=_ids(row.get("places", "")),
        by=row.get("by", ""),
        certainty=_certainty(row.get("certainty", ""), faults),
        quantities=_quantities(row.get("quantity", ""), faults),
        when=_when(row, faults, days_first=days_first),
        flow=_flow(row.get("from", "").strip(), row.get("to", "").strip(), faults),
        url=row.get("url", "").strip(),
        note=row.get("note", ""),
        group=row.get("group", "").strip(),
        extra={column: value for column, value in row.items() if column not in KNOWN},
    )
    if not claim.id:
        faults.insert(0, "has no id; give it one that no other claim has")
    return (None if faults else claim), faults


def cells(claim: Claim) -> dict[str, str]:
    """What a claim says in each column, those that geobrief does not know last."""
    return {
        "id": claim.id,
        "article": claim.document,
        "quote": claim.quote,
        "places": ";".join(claim.places),
        "by": claim.by,
        "certainty": claim.certainty,
        "quantity": "; ".join(_quantity_cell(quantity) for quantity in claim.quantities),
        "when": _when_cell(claim.when) if claim.when else "",
        "from": claim.flow.origin if claim.flow else "",
        "to": claim.flow.destination if claim.flow else "",
        "url": claim.url,
        "note": claim.note,
        "group": claim.group,
        **{column: value for column, value in claim.extra.items() if column not in KNOWN},
    }


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _certainty(cell: str, faults: list[str]) -> Any:
    certainty = cell.strip().lower() or "stated"
    if certainty not in CERTAINTIES:
        faults.append(
            f"has the unknown certainty {cell.strip()!r:.60}; it is one of {', '.join(CERTAINTIES)}"
        )
    return certainty


def _quantities(cell: str, faults: list[str]) -> tuple[Quantity, ...]:
    quantities = []
    for part in cell.split(";"):
        text = part.strip()
        match = _NUMBER.search(text)
        value = float(_GROUPING.sub("", match[0])) if match else inf
        if match and isfinite(value):
            quantities.append(Quantity(value, text[match.end() :].strip(), text))
        elif text:
            faults.append(f"has a quantity that cannot be read, {text!r:.60}; write it as 25000 workers")
    return tuple(quantities)


def _quantity_cell(quantity: Quantity) -> str:
    value = float(quantity.value)
    number = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return f"{number} {quantity.unit}".strip().replace(";", ",")


def _when(row: Mapping[str, str], faults: list[str], *, days_first: bool | None) -> When | None:
    cell = row.get("when", "").strip()
    if not cell:
        return None
    whole = bounds(cell, days_first=days_first) or _serial(cell, row.get("quote", ""))
    first, slash, last = cell.partition("/")
    start = whole or bounds(first.strip(), days_first=days_first)
    end = whole or bounds(last.strip() if slash else first.strip(), days_first=days_first)
    if start is None or end is None or (not start[0] and not end[1]):
        faults.append(_date_fault(cell))
        return None
    if start[0] and end[1] and start[0] > end[1]:
        faults.append(f"has a time that ends before it begins, {cell!r:.60}")
        return None
    return When(start[0], end[1])


def _serial(cell: str, quote: str) -> tuple[str, str] | None:
    """The day that a spreadsheet's number stands for, where the quote names that day."""
    day = serial_day(cell)
    found = when(quote, "") if day else None
    return (day, day) if found and (found.start, found.end) == (day, day) else None


def _date_fault(cell: str) -> str:
    if is_ambiguous(cell):
        return f"has a date whose day cannot be told from its month, {cell!r}; write it as 2024-06-12"
    if day := serial_day(cell):
        return f"has the number {cell!r} as its date, which a spreadsheet shows as {day}; write that"
    example = "a day, month or year as 2024-06-12, 2024-06, 2024, or two of them as 2024-09-12/2024-09-16"
    return f"has a date that is not ISO 8601, {cell!r:.60}; write {example}"


def _when_cell(when: When) -> str:
    """The shortest form that reads back the same: a day, a month, a year, else an interval."""
    for short in (when.start, when.start[:7], when.start[:4]):
        if when.start and bounds(short) == (when.start, when.end):
            return short
    return f"{when.start or '..'}/{when.end or '..'}"


def _flow(origin: str, destination: str, faults: list[str]) -> Flow | None:
    if bool(origin) != bool(destination):
        there, missing = ("from", "to") if origin else ("to", "from")
        faults.append(
            f"has a flow with {there} {origin or destination!r} but no {missing}; give both or neither"
        )
        return None
    return Flow(origin, destination) if origin else None
