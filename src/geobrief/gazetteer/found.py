"""The places of one name, each made when it is first asked for: some names have more than a hundred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from geobrief.model import Candidate

__all__ = ["Found"]


class Found(Sequence[Candidate]):
    """A sequence of a known length whose items are made by a function of their number, once each."""

    __slots__ = ("_made", "_make")

    def __init__(self, count: int, make: Callable[[int], Candidate]) -> None:
        self._make = make
        self._made: list[Candidate | None] = [None] * count

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Candidate: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...
    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        candidate = self._made[index]
        if candidate is None:
            number = index if index >= 0 else index + len(self)
            candidate = self._made[number] = self._make(number)
        return candidate

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
