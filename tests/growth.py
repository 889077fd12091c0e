"""How time grows with the length of a text: ratios, since times themselves depend on the machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

LEAST_SECONDS = 0.02
"""CPU time of the shorter text from which on a ratio means something; below, both are nothing."""


def growth(read: Callable[[str], Any], text: str, *, times: int = 3) -> float:
    """How many times longer `read` takes for twice the text: about 2 where time grows with length alone.

    Each is measured by CPU time, the least of `times` runs.
    """
    return _least(read, text + text, times) / max(_least(read, text, times), LEAST_SECONDS)


def _least(read: Callable[[str], Any], text: str, times: int) -> float:
    def spent() -> float:
        start = time.process_time()
        read(text)
        return time.process_time() - start

    return min(spent() for _ in range(times))
