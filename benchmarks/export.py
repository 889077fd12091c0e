"""Speed and size of exported data: `python benchmarks/export.py`.

Every format is written from the example and from 10,000 places with a claim each; first the packages are
loaded, which takes a second once. Seconds are those of processors, the median of three. The baseline writes
the bare rows of places with GeoPandas, without claims, styles, or what follows from the brief.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from geobrief import read
from geobrief.brief.frames import places_frame
from geobrief.export import Options, content
from geobrief.model import CERTAINTIES, Brief, Claim, Flow, Place, Quantity, When

EXAMPLE = Path(__file__).parent.parent / "data"
DATA = ("geojson", "geojsonl", "gpkg", "kml", "kmz", "parquet", "csv", "xlsx", "annotations", "claims")
DRIVERS = {"gpkg": "GPKG", "geojson": "GeoJSON", "geojsonl": "GeoJSONSeq"}
"""Of the formats that GeoPandas writes through GDAL."""


def made_up(count: int) -> Brief:
    """A brief of so many places, a claim each, one of ten a movement; the same each time."""
    draw = random.Random(1)
    places = tuple(
        Place(
            f"p{at}", f"Town {at}", "city", draw.uniform(-180, 180), draw.uniform(-80, 80), "UA", note="Seen."
        )
        for at in range(count)
    )
    claims = tuple(
        Claim(
            f"c{at}",
            "",
            f"Town {at} took in {draw.randrange(1000)} people in March.",
            (f"p{at}",),
            by="Officials",
            certainty=CERTAINTIES[at % len(CERTAINTIES)],
            quantities=(Quantity(at, "people", f"{at} people"),),
            when=When("2025-03-01", "2025-03-31"),
            flow=Flow(f"p{at}", f"p{at - 1}") if at % 10 == 1 else None,
        )
        for at in range(count)
    )
    return Brief((), (), places, claims, "Towns")


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processors, which other work on the machine does not change: the median of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def baseline(brief: Brief, name: str, folder: Path) -> float | None:
    """How long GeoPandas takes for the bare rows; None for what it does not write."""
    frame = places_frame(brief)
    path = folder / f"bare.{name}"
    if name == "parquet":
        return seconds(lambda: frame.to_parquet(path))
    if name not in DRIVERS:
        return None

    def write() -> None:
        path.unlink(missing_ok=True)
        frame.to_file(path, driver=DRIVERS[name])

    return seconds(write)


def main() -> None:
    """Prints a table."""
    example, many = read(EXAMPLE).value, made_up(10_000)
    print(f"{'format':12} {'example':>17} {'10,000 places':>19} {'bare rows':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for name in DATA:
            content(example, "-", name, Options())
            cells = [f"{name:12}"]
            for brief in (example, many):
                size = len(content(brief, "-", name, Options()))
                taken = seconds(lambda brief=brief, name=name: content(brief, "-", name, Options()))  # type: ignore[misc]
                cells.append(f"{taken:7.2f} s {size / 1e3:8,.0f} kB")
            bare = baseline(many, name, Path(folder))
            print(*cells, f"{bare:8.2f} s" if bare is not None else "         –", flush=True)


if __name__ == "__main__":
    main()
