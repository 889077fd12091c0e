"""Opening a file of the input, wherever it lies; what the storage says becomes one line."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import fsspec

from geobrief.corpora.values import SourceFile
from geobrief.errors import ArticleError, CorpusError

__all__ = ["opened", "reading"]


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
        if unpacked and file.name.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=raw) as packed, io.BufferedReader(packed) as buffered:
                yield cast("BinaryIO", buffered)
        else:
            yield raw


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
