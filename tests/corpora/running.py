"""Making datasets, in this process and in others, and what they hold."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil

from geobrief.corpora.progress_file import ProgressFile
from geobrief.corpora.run import Options, Outcome, make_corpus
from geobrief.corpora.store import OWN
from geobrief.corpora.telling import Telling

SECONDS = 240
"""However loaded the machine is, what a test waits for comes sooner or not at all."""


def made(source: Path | str, out: Path, **options: Any) -> Outcome:
    return make_corpus([str(source)], out, Options(**options), Telling(io.StringIO()))


def contents(out: Path) -> dict[str, bytes]:
    """The files of a dataset by their paths, without what a run keeps for itself."""
    paths = (path for path in sorted(out.rglob("*")) if path.is_file())
    found = {str(path.relative_to(out)): path.read_bytes() for path in paths}
    return {name: data for name, data in found.items() if not name.startswith(OWN)}


def started(*arguments: object, session: bool = False) -> "subprocess.Popen[str]":
    """`geobrief corpus` in a process of its own, or in a session of its own, as a terminal's is."""
    command = [sys.executable, "-m", "geobrief", "corpus", *map(str, arguments)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=session,
    )


def receipts(out: Path) -> list[Path]:
    return sorted((out / OWN / "receipts").glob("part-*.json"))


def wait_for_receipt(out: Path, process: "subprocess.Popen[str]", more_than: int = 0) -> None:
    """Returns as soon as a further partition is done."""
    while len(receipts(out)) <= more_than:
        assert process.poll() is None, process.communicate()


def workers_of(process: "subprocess.Popen[str]") -> list[psutil.Process]:
    """The processes that read, which are children of the command's, or of its nanny's."""
    found = psutil.Process(process.pid).children(recursive=True)
    return [each for each in found if "spawn_main" in " ".join(each.cmdline())]


def read_with_a_deadly_document(path: Path) -> str:
    """What a worker does, of which the document 7 of the partition `deadly` kills its process."""
    with ProgressFile(path) as progress:
        for number in range(10):
            progress.at(number)
            if path.name == "deadly" and number == 7 and not progress.is_deadly(number):
                os.kill(os.getpid(), signal.SIGKILL)
    return path.name
