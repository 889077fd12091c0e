"""A corpus from its sources to its finished dataset: plan, read in partitions, put together, tell."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from geobrief.corpora.crew import Crew, crew_of
from geobrief.corpora.derived import write_derived
from geobrief.corpora.layout import DERIVED, MANIFEST, PRIMARY, REJECTED
from geobrief.corpora.manifest import manifest_text, rejected_text
from geobrief.corpora.plan import Cutting, cut_file, needs_cutting, partitions
from geobrief.corpora.sources import find_files
from geobrief.corpora.store import Receipt, Store
from geobrief.corpora.telling import Telling
from geobrief.corpora.values import Columns, Partition, Rejected, SourceFile, Stretch
from geobrief.corpora.versions import Versions, versions_now
from geobrief.corpora.work import Job, do_partition
from geobrief.errors import CorpusError
from geobrief.files import write_aside
from geobrief.gazetteer import open_gazetteer

__all__ = ["PARTITION", "Options", "Outcome", "make_corpus", "planned"]

PARTITION: Final = 256
"""Articles a partition: some seconds of work, so that a run that is cut off loses little."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a corpus is read."""

    workers: int = 1
    """Processes on this machine; 1 for none but this one."""
    scheduler: str = ""
    """The address of a Dask scheduler whose workers are taken instead."""
    partition_size: int = PARTITION
    columns: Columns = field(default_factory=Columns)
    recognizer: str = ""
    geocoder: str = ""
    restart: bool = False
    """Whether what an earlier run with other input or versions left is removed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finished dataset holds."""

    documents: int
    """Those that were read."""
    rejected: int
    copies: int
    claims: int
    places: int
    groups: int


def make_corpus(sources: Sequence[str], out: Path, options: Options, telling: Telling) -> Outcome:
    """Reads the sources and leaves their dataset in a folder; goes on where an earlier run was cut off.

    Args:
        sources: Files, folders, globs, archives, or URLs of these.
        out: The dataset's folder, where all workers reach it.
        options: How they are read.
        telling: Told how far it is.

    Raises:
        CorpusError: The input cannot be read, the folder holds another corpus, or the workers are gone.
        GazetteerError: The gazetteer cannot be opened.
        GeobriefError: The folder cannot be written.
    """
    open_gazetteer()  # builds it where it is missing, once and not in each worker
    store = Store(out.resolve())
    files = find_files(sources, apart_from=store.folder)
    versions = versions_now(options.recognizer, options.geocoder)
    with store.kept():
        store.begin(_settings(files, versions, options), restart=options.restart)
        if not store.is_finished:
            with crew_of(options.workers, options.scheduler) as crew:
                telling.crew(crew.workers, crew.dashboard)
                _make(store, files, versions, options, crew, telling)
        return _outcome(store)


def _make(
    store: Store,
    files: Sequence[SourceFile],
    versions: Versions,
    options: Options,
    crew: Crew,
    telling: Telling,
) -> None:
    cuttings = planned(files, options.partition_size, options.columns, crew, store)
    parts = list(partitions(files, cuttings, options.partition_size))
    if not parts:
        raise CorpusError("The sources hold no document that can be read.")
    receipts = _read(store, Job(str(store.folder), versions, options.columns), parts, crew, telling)
    telling.putting_together()
    rejected = [each for cutting in cuttings.values() if (each := cutting.fault)]
    rejected += [each for receipt in receipts for each in receipt.rejected]
    derived = write_derived(store, [receipt.number for receipt in receipts], versions)
    write_aside(store.folder / REJECTED, rejected_text(rejected))
    counts = {
        "documents": sum(receipt.parts["documents"].rows for receipt in receipts),
        "rejected": len(rejected),
        "partition_size": options.partition_size,
    }
    primary = {name: [(each.number, each.parts[name]) for each in receipts] for name in PRIMARY}
    write_aside(store.folder / MANIFEST, manifest_text(versions, counts, {**primary, **derived}))
    store.finish()


def planned(
    files: Iterable[SourceFile], size: int, columns: Columns, crew: Crew, store: Store | None = None
) -> dict[str, Cutting]:
    """How each file that needs it is cut, by name; what a store knows of it is not told anew."""
    wanted = [file for file in files if needs_cutting(file)]
    known = {file.name: found for file in wanted if store and (found := _known_cutting(store, file))}
    work = partial(_cut, size=size, columns=columns)
    for name, cutting in crew.run(work, [file for file in wanted if file.name not in known]):
        known[name] = cutting
        if store:
            write_aside(store.cutting(_key(name)), json.dumps(_as_rows(cutting)))
    return {file.name: known[file.name] for file in wanted}


def _cut(file: SourceFile, *, size: int, columns: Columns) -> tuple[str, Cutting]:
    return file.name, cut_file(file, size, columns)


def _as_rows(cutting: Cutting) -> dict[str, Any]:
    rows = [(each.count, each.offset, each.position) for each in cutting.stretches]
    return {"stretches": rows, "fault": asdict(cutting.fault) if cutting.fault else None}


def _known_cutting(store: Store, file: SourceFile) -> Cutting | None:
    try:
        rows = json.loads(store.cutting(_key(file.name)).read_bytes())
    except FileNotFoundError:
        return None
    fault = Rejected(**rows["fault"]) if rows["fault"] else None
    return Cutting(tuple(Stretch(file, *row) for row in rows["stretches"]), fault)


def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _read(store: Store, job: Job, parts: Sequence[Partition], crew: Crew, telling: Telling) -> list[Receipt]:
    """The receipts of all partitions in order; those that are done are not read again."""
    done = store.receipts(range(len(parts)))
    left = [part for part in parts if part.number not in done]
    with telling.reading(sum(part.count for part in parts), sum(part.count for part in left)) as tell:
        for receipt in crew.run(partial(do_partition, job), left):
            done[receipt.number] = receipt
            tell(receipt.documents, len(receipt.rejected))
    return [done[part.number] for part in parts]


def _settings(files: Sequence[SourceFile], versions: Versions, options: Options) -> dict[str, Any]:
    """What must be the same for a run to be gone on with."""
    found = hashlib.sha256()
    for file in files:
        found.update(f"{file.name}\0{file.size}\0{file.stamp}\n".encode())
    return {
        "files": len(files),
        "bytes": sum(file.size for file in files),
        "digest of names, sizes and times": found.hexdigest(),
        "partition size": options.partition_size,
        "columns": asdict(options.columns),
        **versions.as_dict(),
    }


def _outcome(store: Store) -> Outcome:
    told = json.loads((store.folder / MANIFEST).read_bytes())
    rows = {name: told["datasets"][name]["rows"] for name in (*DERIVED, "claims")}
    return Outcome(
        documents=told["documents"],
        rejected=told["rejected"],
        copies=rows["copies"],
        claims=rows["claims"],
        places=rows["places"],
        groups=rows["groups"],
    )
