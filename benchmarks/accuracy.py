"""How well places are found and placed in news that neither the tagger nor the ranker was trained on.

    python benchmarks/accuracy.py CORPUS.jsonl... [-o FOLDER] [--apart] [--random]

Tagger and ranker are trained together on four fifths of all corpora and on the project's own sentences, and
read the last fifth; a newspaper's articles are in one fifth. `--apart` trains on the other corpora alone;
`--random` lets a newspaper be in two fifths. With `-o` what was found is written as lines of
`geobrief extract --jsonl`, so that others can score it. `tools/train_tagger.py` tells what a corpus holds.
Needs the dependency group `train`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.geoparse import Resolution, recognize, resolve
from geobrief.geoparse.ranker import Ranker
from geobrief.geoparse.surroundings import distances_km, vectors
from geobrief.geoparse.tagger import Tagger
from geobrief.model import Document
from ranking.corpora import ACCURACY_KM, FOLDS, examples, fold_of, gold_of, partner
from ranking.fitting import fit
from train_tagger import WEIGHTS, Article, Score, read_corpus, read_sentences, train

WAYS = (("own", False), ("own", True), ("gold", False), ("gold", True))
"""The ways in which the ranker sees a text that it is trained on: whose spans, whether its paper is known."""


@dataclass(frozen=True)
class Text:
    """One line of a corpus."""

    path: Path
    record: dict[str, Any]
    article: Article

    def part(self, *, by: str) -> int:
        """The fifth that it is in."""
        return fold_of(str(self.record.get(by) or self.record["id"]))


def main() -> None:
    """Trains, reads, prints a row a corpus; the local one also with its newspapers known."""
    options = _parser().parse_args()
    gazetteer = open_gazetteer()
    texts = [text for path in options.corpora for text in _texts(path, gazetteer)]
    own = list(read_sentences(gazetteer))
    found: dict[tuple[str, bool], list[tuple[Text, Sequence[Resolution]]]] = {}
    for scored in _splits(texts, options):
        chosen = {id(text) for text in scored}
        trained = [text for text in texts if id(text) not in chosen]
        with TemporaryDirectory() as scratch:
            tagger = train([*(text.article for text in trained), *own], Path(scratch, WEIGHTS))
        ranker = _ranker(trained, tagger, gazetteer)
        for text in scored:
            for publisher in (False, True) if text.record.get("domain") else (False,):
                resolved = _read(text, tagger, ranker, gazetteer, publisher=publisher)
                found.setdefault((text.path.stem, publisher), []).append((text, resolved))
    for (corpus, publisher), results in sorted(found.items()):
        print(f"{corpus + (', paper known' if publisher else ''):24} {_told(results)}", flush=True)
        if options.output:
            _write(options.output / f"{corpus}{'-publisher' if publisher else ''}.jsonl", results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="folder for what was found")
    parser.add_argument("--apart", action="store_true", help="train on the other corpora alone")
    parser.add_argument("--random", action="store_true", help="let a newspaper be in two fifths")
    return parser


def _texts(path: Path, gazetteer: Gazetteer) -> Iterator[Text]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for record, article in zip(records, read_corpus(path, gazetteer), strict=True):
        yield Text(path, record, article)


def _splits(texts: Sequence[Text], options: argparse.Namespace) -> Iterator[list[Text]]:
    """What is read in each round; the rest of the texts is trained on."""
    if options.apart:
        for path in options.corpora:
            yield [text for text in texts if text.path == path]
        return
    for part in range(FOLDS):
        yield [text for text in texts if text.part(by="id" if options.random else "domain") == part]


def _ranker(texts: Sequence[Text], tagger: Tagger, gazetteer: Gazetteer) -> Ranker:
    kept = {(text.path, str(text.record["id"])) for text in texts}
    return fit(
        [
            example
            for path in sorted({text.path for text in texts})
            for spans, publisher in WAYS
            for example in examples(path, gazetteer, spans=spans, publisher=publisher, tagger=tagger)
            if (path, example.document.id) in kept
        ]
    )


def _read(
    text: Text, tagger: Tagger, ranker: Ranker, gazetteer: Gazetteer, *, publisher: bool
) -> Sequence[Resolution]:
    domain = text.record["domain"] if publisher else ""
    document = Document(str(text.record["id"]), text.record["text"], publisher=domain)
    return resolve(document, recognize(document, gazetteer, tagger=tagger), gazetteer, ranker)


def _told(results: Sequence[tuple[Text, Sequence[Resolution]]]) -> str:
    """F1 of exact spans, and the share of all gold toponyms that were placed within 161 km."""
    spans = Score()
    located = right = 0
    for text, resolutions in results:
        found = {(each.toponym.start, each.toponym.end) for each in resolutions}
        spans += Score(len(found & text.article.gold), len(found), len(text.article.gold))
        placed = {each.toponym: each.candidate for each in resolutions if each.candidate}
        for gold in gold_of(text.record):
            located += 1
            toponym = partner(gold, list(placed))
            if toponym is not None:
                distance = distances_km(vectors([placed[toponym]]), vectors([gold.place]))[0, 0]
                right += bool(distance <= ACCURACY_KM)
    return f"{spans}   within 161 km {right / max(located, 1):.3f} of {located}"


def _write(path: Path, results: Sequence[tuple[Text, Sequence[Resolution]]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for text, resolutions in results:
            file.write(json.dumps(_line(text, resolutions), ensure_ascii=False) + "\n")


def _line(text: Text, resolutions: Sequence[Resolution]) -> dict[str, Any]:
    mentions, places = [], []
    for number, each in enumerate(resolutions):
        mention = {"start": each.toponym.start, "end": each.toponym.end, "place": None}
        if each.candidate:
            mention["place"] = f"p{number}"
            places.append({"id": f"p{number}", "lat": each.candidate.lat, "lon": each.candidate.lon})
        mentions.append(mention)
    return {"id": text.record["id"], "mentions": mentions, "places": places, "claims": []}


if __name__ == "__main__":
    main()
