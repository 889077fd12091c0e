"""Changing the brief in a folder: read, change, write whole or not at all, and take back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from geobrief.brief.folder import (
    ARTICLES,
    FolderBrief,
    folder_contents,
    folder_files,
    read_folder,
    saved_files,
)
from geobrief.brief.folder_memory import FolderMemory
from geobrief.brief.memory import Memory
from geobrief.editor.commit import commit, finish_pending, is_pending
from geobrief.editor.differences import differences, reapplied, reversed_differences
from geobrief.editor.history import (
    SIDE_FOLDER,
    Entry,
    Lines,
    last_number,
    read_history,
    redoable,
    undoable,
)
from geobrief.editor.splices import spliced, splices
from geobrief.errors import BriefError
from geobrief.files import explained
from geobrief.locks import locked
from geobrief.model import Brief

__all__ = ["Doable", "Memories", "Writer", "apply", "read_recovered", "recover", "redo", "save", "undo"]

_WAIT_SECONDS: Final = 10.0
"""For another process that is saving: a save takes milliseconds, one of a large import seconds."""


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Doable(Protocol):
    """What can be done to a brief: a change, or one that knows on which state it was made."""

    def applied(self, brief: Brief) -> Brief:
        """The brief with it done.

        Raises:
            BriefError: It cannot be done.
        """
        ...

    def told(self) -> str:
        """What is done, for the history."""
        ...


@dataclass(frozen=True, slots=True)
class Memories:
    """What a process that changes a brief again and again remembers of it; none of it can be out of date."""

    folder: FolderMemory = field(default_factory=FolderMemory)
    history: Lines = field(default_factory=Memory)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who changes a brief, and by which clock."""

    who: str = ""
    clock: Callable[[], str] = _now
    """The time as an `Entry` has it."""
    step: Callable[[str], None] = lambda _: None
    """Told after each step of a save, for a test of what a kill leaves there."""
    memories: Memories = field(default_factory=Memories)


def read_recovered(folder: Path, *, locate: bool = True, memory: FolderMemory | None = None) -> FolderBrief:
    """Reads a brief, once a save is ended that a kill has cut off. Arguments as of `read_folder`.

    Raises:
        BriefError: There is none, or its files contradict the format or each other.
        GeobriefError: Another process is saving and does not end.
    """
    recover(folder)
    return read_folder(folder, locate=locate, memory=memory)


def recover(folder: Path) -> Entry | None:
    """Ends a save that a kill has cut off, and says which; None where there is none. Waits for one under way.

    Raises:
        GeobriefError: Another process is saving and does not end, or a file cannot be written.
    """
    if not is_pending(folder):
        return None
    with _kept(folder):
        return finish_pending(folder)


def apply(folder: Path, change: Doable, writer: Writer | None = None) -> Entry | None:
    """Makes a change in the brief of a folder, and tells the history.

    Args:
        folder: The brief's.
        change: What to do.
        writer: Who does it.

    Returns:
        What the history now holds of it; None where nothing changes.

    Raises:
        BriefError: There is no brief, the change cannot be done, or another program writes just now.
        GeobriefError: A file cannot be written. What was there before stays whole.
    """
    writer = writer or Writer()
    with _opened(folder, writer) as read:
        after = change.applied(read.value)
        changed = splices(read.files, _contents(after, read, writer))
        if not changed:
            return None
        found = differences(read.value, after)
        return _commit(folder, read, Entry(0, "", "", change.told(), found, changed), writer)


