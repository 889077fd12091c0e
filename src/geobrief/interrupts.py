"""Ctrl-C where work is shared between processes: the one that the user started ends the others."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker

__all__ = ["interrupts_held"]


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Keeps Ctrl-C from processes while they start, which inherit this; the caller gets it afterwards.

    A terminal sends it to all processes of a command, and each would tell of it at length.
    """
    masks = hasattr(signal, "pthread_sigmask")
    handles = threading.current_thread() is threading.main_thread()
    if masks:
        resource_tracker.ensure_running()  # it would let interrupts through again when it starts
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    came: list[int] = []  # by way of another thread, which the mask does not bind
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number)) if handles else None
    try:
        yield
    finally:
        if handles:
            signal.signal(signal.SIGINT, before or signal.SIG_DFL)
        if masks:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    if came:
        signal.raise_signal(signal.SIGINT)
