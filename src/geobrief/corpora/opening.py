"""Opening a file of the input, wherever it lies; what the storage says becomes one line."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

import fsspec

from geobrief.corpora.values import SourceFile
from geobrief.errors import ArticleError, CorpusError

__all__ = ["opened", "opened_at", "reading"]


@contextlib.contextmanager
def opened(file: SourceFile, *, unpacked: bool = True) -> Iterator[BinaryIO]:
    """A file for reading from its beginning; one with `.gz` behind its name unpacked on the way.

    Args:
        file: The file.
        unpacked: Whether `.gz` is unpacked; otherwise it comes as it lies.

    Raises:
        ArticleError: It cannot be opened or read.
        CorpusError: Its storage needs a package that is missing.
    """
    with reading(file), fsspec.open(file.url, "rb") as raw:
        if unpacked and _is_packed(file):
            with gzip.GzipFile(fileobj=raw) as packed, io.BufferedReader(packed) as buffered:
                yield cast("BinaryIO", buffered)
        else:
            yield raw


@contextlib.contextmanager
def opened_at(file: SourceFile, offset: int) -> Iterator[BinaryIO]:
    """A file for reading from an offset, in bytes of what it unpacks to.

    What is packed as a whole can only be unpacked from its beginning. So the last such file of this process
    stays open: who goes on in it, behind where the one before stopped, passes what lies between and no more.

    Raises:
        ArticleError: It cannot be opened or read.
        CorpusError: Its storage needs a package that is missing.
    """
    if not _is_packed(file):
        with opened(file) as stream:
            stream.seek(offset)
            yield stream
        return
    found = _LEFT_OPEN.pop(file, None) or _Open(file)
    try:
        with reading(file):
            found.stream.seek(offset)
            yield found.stream
    except BaseException:
        found.close()
        raise
    for other in [*_LEFT_OPEN]:
        _LEFT_OPEN.pop(other).close()
    _LEFT_OPEN[file] = found


class _Open:
    """A file that stays open until it is told to close."""

    def __init__(self, file: SourceFile) -> None:
        self._stack = contextlib.ExitStack()
        self.stream = self._stack.enter_context(opened(file))

    def close(self) -> None:
        self._stack.close()


_LEFT_OPEN: Final[dict[SourceFile, _Open]] = {}
"""One at most."""


def _is_packed(file: SourceFile) -> bool:
    return file.name.lower().endswith(".gz")


@contextlib.contextmanager
def reading(file: SourceFile) -> Iterator[None]:
    """Turns what the storage says while the block reads into one line.

    Raises:
        ArticleError: The file cannot be read.
        CorpusError: Its storage needs a package that is missing.
    """
    try:
        yield
    except ImportError as error:
        raise CorpusError(f"{file.url} needs a package that is not installed: {error}.") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = str(error) or type(error).__name__
        raise ArticleError(f"{file.name} cannot be read: {reason}. Mend it, or leave it out.") from error
