"""What adding GeoNames' dumps takes, and what it costs look-ups: `python benchmarks/dumps.py [ROWS]`.

The dump is drawn with a fixed seed: shares of feature classes, alternate names, scripts and the length of
rows are about those of allCountries.txt; names are made of syllables, one in twelve begins with "San(ta)".
"""

from __future__ import annotations

import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geobrief.gazetteer import Gazetteer

ROWS = 1_000_000
MOST_ID = 13_000_000
CODES = {
    "P.PPL": 32, "P.PPLA4": 4, "P.PPLL": 3, "P.PPLX": 3, "A.ADM2": 1, "A.ADM3": 3, "A.ADM4": 4, "H.STM": 13,
    "H.LK": 4, "H.WLL": 2, "T.HLL": 5, "T.MT": 4, "T.ISL": 1, "T.VAL": 1, "L.LCTY": 2, "L.PRK": 1, "S.FRM": 4,
    "S.SCH": 5, "S.HTL": 3, "S.CH": 4, "S.AIRB": 1,
}  # fmt: skip
"""Of a hundred rows."""
SYLLABLES = {
    "latin": (
        "ba bel bur car dal der don el far gor gra hol in kar kov la lan lin lo mar mon na ne nor ol par per"
        " po ra ro sa sel sta tal ter to ul va vel vi wa wood yar za zen ö é ø ñ"
    ),
    "cyrillic": "ба бел бор вла гор дон ел за зна ка ков кра лен ло мар ми на ново ол пет по ра ро са се ста",
    "arabic": "با بي دا دي را سا عين في قص كر لا ما مد نا نو وا يا",
    "han": "山 川 大 小 东 西 南 北 新 安 平 江 河 城 村 州 海 石 水 林 田",
}


def write_dump(path: Path, rows: int) -> None:
    """Writes a zip file like allCountries.zip."""
    draw = random.Random(1)
    ids = sorted(draw.sample(range(1, max(MOST_ID, 2 * rows)), rows))
    draw.shuffle(ids)
    codes = draw.choices(list(CODES), list(CODES.values()), k=rows)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{path.stem}.txt", "w", force_zip64=True) as file,
    ):
        lines: list[str] = []
        for number, code in zip(ids, codes, strict=True):
            lines.append(row(draw, number, code))
            if len(lines) == 10_000:
                file.write("".join(lines).encode())
                lines.clear()
        file.write("".join(lines).encode())


def row(draw: random.Random, number: int, code: str) -> str:
    """One row of 19 columns."""
    name = made_name(draw, "latin")
    alternates: list[str] = []
    if draw.random() < 0.45:
        scripts = draw.choices(list(SYLLABLES), [60, 20, 10, 10], k=draw.randint(1, 6))
        alternates = [made_name(draw, script) for script in scripts]
    feature_class, _, feature = code.partition(".")
    country, region = draw.choice(("RU", "US", "CN", "NO", "MX", "IR", "ID", "DE")), draw.randint(1, 40)
    population = int(10 ** draw.uniform(1, 5)) if feature_class in "PA" and draw.random() < 0.1 else 0
    ascii_name = name.encode("ascii", "ignore").decode()
    return (
        f"{number}\t{name}\t{ascii_name}\t{','.join(alternates)}\t{draw.uniform(-60, 75):.5f}\t"
        f"{draw.uniform(-180, 180):.5f}\t{feature_class}\t{feature}\t{country}\t\t{region:02}\t\t\t\t"
        f"{population}\t\t120\tEurope/Berlin\t2024-01-01\n"
    )


def made_name(draw: random.Random, script: str) -> str:
    """A name of two to four syllables, now and then of two words."""
    syllables = SYLLABLES[script].split()
    name = "".join(draw.choices(syllables, k=draw.randint(2, 4))).capitalize()
    if script == "latin" and draw.random() < 0.25:
        return f"{draw.choice(('San', 'Santa', 'Lake', 'Upper', 'Novo', 'Camp'))} {name}"
    return name


