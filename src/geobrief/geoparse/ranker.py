"""The learned part of resolving: what each feature weighs, and how likely the best candidate is right."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from geobrief.geoparse.features import OWN
from geobrief.geoparse.scene import FEATURES, Scene
from geobrief.geoparse.surroundings import Numbers

__all__ = ["CONFIDENCE", "ROUNDS", "Ranked", "Ranker", "packaged_ranker", "signs_of_doubt"]

ROUNDS = 4
"""How often beliefs are revised in the light of the others."""

SOFT_ROUNDS = 2
SOFT = 0.5
"""Multiplies the sums in as many first rounds, so that no place is given up before all had their say."""

LARGEST_ODDS = 6.0
"""The logit of a share beyond which it says nothing more."""

SUPPORT = ("near", "country share", "region share", "holds others", "home region", "home near")
"""What of the text and its paper says that a place is meant."""

SMALL_TOWN = 2.5
"""The fame of 100,000 inhabitants, below which a town needs support."""

LITTLE_SUPPORT = 0.5

CONFIDENCE = (
    "constant",
    "share",
    "town",
    "town fame",
    "support",
    "container",
    "other kind",
    "lone hamlet",
)
"""The names of what `signs_of_doubt` gives."""


@dataclass(frozen=True)
class Ranked:
    """What the ranker believes of each candidate of a scene."""

    features: Numbers
    sums: Numbers
    shares: Numbers


@dataclass(frozen=True)
class Ranker:
    """A weight for each feature (conditional logit), and for each sign of doubt (logistic regression)."""

    weights: Numbers
    """In the order of `FEATURES`."""
    confidence: Numbers
    """In the order of `CONFIDENCE`."""

    @classmethod
    def from_record(cls, record: Mapping[str, Mapping[str, float]]) -> Ranker:
        """A ranker from what `tools/train_ranker.py` wrote; a feature that it lacks weighs nothing."""
        return cls(
            np.array([record["weights"].get(name, 0.0) for name in FEATURES]),
            np.array([record["confidence"].get(name, 0.0) for name in CONFIDENCE]),
        )

    def rank(self, scene: Scene) -> Ranked:
        """Weighs the candidates, first by themselves, then in the light of what is believed of the others."""
        sums = scene.own @ self.weights[: len(OWN)] + scene.given
        shares = scene.shares(sums * SOFT)
        features = np.zeros((len(sums), len(FEATURES)))
        for at in range(ROUNDS):
            features = scene.features(shares)
            sums = features @ self.weights + scene.given
            shares = scene.shares(sums * SOFT if at < SOFT_ROUNDS else sums)
        return Ranked(features, sums, shares)

    def likely(self, signs: Sequence[float]) -> float:
        """How likely a best candidate with these signs is right, 0 to 1."""
        return float(1.0 / (1.0 + np.exp(-(np.array(signs) @ self.confidence))))


def signs_of_doubt(features: Numbers, share: float) -> list[float]:
    """What tells how far a best candidate is to be trusted, in the order of `CONFIDENCE`.

    Args:
        features: Its row of features.
        share: What it has of the beliefs of its group, 0..1.
    """
    by_name = dict(zip(FEATURES, features.tolist(), strict=True))
    odds = np.log((share + 1e-9) / (1.0 - share + 1e-9))
    support = min(1.5, sum(by_name[name] for name in SUPPORT))
    is_town = by_name["town fame"] > 0
    hamlet = max(0.0, SMALL_TOWN - by_name["town fame"]) * max(0.0, LITTLE_SUPPORT - support)
    return [
        1.0,
        float(np.clip(odds, -LARGEST_ODDS, LARGEST_ODDS)),
        float(is_town),
        by_name["town fame"],
        support,
        by_name["container"],
        by_name["other kind"],
        hamlet * is_town,
    ]


@lru_cache(maxsize=1)
def packaged_ranker() -> Ranker:
    """The ranker that the package brings."""
    text = files("geobrief.geoparse").joinpath("models", "ranker.json").read_text(encoding="utf-8")
    return Ranker.from_record(json.loads(text))
