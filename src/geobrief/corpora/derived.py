"""Writing the tables that are made of all partitions together: copies, places and groups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from geobrief.corpora.all_places import all_places
from geobrief.corpora.copies import COPIES_QUERY, find_copies
from geobrief.corpora.duck import opened_duck, rows_of
from geobrief.corpora.geoparquet import Row, parquet_bytes, table_of
from geobrief.corpora.same_claims import same_claims
from geobrief.corpora.store import Part, Store
from geobrief.corpora.versions import Versions
from geobrief.files import write_aside

__all__ = ["write_derived"]

_ROWS: Final = {"places": 20_000, "copies": 100_000, "groups": 5_000}
"""Rows a part: what is in memory at once."""


def write_derived(
    store: Store, numbers: Sequence[int], versions: Versions
) -> dict[str, list[tuple[int, Part]]]:
    """Writes the tables from the parts and notes of the partitions, and returns their parts.

    Raises:
        CorpusError: There is not enough room for it.
        GeobriefError: A part cannot be written.
    """
    with opened_duck(store.scratch) as duck:
        find_copies(duck, [store.note("signatures", number) for number in numbers])
        rows: dict[str, Iterator[Row]] = {
            "copies": rows_of(duck, COPIES_QUERY),
            "places": all_places(
                duck,
                noted=[store.note("places", number) for number in numbers],
                mentions=[store.part("mentions", number) for number in numbers],
                claims=[store.part("claims", number) for number in numbers],
                documents=[store.part("documents", number) for number in numbers],
            ),
            "groups": same_claims(duck, [store.note("entries", number) for number in numbers]),
        }
        return {name: list(_parts(store, name, found, versions)) for name, found in rows.items()}


def _parts(store: Store, dataset: str, rows: Iterable[Row], versions: Versions) -> Iterator[tuple[int, Part]]:
    """Writes the rows as parts, one of them even where there are no rows, so that every table opens."""
    left = iter(rows)
    number = 0
    while (found := list(islice(left, _ROWS[dataset]))) or number == 0:
        data = parquet_bytes(dataset, table_of(dataset, found), versions.as_dict())
        write_aside(store.part(dataset, number), data)
        yield number, Part(hashlib.sha256(data).hexdigest(), len(found), len(data))
        number += 1
