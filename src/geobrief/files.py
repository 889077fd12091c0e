"""Writing files whole or not at all: written aside in the same folder, synced, then moved into place."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from geobrief.errors import GeobriefError

__all__ = [
    "explained",
    "is_one_file",
    "make_folder",
    "refuse_replacing",
    "remove",
    "streamed_aside",
    "write_all",
    "write_aside",
]

_HINTS = {
    errno.ENOENT: "there is no such folder; make it, or choose another path",
    errno.ENOTDIR: "a part of the path is a file and not a folder; choose another path",
    errno.EISDIR: "it is a folder; give the name of a file",
    errno.EACCES: "there is no right to write here; choose another path",
    errno.EPERM: "there is no right to write here; choose another path",
    errno.EROFS: "the file system is read-only; choose another path",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "the disk quota is used up; make room and try again",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_aside(path: Path, content: bytes | str) -> None:
    """Writes one file; a reader finds the old content or the new, never a part. The file keeps its mode.

    Args:
        path: The file; its folder must exist. A symbolic link stays one: what it points to is written.
        content: Bytes, or text that is written as UTF-8 without a change of newlines.

    Raises:
        GeobriefError: It cannot be written. What was there before stays whole.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes | str], *, step: Callable[[str], None] = lambda _: None) -> None:
    """Writes several files: all aside first, so that a full disk stops it before any is moved.

    Args:
        contents: What to write, by file.
        step: Told what was just done, for a test of what a kill leaves there.

    Raises:
        GeobriefError: One of them cannot be written.
    """
    with contextlib.ExitStack() as leftovers:
        staged: list[tuple[Path, Path]] = []
        for path, content in contents.items():
            data = content.encode() if isinstance(content, str) else content
            with explained(path):
                target = path.resolve()
                if _is_device(target):
                    target.write_bytes(data)
                    continue
                aside = _written_aside(target, data)
            leftovers.callback(aside.unlink, missing_ok=True)
            staged.append((aside, target))
            step(f"wrote {path.name} aside")
        for aside, target in staged:
            with explained(target):
                aside.replace(target)
            step(f"moved {target.name}")
        for folder in {target.parent for _, target in staged}:
            _sync_folder(folder)


@contextlib.contextmanager
def streamed_aside(path: Path) -> Iterator[Callable[[bytes], None]]:
    """What writes a file bit by bit; the file takes its place when the block ends well, else nothing is left.

    Raises:
        GeobriefError: It cannot be written. What was there before stays whole.
    """
    with contextlib.ExitStack() as leftovers:
        with explained(path):
            target = path.resolve()
            aside = target if _is_device(target) else _new_aside(target)
            if aside != target:
                leftovers.callback(aside.unlink, missing_ok=True)
            file = aside.open("wb")
        leftovers.callback(_close, file)

        def write(data: bytes) -> None:
            with explained(path):
                file.write(data)

        yield write
        with explained(path):
            file.flush()
            if aside != target:
                os.fsync(file.fileno())
                file.close()
                aside.chmod(_mode(target))
                aside.replace(target)
                _sync_folder(target.parent)


def refuse_replacing(target: Path, sources: Iterable[Path]) -> None:
    """Keeps a file that is read from being replaced by what is made of it, also where a link leads to it.

    Raises:
        GeobriefError: One of the sources is the target.
    """
    for source in sources:
        if is_one_file(target, source):
            raise GeobriefError(
                f"{target} is the file that is read and would be replaced; give another name after -o."
            )


def is_one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file on disk; standard input counts as the file that it comes from."""
    with contextlib.suppress(OSError, ValueError):  # one is not there, or no path at all
        first, second = one.stat(), _status(other)
        return stat.S_ISREG(first.st_mode) and os.path.samestat(first, second)
    return False


def _status(path: Path) -> os.stat_result:
    return os.fstat(sys.stdin.fileno()) if str(path) == "-" else path.stat()


def make_folder(path: Path) -> None:
    """Makes a folder and those above it where they are missing.

    Raises:
        GeobriefError: It cannot be made.
    """
    with explained(path):
        path.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Removes a file, if it is there.

    Raises:
        GeobriefError: It cannot be removed.
    """
    with explained(path):
        path.unlink(missing_ok=True)


def _new_aside(target: Path) -> Path:
    """An empty file beside the target, which only its owner may read until it is moved."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".geobrief-", suffix=".tmp")
    os.close(handle)
    return Path(name)


def _written_aside(target: Path, data: bytes) -> Path:
    aside = _new_aside(target)
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(_mode(target))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _close(file: BinaryIO) -> None:
    """Closes a file that is given up or was flushed: what a full disk does not take then is of no use."""
    with contextlib.suppress(OSError):
        file.close()


def _mode(target: Path) -> int:
    """The mode of the file that is replaced; for a new one what the user's umask leaves."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_device(target: Path) -> bool:
    """Whether it is a pipe or a device, as `/dev/stdout`, which cannot be replaced, only written to."""
    return target.exists() and not target.is_file() and not target.is_dir()


def _sync_folder(folder: Path) -> None:
    """Makes the move itself last over a power cut, where the system can sync a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the system says of a path that cannot be written into an error that says what to do.

    Raises:
        GeobriefError: The block could not write it.
    """
    try:
        yield
    except BrokenPipeError:  # nobody reads on, which is no fault of the path
        raise
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, error.strerror or str(error))
        raise GeobriefError(f"{path} cannot be written: {hint}.") from error
    except (ValueError, RuntimeError) as error:  # a null character in the path; a loop of links
        raise GeobriefError(f"{str(path)!r} cannot be written: {error}.") from error
