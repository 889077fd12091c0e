"""How long an editor waits for `geobrief edit`: `python benchmarks/editor.py`.

The brief has 1,000 places of the gazetteer and 3,000 claims in ten articles. The real server runs in a
process of its own and is asked over HTTP on 127.0.0.1, one question after the other, while a page waits for
news as every open page does. Wall is the time until the answer is read, CPU that of all the server's threads.
Bare is what writing the same files costs by itself, aside, synced and moved, taken turn by turn with each
save: on a loaded machine a save is to be judged by its ratio to that, and by its CPU.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from geobrief.brief.folder import save_folder
from geobrief.gazetteer import open_gazetteer
from geobrief.model import CERTAINTIES, Brief, Claim, Document, Place

PLACES = 1_000
CLAIMS = 3_000
ARTICLES = 10
ROUNDS = 30
STARTS = 5
"""Fresh servers, of each of which the first of everything is taken."""
TYPED = (
    "vladivostok",
    "new york",
    "paris, texas",
    "san",
    "saint petersburg",
    "rio de janeiro",
    "köln",
    "المدينة",
)
BUDGET_MS = 50


@dataclass
class Series:
    """Milliseconds of one thing, done again and again."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def told(self, label: str) -> str:
        """A line of figures."""
        shares = f"95 % {share(self.wall, 0.95):6.1f}, 99 % {share(self.wall, 0.99):6.1f}"
        line = f"{label:34} wall {statistics.median(self.wall):6.1f}, {shares}, most {max(self.wall):6.1f}"
        line += f";  CPU {statistics.median(self.cpu):6.1f}"
        if self.bare:
            bare = statistics.median(self.bare)
            line += f";  bare {bare:5.1f}, ratio {statistics.median(self.wall) / bare:4.1f}"
        return line


