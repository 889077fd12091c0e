"""What each part of the tagger of sources is worth: scores without it, on texts that it has not seen.

python benchmarks/attribution.py CORPUS.jsonl.gz

Each tagger is trained on four fifths of the corpus (see tools/train_attribution.py) and scored on the rest.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

from geobrief.claims.attribution import Attribution
from geobrief.claims.attribution_tagger import WEIGHTS
from geobrief.claims.sources import Found
from geobrief.claims.speakers import speakers
from train_attribution import Article, Score, by_tagger, folds, read_corpus, score, train

PARTS = {
    "nothing": "(?!)",
    "words": r"([+-]\d)?word=|ending=|lemma=",
    "word classes": r"[^ ]*class=|[+-]\d[+]\d=|information|inside=\w+ [^nasm]",
    "nearest cues": r"(left|right)( cue)?=",
    "quotation marks": r"inside=|quoted=|goes on",
    "the words around": r"[+-]\d|place=",
    "the rules' answer": r"rules",
}
"""What is left out of what the tagger sees, and the features that this is."""


def main() -> None:
    """Prints a row a part, and how fast sources are found."""
    articles = read_corpus(Path(sys.argv[1]))
    training, test = next(folds(articles, 5))
    report("rules alone", score(by_rules, test))
    for part, pattern in PARTS.items():
        report(f"tagger and rules, it without {part}", _without(re.compile(pattern), training, test))
    articles = read_corpus(Path(sys.argv[1]), rules=False)
    training, test = next(folds(articles, 5))
    report("tagger alone", _without(re.compile("(?!)"), training, test))


def by_rules(article: Article) -> list[Attribution | None]:
    """Each sentence's source as the rules alone find it."""
    return speakers(
        article.readings,
        [
            Found(reading.by_rules and reading.by_rules.moved(reading.start), told=True)
            for reading in article.readings
        ],
    )


def report(name: str, result: Score) -> None:
    """Prints a row."""
    print(f"{name:56} {result}", flush=True)


def _without(features: re.Pattern[str], training: list[Article], test: list[Article]) -> Score:
    kept: Callable[[str], bool] = lambda feature: not features.match(feature)  # noqa: E731 - handed on
    with TemporaryDirectory() as scratch:
        tagger = train(training, Path(scratch, WEIGHTS), kept)
        start = process_time()
        result = score(by_tagger(tagger), test)
        words = sum(len(article.text.split()) for article in test)
        print(f"{words / 400 / (process_time() - start):.0f} documents of 400 words a second", flush=True)
    return result


if __name__ == "__main__":
    main()
