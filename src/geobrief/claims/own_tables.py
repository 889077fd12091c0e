"""The tables of words in `tables/` that tell what claims count; its README says what each is."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["name_by_word", "rows"]

_FOLDER: Final = Path(__file__).parent / "tables"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by column."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def name_by_word(table: str, column: str) -> dict[str, str]:
    """What a row is called in `column`, by each of its `words`."""
    return {word: row[column] for row in rows(table) for word in row["words"].split("|") if word}
