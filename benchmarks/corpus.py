"""How fast `geobrief corpus` reads, how that grows, how much memory a worker takes, and what Dask costs.

python benchmarks/corpus.py [ARTICLES...]     by default 1000 and 4000; of the first the speed-up is told

100,000 articles take about half an hour with two workers.
"""

from __future__ import annotations

import io
import math
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from distributed import Client

from corpus_articles import write_articles
from geobrief.corpora.crew import local_cluster
from geobrief.corpora.run import Options, make_corpus
from geobrief.corpora.telling import Telling

SIZES = (1_000, 4_000)
PARTITION = 64
HEAD = (
    *("articles", "workers", "a second", "reading, s", "together, s", "peak, MB", "own, MB"),
    *("claims each", "bytes each"),
)
MEGABYTE = 1_024
"""Kilobytes, in which Linux tells memory."""


class Clock(Telling):
    """Notes when reading begins and when it ends."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())
        self.began = self.read = 0.0

    def crew(self, workers: int, dashboard: str) -> None:  # noqa: ARG002 - it tells nothing
        """The workers are there."""
        self.began = time.perf_counter()

    def putting_together(self) -> None:
        """The last partition is done."""
        self.read = time.perf_counter()


@dataclass
class Measured:
    """One run."""

    articles: int
    reading: float
    """Seconds from the first partition to the last; what a worker imports and opens is in them."""
    together: float
    """Seconds for places, copies and groups."""
    claims: int
    size: int
    """Bytes of the dataset."""
    peaks: list[int] = field(default_factory=list)
    """MB that a worker took at its peak, what it maps of the gazetteer's files included."""
    own: list[int] = field(default_factory=list)
    """MB of that at the end which it does not share."""


def memory() -> tuple[int, int]:
    """Of the process that is asked."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    told = {line.split(":")[0]: line.split()[1] for line in lines if line.endswith(" kB")}
    return int(told["VmHWM"]) // MEGABYTE, int(told["RssAnon"]) // MEGABYTE


def measure(source: Path, articles: int, workers: int) -> Measured:
    """Reads the source with so many workers of Dask; with 0 in this process."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        if workers == 0:
            made = make_corpus([str(source)], out, Options(partition_size=PARTITION), clock)
            found = []
        else:
            with local_cluster(workers) as cluster:
                address = cluster.scheduler_address
                options = Options(scheduler=address, partition_size=PARTITION)
                made = make_corpus([str(source)], out, options, clock)
                with Client(address) as client:
                    found = list(client.run(memory).values())
        ended = time.perf_counter()
        size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    return Measured(
        articles=articles,
        reading=clock.read - clock.began,
        together=ended - clock.read,
        claims=made.claims,
        size=size,
        peaks=[peak for peak, _ in found],
        own=[own for _, own in found],
    )


def plain_loop(source: Path) -> float:
    """Seconds for the same articles in this process; asked in a process of its own, which is as cold."""
    import subprocess

    command = [sys.executable, __file__, "--plain", str(source)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def told(measured: Measured, workers: int) -> str:
    """A line of the table."""
    cells = (
        f"{measured.articles:,}",
        f"{workers}",
        f"{measured.articles / measured.reading:.1f}",
        f"{measured.reading:.1f}",
        f"{measured.together:.1f}",
        "/".join(map(str, measured.peaks)),
        "/".join(map(str, measured.own)),
        f"{measured.claims / measured.articles:.1f}",
        f"{measured.size / measured.articles:.0f}",
    )
    return f"| {' | '.join(cells)} |"


def main(sizes: list[int]) -> None:
    """Prints the table and what follows from it: one worker at the first size, two at all of them."""
    print(f"| {' | '.join(HEAD)} |")
    runs: list[Measured] = []
    with tempfile.TemporaryDirectory() as folder:
        for articles in sizes:
            source = Path(folder, f"{articles}.jsonl")
            write_articles(source, articles)
            if not runs:
                plain, alone = plain_loop(source), measure(source, articles, 1)
                print(told(alone, 1), flush=True)
            runs.append(measure(source, articles, 2))
            print(told(runs[-1], 2), flush=True)
    print(f"speed-up by a second worker: {alone.reading / runs[0].reading:.2f}")
    print(f"plain loop: {plain:.1f} s; Dask with one worker: {alone.reading / plain - 1:+.1%}")
    for first, last in pairwise(runs):
        told_growth(first, last)
    if len(runs) > 2:
        told_growth(runs[0], runs[-1])
    print(f"peak memory of the process that puts together: {memory()[0]} MB")


def told_growth(first: Measured, last: Measured) -> None:
    """Prints how time and memory grow from a size to a larger one."""
    grown = math.log((last.reading + last.together) / (first.reading + first.together))
    power = grown / math.log(last.articles / first.articles)
    more = max(last.peaks) / max(first.peaks) - 1
    print(
        f"{first.articles:,} to {last.articles:,}: time grows with articles to the power of {power:.3f}, "
        f"peak memory of a worker by {more:+.1%}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--plain"]:
        print(measure(Path(sys.argv[2]), 1, 0).reading)
    else:
        main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
