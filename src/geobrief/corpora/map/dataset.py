"""A finished dataset, opened with DuckDB: every table a view, copies left out where claims are counted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from geobrief.corpora.layout import DATASETS, MANIFEST, SCHEMA_VERSION
from geobrief.errors import CorpusError

__all__ = ["Dataset", "open_dataset"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder that `geobrief corpus` has finished."""

    folder: Path
    parts: Mapping[str, Sequence[str]]
    """The files of each table."""
    rows: Mapping[str, int]
    """How many rows each table has."""

    @property
    def title(self) -> str:
        """What its page is called: the folder's name."""
        return self.folder.resolve().name

    def view(self, duck: duckdb.DuckDBPyConnection) -> None:
        """Makes each table a view of its name in a database."""
        for name, schema in DATASETS.items():
            if self.parts[name]:
                duck.read_parquet(list(self.parts[name]), union_by_name=True).create_view(name)
            else:
                duck.from_arrow(schema.empty_table()).create(name)


def open_dataset(folder: Path) -> Dataset:
    """The dataset in a folder.

    Raises:
        CorpusError: There is none, its run has not come to its end, another version has written it, or a part
            is missing.
    """
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        tables = {
            name: (told["datasets"][name]["rows"], [part["name"] for part in told["datasets"][name]["parts"]])
            for name in DATASETS
        }
        schema = told["schema"]
    except FileNotFoundError as error:
        raise CorpusError(
            f"{folder} has no {MANIFEST}: it is no finished dataset. Run geobrief corpus SOURCE -o {folder}."
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{folder / MANIFEST} cannot be read: {error}. Make the dataset again.") from error
    if schema != SCHEMA_VERSION:
        raise CorpusError(
            f"{folder} has schema {schema}, and this geobrief reads {SCHEMA_VERSION}. Make it again."
        )
    parts = {name: [str(folder / name / part) for part in names] for name, (_, names) in tables.items()}
    missing = [path for paths in parts.values() for path in paths if not Path(path).is_file()]
    if missing:
        raise CorpusError(f"{missing[0]} is missing. Run geobrief corpus with --restart.")
    return Dataset(folder, parts, {name: rows for name, (rows, _) in tables.items()})
