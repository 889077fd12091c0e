"""What a worker does: reads a partition, finds places and claims, writes its parts and a receipt for them.

It can be run again, or by two workers at once: the same partition gives the same bytes, and each file is
moved into its place whole.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyarrow as pa

from geobrief.brief.batch_lines import unexpected
from geobrief.brief.draft import ungrouped_draft
from geobrief.corpora.formats import read
from geobrief.corpora.geoparquet import Row, parquet_bytes, table_of
from geobrief.corpora.layout import PRIMARY
from geobrief.corpora.notes import NOTES, article_notes
from geobrief.corpora.placing import with_global_places
from geobrief.corpora.progress_file import ProgressFile
from geobrief.corpora.records import article_rows
from geobrief.corpora.store import Part, Receipt, Store
from geobrief.corpora.values import Article, Columns, Item, Partition, Rejected
from geobrief.corpora.versions import Versions, versions_now
from geobrief.errors import ArticleError, CorpusError, GeobriefError
from geobrief.files import write_all, write_aside
from geobrief.gazetteer import open_gazetteer
from geobrief.geoparse.methods import Methods, open_geoparser
from geobrief.model import Brief, Document

__all__ = ["Job", "Reading", "do_partition", "read_partition"]

_ONE_AT_A_TIME: Final = threading.Lock()
_DEADLY: Final = "the process that read it died each time, perhaps for lack of memory"


@dataclass(frozen=True, slots=True)
class Job:
    """What all partitions of a run have in common; it goes to each worker."""

    folder: str
    """The dataset's, as every worker reaches it."""
    versions: Versions
    columns: Columns = field(default_factory=Columns)


def do_partition(job: Job, partition: Partition) -> Receipt:
    """Reads a partition and leaves its parts in the dataset's folder.

    Raises:
        CorpusError: The worker has other versions than the run, or a file is no longer what it was.
        GeobriefError: The parts cannot be written.
    """
    _refuse_other_versions(job.versions)
    store = Store(Path(job.folder))
    rows: dict[str, list[Row]] = {name: [] for name in PRIMARY}
    notes: dict[str, list[Row]] = {name: [] for name in NOTES}
    rejected: list[Rejected] = []
    with (
        Reading(job.versions.recognizer, job.versions.geocoder) as reading,
        ProgressFile(store.reading(partition.number)) as progress,
    ):
        for number, item in enumerate(read_partition(partition, job.columns), partition.first):
            progress.at(number)
            found = _refused(item, _DEADLY) if progress.is_deadly(number) else reading.found(item)
            if isinstance(found, Rejected):
                rejected.append(found)
            else:
                _extend(rows, article_rows(*found, number))
                _extend(notes, article_notes(*found, number))
        return _written(store, partition, rows, notes, rejected, job.versions)


class Reading:
    """Finds places and claims, in one thread of the process at a time.

    A worker of Dask may have several threads, but the tagger and the geoparser are of one.
    """

    def __init__(self, recognizer: str = "", geocoder: str = "") -> None:
        """Takes the methods by name."""
        self._methods = (recognizer, geocoder)

    def __enter__(self) -> Reading:
        """Opens gazetteer and geoparser, once a process.

        Raises:
            GazetteerError: The gazetteer cannot be opened.
        """
        _ONE_AT_A_TIME.acquire()
        try:
            self._analyze = _analyzer(*self._methods)
        except BaseException:
            _ONE_AT_A_TIME.release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Lets other threads read."""
        _ONE_AT_A_TIME.release()

    def found(self, item: Item) -> tuple[Article, Brief] | Rejected:
        """An article with its places, under global ids, and claims; or why it was set aside."""
        if isinstance(item, Rejected):
            return item
        try:
            return item, self._analyze(item.document)
        except GeobriefError as error:
            return _refused(item, " ".join(str(error).split()).removesuffix("."))
        except MemoryError:
            return _refused(item, "there is not enough memory for it; split its text")
        except Exception as error:  # noqa: BLE001, RUF100 - no text, however odd, may end the run
            return _refused(item, unexpected(error))


def read_partition(partition: Partition, columns: Columns) -> Iterator[Item]:
    """The articles of a partition, and the reasons for those that cannot be read, in order.

    Raises:
        CorpusError: A file is no longer what it was when it was cut.
    """
    for stretch in partition.stretches:
        count = 0
        try:
            for item in read(stretch, columns):
                count += 1
                yield item
        except ArticleError as error:
            raise CorpusError(f"{error} It was whole when the run began.") from error
        if count != stretch.count:
            raise CorpusError(
                f"{stretch.file.name} has changed since the run began. Run the command again with --restart."
            )


@lru_cache(maxsize=1)
def _analyzer(recognizer: str = "", geocoder: str = "") -> Callable[[Document], Brief]:
    """What finds places and claims in a document, opened once a process.

    The gazetteer's files are mapped into memory read-only, so that processes of one machine share them.
    """
    gazetteer = open_gazetteer()
    geoparser = open_geoparser(gazetteer, Methods(recognizer, geocoder))
    return lambda document: with_global_places(ungrouped_draft([document], gazetteer, geoparser), gazetteer)


@lru_cache(maxsize=1)
def _refuse_other_versions(wanted: Versions) -> None:
    here = versions_now(wanted.recognizer, wanted.geocoder)
    if here != wanted:
        others = [f"{key} {value}" for key, value in asdict(here).items() if asdict(wanted)[key] != value]
        raise CorpusError(
            f"A worker has other versions than the run: {', '.join(others)}. Install the same geobrief "
            "there, with the same gazetteer."
        )


def _refused(item: Item, reason: str) -> Rejected:
    if isinstance(item, Rejected):
        return item
    return Rejected(item.document.id, item.source, item.position, reason, item.own_id)


def _extend(rows: Mapping[str, list[Row]], more: Mapping[str, list[Row]]) -> None:
    for name, added in more.items():
        rows[name].extend(added)


def _written(
    store: Store,
    partition: Partition,
    rows: Mapping[str, list[Row]],
    notes: Mapping[str, list[Row]],
    rejected: list[Rejected],
    versions: Versions,
) -> Receipt:
    """Writes everything of a partition, the receipt last: what has none is done anew."""
    contents: dict[Path, bytes] = {}
    parts: dict[str, Part] = {}
    for name in PRIMARY:
        data = parquet_bytes(name, table_of(name, rows[name]), versions.as_dict())
        contents[store.part(name, partition.number)] = data
        parts[name] = Part(hashlib.sha256(data).hexdigest(), len(rows[name]), len(data))
    for name, schema in NOTES.items():
        table = pa.Table.from_pylist(_distinct(notes[name]) if name == "places" else notes[name], schema)
        contents[store.note(name, partition.number)] = _plain_bytes(table)
    write_all(contents)
    receipt = Receipt(partition.number, partition.count, tuple(rejected), parts)
    write_aside(store.receipt(partition.number), json.dumps(asdict(receipt), ensure_ascii=False))
    return receipt


def _distinct(places: list[Row]) -> list[Row]:
    return list({place["id"]: place for place in places}.values())


def _plain_bytes(table: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data
