"""Time and memory the gazetteer takes to be built, opened and asked: `python benchmarks/gazetteer.py`."""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

POPULAR = ("Paris", "Springfield", "San Antonio", "Victoria", "Washington", "Moscow", "Georgia", "Alexandria")
SAMPLE = 5_000
"""Names drawn from all known places; the seed makes the same draw each time."""


def measure_build(folder: Path) -> None:
    """Cold build, meant for a process of its own."""
    from geobrief.gazetteer.build import build

    start = time.perf_counter()
    build(folder)
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"build      {seconds:8.1f} s   {peak_memory():6.0f} MB at most   {size / 1e6:.0f} MB on disk")


def measure_open(folder: Path) -> None:
    """Imports and opening, meant for a process of its own."""
    start = time.perf_counter()
    from geobrief.gazetteer import open_gazetteer

    imported = time.perf_counter() - start
    open_gazetteer(folder, build=False)
    seconds = time.perf_counter() - start
    print(f"open       {seconds:8.3f} s   of it {imported:.3f} s imports   {peak_memory():6.0f} MB at most")


def measure_lookups(folder: Path) -> None:
    """First and repeated look-ups of names, as microseconds each."""
    from geobrief.gazetteer import open_gazetteer

    gazetteer = open_gazetteer(folder, build=False)
    names = drawn_names(len(gazetteer), folder)
    tell("drawn names", [timed(lambda name=name: gazetteer.candidates(name)) for name in names])
    tell("all read", [timed(lambda name=name: list(gazetteer.candidates(name))) for name in names])
    for name in POPULAR:
        found = timed(lambda name=name: gazetteer.candidates(name))
        read = timed(lambda name=name: list(gazetteer.candidates(name)))
        again = timed(lambda name=name: list(gazetteer.candidates(name)))
        count = len(gazetteer.candidates(name))
        print(
            f"  {name:<12} {count:4} places found {found:6.1f}, all read {read:6.1f}, again {again:5.1f} µs"
        )
    text = "new york city officials said on monday that the bridge"
    tell("known", [timed(lambda: gazetteer.known(text)) for _ in range(1000)])


def drawn_names(count: int, folder: Path) -> list[str]:
    """Main names of places drawn at random, read from the gazetteer's own files."""
    from geobrief.gazetteer.build import store_folder
    from geobrief.gazetteer.layout import PLACE

    places = (store_folder(folder) / "places.bin").read_bytes()
    text = (store_folder(folder) / "text.bin").read_bytes()
    names = []
    for row in random.Random(1).sample(range(count), SAMPLE):
        offset, length = PLACE.unpack_from(places, row * PLACE.size)[4:6]
        names.append(text[offset : offset + length].decode())
    return names


def timed(call: object) -> float:
    """Microseconds of one call."""
    assert callable(call)
    start = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - start) / 1e3


def tell(what: str, times: list[float]) -> None:
    """Prints how the times are spread."""
    times.sort()
    spread = f"median {statistics.median(times):.1f}, mean {statistics.mean(times):.1f}"
    print(f"{what:<12} {spread}, 99 % below {times[len(times) * 99 // 100]:.1f} µs")


def peak_memory() -> float:
    """The most that this process has held, in MB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def main() -> None:
    """Each measurement in a fresh process, so that none sees another's memory or imports."""
    if len(sys.argv) == 3:
        {"build": measure_build, "open": measure_open, "look-up": measure_lookups}[sys.argv[1]](
            Path(sys.argv[2])
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        for what in ("build", "open", "open", "look-up"):
            subprocess.run([sys.executable, __file__, what, folder], check=True)


if __name__ == "__main__":
    main()