def save(
    folder: Path, brief: Brief, files: Mapping[str, bytes], writer: Writer | None = None
) -> Entry | None:
    """Writes a brief into a folder that has a brief, as `save_folder` does, and tells the history.

    Args:
        folder: Where to.
        brief: What to write.
        files: Those that it was read from, here or elsewhere.
        writer: Who does it.

    Returns:
        What the history now holds of it; None where nothing changes.

    Raises:
        BriefError: The brief contradicts itself, or a file has changed on disk since it was read.
        GeobriefError: A file cannot be written. What was there before stays whole.
    """
    writer = writer or Writer()
    with _opened(folder, writer) as read:
        before, after = saved_files(brief, folder, files)
        changed = splices(before, after)
        if not changed:
            return None
        touched = {*before, *after}
        others = (each for each in read.value.documents if ARTICLES + each.id not in touched)
        found = differences(read.value, replace(brief, documents=(*brief.documents, *others)))
        return _commit(folder, read, Entry(0, "", "", "save the brief from Python", found, changed), writer)


def undo(folder: Path, writer: Writer | None = None) -> Entry:
    """Takes back the last change that is not taken back yet: the very bytes, where nobody wrote since.

    Where another program did, the change is taken back field by field, and nothing of the other's is touched.

    Returns:
        The entry that was taken back.

    Raises:
        BriefError: There is nothing to take back, or somebody changed the same fields since.
        GeobriefError: A file cannot be written.
    """
    writer = writer or Writer()
    with _opened(folder, writer) as read:
        left = undoable(read_history(folder, writer.memories.history))
        if not left:
            raise BriefError(f"{folder} has no change to undo; its history is empty or taken back whole")
        done = left[-1]
        back = replace(
            done,
            what=f"undo: {done.what}",
            undoes=done.number,
            splices=tuple(splice.reversed() for splice in reversed(done.splices)),
            differences=reversed_differences(done.differences),
        )
        _replay(folder, read, back, writer)
        return done


def redo(folder: Path, writer: Writer | None = None) -> Entry:
    """Does again what `undo` took back last.

    Returns:
        The entry that was done again.

    Raises:
        BriefError: There is nothing to do again, or somebody changed the same fields since.
        GeobriefError: A file cannot be written.
    """
    writer = writer or Writer()
    with _opened(folder, writer) as read:
        left = redoable(read_history(folder, writer.memories.history))
        if not left:
            raise BriefError(f"{folder} has no change to do again; undo one first")
        undone = left[-1]
        _replay(folder, read, replace(undone, what=f"redo: {undone.what}", redoes=undone.number), writer)
        return undone


@contextlib.contextmanager
def _opened(folder: Path, writer: Writer) -> Iterator[FolderBrief]:
    """The brief, with others kept from changing it."""
    folder_files(folder)  # says where there is no brief, before anything is made beside it
    with _kept(folder):
        finish_pending(folder)
        yield read_folder(folder, locate=False, memory=writer.memories.folder)


@contextlib.contextmanager
def _kept(folder: Path) -> Iterator[None]:
    side = folder / SIDE_FOLDER
    with contextlib.ExitStack() as kept:
        with explained(side):
            kept.enter_context(locked(side, wait_seconds=_WAIT_SECONDS))
        yield


def _replay(folder: Path, read: FolderBrief, entry: Entry, writer: Writer) -> None:
    """Makes an entry's change once more: by the byte where the files are as it left them, else by field."""
    if spliced(read.files, entry.splices) is None:
        try:
            after = reapplied(read.value, entry.differences)
        except BriefError as error:
            raise BriefError(f"{entry.what} cannot be done: {error}; put it right by hand") from error
        entry = replace(entry, splices=splices(read.files, _contents(after, read, writer)))
    _commit(folder, read, entry, writer)


def _contents(after: Brief, read: FolderBrief, writer: Writer) -> Mapping[str, bytes]:
    """The files once they say another brief than was read from them."""
    return folder_contents(after, read.files, before=read.value, memory=writer.memories.folder)


def _commit(folder: Path, read: FolderBrief, entry: Entry, writer: Writer) -> Entry:
    """Makes the change of an entry, which gets the next number, the writer and the time."""
    entry = replace(entry, number=last_number(folder) + 1, who=writer.who, when=writer.clock())
    commit(folder, entry, read.files, step=writer.step)
    return entry
