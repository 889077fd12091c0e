"""How long the commands take as a user waits for them, and how large the example page is."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ROUNDS = 3


def seconds(*command: str) -> float:
    """The best of a few runs, in seconds of wall-clock time, interpreter and imports included."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "geobrief", *command], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Prints the figures, each with what it is held to."""
    text = (PROJECT / "data" / "articles" / "alabuga.md").read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2]
    with tempfile.TemporaryDirectory() as folder:
        article, page = Path(folder, "article.txt"), Path(folder, "page.html")
        article.write_text(" ".join((body.split() * 2)[:700]), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "geobrief", "find", "Alabuga"], check=True, capture_output=True)
        print(f"geobrief --version: {seconds('--version'):.2f} s")
        print(f"geobrief map, 700 words: {seconds('map', str(article), '-o', str(page)):.2f} s (at most 3)")
        print(f"geobrief build data: {seconds('build', str(PROJECT / 'data'), '-o', str(page)):.2f} s")
        made = page.read_bytes()
        packed = gzip.compress(made)
        print(f"the example's page: {len(made) // 1000} KB (at most 700), gzipped {len(packed) // 1000} KB")


if __name__ == "__main__":
    main()
