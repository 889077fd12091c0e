"""Train the ranker that resolves place names, or show by folds how well it does.

    python tools/train_ranker.py CORPUS.jsonl... -o src/geobrief/geoparse/models/ranker.json
    python tools/train_ranker.py CORPUS.jsonl... --folds

A corpus is JSON lines of `{"id", "text", "toponyms": [{"start", "end", "name", "lat", "lon", "geonameid"}]}`,
perhaps with `"domain"`, the newspaper's. No corpus is packaged; the file of weights names those it came from.
Needs the dependency group `train` (scipy).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from geobrief.gazetteer import open_gazetteer
from geobrief.geoparse.ranker import CONFIDENCE, Ranker
from geobrief.geoparse.scene import FEATURES
from ranking.corpora import FOLDS, examples
from ranking.fitting import PENALTY, fit
from ranking.report import report

WAYS = (("own", False), ("own", True), ("gold", False), ("gold", True))
"""The ways in which a text is seen: whose spans, and whether its paper is known."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the corpora, trains, writes the weights or prints what the folds reach."""
    options = _parser().parse_args(arguments)
    gazetteer = open_gazetteer()
    found = {
        (path, way): list(
            examples(path, gazetteer, spans=way[0], publisher=way[1], by="id" if options.random else "domain")
        )
        for path in options.corpora
        for way in WAYS
    }
    everything = [each for group in found.values() for each in group]
    if options.folds:
        rankers = [
            fit(
                [each for each in everything if each.fold != fold],
                penalty=options.penalty,
                without=options.without,
            )
            for fold in range(FOLDS)
        ]
        for (path, (spans, publisher)), group in found.items():
            if group and (not publisher or path.stem.startswith("lgl") or options.publishers):
                report(f"{path.stem} {spans}{' +publisher' if publisher else ''}", group, rankers)
        return
    ranker = fit(everything, penalty=options.penalty, without=options.without)
    text = json.dumps(_record(ranker, [path.name.split(".")[0] for path in options.corpora]), indent=1)
    options.output.write_text(text + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="where the weights are written")
    parser.add_argument(
        "--folds", action="store_true", help="print what each fifth reaches, trained on the rest"
    )
    parser.add_argument("--random", action="store_true", help="texts of one newspaper may be in two folds")
    parser.add_argument("--publishers", action="store_true", help="show every corpus with its papers known")
    parser.add_argument("--penalty", type=float, default=PENALTY, help="on the squares of the weights")
    parser.add_argument("--without", nargs="*", default=(), help="names of features to leave out")
    return parser


def _record(ranker: Ranker, corpora: Sequence[str]) -> dict[str, object]:
    return {
        "about": "weights of tools/train_ranker.py; see README.md",
        "corpora": list(corpora),
        "weights": dict(_named(FEATURES, ranker.weights)),
        "confidence": dict(_named(CONFIDENCE, ranker.confidence)),
    }


def _named(names: Sequence[str], values: np.ndarray) -> Iterator[tuple[str, float]]:
    yield from ((name, round(float(value), 4)) for name, value in zip(names, values, strict=True))


if __name__ == "__main__":
    main()
