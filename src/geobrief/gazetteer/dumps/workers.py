"""Work shared among processes: a bounded number of tasks under way, results in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from geobrief.errors import GazetteerError

__all__ = ["in_order"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_WAITING = 2
"""Tasks that wait beside those under way, so that no process idles; each may hold some megabytes."""


def in_order(
    work: Callable[[Task], Result], tasks: Iterable[Task], processes: int
) -> Iterator[tuple[Task, Result]]:
    """What `work` makes of each task. With one process all is done in this one.

    Raises:
        GazetteerError: A process was ended from outside, as where memory runs short.
        Exception: Whatever `work` raises.
    """
    if processes <= 1:
        yield from ((task, work(task)) for task in tasks)
        return
    # Spawned: this process may have threads, and forked ones would hold its memory.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent) as pool:
        under_way: deque[tuple[Task, Future[Result]]] = deque()
        try:
            for task in tasks:
                under_way.append((task, pool.submit(work, task)))
                if len(under_way) >= processes + _WAITING:
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
        finally:
            for _, result in under_way:
                result.cancel()


def _end_with_parent() -> None:
    """Lets a worker end when the process that started it is killed."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
