"""Trains the tagger of sources that comes with geobrief, and scores it on texts that it has not seen.

    python tools/train_attribution.py CORPUS.jsonl.gz            weights into src/geobrief/claims/models
    python tools/train_attribution.py CORPUS.jsonl.gz --folds 5  scores by five-fold validation

A corpus is a file of JSON lines `{"id", "text", "attributions": [{"source", "cue", "content"}]}`, each of the
three a list of `[start, end]`; offsets are code points, half-open. No text of a corpus is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pycrfsuite
from tqdm import tqdm

from geobrief.claims.attribution import Attribution
from geobrief.claims.attribution_features import attribution_features
from geobrief.claims.attribution_tagger import LONGEST, WEIGHTS, AttributionTagger, Part
from geobrief.claims.claimable import is_claimable
from geobrief.claims.quotations import quotations
from geobrief.claims.sentence_reading import SentenceReading, read_sentences
from geobrief.claims.sources import found_sources
from geobrief.claims.speakers import speakers
from geobrief.text.sentences import sentences_of_lines

MODELS = Path(__file__).parent.parent / "src" / "geobrief" / "claims" / "models"
SETTINGS = {
    "c1": 0.5,
    "c2": 1.0,
    "max_iterations": 80,
    "feature.minfreq": 5,
    "feature.possible_transitions": True,
}
"""Of CRFsuite: L1 and L2 regularization, and how often a feature must occur to get a weight."""

Spans: TypeAlias = Sequence[tuple[int, int]]
Row: TypeAlias = tuple[int, int, int, int]
"""Of a claim: where its sentence and its source begin and end."""


@dataclass(frozen=True)
class Gold:
    """An attribution that people found."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Article:
    """A text of a corpus with its gold, read as the tagger reads it."""

    text: str
    readings: Sequence[SentenceReading]
    gold: Sequence[Gold]
    tags: Sequence[Sequence[Part]]
    """One a token of each sentence."""


@dataclass(frozen=True)
class Score:
    """Counts of attributions and of claims."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    claims: int = 0
    true: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.found + other.found,
            self.right + other.right,
            self.claims + other.claims,
            self.true + other.true,
        )

    def __str__(self) -> str:
        wanted, claims = max(self.wanted, 1), max(self.claims, 1)
        return (
            f"found {self.found / wanted:.3f}  with the right source {self.right / wanted:.3f}  "
            f"precision {self.true / claims:.3f}  gold {self.wanted}  claims {self.claims}"
        )


def read_corpus(path: Path, *, rules: bool = True) -> list[Article]:
    """The articles of a corpus; `rules` tells whether the tagger sees what the rules find."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return [_article(record, rules=rules) for record in tqdm(records, path.stem, leave=False, disable=None)]


def _article(record: dict[str, object], *, rules: bool) -> Article:
    text = str(record["text"])
    spans = [span for span in sentences_of_lines(text) if is_claimable(text[slice(*span)])]
    readings = read_sentences(text, spans, quotations(text), rules=rules)
    gold = [
        Gold(*(tuple((start, end) for start, end in each[part]) for part in ("source", "cue", "content")))
        for each in record["attributions"]  # type: ignore[attr-defined]
    ]
    return Article(text, readings, gold, _tags(text, readings, gold))


def _tags(text: str, readings: Sequence[SentenceReading], gold: Sequence[Gold]) -> list[list[Part]]:
    """What each token is part of; of nested attributions the inner source and cue count."""
    marks: list[Part] = ["none"] * len(text)
    for spans, part in (
        *(((each.content), "content") for each in gold),
        *(((each.cue), "cue") for each in gold),
        *(((each.source), "source") for each in gold),
    ):
        for start, end in spans:
            marks[start:end] = [part] * (end - start)  # type: ignore[list-item]
    begins = {span[0] for each in gold for span in each.source}
    return [_row(reading, marks, begins) for reading in readings]


def _row(reading: SentenceReading, marks: Sequence[Part], begins: set[int]) -> list[Part]:
    row: list[Part] = []
    for word in reading.words:
        at = reading.start + word.start
        goes_on = marks[at] == "source" and at not in begins and row and row[-1].startswith("source")
        row.append("source+" if goes_on else marks[at])
    return row


def train(
    articles: Iterable[Article], weights: Path, kept: Callable[[str], bool] | None = None
) -> AttributionTagger:
    """Trains a tagger and writes its weights; `kept` tells which features it may use."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        for index, tags in enumerate(article.tags):
            for first in range(0, len(tags), LONGEST):
                rows = attribution_features(article.readings, index, first, first + LONGEST)
                if kept is not None:
                    rows = [[feature for feature in row if kept(feature)] for row in rows]
                trainer.append(rows, tags[first : first + LONGEST])
    trainer.set_params(SETTINGS)
    trainer.train(str(weights))
    return AttributionTagger(weights)


def folds(articles: Sequence[Article], count: int) -> Iterator[tuple[list[Article], list[Article]]]:
    """Training and test parts, of which the latter cover all articles."""
    order = list(range(len(articles)))
    random.Random(1).shuffle(order)
    for part in range(count):
        chosen = set(order[part::count])
        yield (
            [article for at, article in enumerate(articles) if at not in chosen],
            [articles[at] for at in sorted(chosen)],
        )


def score(claims: Callable[[Article], Sequence[Attribution | None]], articles: Iterable[Article]) -> Score:
    """How sources compare with the gold, where content counts as found whose sentence has a source.

    A source is right where it shares a character with the gold's; a claim is true that holds gold content.
    """
    total = Score()
    for article in articles:
        rows = [
            (reading.start, reading.end, *source.span)
            for reading, source in zip(article.readings, claims(article), strict=True)
            if source is not None
        ]
        total += _compared(rows, article.gold)
    return total


def _compared(rows: Sequence[Row], gold: Sequence[Gold]) -> Score:
    content = [span for each in gold for span in each.content]
    true = sum(_touch(content, row[0], row[1]) for row in rows)
    wanted = [each for each in gold if each.source]
    here = [[row for row in rows if _touch(each.content, row[0], row[1])] for each in wanted]
    right = sum(
        any(_touch(each.source, row[2], row[3]) for row in near)
        for each, near in zip(wanted, here, strict=True)
    )
    return Score(len(wanted), sum(map(bool, here)), right, len(rows), true)


def _touch(spans: Spans, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def by_tagger(tagger: AttributionTagger) -> Callable[[Article], list[Attribution | None]]:
    """Each sentence's source as geobrief finds it with a tagger."""
    return lambda article: speakers(article.readings, found_sources(article.text, article.readings, tagger))


def evaluate(
    articles: Sequence[Article], count: int, kept: Callable[[str], bool] | None = None
) -> Iterator[Score]:
    """The score of each fold by a tagger that was trained on the others."""
    for training, test in folds(articles, count):
        with TemporaryDirectory() as scratch:
            yield score(by_tagger(train(training, Path(scratch, WEIGHTS), kept)), test)


def main() -> None:
    """Reads the arguments, then trains or evaluates."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    articles = read_corpus(arguments.corpus)
    if arguments.folds:
        total = Score()
        for number, result in enumerate(evaluate(articles, arguments.folds), 1):
            total += result
            print(f"fold {number}  {result}", flush=True)
        print(f"all     {total}")
        return
    weights = MODELS / WEIGHTS
    weights.parent.mkdir(exist_ok=True)
    train(articles, weights)
    print(f"{weights}: {weights.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
