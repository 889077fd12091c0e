"""Lines shared among processes: answers in the order of the lines; a process that dies costs one line.

The processes are spawned, not forked, so that a thread of the caller (a progress bar's) does no harm. Each
has a pipe of its own and gets a new share when it has answered the last, so that it is known at any time
which line each of them is at; a pool of `concurrent.futures` does not tell.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Final, TypeAlias

from geobrief.brief.batch_lines import Answer, Line, lost
from geobrief.errors import GeobriefError
from geobrief.interrupts import interrupts_held

__all__ = ["Opener", "in_processes", "usable_cores"]

Opener: TypeAlias = Callable[[], Callable[[Line], Answer]]
"""Opens in a process what it answers with. It is pickled; what it gives is not."""

_SHARE_BYTES: Final = 32_000
_SHARE_LINES: Final = 16
"""A process gets a share at once: enough that it seldom waits, few enough that the last ones end together."""

_AHEAD_BYTES: Final = 64_000_000
_AHEAD_LINES: Final = 4_096
"""How many answers may wait for that to an earlier line before no more lines are given out."""

_SECONDS_TO_END: Final = 5.0
_CONTEXT: Final = multiprocessing.get_context("spawn")


def usable_cores() -> int:
    """How many cores this process may use, which in a container are often fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(lines: Iterable[Line], opener: Opener, processes: int) -> Generator[Answer]:
    """Yields an answer for each line, in order; reads no further ahead than the processes need.

    Close the iterator to end the processes at once.

    Raises:
        GeobriefError: What the opener raises; or no process lives long enough to take a line.
    """
    crew = _Crew(_Queue(lines), opener)
    try:
        yield from crew.answers(processes)
    finally:
        crew.end()


class _Queue:
    """The lines that no process has yet; those of a process that died come first."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._returned: deque[Line] = deque()
        self._drained = False

    @property
    def returned(self) -> bool:
        """Whether some were given back."""
        return bool(self._returned)

    @property
    def empty(self) -> bool:
        """Whether there are none left, as far as anybody has asked."""
        return self._drained and not self._returned

    def give_back(self, lines: Iterable[Line]) -> None:
        """Takes back what was not answered."""
        self._returned = deque(sorted([*self._returned, *lines], key=lambda line: line.number))

    def share(self, most: int = _SHARE_LINES) -> list[Line]:
        """The next few lines; none where the queue is empty."""
        found: list[Line] = []
        size = 0
        while len(found) < most and size < _SHARE_BYTES:
            line = self._returned.popleft() if self._returned else next(self._lines, None)
            if line is None:
                self._drained = True
                break
            found.append(line)
            size += len(line.data)
        return found


class _Worker:
    """One process, and the lines that it was given and has not answered."""

    def __init__(self, opener: Opener) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=_serve, args=(theirs, opener), daemon=True)
        self.lines: deque[Line] = deque()
        self.ready = False
        self.answered = False
        with interrupts_held():
            self.process.start()
        theirs.close()  # else its end would not be noticed

    @property
    def idle(self) -> bool:
        return self.ready and not self.lines

    def end(self, patience: float = 0) -> str:
        """Ends the process, unless it ends by itself within so many seconds; tells how it ended."""
        self.process.join(patience)
        self.connection.close()
        self.process.terminate()
        self.process.join(_SECONDS_TO_END)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
        return _ending(self.process.exitcode or 0)


class _Crew:
    """The processes, and the answers that wait for that to an earlier line."""

    def __init__(self, queue: _Queue, opener: Opener) -> None:
        self._queue = queue
        self._opener = opener
        self._workers: list[_Worker] = []
        self._order: deque[int] = deque()
        """Numbers of the lines that were given out and whose answers were not handed on, in their order."""
        self._waiting: dict[int, Answer] = {}
        self._waiting_bytes = 0

    def answers(self, processes: int) -> Iterator[Answer]:
        """The answers in order, by so many processes at most: no more than there are lines."""
        first = self._queue.share(processes)
        self._queue.give_back(first)
        for _ in first:
            self._workers.append(_Worker(self._opener))
        while not self._queue.empty or self._order:
            self._give_out()
            yield from self._in_order()
            if self._order or not self._queue.empty:
                self._listen()

    def end(self) -> None:
        """Ends all processes."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()

    def _give_out(self) -> None:
        for worker in self._workers:
            full = len(self._waiting) >= _AHEAD_LINES or self._waiting_bytes >= _AHEAD_BYTES
            if worker.idle and (self._queue.returned or not full):
                share = self._queue.share()
                if not share:
                    return
                self._give(worker, share)

    def _give(self, worker: _Worker, share: list[Line]) -> None:
        try:
            worker.connection.send(share)
        except OSError:  # it is dead, which shows when it is listened to
            self._queue.give_back(share)
            return
        worker.lines.extend(share)
        known = self._order[-1] if self._order else 0
        self._order.extend(line.number for line in share if line.number > known)

    def _in_order(self) -> Iterator[Answer]:
        while self._order and self._order[0] in self._waiting:
            answer = self._waiting.pop(self._order.popleft())
            self._waiting_bytes -= len(answer.data)
            yield answer

    def _listen(self) -> None:
        """Waits until a process says something or dies."""
        by_connection: dict[Any, _Worker] = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection)):
            self._hear(by_connection[connection])

    def _hear(self, worker: _Worker) -> None:
        try:
            said = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(said, GeobriefError):
            raise said
        if isinstance(said, Answer):
            worker.lines.popleft()
            worker.answered = True
            self._keep(said)
        else:
            worker.ready = True

    def _keep(self, answer: Answer) -> None:
        self._waiting[answer.number] = answer
        self._waiting_bytes += len(answer.data)

    def _bury(self, worker: _Worker) -> None:
        """Answers for the line that a process died at, gives the others back, and puts another in its place.

        One that never took a line is not replaced, since the next would fare no better.
        """
        how = worker.end(_SECONDS_TO_END)
        self._workers.remove(worker)
        served = worker.answered or bool(worker.lines)
        if worker.lines:
            self._keep(lost(worker.lines.popleft(), f"the process that read it {how}"))
            self._queue.give_back(worker.lines)
        if served:
            self._workers.append(_Worker(self._opener))
        elif not self._workers:
            raise GeobriefError(f"The last process to read texts {how} before it began. Try --jobs 1.")


def _ending(exitcode: int) -> str:
    if exitcode >= 0:
        return f"ended with exit code {exitcode}"
    name = signal.Signals(-exitcode).name
    memory = ", perhaps for lack of memory" if name == "SIGKILL" else ""
    return f"was killed by {name}{memory}"


def _serve(connection: Connection, opener: Opener) -> None:
    """What a process does: says that it is ready, or why not, then answers share after share."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller ends it
    try:
        work = opener()
    except GeobriefError as error:
        connection.send(error)
        return
    with contextlib.suppress(EOFError, OSError):  # the caller has gone
        connection.send(None)
        while True:
            for line in connection.recv():
                connection.send(work(line))
