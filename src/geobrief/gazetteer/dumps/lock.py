"""One command at a time may change the additions of a cache folder."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from geobrief.errors import GazetteerError

__all__ = ["locked"]


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[Path]:
    """Makes the folder and keeps others out of it. The system lets go of it when the process ends, however.

    Raises:
        GazetteerError: Another process is changing the folder.
        OSError: The folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("ab") as file:
        if not _lock(file):
            raise GazetteerError(
                f"Another geobrief command is changing {folder} just now. Try again when it is done."
            )
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
