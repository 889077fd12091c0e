"""How fast places and claims are found on one core, in how much memory, beside spaCy pipelines if installed.

python benchmarks/geoparse.py [MODEL ...]

MODEL is the name of an installed spaCy pipeline or the folder of one; by default every English one that is
installed. Each contender runs in a process of its own and pays for all that it imports. Times are of the
processor, so that other programs that run at the same time do not count.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "alabuga.md"
WORDS = 400
DOCUMENTS = 100
LONG = 200
"""How many times longer the long document is, to show that time grows with length alone."""

PUBLISHED = "2025-06-20"
LEAST_WITH_CLAIMS = 15
LEAST_DOCUMENTS, MOST_MEGABYTES, MOST_SECONDS = 25, 400, 1.0
FIRST = "Trains from Kazan reached Odesa on Monday."
"""Read once before the others, since some parts are only loaded then: that counts as loading."""

Reader = Callable[[str], Any]


def own(recognizer: str = "") -> Reader:
    """Geobrief: names found and placed, by its own recognizer or another."""
    from geobrief.gazetteer import open_gazetteer
    from geobrief.geoparse.methods import Methods, open_geoparser
    from geobrief.model import Document

    geoparser = open_geoparser(open_gazetteer(), Methods(recognizer))
    return lambda text: geoparser.resolutions(Document("a.md", text))


def with_claims() -> Reader:
    """Geobrief: names found and placed, and the claims made of them."""
    from geobrief.brief.draft import draft
    from geobrief.gazetteer import open_gazetteer
    from geobrief.geoparse.methods import Methods, open_geoparser
    from geobrief.model import Document

    gazetteer = open_gazetteer()
    geoparser = open_geoparser(gazetteer, Methods())
    return lambda text: draft([Document("a.md", text, published=PUBLISHED)], gazetteer, geoparser)


def spacy_alone(model: str) -> Reader:
    """A spaCy pipeline as it comes: names found, not placed."""
    import spacy

    return spacy.load(model)


def measured(open_reader: Callable[[], Reader], *, also_long: bool) -> dict[str, float]:
    """The figures of one contender, in this process."""
    if hasattr(os, "sched_setaffinity"):  # numpy would use them all
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    text = " ".join((ARTICLE.read_text(encoding="utf-8").split("---\n", 2)[2].split() * 2)[:WORDS])
    start = time.process_time()
    read = open_reader()
    read(FIRST)
    loaded = time.process_time()
    for _ in range(DOCUMENTS):
        read(text)
    spent = time.process_time() - loaded
    figures = {
        "load": loaded - start,
        "rate": DOCUMENTS / spent,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if also_long:
        start = time.process_time()
        read("\n".join([text] * LONG))
        figures["long"] = time.process_time() - start
        figures["share"] = figures["long"] / LONG / (spent / DOCUMENTS)
    return figures


CONTENDERS: dict[str, tuple[str, Callable[[str], Reader]]] = {
    "own": ("geobrief, found and placed", lambda _: own()),
    "claims": ("geobrief, places and claims", lambda _: with_claims()),
    "spacy": ("{} alone, found", spacy_alone),
    "both": ("geobrief with spacy:{}, found and placed", lambda model: own(f"spacy:{model}")),
}


def shown(contender: str, model: str = "") -> dict[str, float]:
    """Runs a contender in a process of its own and prints its line."""
    command = [sys.executable, __file__, "--measure", contender, *([model] if model else [])]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    name = CONTENDERS[contender][0].format(Path(model).name)
    print(f"{name:<56}{figures['load']:>8.2f}{figures['rate']:>13.1f}{figures['memory']:>10.0f}", flush=True)
    return figures


def english_pipelines() -> list[str]:
    """The English spaCy pipelines that are installed; without spaCy none."""
    try:
        from geobrief.geoparse.spacy_recognizer import installed_pipelines

        return [name for name in installed_pipelines() if name.startswith("en_")]
    except ImportError:
        return []


def main() -> None:
    """Prints the figures, each with what it is held to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", metavar="MODEL")
    parser.add_argument("--measure", choices=CONTENDERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        model = arguments.models[0] if arguments.models else ""
        opener = CONTENDERS[arguments.measure][1]
        print(json.dumps(measured(lambda: opener(model), also_long=arguments.measure in ("own", "claims"))))
        return
    print(f"{'':<56}{'load, s':>8}{'documents/s':>13}{'peak, MB':>10}")
    figures = shown("own")
    limits = (f"≤ {MOST_SECONDS:.0f}", f"≥ {LEAST_DOCUMENTS}", f"≤ {MOST_MEGABYTES}")
    print("{:<56}{:>8}{:>13}{:>10}".format("  held to", *limits))
    claims = shown("claims")
    print("{:<56}{:>8}{:>13}".format("  held to", "", f"≥ {LEAST_WITH_CLAIMS}"))
    models = arguments.models or english_pipelines()
    for model in models:
        shown("spacy", model)
        shown("both", model)
    if not models:
        print("no spaCy pipeline for English is installed to compare with; name one, or the folder of one")
    print(f"documents have {WORDS} words; one of {WORDS * LONG} took {figures['long']:.2f} s,")
    print(f"{figures['share']:.2f} of the time a word (its peak is not in the memory above);")
    print(f"with claims {claims['long']:.2f} s, {claims['share']:.2f} of the time a word")


if __name__ == "__main__":
    main()
