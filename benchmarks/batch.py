"""How many texts a second `geobrief extract --jsonl` reads in one process and in two, and in how much memory.

python benchmarks/batch.py
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from geobrief.brief.batch import extract_lines

ARTICLE = Path(__file__).parents[1] / "data" / "articles" / "alabuga.md"
DOCUMENTS = 300
ROUNDS = 3


def measured(source: str, target: str, jobs: int) -> tuple[float, int, int]:
    """Seconds from the first byte read to the last written, MB of this process, MB of its largest worker."""
    command = [sys.executable, __file__, source, target, str(jobs)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, own, workers = said.split()
    return float(seconds), int(own), int(workers)


def measure(source: str, target: str, jobs: int) -> None:
    """Reads the file in this process, and prints what `measured` gives."""
    start = time.perf_counter()
    extract_lines(source, target, jobs=jobs)
    seconds = time.perf_counter() - start
    own, workers = (
        resource.getrusage(whose).ru_maxrss // 1024
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(seconds, own, workers)


def main() -> None:
    """Prints the figures, the best of a few rounds; the start of the workers is in them."""
    body = ARTICLE.read_text(encoding="utf-8").split("---\n", 2)[2].split()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        with source.open("w", encoding="utf-8") as file:
            for number in range(DOCUMENTS):
                turned = body[number % len(body) :] + body[: number % len(body)]
                file.write(json.dumps({"id": number, "text": " ".join(turned)}) + "\n")
        one, two = (
            min(measured(str(source), str(Path(folder, f"{jobs}.jsonl")), jobs) for _ in range(ROUNDS))
            for jobs in (1, 2)
        )
        same = Path(folder, "1.jsonl").read_bytes() == Path(folder, "2.jsonl").read_bytes()
    rates = [DOCUMENTS / seconds for seconds, *_ in (one, two)]
    print(f"texts of {len(body)} words a second: {rates[0]:.0f} in one process, {rates[1]:.0f} in two")
    print(f"two processes are {rates[1] / rates[0]:.2f} times as fast as one; the same bytes: {same}")
    print(f"peak memory: {one[1]} MB in one process; with two {two[1]} MB and {two[2]} MB a worker")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    else:
        main()
