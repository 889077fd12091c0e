"""One process at a time may change a folder."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from geobrief.errors import GeobriefError

__all__ = ["locked"]

_PAUSE_SECONDS = 0.01
"""Between two looks whether the folder is free."""


@contextlib.contextmanager
def locked(
    folder: Path, *, wait_seconds: float = 0.0, error: type[GeobriefError] = GeobriefError
) -> Iterator[Path]:
    """Makes the folder and keeps others out of it. The system lets go of it when the process ends, however.

    Args:
        folder: What is kept; its file `lock` says so.
        wait_seconds: How long to wait for another process that has it.
        error: What is raised where it does not let go.

    Raises:
        GeobriefError: Another process is changing the folder.
        OSError: The folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("ab") as file:
        until = time.monotonic() + wait_seconds
        while not _lock(file):
            if time.monotonic() >= until:
                raise error(
                    f"Another geobrief command is changing {folder} just now. Try again when it is done."
                )
            time.sleep(_PAUSE_SECONDS)
        yield folder


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> bool:
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(file: IO[bytes]) -> bool:
        import fcntl

        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
