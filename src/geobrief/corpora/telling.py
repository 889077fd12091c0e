"""How far a run is, on standard error: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Final, TextIO, TypeAlias

__all__ = ["Tell", "Telling"]

Tell: TypeAlias = Callable[[int, int], None]
"""Told how many documents a partition had, and how many of them were set aside."""

_LINES: Final = 20
"""Lines that tell of a run where there is no terminal."""


class Telling:
    """Tells on a stream."""

    def __init__(self, stream: TextIO) -> None:
        """Takes the stream."""
        self._stream = stream

    def crew(self, workers: int, dashboard: str) -> None:
        """Tells who reads."""
        at = f"; Dask's dashboard: {dashboard}" if dashboard else ""
        self._line(f"Reading in {workers} {'process' if workers == 1 else 'processes'}{at} …")

    def putting_together(self) -> None:
        """Tells that all documents are read."""
        self._line("Putting places, copies and groups together …")

    @contextlib.contextmanager
    def reading(self, total: int, left: int) -> Iterator[Tell]:
        """Tells of the documents; `left` of `total` are not read yet."""
        if left < total:
            self._line(f"Going on: {total - left:,} of {total:,} articles were done before.")
        if self._stream.isatty():
            with self._bar(total, left) as tell:
                yield tell
        else:
            yield self._now_and_then(total, left)

    @contextlib.contextmanager
    def _bar(self, total: int, left: int) -> Iterator[Tell]:
        from tqdm import tqdm

        aside = 0
        with tqdm(
            total=total,
            initial=total - left,
            desc="Reading",
            unit=" articles",
            leave=False,
            file=self._stream,
        ) as bar:

            def tell(documents: int, rejected: int) -> None:
                nonlocal aside
                aside += rejected
                if aside:
                    bar.set_postfix_str(f"{aside:,} set aside", refresh=False)
                bar.update(documents)

            yield tell

    def _now_and_then(self, total: int, left: int) -> Tell:
        """A line for each twentieth of the run, with the rate and the time left."""
        begun = time.monotonic()
        read = told = aside = 0

        def tell(documents: int, rejected: int) -> None:
            nonlocal read, told, aside
            read, aside = read + documents, aside + rejected
            if (read - told) * _LINES < left:
                return
            told = read
            rate = read / max(time.monotonic() - begun, 1e-9)
            set_aside = f", {aside:,} set aside" if aside else ""
            self._line(
                f"{total - left + read:,} of {total:,} articles, {rate:.1f} a second, "
                f"{_duration((left - read) / rate)} left{set_aside}"
            )

        return tell

    def _line(self, text: str) -> None:
        self._stream.write(f"{text}\n")
        self._stream.flush()


def _duration(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> _duration(3725)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
