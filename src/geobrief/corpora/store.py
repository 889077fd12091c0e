"""A dataset's folder: where its parts lie, which are done, and whether a run may go on in it."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geobrief.corpora.layout import DATASETS, MANIFEST, PRIMARY, REJECTED, part_name
from geobrief.corpora.values import Rejected
from geobrief.errors import CorpusError
from geobrief.files import explained, write_aside
from geobrief.locks import locked

__all__ = ["OWN", "Part", "Receipt", "Store"]

OWN: Final = ".geobrief"
"""What a run keeps for itself: its settings, and, until it is finished, receipts and notes."""
_KEPT: Final = ("run.json", "lock")
_NOTES: Final = ("signatures", "entries", "places")
_MADE: Final = ("receipts", "reading", "cuttings", *_NOTES)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a table."""

    sha256: str
    rows: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is on disk for a partition that is done."""

    number: int
    documents: int
    """How many were read, those that were set aside included."""
    rejected: tuple[Rejected, ...]
    parts: Mapping[str, Part]
    """By table."""


class Store:
    """A dataset's folder."""

    def __init__(self, folder: Path) -> None:
        """Takes a folder, which need not exist."""
        self.folder = folder
        self._own = folder / OWN

    def part(self, dataset: str, number: int) -> Path:
        """The file of a table's part."""
        return self.folder / dataset / part_name(number)

    def note(self, name: str, number: int) -> Path:
        """The file of a partition's notes."""
        return self._own / name / part_name(number)

    def notes(self, name: str) -> list[Path]:
        """All files of notes of a name, in order."""
        return sorted((self._own / name).glob("part-*.parquet"))

    def receipt(self, number: int) -> Path:
        """The file of a partition's receipt."""
        return self._own / "receipts" / f"part-{number:05d}.json"

    def reading(self, number: int) -> Path:
        """The file that tells which document of a partition is being read."""
        return self._own / "reading" / f"part-{number:05d}.json"

    def cutting(self, key: str) -> Path:
        """The file that tells how a file of the input is cut."""
        return self._own / "cuttings" / f"{key}.json"

    @property
    def scratch(self) -> Path:
        """A folder for what does not fit into memory."""
        return self._own / "scratch"

    @property
    def is_finished(self) -> bool:
        """Whether a run has gone to its end here."""
        return (self.folder / MANIFEST).is_file()

    @property
    def _has_begun(self) -> bool:
        """Whether a run has left anything that another would lose."""
        return self.is_finished or any((self._own / "receipts").glob("part-*.json"))

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Keeps other runs out of the folder.

        Raises:
            CorpusError: Another run is writing it.
            GeobriefError: It cannot be written.
        """
        with contextlib.ExitStack() as held:
            with explained(self.folder):
                held.enter_context(locked(self._own, error=CorpusError))
            yield

    def begin(self, settings: Mapping[str, Any], *, restart: bool) -> None:
        """Makes the folder ready for a run, or for going on with one that has the same settings.

        Raises:
            CorpusError: The folder holds something else, or a run with other settings.
            GeobriefError: It cannot be written.
        """
        before = self._settings()
        other = before is not None and before != dict(settings)
        if before is not None and (restart or (other and not self._has_begun)):
            self._clear()
        elif before is not None and other:
            raise CorpusError(_changed(self.folder, before, settings))
        elif before is None and self._strangers():
            raise CorpusError(
                f"{self.folder} holds other files ({', '.join(self._strangers()[:3])}). Give a new folder "
                "after -o."
            )
        with explained(self.folder):
            for path in (*(self.folder / name for name in DATASETS), *(self._own / name for name in _MADE)):
                path.mkdir(parents=True, exist_ok=True)
        write_aside(self._own / "run.json", json.dumps(settings, ensure_ascii=False, indent=1))

    def receipts(self, numbers: Iterable[int]) -> dict[int, Receipt]:
        """The receipts of those partitions whose parts are all there."""
        found = {}
        for number in numbers:
            receipt = self._receipt(number)
            if receipt is not None and self._is_whole(receipt):
                found[number] = receipt
        return found

    def finish(self) -> None:
        """Removes what the run kept for itself, but for its settings."""
        for path in self._own.iterdir():
            if path.name not in _KEPT:
                shutil.rmtree(path, ignore_errors=True)

    def _settings(self) -> dict[str, Any] | None:
        try:
            found = json.loads((self._own / "run.json").read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise CorpusError(
                f"{self._own / 'run.json'} cannot be read: {error}. Run with --restart."
            ) from error
        return dict(found)

    def _strangers(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path.name != OWN)

    def _clear(self) -> None:
        """Removes what runs have written here, and nothing else."""
        with explained(self.folder):
            for name in (MANIFEST, REJECTED):
                (self.folder / name).unlink(missing_ok=True)
            for dataset in DATASETS:
                for part in (self.folder / dataset).glob("part-*.parquet"):
                    part.unlink()
            self.finish()

    def _receipt(self, number: int) -> Receipt | None:
        try:
            row = json.loads(self.receipt(number).read_bytes())
        except FileNotFoundError:
            return None
        return Receipt(
            row["number"],
            row["documents"],
            tuple(Rejected(**each) for each in row["rejected"]),
            {name: Part(**part) for name, part in row["parts"].items()},
        )

    def _is_whole(self, receipt: Receipt) -> bool:
        own = [(self.part(name, receipt.number), receipt.parts[name].bytes) for name in PRIMARY]
        notes = [self.note(name, receipt.number) for name in _NOTES]
        with contextlib.suppress(OSError):
            return all(path.stat().st_size == size for path, size in own) and all(map(Path.is_file, notes))
        return False


def _changed(folder: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    told = [
        f"{key} was {before.get(key)}, now {now.get(key)}"
        for key in dict.fromkeys((*before, *now))
        if before.get(key) != now.get(key)
    ]
    return (
        f"{folder} was begun with other input or versions: {'; '.join(told)}. Give another folder after -o, "
        "or add --restart to begin anew in it."
    )
