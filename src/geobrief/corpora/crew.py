"""Who does the work: this process alone, processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from typing import Any, Final, Protocol, TypeVar

from geobrief.errors import CorpusError
from geobrief.interrupts import interrupts_held

__all__ = ["GO_ON", "Crew", "crew_of", "local_cluster"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD: Final = 2
"""Tasks that are given out for each worker: the one it is at, and the next."""
GO_ON: Final = "Run the same command again: what is done is kept."


class Crew(Protocol):
    """Anything that works through tasks."""

    workers: int
    """How many tasks are worked on at once."""
    dashboard: str
    """Where a browser shows what the workers do; empty where there is none."""

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results as they come; takes a task only when a worker is free for it.

        Raises:
            CorpusError: The workers or their scheduler are gone.
            GeobriefError: What the work raises.
        """
        ...


@contextlib.contextmanager
def crew_of(workers: int, scheduler: str = "") -> Iterator[Crew]:
    """Opens the crew, and closes it at the end.

    Args:
        workers: Processes on this machine; 1 for none but this one.
        scheduler: The address of a Dask scheduler whose workers are taken instead, as `tcp://10.0.0.1:8786`.

    Raises:
        CorpusError: There is no scheduler at the address, or it has no workers.
    """
    if scheduler:
        _quieten()
        with _connected(scheduler) as client:
            yield _DaskCrew(client)
    elif workers == 1:
        yield _Alone()
    else:
        with _local(workers) as client:
            yield _DaskCrew(client)


class _Alone:
    """This process."""

    workers = 1
    dashboard = ""

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Crew`."""
        return map(work, tasks)


class _DaskCrew:
    """The workers of a Dask scheduler, wherever it runs."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.workers = max(1, sum(client.nthreads().values()))
        self.dashboard = str(client.dashboard_link or "")

    def run(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """See `Crew`."""
        from distributed import as_completed

        left = iter(tasks)
        with _explained():
            done = as_completed([self._given(work, task) for task in islice(left, _AHEAD * self.workers)])
            for future in done:
                result: Result = future.result()
                future.release()
                for task in islice(left, 1):
                    done.add(self._given(work, task))
                yield result

    def _given(self, work: Callable[[Task], Result], task: Task) -> Any:
        return self._client.submit(work, task, pure=False)


def _quieten() -> None:
    """Keeps what Dask logs of lost connections from standard error, where one line tells of them."""
    import distributed  # noqa: F401 - it makes its loggers when it is imported

    for name in ("distributed", *logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """Turns what Dask says of workers and schedulers that are gone into one line."""
    from distributed import KilledWorker
    from distributed.comm.core import CommClosedError

    try:
        yield
    except KilledWorker as error:
        raise CorpusError(
            f"A worker died again and again, perhaps for lack of memory: {error} Give fewer --workers. "
            f"{GO_ON}"
        ) from error
    except (CancelledError, CommClosedError, TimeoutError) as error:
        raise CorpusError(f"The scheduler of the workers has gone. {GO_ON}") from error


@contextlib.contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    """Processes of this machine behind a scheduler of their own, which only this machine reaches.

    Dask's profiler is off: it keeps the stacks of each second for an hour, so that a worker would grow.
    """
    import dask
    from distributed import LocalCluster

    with dask.config.set({"distributed.worker.profile.enabled": False}):
        with interrupts_held():
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,
            )
        with cluster:
            yield cluster


@contextlib.contextmanager
def _local(workers: int) -> Iterator[Any]:
    from distributed import Client

    with local_cluster(workers) as cluster, Client(cluster) as client:
        yield client


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Any]:
    from distributed import Client

    try:
        client = Client(address, timeout="10s")
    except (OSError, ValueError, TimeoutError) as error:
        raise CorpusError(
            f"There is no Dask scheduler at {address}. Start one with: dask scheduler; and workers with: "
            "dask worker ADDRESS"
        ) from error
    with client:
        if not client.nthreads():
            raise CorpusError(f"The scheduler at {address} has no workers. Start some: dask worker {address}")
        yield client
