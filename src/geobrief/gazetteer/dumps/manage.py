"""Adding dumps to a cache folder's gazetteer, and taking them out: all at once, when all is made."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geobrief.errors import GazetteerError
from geobrief.gazetteer.build import CACHE_VARIABLE, store_folder
from geobrief.gazetteer.dumps.additions import Additions
from geobrief.gazetteer.dumps.dump_file import DumpFile
from geobrief.gazetteer.dumps.index import Plan, make_index
from geobrief.gazetteer.dumps.intake import Source, read_dump, source_folder
from geobrief.gazetteer.dumps.layout import CURRENT, FORMAT, INDEX, additions_folder
from geobrief.gazetteer.dumps.merge import base_ids
from geobrief.gazetteer.dumps.progress import Stages, silent_stages
from geobrief.gazetteer.dumps.sections import write_whole
from geobrief.gazetteer.dumps.workers import Workers
from geobrief.gazetteer.gazetteer import Gazetteer, open_base
from geobrief.locks import locked

__all__ = ["Report", "add_dumps", "added_sources", "merge_again", "remove_dumps"]

_PROCESSES = 2
"""At most so many, so that they stay below a gigabyte together."""
_SMALL = 32 << 20
"""Bytes below which further processes take longer to start than they save."""


@dataclass(frozen=True, slots=True)
class Report:
    """What adding has done."""

    added: tuple[Source, ...]
    already: tuple[str, ...]
    """Names of files that were added before, and have not changed."""
    counts: dict[str, int]
    """Of the whole index: `places_added`, `places_in_base`, `names`, `names_without_place`."""
    seconds: float


def add_dumps(
    root: Path, paths: Sequence[Path], stages: Stages = silent_stages, processes: int | None = None
) -> Report:
    """Reads dumps and merges them with those added before.

    The base gazetteer is built where there is none. A run that was ended, however, goes on where it stopped.

    Args:
        root: The cache folder.
        paths: Dumps as they were downloaded. One of the name and kind of an older one takes its place.
        stages: Told how far it is.
        processes: How many work at once; by default as many as there are cores, but two at most.

    Raises:
        GazetteerError: A file is no dump, or the cache folder cannot be written.
    """
    start = time.perf_counter()
    dumps = [DumpFile.open(path) for path in paths]
    looked = time.perf_counter() - start
    base = open_base(root)
    start = time.perf_counter() - looked  # that of the base, built once, is not the dumps'
    with _explained(root), locked(additions_folder(root), error=GazetteerError) as folder:
        current = added_sources(root)
        again = {(dump.path.name, dump.kind) for dump in dumps}
        _refuse_outdated([source for source in current if (source.name, source.kind) not in again])
        known = {source.folder for source in current if source.format == FORMAT}
        new = list({source_folder(dump): dump for dump in dumps if source_folder(dump) not in known}.values())
        already = tuple(dump.path.name for dump in dumps if source_folder(dump) in known)
        read = []
        size = sum(dump.size for dump in new) + sum(source.size for source in current)
        with Workers(processes or _processes(size)) as workers:
            for dump in new:
                with stages(f"Reading {dump.path.name}", of_rows=True) as advance:
                    read.append(read_dump(dump, folder, datetime.date.today().isoformat(), advance, workers))
            replaced = {(source.name, source.kind) for source in read}
            kept = [source for source in current if (source.name, source.kind) not in replaced]
            counts = _use(root, base, (*kept, *read), stages, workers) if read else _counts(folder)
        return Report(tuple(read), already, counts, time.perf_counter() - start)


def remove_dumps(root: Path, names: Sequence[str], stages: Stages = silent_stages) -> tuple[str, ...]:
    """Takes dumps out again; without names all of them. Gives the names of those that were taken out.

    Raises:
        GazetteerError: None of that name was added, or the cache folder cannot be written.
    """
    folder = additions_folder(root)
    if not folder.is_dir():
        raise GazetteerError("No dumps were added, so there is nothing to remove.")
    with _explained(root), locked(folder, error=GazetteerError):
        if not names:
            removed = tuple(source.name for source in _sources_or_none(root))
            (folder / CURRENT).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
            return removed
        sources = added_sources(root)
        unknown = set(names) - {source.name for source in sources}
        if unknown:
            held = ", ".join(source.name for source in sources) or "none"
            raise GazetteerError(f"{', '.join(sorted(unknown))} was not added. Added are: {held}.")
        kept = tuple(source for source in sources if source.name not in names)
        _refuse_outdated(kept)
        if kept:
            with Workers(_processes(sum(source.size for source in kept))) as workers:
                _use(root, open_base(root), kept, stages, workers)
        else:
            (folder / CURRENT).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
        return tuple(source.name for source in sources if source.name in names)


def merge_again(root: Path, stages: Stages = silent_stages) -> bool:
    """Makes the additions' index anew where it is broken or was made beside another base gazetteer.

    Gives whether it was made.

    Raises:
        GazetteerError: What was read of the dumps is broken too or of another format, or the cache folder
            cannot be written.
    """
    folder = additions_folder(root)
    if not folder.is_dir():
        return False
    with _explained(root), locked(folder, error=GazetteerError):
        sources = added_sources(root)
        index = folder / _index_name(root, sources)
        if not sources or _is_sound(index):
            return False
        _refuse_outdated(sources)
        shutil.rmtree(index, ignore_errors=True)
        with Workers(_processes(sum(source.size for source in sources))) as workers:
            _use(root, open_base(root), sources, stages, workers)
        return True


def added_sources(root: Path) -> tuple[Source, ...]:
    """The dumps that were added to a cache folder, in their order.

    Raises:
        GazetteerError: The file that tells it is broken.
    """
    path = additions_folder(root) / CURRENT
    try:
        current = json.loads(path.read_bytes())
        return tuple(Source.from_record(record) for record in current["sources"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(
            f"{path} cannot be read: {error}. Run: geobrief gazetteer remove --all, then add the dumps again."
        ) from error


def _refuse_outdated(sources: Sequence[Source]) -> None:
    """Keeps what a geobrief of another format has read of dumps from being merged.

    Raises:
        GazetteerError: There is such a dump among them.
    """
    if names := " ".join(source.name for source in sources if source.format != FORMAT):
        raise GazetteerError(
            f"{names} was added by another version of geobrief, whose files this one cannot merge. "
            f"Run: geobrief gazetteer add {names} (give all files in one command), "
            f"or: geobrief gazetteer remove {names}"
        )


def _sources_or_none(root: Path) -> tuple[Source, ...]:
    """The same, and none where the file is broken, so that all can be removed."""
    with contextlib.suppress(GazetteerError):
        return added_sources(root)
    return ()


def _use(
    root: Path, base: Gazetteer, sources: tuple[Source, ...], stages: Stages, workers: Workers
) -> dict[str, int]:
    """Makes the index of these sources, lets it be used, then removes what no longer is."""
    folder, name = additions_folder(root), _index_name(root, sources)
    plan = Plan(
        additions=folder,
        building=folder / f".building-{name}",
        index=folder / name,
        sources=sources,
        base=base_ids(base.geonames_ids()),
        countries=frozenset(base.geonames_ids(kind="country")),
        workers=workers,
    )
    with stages("Merging", of_rows=False) as advance:
        counts = make_index(plan, advance)
    current = {"format": FORMAT, "index": name, "sources": [asdict(source) for source in sources]}
    write_whole(folder / CURRENT, json.dumps(current, ensure_ascii=False, indent=1).encode())
    used = {CURRENT, name, "lock", *(source.folder for source in sources)}
    for path in folder.iterdir():
        if path.name not in used:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    return counts


def _index_name(root: Path, sources: Sequence[Source]) -> str:
    """Another one for other dumps, another order of them, or another base gazetteer."""
    told = [str(FORMAT), store_folder(root).name, *(source.folder for source in sources)]
    return f"index-{hashlib.sha256(chr(10).join(told).encode()).hexdigest()[:12]}"


def _counts(folder: Path) -> dict[str, int]:
    """What was counted when the index in use was made."""
    current: dict[str, Any] = json.loads((folder / CURRENT).read_bytes())
    facts: dict[str, Any] = json.loads((folder / str(current["index"]) / INDEX).read_bytes())
    counts: dict[str, int] = facts["counts"]
    return counts


def _is_sound(index: Path) -> bool:
    try:
        Additions(index)
    except GazetteerError:
        return False
    return True


def _processes(size: int) -> int:
    """How many work on so many bytes."""
    return 1 if size < _SMALL else min(_PROCESSES, os.cpu_count() or 1)


@contextlib.contextmanager
def _explained(root: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise GazetteerError(
            f"The additions cannot be written to {root}: {error.strerror or error}. Make room there, or set "
            f"{CACHE_VARIABLE} to another folder; the same command goes on where it stopped."
        ) from error
    except (ValueError, KeyError) as error:
        raise GazetteerError(
            f"What was read of the dumps into {root} is broken: {error!r}. "
            "Run: geobrief gazetteer remove --all, then add the dumps again."
        ) from error