@contextlib.contextmanager
def watched_memory() -> Iterator[list[float]]:
    """Samples the memory of this process and those below it, shared pages counted once, in MB (Linux)."""
    most = [0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            most[0] = max(most[0], sum(_share_of_memory(pid) for pid in _family(os.getpid())))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield most
    finally:
        done.set()
        thread.join()


def _family(pid: int) -> list[int]:
    found = [pid]
    for path in Path("/proc", str(pid), "task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in path.read_text().split():
                found += _family(int(child))
    return found


def _share_of_memory(pid: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path("/proc", str(pid), "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def measure_adding(folder: Path, dump: Path) -> None:
    """Adding to a base gazetteer that is there, as the command does."""
    from geobrief.gazetteer.dumps.manage import add_dumps

    with watched_memory() as most:
        report = add_dumps(folder, [dump])
    (source,) = report.added
    size = sum(path.stat().st_size for path in (folder / "additions").rglob("*") if path.is_file())
    used = os.times()
    print(
        f"add        {report.seconds:8.1f} s   {source.rows / report.seconds:,.0f} rows a second   "
        f"{most[0]:.0f} MB at most   {size / 1e6:.0f} MB on disk   "
        f"{used.user + used.system + used.children_user + used.children_system:.1f} s of processors"
    )
    print(f"           {source.rows:,} rows, {source.kept:,} kept, {report.counts['names']:,} names")


def measure_look_ups(folder: Path, names_of: Path) -> None:
    """Opening, and the look-ups of names of the base's places, in microseconds each."""
    start = time.perf_counter()
    from geobrief.gazetteer import open_gazetteer

    gazetteer = open_gazetteer(folder, build=False)
    opened = time.perf_counter() - start
    names = names_of.read_text(encoding="utf-8").splitlines()
    words = [f"{one} {other} officials said".lower() for one, other in pairwise(names)]
    for what, ask, asked in (
        ("candidates", lambda name: gazetteer.candidates(name), names),
        ("and all read", lambda name: list(gazetteer.candidates(f"the {name}")), names),
        ("known", gazetteer.known, words),
    ):
        times = sorted(timed(ask, name) for name in asked)
        print(
            f"  {what:<13} median {statistics.median(times):6.1f}, mean {statistics.mean(times):6.1f}, "
            f"99 % below {times[len(times) * 99 // 100]:7.1f} µs"
        )
    measure_keystrokes(gazetteer, names[:300])
    print(f"  opened in {opened:.3f} s, {len(gazetteer):,} places")


def measure_keystrokes(gazetteer: Gazetteer, names: list[str]) -> None:
    """Each letter of some names as the editor looks it up, in milliseconds."""
    from geobrief.gazetteer.completion import Completion

    completion = Completion(gazetteer)
    typed = [name[:end] for name in names for end in range(1, len(name) + 1)]
    times = sorted(timed(completion.search, each) / 1e3 for each in typed)
    print(
        f"  a keystroke   median {statistics.median(times):.1f}, "
        f"99 % below {times[len(times) * 99 // 100]:.1f}, at most {times[-1]:.1f} ms"
    )


def timed(ask: object, name: str) -> float:
    """Microseconds of one call."""
    assert callable(ask)
    start = time.perf_counter_ns()
    ask(name)
    return (time.perf_counter_ns() - start) / 1e3


def write_names(folder: Path, path: Path) -> None:
    """Main names of 5,000 places of the base, drawn with a fixed seed."""
    from geobrief.gazetteer import open_gazetteer

    gazetteer = open_gazetteer(folder)
    ids = random.Random(1).sample(sorted(gazetteer.geonames_ids()), 5_000)
    found = [gazetteer.get(f"geonames:{number}") for number in ids]
    path.write_text("\n".join(place.name for place in found if place), encoding="utf-8")


def main() -> None:
    """Each measurement in a fresh process, so that none sees another's memory or imports."""
    if len(sys.argv) == 4:
        {"add": measure_adding, "ask": measure_look_ups}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as made:
        folder, dump, names = Path(made, "cache"), Path(made, "allCountries.zip"), Path(made, "names.txt")
        write_names(folder, names)
        write_dump(dump, rows)
        for what, given in (("ask", names), ("add", dump), ("ask", names)):
            subprocess.run([sys.executable, __file__, what, folder, given], check=True)


if __name__ == "__main__":
    main()
