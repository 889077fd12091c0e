"""What was worked out before, kept for the next time that a brief that changed a little is read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["Last", "Memory"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """The answers of a pure function. None is ever stale: the key is all that an answer follows from.

    It holds no more than was asked for in this round and the last one.
    """

    def __init__(self) -> None:
        self._last: dict[K, V] = {}
        self._now: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The answer for a key, made where it is not known."""
        if key in self._now:
            return self._now[key]
        answer = self._last[key] if key in self._last else make()
        self._now[key] = answer
        return answer

    def turn(self) -> None:
        """Ends a round: what nobody asked for in it is forgotten."""
        self._last, self._now = self._now, {}


class Last(Generic[V]):
    """What was worked out last: where little has changed since, the next is made from it."""

    def __init__(self) -> None:
        self.value: V | None = None
