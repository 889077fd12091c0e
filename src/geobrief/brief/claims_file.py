"""`claims.csv`: a row a claim, in the dialect of its program. What did not change keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

from geobrief.brief import csv_text
from geobrief.brief.claim_cells import COLUMNS, KNOWN, cells, read_claim
from geobrief.brief.date_cells import day_first, is_ambiguous, serial_day
from geobrief.brief.fault import Fault
from geobrief.brief.memory import Last, Memory
from geobrief.brief.references import CLAIMS
from geobrief.errors import BriefError
from geobrief.model import Claim

__all__ = ["EMPTY", "Rows", "lines", "parse", "scan", "update"]

EMPTY = ",".join(COLUMNS) + "\n"
"""A file that holds no claim yet; `update` fills it."""

Read: TypeAlias = tuple[str, Claim | None, list[str]]
"""The id that a row gives, its claim, and what is wrong with it."""


@dataclass(frozen=True)
class Rows:
    """What was read from rows."""

    text: Last[csv_text.Taken] = field(default_factory=Last)
    """The file that they stood in."""
    claims: Memory[tuple[tuple[str, ...], str, tuple[str, ...], bool, bool | None], Read] = field(
        default_factory=Memory
    )
    """By columns, delimiter, cells, whether a quotation mark stays open, and the order of dates."""


_NEEDED = ("id", "quote")
_MAY_BE = re.compile(r"\W*\d{1,2}[/-]\d").match
"""What a date that begins with its day or month looks like, so that only such cells are looked into."""


def parse(text: str, *, file: str = CLAIMS) -> tuple[Claim, ...]:
    """The claims of a CSV text, in the order of its rows. Spans are not in it: they follow from the article.

    Args:
        text: The file's text: comma, semicolon or tab, any newline, with or without a byte order mark.
        file: Its name, for the message.

    Raises:
        BriefError: Rows or cells are broken; all faults at once, with their lines.
    """
    claims, faults = scan(text, file=file)
    if faults:
        raise BriefError(*map(str, faults))
    return claims


def scan(
    text: str, *, file: str = CLAIMS, memory: Rows | None = None
) -> tuple[tuple[Claim, ...], tuple[Fault, ...]]:
    """Like `parse`, but gives the sound claims and the faults instead of raising.

    Args:
        text: The file's.
        file: Its name, for the faults.
        memory: Of the rows read before; the claim of a row that is still the same is the same object.
    """
    memory = Rows() if memory is None else memory
    table = _table(text, memory)
    faults = _header_faults(table, file)
    if faults:
        return (), tuple(faults)
    names, days_first = _names(table), _day_first(table)
    claims: list[Claim] = []
    seen: dict[str, int] = {}
    for row in table.rows:
        if row.blank:
            continue
        known = (names, table.delimiter, row.cells, row.broken, days_first)
        read = partial(_claim, names, table.delimiter, row, days_first=days_first)
        key, claim, found = memory.claims.get(known, read)
        ends = list(found)
        if key and key in seen:
            ends.append(f"has the id of the claim on line {seen[key]}; give each its own")
        seen.setdefault(key, row.line)
        label = f"claim {key!r}" if key else "this row"
        faults.extend(Fault(f"{label} {end}", file=file, line=row.line, id=key) for end in ends)
        if claim is not None:
            claims.append(claim)
    memory.claims.turn()
    return tuple(claims), tuple(faults)


def _table(text: str, memory: Rows) -> csv_text.Table:
    memory.text.value = csv_text.taken(text, KNOWN, memory.text.value)
    return memory.text.value.table


def lines(text: str) -> dict[str, int]:
    """On which line each claim begins, by its id."""
    table = csv_text.split(text, KNOWN)
    at = _names(table).index("id")
    return {row.value(at).strip(): row.line for row in table.rows if not row.blank}


def update(
    text: str,
    claims: Sequence[Claim],
    *,
    file: str = CLAIMS,
    before: Sequence[Claim] | None = None,
    memory: Rows | None = None,
) -> str:
    """The text with its claims made those given, in their order; `update(text, parse(text)) == text`.

    A row whose claim did not change keeps every byte, a changed one all cells but those that did. A column
    is added, at the end, when a claim has something to say in it that the file has no column for.

    Args:
        text: The file's.
        claims: What it shall say.
        file: Its name, for the message.
        before: What it says, where that is known.
        memory: Of the text that it was read from.

    Raises:
        BriefError: The text is no file of claims.
    """
    old = {claim.id: claim for claim in (parse(text, file=file) if before is None else before)}
    changed = [claim for claim in claims if not _says_the_same(old.get(claim.id), claim)]
    if not changed and list(old) == [claim.id for claim in claims]:
        return text
    table = _table(text, memory or Rows())
    columns = [*_names(table), *_new_columns(table, changed)]
    header = [*table.header.cells, *(table.written(name) for name in columns[len(table.columns) :])]
    table = replace(table, header=replace(table.header, cells=tuple(header)))
    first, groups = _groups(table)
    rows = list(first)
    for claim in claims:
        row, *blank = groups.get(claim.id, [None])
        rows += [_row(table, columns, row, old.get(claim.id), claim), *(line for line in blank if line)]
    made = table.with_rows(rows)
    if _day_first(made) != _day_first(table):  # what told the day from the month is gone, or changed
        made = made.with_rows([_with_iso_dates(made, row, old) for row in made.rows])
    return str(made)


def _says_the_same(old: Claim | None, new: Claim) -> bool:
    return old is new or (old is not None and cells(old) == cells(new))


def _day_first(table: csv_text.Table) -> bool | None:
    names = _names(table)
    if "when" not in names:
        return None
    at = names.index("when")
    return day_first(row.value(at) for row in table.rows if at < len(row.cells) and _MAY_BE(row.cells[at]))


def _with_iso_dates(table: csv_text.Table, row: csv_text.Row, old: Mapping[str, Claim]) -> csv_text.Row:
    """The row with a date that only the other rows explained written so that it explains itself."""
    names = _names(table)
    at = names.index("when")
    claim = old.get(row.value(names.index("id")).strip())
    if claim is None or not is_ambiguous(row.value(at)):
        return row
    return replace(row, cells=(*row.cells[:at], table.written(cells(claim)["when"]), *row.cells[at + 1 :]))


def _groups(table: csv_text.Table) -> tuple[list[csv_text.Row], dict[str, list[csv_text.Row]]]:
    """The rows by the id of their claim, with the blank ones below each; first those above all."""
    first: list[csv_text.Row] = []
    groups: dict[str, list[csv_text.Row]] = {}
    group = first
    at = _names(table).index("id")
    for row in table.rows:
        if not row.blank:
            group = groups.setdefault(row.value(at).strip(), [])
        group.append(row)
    return first, groups


def _row(
    table: csv_text.Table, columns: Sequence[str], row: csv_text.Row | None, old: Claim | None, new: Claim
) -> csv_text.Row:
    """The row of a claim: the old one's cells where they say the same."""
    if row and old is new and len(columns) == len(row.cells):
        return row
    before, after = cells(old) if old else {}, cells(new)
    written = []
    for at, column in enumerate(columns):
        value = after.get(column, "")
        kept = row is not None and at < len(row.cells) and before.get(column, "") == value
        if column == "when" and row and kept and serial_day(row.value(at)):
            kept = False  # the quote that explained the number may be another now
        written.append(row.cells[at] if row and kept else table.written(value))
    return csv_text.Row(tuple(written), row.end if row else table.newline)


