"""What the folds reach: accuracy end to end, and how far a score can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from geobrief.geoparse.groups import key_of
from geobrief.geoparse.ranker import Ranker, signs_of_doubt
from geobrief.geoparse.surroundings import distances_km, vectors
from ranking.corpora import ACCURACY_KM, Example, Gold, partner

Outcome = tuple[bool, float, bool]
"""Whether a gold toponym is answered, with what score, and whether that is within 161 km."""


def outcomes(example: Example, ranker: Ranker) -> Iterator[Outcome]:
    """What becomes of each gold toponym of a text, no place being too unlikely to be drawn."""
    ranked = ranker.rank(example.scene)
    order = {key: index for index, key in enumerate(dict.fromkeys(key_of(each) for each in example.toponyms))}
    for gold in example.gold:
        found = partner(gold, example.toponyms)
        if found is None:
            yield False, 0.0, False
            continue
        index = order[key_of(found)]
        start, end = example.scene.starts[index], example.scene.starts[index + 1]
        if start == end:
            yield False, 0.0, False
            continue
        row = start + int(ranked.sums[start:end].argmax())
        share = float(ranked.shares[row])
        score = ranker.likely(signs_of_doubt(ranked.features[row], share))
        yield True, score, _is_accurate(gold, example, row)


def _is_accurate(gold: Gold, example: Example, row: int) -> bool:
    distance = distances_km(example.scene.around.vectors[row : row + 1], vectors([gold.place]))[0, 0]
    return bool(distance <= ACCURACY_KM)


def accuracy(examples: Sequence[Example], rankers: Sequence[Ranker]) -> float:
    """Acc@161 km of all gold toponyms, each text with the ranker that was trained without its fold."""
    found = [each for example in examples for each in outcomes(example, rankers[example.fold])]
    return sum(right for _, _, right in found) / len(found)


def report(title: str, examples: Sequence[Example], rankers: Sequence[Ranker]) -> None:
    """Prints accuracy, and what is kept and right from some scores on."""
    found = [each for example in examples for each in outcomes(example, rankers[example.fold])]
    answered = [(score, right) for is_answered, score, right in found if is_answered]
    scores, right = np.array([score for score, _ in answered]), np.array([good for _, good in answered])
    parts = [f"{title:28} all gold {right.sum() / len(found):.3f}  answered {len(answered) / len(found):.3f}"]
    for least in (0.0, 0.2, 0.3, 0.5, 0.7, 0.9):
        kept = scores >= least
        parts.append(f"≥{least:.1f}: {kept.mean():.3f} kept {right[kept].mean():.3f} right")
    print("  ".join(parts))
