"""How close in the text two names stand; only the pairs that do are kept, few of all in a long text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geobrief.geoparse.groups import Group
from geobrief.text.names import comparable

__all__ = ["Beside"]

NEXT_CHARACTERS = 80.0
"""The distance in the text at which a name beside another has lost most of its force."""

NEXT_NAMES = 4
"""How many of the names behind it a name is beside of."""


@dataclass(frozen=True)
class Beside:
    """The pairs of groups that stand side by side somewhere, each in both directions."""

    count: int
    """How many groups there are."""
    one: NDArray[np.intp]
    """Of each pair, the index of a group."""
    other: NDArray[np.intp]
    """And that of the one beside it."""
    closeness: NDArray[np.float64]
    """How close they stand, 0 to 1."""

    @classmethod
    def of(cls, groups: Sequence[Group]) -> Beside:
        """The pairs of these groups; one with the same name is no company of it."""
        found: dict[tuple[int, int], float] = {}
        names = [comparable(group.asked.name) for group in groups]
        spans = sorted(
            (start, end, index) for index, group in enumerate(groups) for start, end in group.spans
        )
        for at, (_, end, index) in enumerate(spans):
            for start, _, other in spans[at + 1 : at + 1 + NEXT_NAMES]:
                if names[index] == names[other]:
                    continue
                closeness = float(np.exp(-max(0, start - end) / NEXT_CHARACTERS))
                for pair in ((index, other), (other, index)):
                    found[pair] = max(found.get(pair, 0.0), closeness)
        pairs = np.array(list(found), dtype=np.intp).reshape(len(found), 2)
        return cls(len(groups), pairs[:, 0], pairs[:, 1], np.array(list(found.values()), dtype=np.float64))

    def to(self, others: NDArray[np.intp]) -> NDArray[np.float64]:
        """How close each group stands to each of `others`: a row a group, a column an entry of `others`."""
        asked, columns = np.unique(others, return_inverse=True)
        column = np.full(self.count, -1, dtype=np.intp)
        column[asked] = np.arange(len(asked))
        kept = column[self.other] >= 0
        found = np.zeros((self.count, len(asked)))
        found[self.one[kept], column[self.other[kept]]] = self.closeness[kept]
        return found[:, columns]
