"""Building the gazetteer in the cache folder: written aside, then moved, so that it is whole or absent."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO, TypeAlias

import platformdirs

from geobrief.errors import GazetteerError
from geobrief.gazetteer.sources import digest, read_entries

__all__ = ["CACHE_VARIABLE", "Progress", "build", "cache_folder", "console_progress", "store_folder"]

CACHE_VARIABLE = "GEOBRIEF_CACHE"
"""Environment variable that names another cache folder than the user's own."""

Progress: TypeAlias = Callable[[int], None]
"""Called now and then with the number of places taken in since the last call."""

_EXPECTED = 280_000
"""About how many places there are, for the progress bar."""
_STEP = 2_000


def cache_folder() -> Path:
    """Where geobrief keeps its gazetteer: `$GEOBRIEF_CACHE`, else the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("geobrief", appauthor=False)


def store_folder(root: Path) -> Path:
    """Where in a cache folder the gazetteer lies that the sources, as they are now, make."""
    return root / f"gazetteer-{digest()}"


def build(folder: Path, progress: Progress | None = None) -> None:
    """Builds the gazetteer into a cache folder, in place of one that is there, and removes outdated ones.

    Two processes that build at once both end well: the later one's files stay.

    Raises:
        GazetteerError: A source is missing, or the folder cannot be written.
    """
    store = store_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".building-", dir=folder, ignore_cleanup_errors=True
        ) as aside:
            made = Path(aside, "new")
            made.mkdir()
            _write(made, progress)
            _put_in_place(made, store, Path(aside))
    except OSError as error:
        reason = error.strerror or str(error)
        raise GazetteerError(
            f"The gazetteer cannot be built in {folder}: {reason}. Set {CACHE_VARIABLE} to another folder."
        ) from error
    for outdated in folder.glob("gazetteer-*"):
        if outdated != store:
            shutil.rmtree(outdated, ignore_errors=True)


@contextlib.contextmanager
def console_progress(stream: TextIO) -> Iterator[Progress]:
    """Shows the building on a stream: a bar on a terminal, one line elsewhere."""
    from tqdm import tqdm

    title = "Building the gazetteer (once)"
    if not stream.isatty():
        stream.write(f"{title} …\n")
        stream.flush()
        yield lambda _: None
        return
    with tqdm(total=_EXPECTED, desc=title, unit=" places", file=stream, leave=False) as bar:

        def advance(count: int) -> None:
            bar.update(count)

        yield advance


def _write(folder: Path, progress: Progress | None) -> None:
    from geobrief.gazetteer.writer import Writer

    writer = Writer()
    for count, entry in enumerate(read_entries(), start=1):
        writer.add(entry)
        if progress is not None and count % _STEP == 0:
            progress(_STEP)
    writer.write(folder)


def _put_in_place(made: Path, store: Path, aside: Path) -> None:
    """Moves the finished folder to its place; one that is there goes aside and is removed with it."""
    for attempt in range(3):
        with contextlib.suppress(FileNotFoundError):
            store.rename(aside / f"old-{attempt}")
        try:
            made.rename(store)
        except OSError:
            # Another process has put its own there in between.
            if attempt == 2:
                raise
        else:
            return
