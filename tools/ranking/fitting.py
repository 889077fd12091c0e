"""Fitting the ranker: a conditional logit over candidates, a logistic regression over signs of doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_expit

from geobrief.geoparse.ranker import CONFIDENCE, Ranker, signs_of_doubt
from geobrief.geoparse.scene import FEATURES
from ranking.corpora import Example

START = {
    "town fame": 2.5,
    "country": 10.0,
    "continent": 10.0,
    "water": 8.0,
    "region": 7.5,
    "division": 7.0,
    "county": 4.0,
    "main name": 2.0,
    "container": 8.0,
    "kind": 6.0,
}
"""Weights with which the first beliefs are made; the result hardly depends on them."""

PASSES = 3
"""How often the features are made anew by the beliefs of the weights just fitted."""

PENALTY = 1.0
"""Of the squares of the weights (L2); chosen by folds."""

BOUNDS = {
    "kind": (2.5, None),
    "kind of county": (1.0, None),
    "named after its town": (None, -2.0),
    "great city": (1.6, None),
}
"""The least and most that some features weigh: corpora count a town as right for the region around it, and
the region for the town, readers do not; and a bare "Washington" is the capital."""

PRIORS = {"capital": 1.0}
"""Weights that are given and not fitted: half of the corpora are local papers, which mean their own
Washington, San Jose or Georgetown, and say so by what else they name."""

Numbers = NDArray[np.float64]


def fit(examples: Sequence[Example], *, penalty: float = PENALTY, without: Sequence[str] = ()) -> Ranker:
    """A ranker that learned from examples, perhaps without some features."""
    record = {"weights": dict(START), "confidence": {"constant": 0.0}}
    ranker = Ranker.from_record(record)
    used = np.array([name not in {*without, *PRIORS} for name in FEATURES])
    weights = ranker.weights * used
    for _ in range(PASSES):
        ranker = Ranker(weights, ranker.confidence)
        weights = _fit_weights(_gathered(examples, ranker), weights, used, penalty)
    given = np.array([0.0 if name in without else PRIORS.get(name, 0.0) for name in FEATURES])
    ranker = Ranker(weights + given, ranker.confidence)
    signs, right = doubts(examples, ranker)
    return Ranker(ranker.weights, _fit_logistic(signs, right))


def _gathered(
    examples: Sequence[Example], ranker: Ranker
) -> tuple[Numbers, Numbers, Numbers, NDArray[np.intp]]:
    """Features, whether right, weight of the group, and where each group starts."""
    features, right, weights, starts = [], [], [], []
    at = 0
    for example in examples:
        if not example.items:
            continue
        found = ranker.rank(example.scene).features
        for item in example.items:
            if item.right.any() and not item.right.all():
                features.append(found[item.start : item.end])
                right.append(item.right)
                weights.append(np.sqrt(item.count))
                starts.append(at)
                at += item.end - item.start
    return np.vstack(features), np.concatenate(right), np.array(weights), np.array(starts, dtype=np.intp)


def _fit_weights(
    gathered: tuple[Numbers, Numbers, Numbers, NDArray[np.intp]],
    start: Numbers,
    used: NDArray[np.bool_],
    penalty: float,
) -> Numbers:
    features, right, weight, starts = gathered
    sizes = np.diff([*starts, len(features)])

    def loss(free: Numbers) -> tuple[float, Numbers]:
        sums = features @ (free * used)
        sums = sums - np.repeat(np.maximum.reduceat(sums, starts), sizes)
        powers = np.exp(sums)
        every, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts) + 1e-30
        slope = powers / np.repeat(every / weight, sizes) - powers * right / np.repeat(good / weight, sizes)
        value = float((weight * (np.log(every) - np.log(good))).sum() + penalty / 2 * (free @ free))
        return value, features.T @ slope * used + penalty * free

    bounds = [BOUNDS.get(name, (None, None)) for name in FEATURES]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400})
    result: Numbers = found.x * used
    return result


def doubts(examples: Sequence[Example], ranker: Ranker) -> tuple[Numbers, NDArray[np.bool_]]:
    """The signs of doubt of each best candidate, a row a gold toponym, and whether it is right."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for example in examples:
        for signs, is_right, count in _best(example, ranker):
            rows += [signs] * count
            right += [is_right] * count
    return np.array(rows).reshape(len(rows), len(CONFIDENCE)), np.array(right, dtype=bool)


def _best(example: Example, ranker: Ranker) -> Iterator[tuple[list[float], bool, int]]:
    ranked = ranker.rank(example.scene)
    for item in example.items:
        row = item.start + int(ranked.sums[item.start : item.end].argmax())
        share = float(ranked.shares[row])
        signs = signs_of_doubt(ranked.features[row], share)
        yield signs, bool(item.accurate[row - item.start]), item.count


def _fit_logistic(signs: Numbers, right: NDArray[np.bool_]) -> Numbers:
    sign = np.where(right, 1.0, -1.0)

    def loss(free: Numbers) -> tuple[float, Numbers]:
        margin = sign * (signs @ free)
        slope = -(sign * expit(-margin))
        return float(-log_expit(margin).sum() + free @ free / 2), signs.T @ slope + free

    result: Numbers = minimize(loss, np.zeros(signs.shape[1]), jac=True, method="L-BFGS-B").x
    return result
