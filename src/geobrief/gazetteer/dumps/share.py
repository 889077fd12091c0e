"""A share of the names of the additions: a trie and its postings, made of all parts.

A trie takes all its names in memory while it is made, so each holds some hundred thousand of them.
marisa-trie was chosen over an SQLite index by measurement: 0.9 µs a name to make instead of 1.4, and all
names with which a string begins come in one call instead of a query for each length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
import numpy.typing as npt

from geobrief.gazetteer.dumps.layout import POSTING, trie_name
from geobrief.gazetteer.dumps.part import COLUMNS, read_names
from geobrief.gazetteer.dumps.sections import Sections, write_sections
from geobrief.gazetteer.entries import NameRank

__all__ = ["POSTINGS", "ShareTask", "make_share", "shared_slots"]

POSTINGS = np.dtype(
    [("weight", "<f8"), ("id", "<u4"), ("offset", "<u4"), ("length", "<u2"), ("rank", "u1"), ("level", "u1")]
)
"""`layout.POSTING` as numpy has it."""
assert POSTINGS.itemsize == POSTING.size

_NAMES = 600_000
"""Names from which a trie takes no further slot."""


@dataclass(frozen=True, slots=True)
class ShareTask:
    """Slots whose names make one trie, and where to."""

    number: int
    slots: range
    parts: tuple[Path, ...]
    """In the order of their ids."""
    folder: Path


def shared_slots(counts: Sequence[int]) -> list[range]:
    """Which slots make a trie together, of the number of names in each."""
    shares: list[range] = []
    first = held = 0
    for slot, count in enumerate(counts, start=1):
        held += count
        if held >= _NAMES or (held and slot == len(counts)):
            shares.append(range(first, slot))
            first, held = slot, 0
    return shares


def make_share(task: ShareTask) -> dict[str, int]:
    """Makes one trie and its postings; gives what was counted.

    Raises:
        OSError: A part cannot be read, or the share cannot be written.
    """
    names, spellings, column = _read(task)
    trie = marisa_trie.Trie(set(names))
    # Asked for each name again, since a table of their numbers would take as much memory as the names.
    number = np.fromiter(map(trie.__getitem__, names), np.uint32, len(names))
    count = len(trie)
    del names
    rank = column["rank"]
    order = np.lexsort(
        (column["id"], column["level"], rank, -column["weight"], rank == NameRank.ABBREVIATION, number)
    )
    postings = _postings(column, spellings)[order]
    starts = np.searchsorted(number[order], np.arange(count)).astype("<u4")
    trie_path = task.folder / trie_name(task.number)
    aside = trie_path.with_suffix(".aside")
    trie.save(str(aside))
    aside.replace(trie_path)
    # Written last: when it is there, the trie is too.
    write_sections(
        task.folder / f"share-{task.number:03d}",
        {"names": count, "postings": len(postings)},
        {"starts": starts.tobytes(), "postings": postings.tobytes(), "spellings": spellings},
    )
    return {"names": count}


def _read(task: ShareTask) -> tuple[list[str], bytes, dict[str, npt.NDArray[Any]]]:
    """The names of the slots, their spellings each closed by a line feed, and the columns."""
    names: list[str] = []
    spellings: list[bytes] = []
    columns: dict[str, list[npt.NDArray[Any]]] = {name: [] for name in COLUMNS}
    for path in task.parts:
        keys, spelled, numbers = read_names(Sections(path), task.slots)
        names += keys.split("\n")[:-1]
        spellings.append(spelled)
        for name, column in numbers.items():
            columns[name].append(column)
    return names, b"".join(spellings), {name: np.concatenate(parts) for name, parts in columns.items()}


def _postings(column: dict[str, npt.NDArray[Any]], spellings: bytes) -> npt.NDArray[Any]:
    """The postings in the order of the columns, spellings counted from the share's first."""
    ends = np.flatnonzero(np.frombuffer(spellings, np.uint8) == ord("\n"))
    begins = np.concatenate(([0], ends[:-1] + 1))
    postings = np.empty(len(ends), POSTINGS)
    for name in COLUMNS:
        postings[name] = column[name]
    postings["offset"], postings["length"] = begins, ends - begins
    return postings
