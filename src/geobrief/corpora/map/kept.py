"""The counts of a dataset kept beside it, so that serving it begins at once the next time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import duckdb

from geobrief.corpora.duck import opened_duck
from geobrief.corpora.layout import MANIFEST
from geobrief.corpora.map.cube import Limits
from geobrief.corpora.map.dataset import Dataset
from geobrief.corpora.map.island import located, record_of
from geobrief.corpora.map.located import view_everywhere
from geobrief.files import remove

__all__ = ["counted_dataset", "kept_file"]

Counted: TypeAlias = tuple[duckdb.DuckDBPyConnection, dict[str, Any]]

_FORMAT: Final = 1
"""Raised when a kept table changes its columns or their meaning."""
_PREFIX: Final = ".geobrief-map-"
_TABLES: Final = ("spots", "located", "stands", "grouped", "flowing")


def kept_file(dataset: Dataset) -> Path:
    """Where the counts of a dataset as it is now are kept: another manifest or geobrief has another file."""
    import geobrief

    about = f"{_FORMAT} {geobrief.__version__} ".encode() + (dataset.folder / MANIFEST).read_bytes()
    return dataset.folder / f"{_PREFIX}{hashlib.sha256(about).hexdigest()[:24]}.duckdb"


@contextlib.contextmanager
def counted_dataset(dataset: Dataset) -> Iterator[Counted]:
    """A database with the tables that questions are asked of, and the record of the page.

    What was kept is taken; else all is counted anew and kept, if the folder can be written.

    Raises:
        CorpusError: DuckDB cannot do it, as where the disk is full.
    """
    file = kept_file(dataset)
    with contextlib.ExitStack() as opened:
        found = _reopened(dataset, file, opened) if file.exists() else None
        if found is None:
            duck, publishers = opened.enter_context(located(dataset))
            record = record_of(duck, dataset, publishers, Limits())
            with contextlib.suppress(OSError, duckdb.Error):
                _keep(duck, record, file)
            found = duck, record
        yield found


def _reopened(dataset: Dataset, file: Path, opened: contextlib.ExitStack) -> Counted | None:
    """The kept counts, read-only; None where the file is broken, which is then removed."""
    scratch = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="geobrief-")))
    duck = opened.enter_context(opened_duck(scratch / "map"))
    try:
        duck.execute(f"ATTACH '{_quoted(file)}' AS kept (READ_ONLY)")
        ((told,),) = duck.sql("SELECT record FROM kept.page").fetchall()
        for name in _TABLES:
            duck.execute(f"CREATE VIEW {name} AS FROM kept.{name}")
    except (duckdb.Error, ValueError):
        remove(file)
        return None
    dataset.view(duck)
    view_everywhere(duck)
    return duck, json.loads(told)


def _keep(duck: duckdb.DuckDBPyConnection, record: dict[str, Any], file: Path) -> None:
    """Writes the tables aside and moves them, so that a reader finds all of them or none."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=_PREFIX) as folder:
        aside = Path(folder) / "kept.duckdb"
        duck.execute(f"ATTACH '{_quoted(aside)}' AS kept")
        try:
            for name in _TABLES:
                duck.execute(f"CREATE TABLE kept.{name} AS FROM {name}")
            duck.execute("CREATE TABLE kept.page AS SELECT ? AS record", [json.dumps(record)])
        finally:
            duck.execute("DETACH kept")
        for old in file.parent.glob(f"{_PREFIX}*.duckdb"):
            old.unlink()
        aside.replace(file)


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("'", "''")
