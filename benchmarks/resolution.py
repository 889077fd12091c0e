"""How well names are resolved, by folds, and what each family of features buys.

    python benchmarks/resolution.py CORPUS.jsonl...

Corpora as for `tools/train_ranker.py`; each fifth of the texts is resolved by a ranker that was trained on
the others, and no newspaper is in two fifths. Needs the dependency group `train`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from geobrief.gazetteer import open_gazetteer
from ranking.corpora import FOLDS, Example, examples
from ranking.fitting import fit
from ranking.report import accuracy, report

FAMILIES: Mapping[str, Sequence[str]] = {
    "nothing": (),
    "fame": ("division fame", "county fame", "town fame", "great city", "capital", "best known"),
    "main name or another": ("main name", "main name of a town", "short form", "spelled alike"),
    "what kind is asked for": ("kind", "kind of county", "other kind"),
    "X, Y": ("container",),
    "country and region of the others": ("country share", "region share", "holds others", "among divisions"),
    "closeness to the others": ("near", "amid"),
    "names beside it": ("region in the text", "like its neighbours"),
    "the publisher's home": ("home country", "home region", "home division", "home near"),
    "the text's own signs of home": ("told country", "told region"),
}

WAYS = (("gold", False), ("gold", True), ("own", False), ("own", True))


def main() -> None:
    """Prints accuracy with each family left out, then what scores are worth."""
    gazetteer = open_gazetteer()
    found: dict[str, list[Example]] = {}
    for path in map(Path, sys.argv[1:]):
        for spans, publisher in WAYS:
            group = list(examples(path, gazetteer, spans=spans, publisher=publisher))
            if group:
                found[f"{path.stem}, {spans} spans{', paper known' if publisher else ''}"] = group
    every = [each for group in found.values() for each in group]
    print("without", *found, sep=" | ")
    for family, names in FAMILIES.items():
        rankers = [fit([each for each in every if each.fold != fold], without=names) for fold in range(FOLDS)]
        reached = (f"{accuracy(group, rankers):.3f}" for group in found.values())
        print(family, *reached, sep=" | ", flush=True)
        if family == "nothing":
            whole = rankers
    for title, group in found.items():
        report(title, group, whole)


if __name__ == "__main__":
    main()
