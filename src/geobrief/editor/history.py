"""`.geobrief/history.jsonl`: who changed what when, a line each, only ever added to. Undo reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from geobrief.brief.memory import Memory
from geobrief.editor.differences import Difference
from geobrief.editor.splices import Splice
from geobrief.errors import BriefError

__all__ = [
    "HISTORY",
    "SIDE_FOLDER",
    "Entry",
    "Lines",
    "from_line",
    "has_history",
    "last_number",
    "read_history",
    "redoable",
    "to_line",
    "undoable",
]

SIDE_FOLDER: Final = ".geobrief"
"""Beside a brief's files, in their folder: what geobrief keeps for itself."""
HISTORY: Final = "history.jsonl"
"""In the side folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done to a brief."""

    number: int
    """From 1, each one more."""
    when: str
    """ISO 8601, UTC, to the second, as `2025-06-20T09:30:00Z`."""
    who: str
    what: str
    """As a reader wants to be told, as `move the place 'paris' to 2.35, 48.85`."""
    differences: tuple[Difference, ...]
    splices: tuple[Splice, ...]
    undoes: int = 0
    """The number of the entry that this one takes back."""
    redoes: int = 0
    """The number of the entry that this one does again."""


def has_history(folder: Path) -> bool:
    """Whether anybody has changed the brief in a folder in a way that can be taken back."""
    return (folder / SIDE_FOLDER / HISTORY).exists()


Lines: TypeAlias = Memory[bytes, Entry | None]
"""What was read from lines of a history."""


def read_history(folder: Path, memory: Lines | None = None) -> tuple[Entry, ...]:
    """What was done to the brief in a folder, the oldest first; nothing where nobody did anything.

    A line that a kill has torn is passed over: what it should have told is in the file of what is pending.

    Args:
        folder: The brief's.
        memory: Of the lines that were read before.

    Raises:
        BriefError: The file cannot be read.
    """
    memory = Memory() if memory is None else memory
    entries: dict[int, Entry] = {}
    for line in _lines(folder):
        entry = memory.get(line, partial(from_line, line))
        if entry is not None:
            entries.setdefault(entry.number, entry)
    memory.turn()
    return tuple(entries[number] for number in sorted(entries))


def last_number(folder: Path) -> int:
    """The number of the last entry; 0 where there is none. It reads that one line, however long the history.

    Raises:
        BriefError: The file cannot be read.
    """
    found = (entry.number for line in reversed(_lines(folder)) if (entry := from_line(line)) is not None)
    return next(found, 0)


def undoable(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What can be taken back, the next last."""
    return _stacks(entries)[0]


def redoable(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """What was taken back and can be done again, the next last; a new change empties it."""
    return _stacks(entries)[1]


def to_line(entry: Entry) -> bytes:
    """The entry as JSON on one line, with its newline."""
    record = {name: value for name, value in asdict(entry).items() if value or name not in _OPTIONAL}
    record["splices"] = [_splice_record(splice) for splice in entry.splices]
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def from_line(line: bytes) -> Entry | None:
    """The entry of a line; None where the line holds none, as a torn one."""
    try:
        record = json.loads(line)
        values = {
            **record,
            "differences": tuple(Difference(**one) for one in record["differences"]),
            "splices": tuple(_splice(one) for one in record["splices"]),
        }
        return Entry(**values)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


_OPTIONAL: Final = ("undoes", "redoes")


def _lines(folder: Path) -> list[bytes]:
    path = folder / SIDE_FOLDER / HISTORY
    try:
        return path.read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefError(f"{path} cannot be read: {error}; mend it or move it away") from error


def _stacks(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    done: list[Entry] = []
    undone: list[Entry] = []
    by_number = {entry.number: entry for entry in entries}
    for entry in entries:
        if entry.undoes in by_number:
            _take_out(done, entry.undoes)
            undone.append(by_number[entry.undoes])
        elif entry.redoes in by_number:
            _take_out(undone, entry.redoes)
            done.append(by_number[entry.redoes])
        else:
            done.append(entry)
            undone = []
    return tuple(done), tuple(undone)


def _take_out(entries: list[Entry], number: int) -> None:
    """Removes an entry, which is mostly the last."""
    at = next((at for at in range(len(entries) - 1, -1, -1) if entries[at].number == number), None)
    if at is not None:
        del entries[at]


def _splice_record(splice: Splice) -> dict[str, Any]:
    """Bytes as text: those that are no UTF-8, as in another encoding, go through as lone surrogates."""
    return {
        **asdict(splice),
        "cut": splice.cut.decode("utf-8", "surrogateescape"),
        "put": splice.put.decode("utf-8", "surrogateescape"),
    }


def _splice(record: Mapping[str, Any]) -> Splice:
    cut, put = (str(record[name]).encode("utf-8", "surrogateescape") for name in ("cut", "put"))
    return Splice(**{**record, "cut": cut, "put": put})
