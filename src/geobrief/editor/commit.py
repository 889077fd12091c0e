"""Writing a change so that a kill at any step leaves the brief as it was or as it is to be, never between.

What counts is `pending.json` in the side folder, which is moved there whole and tells every byte that
changes. Before it is there nothing has changed. While it is there the change is being made, and whoever opens
the brief next ends it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from geobrief.brief.folder import file_bytes
from geobrief.editor.history import HISTORY, SIDE_FOLDER, Entry, from_line, last_number, to_line
from geobrief.editor.splices import Splice, spliced
from geobrief.errors import BriefError, GeobriefError
from geobrief.files import explained, make_folder, remove, write_all

__all__ = ["PENDING", "commit", "finish_pending", "is_pending"]

PENDING: Final = "pending.json"
_ASIDE: Final = ".geobrief-*.tmp"
"""Files that were being written aside, see `geobrief.files`."""

Step = Callable[[str], None]


def commit(folder: Path, entry: Entry, files: Mapping[str, bytes], *, step: Step = lambda _: None) -> None:
    """Makes the change that an entry tells, and adds the entry to the history. The caller holds the lock.

    Args:
        folder: The brief's.
        entry: What changes, with the splices of its files.
        files: The files as they were read, by name.
        step: Told what was just done, for a test of what a kill leaves there.

    Raises:
        BriefError: Another program has changed a file since it was read.
        GeobriefError: A file cannot be written. What was there before stays, or comes back.
    """
    _refuse_changed(folder, entry.splices, files)
    side = folder / SIDE_FOLDER
    write_all({side / PENDING: to_line(entry)}, step=step)
    try:
        _write(folder, entry.splices, step)
    except GeobriefError:
        _write(folder, [splice.reversed() for splice in reversed(entry.splices)])
        remove(side / PENDING)
        raise
    _add_to_history(folder, entry, step)
    remove(side / PENDING)  # not synced: ended a second time, nothing would change
    step("removed what was pending")


def is_pending(folder: Path) -> bool:
    """Whether a change was not ended, or is being made just now."""
    return (folder / SIDE_FOLDER / PENDING).exists()


def finish_pending(folder: Path) -> Entry | None:
    """Ends a change that a kill has cut off, and says which. The caller holds the lock.

    A file that another program has changed since stays as it is.

    Raises:
        GeobriefError: A file cannot be written.
    """
    side = folder / SIDE_FOLDER
    path = side / PENDING
    if not path.exists():
        return None
    entry = from_line(path.read_bytes())
    if entry is not None:
        _write(folder, entry.splices)
        if entry.number > last_number(folder):
            _add_to_history(folder, entry)
    for left in [left for part in (folder, folder / "articles", side) for left in part.glob(_ASIDE)]:
        remove(left)
    remove(path)
    return entry


def _write(folder: Path, splices: Sequence[Splice], step: Step = lambda _: None) -> None:
    """Makes the change in every file that is still as it was before."""
    made: dict[str, bytes | None] = {}
    for splice in splices:
        data = file_bytes(folder / splice.file)
        made |= spliced({} if data is None else {splice.file: data}, [splice]) or {}
    contents = {folder / name: data for name, data in made.items() if data is not None}
    for parent in {path.parent for path in contents}:
        make_folder(parent)
    write_all(contents, step=step)
    for name, data in made.items():
        if data is None:
            remove(folder / name)
            step(f"removed {name}")


def _add_to_history(folder: Path, entry: Entry, step: Step = lambda _: None) -> None:
    path = folder / SIDE_FOLDER / HISTORY
    with explained(path), path.open("ab+") as file:
        torn = file.tell() and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n"
        file.write((b"\n" if torn else b"") + to_line(entry))
        file.flush()
        os.fsync(file.fileno())
    step("added to the history")


def _refuse_changed(folder: Path, splices: Sequence[Splice], files: Mapping[str, bytes]) -> None:
    changed = [
        splice.file for splice in splices if file_bytes(folder / splice.file) != files.get(splice.file)
    ]
    if changed:
        raise BriefError(
            f"{folder} has changed since it was read ({', '.join(changed)}); read it again, then save"
        )
