"""A text's names with all that they may mean, ready to be weighed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from geobrief.geoparse.features import OWN, own_features
from geobrief.geoparse.groups import Group
from geobrief.geoparse.surroundings import AROUND, Numbers, Surroundings

__all__ = ["FEATURES", "Scene"]

FEATURES = (*OWN, *AROUND)
"""The names of the columns of `Scene.features`."""

AT_HOME = 3.0
"""What speaks for an American town where a paper's address ends in .com or its like and names a town: most
that do are local papers there. On the scale of the sums of features."""


SURELY_HELD = 12.0
"""What speaks for a place in the area that the text says holds it, on the same scale: beyond all else."""


@dataclass(frozen=True)
class Scene:
    """The groups of a text, those of home last, and the features of all their candidates side by side."""

    groups: Sequence[Group]
    own: Numbers
    """The features that do not depend on what else is believed, a row a candidate."""
    around: Surroundings
    starts: Sequence[int]
    """Where the candidates of each group begin; one more for the end."""
    given: Numbers
    """What is added to the sum of features of each candidate: of home, or where the text surely has it."""
    foreign: bool = False
    """Whether the text is not in English."""

    @classmethod
    def of(cls, groups: Sequence[Group], *, foreign: bool = False) -> Scene:
        """The scene that the groups make; `foreign` where the text is not in English."""
        rows = [
            row for group in groups for row in own_features(group.candidates, group.asked, foreign=foreign)
        ]
        ends = np.cumsum([0, *(len(group.candidates) for group in groups)]).tolist()
        given = [
            AT_HOME * (group.american and each.country_code == "US")
            + SURELY_HELD * (each.id in group.asked.sure)
            for group in groups
            for each in group.candidates
        ]
        return cls(
            groups,
            np.array(rows, dtype=np.float64).reshape(len(rows), len(OWN)),
            Surroundings.of(groups),
            ends,
            np.array(given),
            foreign,
        )

    def features(self, shares: Numbers) -> Numbers:
        """The features of each candidate, a row each, in the light of what is believed."""
        return np.hstack([self.own, self.around.features(shares)])

    def shares(self, sums: Numbers) -> Numbers:
        """Sums of features as shares that add up to 1 in each group (softmax)."""
        found = np.zeros(len(sums))
        for start, end in zip(self.starts, self.starts[1:], strict=False):
            if end > start:
                powers = np.exp(sums[start:end] - sums[start:end].max())
                found[start:end] = powers / powers.sum()
        return found
