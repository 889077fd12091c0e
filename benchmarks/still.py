"""Speed of still pictures: `python benchmarks/still.py`.

The example as each of the three formats, each in a cold process: seconds on the clock and of processors, and
what the parts take within. Then crowds of places, in one process, without the start.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "data"

COLD = """
import sys, time
start = time.perf_counter()
import geobrief
brief = geobrief.read(sys.argv[1]).value
read = time.perf_counter()
from geobrief.export import Options
from geobrief.export.picture import picture
from geobrief.export.still import sheet
imported = time.perf_counter()
content = picture(brief, Options(), format=sys.argv[2])
drawn = time.perf_counter()
print(f"read {read - start:.2f} s, imports {imported - read:.2f} s, drawn {drawn - imported:.2f} s, "
      f"{len(content) / 1000:.0f} KB")
"""


def main() -> None:
    """Prints all figures."""
    for name in ("png", "svg", "pdf"):
        before, start = _processors(), time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", COLD, str(EXAMPLE), name], capture_output=True, text=True, check=True
        )
        taken = time.perf_counter() - start
        parts = done.stdout.strip()
        print(f"{name} of the example: {taken:.2f} s, of processors {_processors() - before:.2f} s ({parts})")
    for count in (10, 300, 3000):
        print(f"PNG of {count} places: {_crowd(count):.2f} s")


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _crowd(count: int) -> float:
    """Seconds of processors for a picture of so many places, each with a claim, after a first one."""
    from geobrief.export import Options
    from geobrief.export.picture import picture
    from geobrief.model import Brief, Claim, Place

    places = tuple(
        Place(id=f"p{at}", name=f"Hill {at}", lon=22 + at * 0.618 % 1 * 18, lat=45 + at * 0.414 % 1 * 7)
        for at in range(count)
    )
    claims = tuple(
        Claim(id=f"c{at}", document="", quote=f"Hill {at} is open.", places=(f"p{at}",))
        for at in range(count)
    )
    picture(Brief(places=places[:2], claims=claims[:2]), Options())
    start = time.process_time()
    picture(Brief(places=places, claims=claims, title="Hills"), Options(size="A4"))
    return time.process_time() - start


if __name__ == "__main__":
    main()
