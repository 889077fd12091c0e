"""Which document of a partition is being read, so that one that kills its process is known afterwards."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Final

__all__ = ["ProgressFile"]

_DEATHS: Final = 3
"""Processes that must have died at a document before it is set aside: some are killed for other reasons."""


class ProgressFile:
    """Notes before each document which one it is; the file goes when the partition is done or fails in order.

    What it finds there at first was left by a process that died.
    """

    def __init__(self, path: Path) -> None:
        """Takes the file, which need not exist; its folder must."""
        self._path = path
        self._died: Counter[int] = Counter()
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            left = json.loads(path.read_bytes())
            self._died = Counter({int(number): int(times) for number, times in left["died"].items()})
            self._died[int(left["at"])] += 1

    def __enter__(self) -> ProgressFile:
        """Begins a partition."""
        return self

    def at(self, number: int) -> None:
        """Notes that this document is next. It need not outlast the machine, so that it is not synced."""
        self._path.write_text(json.dumps({"at": number, "died": self._died}), encoding="utf-8")

    def is_deadly(self, number: int) -> bool:
        """Whether each process that read the document has died."""
        return self._died[number] >= _DEATHS

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends a partition."""
        self._path.unlink(missing_ok=True)
