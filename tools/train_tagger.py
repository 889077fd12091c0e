"""Trains the tagger that recognizes toponyms, and tells how well it does on texts that it was not trained on.

    python tools/train_tagger.py CORPUS.jsonl...            writes the weights
    python tools/train_tagger.py --folds 5 CORPUS.jsonl...  each fifth, scored by the other four
    python tools/train_tagger.py --apart CORPUS.jsonl...    each corpus, scored by the others

A corpus is a file of JSON lines `{"id", "text", "toponyms": [{"start", "end", "name"}], "domain"?}`; offsets
are code points, half-open. A `domain` keeps a newspaper's articles in one fold. No text of a corpus is kept.
Adjectives and peoples ("Russian") in the gold are left out of the task.

The project's own sentences are always trained on: `tools/training/sentences.txt`, a passage a line, places in
`[[…]]`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
from tqdm import tqdm

from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.geoparse.choice import choose
from geobrief.geoparse.lexicon import default_lexicon
from geobrief.geoparse.proposals import Objections, Proposal, propose
from geobrief.geoparse.reading import Reading
from geobrief.geoparse.recognize import tag
from geobrief.geoparse.tagger import WEIGHTS, Tag, Tagger
from geobrief.geoparse.word_features import Features, word_features

SENTENCES = Path(__file__).parent / "training" / "sentences.txt"
MARKED = re.compile(r"\[\[(.+?)\]\]")
MODELS = Path(__file__).parent.parent / "src" / "geobrief" / "geoparse" / "models"
OWN = "own sentences"
SETTINGS = {
    "c1": 0.1,
    "c2": 1.0,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
"""Of CRFsuite: L1 and L2 regularization, and how often a feature must occur to get a weight."""


@dataclass(frozen=True)
class Article:
    """A text of a corpus with its gold, and with what the tagger sees of it."""

    corpus: str
    group: str
    """What must not be parted into training and test: the newspaper, else the article."""
    reading: Reading
    proposals: Sequence[Proposal]
    objections: Objections
    rows: Sequence[Features]
    """One a word."""
    gold: frozenset[tuple[int, int]]
    tags: Sequence[Tag]
    """One a word."""


@dataclass(frozen=True)
class Score:
    """Counts of exact spans."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        both = 2 * self.right / max(self.found + self.gold, 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  gold {self.gold}"


def read_corpus(path: Path, gazetteer: Gazetteer) -> Iterator[Article]:
    """The articles of a corpus."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, record in enumerate(tqdm(records, path.stem, leave=False, disable=None)):
        group = record.get("domain") or f"{path.stem} {number}"
        yield _article(path.stem, record["text"], group, frozenset(_spans(record["toponyms"])), gazetteer)


def read_sentences(gazetteer: Gazetteer) -> Iterator[Article]:
    """The project's own sentences, each one an article."""
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines()):
        text, gold = "", set()
        for place, part in enumerate(MARKED.split(line)):
            if place % 2:
                gold.add((len(text), len(text) + len(part)))
            text += part
        yield _article(OWN, text, f"{OWN} {number}", frozenset(gold), gazetteer)


def _article(
    corpus: str, text: str, group: str, gold: frozenset[tuple[int, int]], gazetteer: Gazetteer
) -> Article:
    reading = Reading(text, gazetteer)
    proposals, objections = propose(reading)
    rows = word_features(reading, proposals, objections)
    return Article(corpus, group, reading, proposals, objections, rows, gold, _tags(reading, gold))


def _spans(toponyms: Iterable[dict[str, object]]) -> Iterator[tuple[int, int]]:
    demonyms = default_lexicon().demonyms
    for toponym in toponyms:
        name = str(toponym["name"]).lower().replace(".", "")
        if name not in demonyms and name.removesuffix("s") not in demonyms:
            yield int(str(toponym["start"])), int(str(toponym["end"]))


def _tags(reading: Reading, gold: Iterable[tuple[int, int]]) -> list[Tag]:
    tags: list[Tag] = ["none"] * len(reading.text.words)
    for start, end in gold:
        inside = [at for at, word in enumerate(reading.text.words) if word.start < end and start < word.end]
        for place, index in enumerate(inside):
            tags[index] = "rest" if place else "first"
    return tags


def train(articles: Iterable[Article], weights: Path) -> Tagger:
    """Trains a tagger and writes its weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        for line in article.reading.lines():
            if article.rows[line]:
                trainer.append(article.rows[line], article.tags[line])
    trainer.set_params(SETTINGS)
    trainer.train(str(weights))
    return Tagger(weights)


def folds(articles: Sequence[Article], count: int) -> Iterator[Sequence[Article]]:
    """The articles of one corpus in parts of about one size; what belongs together stays so."""
    groups = sorted({article.group for article in articles})
    random.Random(1).shuffle(groups)
    for part in range(count):
        chosen = set(groups[part::count])
        yield [article for article in articles if article.group in chosen]


def score(tagger: Tagger, articles: Iterable[Article]) -> Score:
    """How the spans that the tagger chooses compare with the gold."""
    total = Score()
    for article in articles:
        chosen = choose(
            article.reading, article.proposals, article.objections, tag(article.reading, article.rows, tagger)
        )
        found = {article.reading.offsets(each.span) for each in chosen}
        total += Score(len(found & article.gold), len(found), len(article.gold))
    return total


def evaluate(articles: Sequence[Article], count: int) -> Iterator[tuple[str, Score]]:
    """Each corpus with the score of taggers trained without what they are scored on.

    Args:
        articles: Of all corpora; the project's own sentences are trained on and not scored.
        count: Folds; 1 trains without the whole corpus.
    """
    for corpus in dict.fromkeys(article.corpus for article in articles if article.corpus != OWN):
        own = [article for article in articles if article.corpus == corpus]
        total = Score()
        for part in folds(own, count) if count > 1 else [own]:
            inside = {id(article) for article in part}
            with TemporaryDirectory() as scratch:
                tagger = train(
                    [article for article in articles if id(article) not in inside], Path(scratch, WEIGHTS)
                )
                total += score(tagger, part)
        yield corpus, total


def main() -> None:
    """Reads the arguments, then trains or evaluates."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--apart", action="store_true")
    arguments = parser.parse_args()
    gazetteer = open_gazetteer()
    articles = [article for path in arguments.corpora for article in read_corpus(path, gazetteer)]
    articles += read_sentences(gazetteer)
    if arguments.folds or arguments.apart:
        for corpus, result in evaluate(articles, max(arguments.folds, 1)):
            print(f"{corpus:12} {result}", flush=True)
        return
    weights = MODELS / WEIGHTS
    weights.parent.mkdir(exist_ok=True)
    train(articles, weights)
    print(f"{weights}: {weights.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