def _claim(names: Sequence[str], delimiter: str, row: csv_text.Row, *, days_first: bool | None) -> Read:
    key = row.value(names.index("id")).strip()
    if row.broken:
        return key, None, ["opens a quotation mark that is never closed; everything behind it is lost in it"]
    if len(row.cells) != len(names):
        fewer = len(row.cells) < len(names)
        more = f"put cells that hold {delimiter!r} in quotation marks"
        end = "fill the row up with empty cells" if fewer else more
        return key, None, [f"has {len(row.cells)} cells, but the header has {len(names)}; {end}"]
    claim, faults = read_claim(dict(zip(names, row.values, strict=True)), days_first=days_first)
    return key, claim, faults


def _names(table: csv_text.Table) -> tuple[str, ...]:
    """The columns, with those that geobrief knows in lower case."""
    return tuple(name.lower() if name.lower() in KNOWN else name for name in table.columns)


def _new_columns(table: csv_text.Table, claims: Sequence[Claim]) -> list[str]:
    said = {column: None for claim in claims for column, value in cells(claim).items() if value}
    silent = {"certainty"} if all(claim.certainty == "stated" for claim in claims) else set()
    return [column for column in said if column not in _names(table) and column not in silent]


def _header_faults(table: csv_text.Table, file: str) -> list[Fault]:
    names = _names(table)
    faults = [
        f"the header has no column {column!r}; those of a file of claims are {', '.join(COLUMNS)}"
        for column in _NEEDED
        if column not in names
    ]
    doubled = dict.fromkeys(name for name in names if name and names.count(name) > 1)
    faults.extend(f"the header has the column {name!r} more than once; rename one" for name in doubled)
    if table.header.broken:
        faults = ["the header opens a quotation mark that is never closed; mend it"]
    return [Fault(fault, file=file, line=1) for fault in faults]
