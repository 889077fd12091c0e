"""Reading one dump into the additions' folder: its usable rows, parted by id, a chunk for each block."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from geobrief.errors import GazetteerError
from geobrief.gazetteer.dumps.dump_file import Block, DumpFile, DumpKind
from geobrief.gazetteer.dumps.feature_codes import FeatureCodes, rules_digest
from geobrief.gazetteer.dumps.layout import FORMAT
from geobrief.gazetteer.dumps.rows import sort_rows
from geobrief.gazetteer.dumps.sections import Sections, is_whole, write_sections, write_whole
from geobrief.gazetteer.dumps.workers import Workers

__all__ = ["Advance", "Source", "chunks", "read_dump", "source_folder"]

Advance: TypeAlias = Callable[[int, float], None]
"""Told how many more rows are done, and which share of all that is, 0..1."""

_ENOUGH_TO_REFUSE = 10_000
"""Rows after which a dump that is mostly faulty is refused without reading on."""


@dataclass(frozen=True, slots=True)
class Source:
    """A dump as it was read. Kept places and names come from rows; the other rows are counted."""

    name: str
    """Of its file, as `RU.zip`."""
    kind: DumpKind
    size: int
    checksum: int
    rows: int
    kept: int
    left_out: int
    faulty: int
    first_fault: tuple[int, str] | None
    added: str
    """ISO 8601 date."""
    folder: str
    """Below the additions' folder."""
    format: int = FORMAT

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Source:
        """A source as `asdict` and JSON have given it.

        Raises:
            TypeError: It is none.
        """
        fault = record["first_fault"]
        return cls(**{**record, "first_fault": None if fault is None else (int(fault[0]), str(fault[1]))})


@dataclass(frozen=True, slots=True)
class _Task:
    """A block to be read, and where to."""

    block: Block
    """Empty where its chunk is there already."""
    size: int
    """Bytes that it has, or had."""
    kind: DumpKind
    path: Path


def source_folder(dump: DumpFile) -> str:
    """The name of the folder that a dump is read into; it differs where the content or the rules do."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", dump.path.name)
    return f"source-{safe}-{dump.size:x}-{dump.checksum:08x}-{FORMAT}-{rules_digest()}"


def read_dump(dump: DumpFile, additions: Path, today: str, advance: Advance, workers: Workers) -> Source:
    """Reads a dump; what an ended run has read of it is not read again.

    Raises:
        GazetteerError: It is broken, or most of its rows are faulty.
        OSError: The folder cannot be written.
    """
    folder = additions / source_folder(dump)
    known = _known(folder)
    if known is not None:
        return known
    folder.mkdir(parents=True, exist_ok=True)
    facts = _Facts(dump)
    try:
        for task, counts in workers.in_order(_read, _tasks(dump, folder)):
            facts.add(counts)
            advance(int(counts["rows"]), facts.read(task.size))
            facts.refuse_if_faulty(_ENOUGH_TO_REFUSE)
        facts.refuse_if_faulty(1)
    except GazetteerError:
        if facts.is_refused:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    source = facts.source(folder.name, today)
    write_whole(folder / "source.json", json.dumps(asdict(source)).encode())
    return source


def chunks(folder: Path) -> list[Sections]:
    """The chunks of a dump that was read, in the order of its rows.

    Raises:
        OSError: One cannot be read.
        ValueError: One is broken.
    """
    return [Sections(path) for path in sorted(folder.glob("chunk-*"))]


def _known(folder: Path) -> Source | None:
    try:
        source = Source.from_record(json.loads((folder / "source.json").read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return source if source.format == FORMAT else None


def _tasks(dump: DumpFile, folder: Path) -> Iterator[_Task]:
    for block in dump.blocks():
        path = folder / f"chunk-{block.number:05d}"
        left = replace(block, content=b"") if is_whole(path) else block
        yield _Task(left, len(block.content), dump.kind, path)


@cache
def _codes() -> FeatureCodes:
    return FeatureCodes()


def _read(task: _Task) -> Mapping[str, Any]:
    """Reads one block into its chunk, unless it is there; gives what was counted."""
    if task.block.content:
        found = sort_rows(task.block, task.kind, _codes())
        sections = {
            str(number): "\n".join(found.ranges.pop(number)).encode() for number in sorted(found.ranges)
        }
        facts = {
            "rows": found.rows,
            "kept": found.kept,
            "left_out": found.left_out,
            "faulty": found.faulty,
            "first_fault": found.first_fault,
        }
        write_sections(task.path, facts, sections)
    return Sections(task.path).facts


class _Facts:
    """What is counted while a dump is read."""

    def __init__(self, dump: DumpFile) -> None:
        self._dump = dump
        self._bytes = 0
        self._counts = dict.fromkeys(("rows", "kept", "left_out", "faulty"), 0)
        self._first_fault: tuple[int, str] | None = None
        self.is_refused = False

    def add(self, counts: Mapping[str, Any]) -> None:
        for name in self._counts:
            self._counts[name] += counts[name]
        fault = counts["first_fault"]
        if fault and self._first_fault is None:
            self._first_fault = int(fault[0]), str(fault[1])

    def read(self, count: int) -> float:
        self._bytes += count
        return self._bytes / max(1, self._dump.size)

    def refuse_if_faulty(self, least: int) -> None:
        rows, faulty = self._counts["rows"], self._counts["faulty"]
        if rows >= least and faulty * 2 > rows and self._first_fault is not None:
            self.is_refused = True
            line, what = self._first_fault
            raise GazetteerError(
                f"{self._dump.path} is no dump of GeoNames, or a broken one: {faulty:,} of {rows:,} rows are "
                f"faulty, the first is line {line} ({what}). Download it again."
            )

    def source(self, folder: str, today: str) -> Source:
        return Source(
            name=self._dump.path.name,
            kind=self._dump.kind,
            size=self._dump.size,
            checksum=self._dump.checksum,
            rows=self._counts["rows"],
            kept=self._counts["kept"],
            left_out=self._counts["left_out"],
            faulty=self._counts["faulty"],
            first_fault=self._first_fault,
            added=today,
            folder=folder,
        )