@dataclass
class Server:
    """A running `geobrief edit`, and the brief's folder."""

    folder: Path
    process: subprocess.Popen[str]
    connection: HTTPConnection
    token: str
    revision: str = ""
    drawing: str = ""

    def ask(self, path: str, body: Any = None) -> Any:
        """What is answered; anything but success ends the benchmark."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        self.connection.request(
            "GET" if body is None else "POST", path, None if body is None else json.dumps(body), headers
        )
        answer = self.connection.getresponse()
        told = answer.read()
        if answer.status != 200:
            sys.exit(f"{path} was answered {answer.status}: {told[:300].decode()}")
        return json.loads(told) if path.startswith("/api/") else told

    def cpu(self) -> float:
        """Milliseconds of processors that all threads of the server have used."""
        clock = ctypes.c_int()
        ctypes.CDLL(None).clock_getcpuclockid(self.process.pid, ctypes.byref(clock))
        return time.clock_gettime(clock.value) * 1000

    def timed(self, series: Series, path: str, body: Any = None) -> Any:
        """Asks, and takes the time."""
        cpu, start = self.cpu(), time.perf_counter()
        answer = self.ask(path, body)
        series.wall.append((time.perf_counter() - start) * 1000)
        series.cpu.append(self.cpu() - cpu)
        return answer

    def step(self, series: Series, path: str, body: Any) -> Any:
        """A save, followed by the bare writing of the same files."""
        before = stamps(self.folder)
        answer = self.timed(series, path, body)
        self.revision = answer["revision"]
        after = stamps(self.folder)
        series.bare.append(bare([name for name in after if after[name] != before.get(name)]))
        return answer

    def change(self, series: Series, change: dict[str, Any]) -> Any:
        """A change on what this page has seen last."""
        return self.step(series, "/api/changes", {"revision": self.revision, "change": change})


def made_up() -> Brief:
    """The brief; the seed makes the same one each time."""
    draw = random.Random(1)
    cities = (each for each in open_gazetteer().foremost(100_000) if each.kind == "city")
    places = tuple(
        Place(f"p{at}", city.name, "city", city.lon, city.lat, city.country_code, city.within, source=city.id)
        for at, city in enumerate(itertools.islice(cities, PLACES))
    )
    sentences: list[list[str]] = [[] for _ in range(ARTICLES)]
    claims = []
    for number in range(CLAIMS):
        one, other = draw.sample(places, 2)
        said = (
            f"Officials said that {draw.randrange(2, 900)} people left {one.name} for {other.name} in 2024."
        )
        article = number * ARTICLES // CLAIMS
        sentences[article].append(said + ("\n\n" if number % 5 == 4 else " "))
        claims.append(
            Claim(f"c{number}", f"a{article}.md", said, (one.id, other.id), "Officials", CERTAINTIES[-2])
        )
    documents = tuple(
        Document(f"a{at}.md", "".join(words), title=f"Article {at}", published="2024-12-01", language="en")
        for at, words in enumerate(sentences)
    )
    return Brief(documents, (), places, tuple(claims), "Made up")


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Runs the command until the block ends."""
    command = [sys.executable, "-m", "geobrief", "edit", str(folder), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            address = next(word for line in lines for word in line.split() if word.startswith("http://"))
            split = urlsplit(address)
            token = parse_qs(split.query)["token"][0]
            connection = HTTPConnection("127.0.0.1", split.port or 0, timeout=60)
            with contextlib.closing(connection):
                yield Server(folder, process, connection, token)
        finally:
            process.terminate()


@contextlib.contextmanager
def listening(server: Server) -> Iterator[None]:
    """Waits for news all the while, as a page does that is open."""
    ended = threading.Event()

    def listen() -> None:
        own = Server(
            server.folder,
            server.process,
            HTTPConnection("127.0.0.1", server.connection.port, timeout=60),
            server.token,
        )
        with contextlib.closing(own.connection):
            while not ended.is_set():
                own.revision = own.ask(f"/api/news?after={own.revision}")["revision"]

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        places = server.folder / "places.geojson"
        places.write_bytes(places.read_bytes() + b"\n")  # news, so that it need not wait for its time
        thread.join()


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    """When each file was written, the editor's own among them."""
    return {
        path: (found.st_mtime_ns, found.st_ino)
        for path in folder.rglob("*")
        if path.is_file() and (found := path.stat())
    }


def bare(paths: Sequence[Path]) -> float:
    """Milliseconds of writing files as large as these beside them, synced and moved."""
    contents = [path.read_bytes() for path in paths]
    start = time.perf_counter()
    for path, content in zip(paths, contents, strict=True):
        aside, moved = path.with_suffix(".bench-aside"), path.with_suffix(".bench")
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(moved)
    took = (time.perf_counter() - start) * 1000
    for path in paths:
        path.with_suffix(".bench").unlink()
    return took


def share(values: Sequence[float], part: float) -> float:
    """The value that so large a part of them does not exceed."""
    return sorted(values)[min(round(part * len(values)), len(values) - 1)]


def keystrokes(words: Sequence[str]) -> Iterator[str]:
    """What stands in the box after each key."""
    for word in words:
        for end in range(1, len(word) + 1):
            yield word[:end]


def measure_first(folder: Path) -> None:
    """The first of everything after a start: the page, a key, a save."""
    page, key, save, step, data = Series(), Series(), Series(), Series(), Series()
    for at in range(STARTS):
        with serving(folder) as server:
            server.timed(page, f"/?token={server.token}")
            server.timed(key, "/api/search?q=a")
            server.revision = server.ask("/api/news")["revision"]
            server.change(save, {"do": "move_place", "id": "p7", "lon": at, "lat": 20})
            server.timed(data, "/api/page")
        with serving(folder) as server:
            server.step(step, "/api/undo", {})
    print(page.told("the page, first"))
    print(key.told("a key, first"))
    print(save.told("a save, first"))
    print(data.told("  then the page's data, all"))
    print(step.told("undo, first thing after a start"))


def measure_saves(server: Server) -> None:
    """Saves of each sort, each followed by what the page then asks for, and without that."""
    kinds: dict[str, Callable[[int], dict[str, Any]]] = {
        "a place moved": lambda at: {"do": "move_place", "id": "p5", "lon": 10 + at / 4, "lat": 20},
        "a claim's note edited": lambda at: {
            "do": "set_claim",
            "id": "c50",
            "fields": {"note": f"N {at}"},
        },
        "a claim's quote edited": lambda at: {
            "do": "set_claim",
            "id": "c60",
            "fields": {"quote": f"N {at}"},
        },
        "a place added": lambda at: {
            "do": "add_place",
            "place": {"name": f"Camp {at}", "kind": "site", "lon": at, "lat": 1},
        },
    }
    for label, change in kinds.items():
        measure_steps(label, server, lambda save, at, change=change: server.change(save, change(at)))
    for path in ("/api/undo", "/api/redo"):
        measure_steps(path, server, lambda save, _, path=path: server.step(save, path, {}))
    for label, change in kinds.items():
        save = Series()
        for at in range(ROUNDS):
            server.change(save, change(at + 100))
        print(save.told(f"{label}, page not asked"))


def measure_steps(label: str, server: Server, step: Callable[[Series, int], Any]) -> None:
    """One sort of save, each followed by what differs of the page's data."""
    save, fresh, size = Series(), Series(), []
    for at in range(ROUNDS):
        step(save, at)
        told = server.timed(fresh, f"/api/page?seen={server.drawing}")
        server.drawing = told["drawing"]
        size.append(len(json.dumps(told, ensure_ascii=False).encode()) / 1000)
    print(save.told(label))
    print(fresh.told(f"  then the page's data, {statistics.median(size):.1f} KB"))


def measure_search(server: Server) -> None:
    """Keys, one after the other."""
    keys = Series()
    for typed in keystrokes(TYPED):
        server.timed(keys, f"/api/search?q={quote(typed)}")
    print(keys.told(f"a key of search, {len(keys.wall)} keys"))


def main() -> None:
    """Prints what each takes, in milliseconds, beside the 50 ms that a save and a key may."""
    print(f"milliseconds; a save and a key are to take {BUDGET_MS} at most; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "brief")
        save_folder(made_up(), folder)
        measure_first(folder)
        with serving(folder) as server, listening(server):
            shown = server.ask("/api/page")
            server.revision, server.drawing = shown["revision"], shown["drawing"]
            measure_saves(server)
            measure_search(server)


if __name__ == "__main__":
    main()
