"""What each part of recognizing buys: the score of exact spans with one part left out at a time.

    python benchmarks/recognition.py CORPUS.jsonl...

Each corpus is scored by a tagger that is trained on the others and on the project's own sentences; see
`tools/train_tagger.py`, which tells what a corpus holds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from geobrief.gazetteer import open_gazetteer
from train_tagger import Article, evaluate, read_corpus, read_sentences

PARTS = {
    "nothing": "(?!)",
    "the words themselves": r"([+-]\d)?(word|before|behind)=|end of run=",
    "how words are written": r"([+-]\d)?shape=|short|capital|initial|shouted",
    "word lists": r"([+-]\d)?is=|end of run is=",
    "what the gazetteer knows": r"([+-]\d)?(known|kind|main name|only one)|prominence",
    "signs of proposals": r"([+-]\d)?proposed|sign=|asked=|head|against=",
    "the words around": r"[+-]\d|before=|behind=|gap|run=|end of run",
}
"""What is left out, and the features that this is."""


def main() -> None:
    """Prints a row a part, with the F1 of each corpus."""
    gazetteer = open_gazetteer()
    corpora = [article for path in sys.argv[1:] for article in read_corpus(Path(path), gazetteer)]
    own = list(read_sentences(gazetteer))
    for part, pattern in PARTS.items():
        report(part, [_without(article, re.compile(pattern)) for article in [*corpora, *own]])
    report("the project's own sentences", corpora)


def report(left_out: str, articles: Sequence[Article]) -> None:
    """Trains and scores without a part."""
    print(f"without {left_out}", flush=True)
    for corpus, result in evaluate(articles, 1):
        print(f"    {corpus:12} {result}", flush=True)


def _without(article: Article, features: re.Pattern[str]) -> Article:
    rows = [[feature for feature in row if not features.match(feature)] for row in article.rows]
    return replace(article, rows=rows)


if __name__ == "__main__":
    main()
