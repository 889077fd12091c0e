"""How many documents a second are recognized and resolved on one core, and in how much memory.

python benchmarks/geoparse.py
"""

from __future__ import annotations

import resource
import time
from pathlib import Path

from geobrief.gazetteer import open_gazetteer
from geobrief.geoparse import recognize, resolve
from geobrief.model import Document

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "alabuga.md"
WORDS = 400
DOCUMENTS = 100
LONG = 200
"""How many times longer the long document is, to show that time grows with length alone."""


def seconds(document: Document) -> float:
    """Seconds that one document takes."""
    start = time.perf_counter()
    resolve(document, recognize(document, GAZETTEER), GAZETTEER)
    return time.perf_counter() - start


GAZETTEER = open_gazetteer()


def main() -> None:
    """Prints the figures, each with what it is held to."""
    body = ARTICLE.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = " ".join((body.split() * 2)[:WORDS])
    seconds(Document("warm.md", text))
    spent = sum(seconds(Document(f"{number}.md", text)) for number in range(DOCUMENTS))
    print(f"documents of {WORDS} words a second: {DOCUMENTS / spent:.0f} (at least 25)")
    long = seconds(Document("long.md", "\n".join([text] * LONG)))
    share = long / LONG / (spent / DOCUMENTS)
    print(f"one document of {WORDS * LONG} words: {long:.2f} s, {share:.2f} of the time a word")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
