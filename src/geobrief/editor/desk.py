"""The brief that is being edited: what it is now, what it was when somebody looked, what is done to it."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geobrief.brief.folder import folder_files
from geobrief.brief.locate import located
from geobrief.editor.based import Based
from geobrief.editor.changes import Change
from geobrief.editor.history import Entry, read_history, redoable, undoable
from geobrief.editor.store import Writer, apply, read_recovered, recover, redo, undo
from geobrief.errors import BriefError
from geobrief.model import Brief

__all__ = ["Desk", "Revision", "Saved"]

_REMEMBERED: Final = 200
"""Revisions on which somebody may still be working."""

Stamps = Mapping[str, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Revision:
    """The brief as it was on disk at one time."""

    id: str
    """A digest of its files: the same files are the same revision, also after a restart."""
    brief: Brief


@dataclass(frozen=True, slots=True)
class Saved:
    """What was done, and the revision after it."""

    revision: str
    """The id of the one after it."""
    entry: Entry | None
    """None where the change changed nothing."""


class Desk:
    """A folder that is open for editing; threads and other processes may change it at the same time."""

    def __init__(self, folder: Path, writer: Writer) -> None:
        """Opens the folder, and ends a save that a kill has cut off.

        Raises:
            GeobriefError: There is no brief, or its files contradict the format or each other.
        """
        self.folder = folder
        self._writer = writer
        self._lock = threading.RLock()
        self._filed: OrderedDict[str, Brief] = OrderedDict()
        """By revision, without where its words stand in the articles."""
        self._current = Revision("", Brief())
        self._stamps: Stamps = {}
        self._id = ""
        self.current()

    def revision(self) -> str:
        """The id of the revision that is on disk now; the files are read, but not understood.

        Raises:
            GeobriefError: There is no brief any more.
        """
        with self._lock:
            stamps = _stamps(self.folder)
            if not self._id or stamps != self._stamps:
                recover(self.folder)
                self._id, self._stamps = _digest(folder_files(self.folder)), stamps
            return self._id

    def current(self) -> Revision:
        """The brief as it is on disk now; of what is still the same nothing is understood anew.

        Raises:
            GeobriefError: Somebody has broken the files.
        """
        with self._lock:
            if self._current.id != self.revision():
                id_, filed = self._read()
                findings = self._writer.memories.folder.findings
                self._current = Revision(id_, located(filed, findings))
            return self._current

    def apply(self, change: Change, base: str) -> Saved:
        """Makes a change that was made on a revision, and saves it.

        Raises:
            ClashError: Somebody else changed the same fields since that revision.
            BriefError: The change cannot be done, or nobody remembers the revision.
            GeobriefError: The files cannot be written.
        """
        with self._lock:
            if base not in self._filed and base == self.revision():
                self._read()
            if base not in self._filed:
                raise BriefError(
                    "the page is older than the editor remembers; load it anew, then repeat that"
                )
            entry = apply(self.folder, Based(change, self._filed[base]), self._writer)
            return Saved(self.revision(), entry)

    def undo(self) -> Saved:
        """Takes back the last change.

        Raises:
            GeobriefError: As `store.undo`.
        """
        return self._stepped(undo)

    def redo(self) -> Saved:
        """Does again what was taken back last.

        Raises:
            GeobriefError: As `store.redo`.
        """
        return self._stepped(redo)

    def history(self) -> tuple[Entry, ...]:
        """What was done to the brief, the oldest first."""
        with self._lock:
            return read_history(self.folder, self._writer.memories.history)

    def steps(self) -> tuple[str, str]:
        """What undo would take back and redo do again, in words; empty where there is nothing."""
        entries = self.history()
        back, again = undoable(entries), redoable(entries)
        return back[-1].what if back else "", again[-1].what if again else ""

    def _stepped(self, step: Callable[[Path, Writer], Entry]) -> Saved:
        with self._lock:
            entry = step(self.folder, self._writer)
            return Saved(self.revision(), entry)

    def _read(self) -> tuple[str, Brief]:
        """The brief that is on disk now, as it is filed, and its revision."""
        read = read_recovered(self.folder, locate=False, memory=self._writer.memories.folder)
        id_ = _digest(read.files)
        self._filed[id_] = read.value
        while len(self._filed) > _REMEMBERED:
            self._filed.popitem(last=False)
        return id_, read.value


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name]):
            digest.update(len(part).to_bytes(8))
            digest.update(part)
    return digest.hexdigest()[:16]


def _stamps(folder: Path) -> Stamps:
    """When each file of the brief was written, how long it is and which it is."""
    stamps = {}
    for path in (folder / "places.geojson", folder / "claims.csv", *folder.glob("articles/*.md")):
        try:
            found = path.stat()
        except OSError:
            continue
        stamps[str(path)] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return stamps
