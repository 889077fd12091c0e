"""How time grows with the length of a text: ratios, since times themselves depend on the machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

LEAST_SECONDS = 0.02
"""CPU time of the shorter text from which on a ratio means something; below, both are nothing."""


def growth(read: Callable[[str], Any], text: str, *, times: int = 3) -> float:
    """How many times longer `read` takes for twice the text: about 2 where time grows with length alone."""
    shorter = least_seconds(lambda: read(text), times=times)
    return least_seconds(lambda: read(text + text), times=times) / max(shorter, LEAST_SECONDS)


def least_seconds(run: Callable[[], Any], *, times: int = 3) -> float:
    """CPU time of a run, the least of `times`: other work on the machine only adds to it."""

    def spent() -> float:
        start = time.process_time()
        run()
        return time.process_time() - start

    return min(spent() for _ in range(times))
