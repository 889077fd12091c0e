"""Work shared among processes: a bounded number of tasks under way, results in the order of the tasks."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from geobrief.errors import GazetteerError

__all__ = ["Workers"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_WAITING = 2
"""Tasks that wait beside those under way, so that no process idles; each may hold some megabytes."""


class Workers:
    """Processes that are started when they are first needed and end with the context."""

    def __init__(self, count: int) -> None:
        """With one, all is done in the calling process."""
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def in_order(
        self, work: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result]]:
        """What `work` makes of each task.

        Raises:
            GazetteerError: A process was ended from outside, as where memory runs short.
            Exception: Whatever `work` raises.
        """
        if self._count <= 1:
            yield from ((task, work(task)) for task in tasks)
            return
        if self._pool is None:
            # Spawned: this process may have threads, and forked ones would hold its memory.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, mp_context=context, initializer=_begin)
        under_way: deque[tuple[Task, Future[Result]]] = deque()
        try:
            for task in tasks:
                under_way.append((task, self._pool.submit(work, task)))
                if len(under_way) >= self._count + _WAITING:
                    done, result = under_way.popleft()
                    yield done, result.result()
            while under_way:
                done, result = under_way.popleft()
                yield done, result.result()
        except BrokenProcessPool as error:
            raise GazetteerError(
                "A process that read the dumps was ended from outside, perhaps for want of memory. "
                "The same command goes on where it stopped."
            ) from error


def _begin() -> None:
    """Lets a worker end when the process that started it is killed."""
    # Millions of values are made, and no cycles among them: to look for some takes an eighth of the time.
    gc.disable()
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
