"""Showing how far the reading and the merging of dumps is."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TextIO

from geobrief.gazetteer.dumps.intake import Advance

__all__ = ["Stages", "console_stages", "silent_stages"]


class Stages(Protocol):
    """Begins a stage of that title, one of rows or one of which only the share is told."""

    def __call__(self, what: str, *, of_rows: bool) -> AbstractContextManager[Advance]:
        """A context for the time it takes, which gives what is told of its progress."""
        ...


def console_stages(stream: TextIO, title: str) -> Stages:
    """Shows each stage on a stream: a bar with rows a second on a terminal, one line in all elsewhere."""
    if not stream.isatty():
        stream.write(f"{title} …\n")
        stream.flush()
        return silent_stages

    @contextlib.contextmanager
    def stage(what: str, *, of_rows: bool) -> Iterator[Advance]:
        from tqdm import tqdm

        with tqdm(
            desc=what,
            total=None if of_rows else 100,
            unit=" rows" if of_rows else " %",
            unit_scale=of_rows,
            file=stream,
            leave=False,
        ) as bar:

            def advance(rows: int, share: float) -> None:
                if of_rows:
                    bar.total = round((bar.n + rows) / max(share, 1e-9))
                    bar.update(rows)
                else:
                    bar.update(round(share * 100) - bar.n)

            yield advance

    return stage


@contextlib.contextmanager
def silent_stages(what: str, *, of_rows: bool) -> Iterator[Advance]:  # noqa: ARG001 - as `Stages` has it
    """Shows nothing."""
    yield lambda _rows, _share: None
