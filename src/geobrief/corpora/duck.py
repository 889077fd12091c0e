"""DuckDB for what goes over all partitions: tables larger than memory lie in the run's scratch folder."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
from distributed.system import MEMORY_LIMIT

from geobrief.errors import CorpusError
from geobrief.files import make_folder

__all__ = ["batches_of", "opened_duck", "rows_of"]

_SHARE: Final = 4
"""DuckDB takes this part of the machine's memory, or of what a container allows; the rest goes to disk."""
_BATCH: Final = 2_000
"""Rows that are in memory as Python values at once."""


@contextlib.contextmanager
def opened_duck(scratch: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in a folder, which is removed at the end.

    Raises:
        CorpusError: DuckDB cannot do what it is asked, as where the disk is full.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    make_folder(scratch)
    try:
        with duckdb.connect(str(scratch / "corpus.duckdb")) as duck:
            duck.execute(f"SET memory_limit = '{MEMORY_LIMIT // _SHARE} bytes'")
            duck.execute("SET temp_directory = ?", [str(scratch)])
            duck.execute("SET preserve_insertion_order = false")
            duck.execute("SET autoinstall_known_extensions = false")
            yield duck
    except duckdb.Error as error:
        told = " ".join(str(error).split())
        raise CorpusError(
            f"The parts cannot be put together: {told}. Make room and run the command again."
        ) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def rows_of(
    duck: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()
) -> Iterator[dict[str, Any]]:
    """The rows of a query as dictionaries, a few at a time in memory."""
    for batch in batches_of(duck, query, values, size=_BATCH):
        yield from batch.to_pylist()


def batches_of(
    duck: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = (), *, size: int
) -> Iterator[pa.RecordBatch]:
    """The rows of a query as batches of at most so many."""
    reader: Any = duck.sql(query, params=list(values)).to_arrow_reader(size)
    yield from reader
