"""Many texts in a file: the same answers from one process and from two, progress, and a clean end."""

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from geobrief.brief.batch import NUMBERED, Tally, extract_lines
from geobrief.brief.batch_lines import Answer
from geobrief.errors import ArticleError, GeobriefError

COMMAND = [sys.executable, "-m", "geobrief", "extract", "--jsonl"]
TEXTS = (
    "Ferries from Odesa reached Constanța on Monday, the harbour master said.",
    "Paris, Texas, is not Paris in France. Officials in Lyon reported 25,000 visitors in June 2024.",
    "",
    "Nobody in Kursk region, Tatarstan or the Alabuga Special Economic Zone would comment.",
    "A train left Springfield for Cambridge.",
)


def write_lines(path: Path, count: int) -> Path:
    rows = [
        {
            "id": number,
            "text": " ".join([TEXTS[number % len(TEXTS)]] * (number % 7)),
            "published": "2025-06-20",
        }
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_two_processes_write_the_bytes_that_one_writes(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 60)
    with source.open("a", encoding="utf-8") as file:
        file.write('{"id": "bad"}\n\n{"id": "last", "text": "Oslo."}\n')
    tallies = [extract_lines(str(source), str(tmp_path / f"{jobs}.jsonl"), jobs=jobs) for jobs in (1, 2)]
    assert tallies[0] == tallies[1] == Tally(62, 1, faults=[(61, 'no "text"')])
    written = (tmp_path / "1.jsonl").read_bytes()
    assert (tmp_path / "2.jsonl").read_bytes() == written
    assert [json.loads(line)["id"] for line in written.splitlines()] == [*range(60), "bad", "last"]


def test_a_file_may_not_replace_itself(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "texts.jsonl", 3)
    before = path.read_bytes()
    with pytest.raises(GeobriefError, match="is the file that is read"):
        extract_lines(str(path), str(path))
    assert path.read_bytes() == before


def test_an_empty_file_gives_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"")
    assert extract_lines(str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl"), jobs=2).texts == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_what_cannot_be_read_or_written_is_told_before_any_work(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 3)
    with pytest.raises(ArticleError, match="cannot be read: Is a directory"):
        extract_lines(str(tmp_path), str(tmp_path / "out.jsonl"))
    with pytest.raises(GeobriefError, match="no such folder"):
        extract_lines(str(source), str(tmp_path / "missing" / "out.jsonl"))
    assert list(tmp_path.iterdir()) == [source]


def test_a_tally_tells_the_first_faults_and_counts_the_rest() -> None:
    tally = Tally()
    for number in range(1, NUMBERED + 11):
        tally.count(Answer(number, b"", 0, "no object"))
    assert tally.told_faults == (
        "30 of 30 lines failed: line 1: no object; line 2: no object; line 3: no object; line 4: no object; "
        "line 5: no object; likewise 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20; and 10 more"
    )
    assert Tally().told_faults == Tally().told_warnings == ""


def test_a_fault_that_is_a_sentence_is_told_without_its_full_stop() -> None:
    tally = Tally()
    tally.count(Answer(1, b"", 0, "It failed. Try again."))
    tally.count(Answer(2, b"", 0, "no object"))
    assert tally.told_faults == "2 of 2 lines failed: line 1: It failed. Try again; line 2: no object"


def test_progress_is_one_line_where_there_is_no_terminal(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 400)
    done = subprocess.run(
        [*COMMAND, source, "-o", tmp_path / "out.jsonl", "--jobs", "2"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == "Reading texts in 2 processes …\n"
    assert done.stdout == f"Wrote {tmp_path / 'out.jsonl'}: 400 texts.\n"


def test_progress_is_a_bar_on_a_terminal(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", 20)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    os.set_blocking(ours, False)
    subprocess.run([*COMMAND, source, "-o", tmp_path / "out.jsonl"], stderr=theirs, check=True)
    shown = os.read(ours, 100_000)  # before the other end is closed, which takes with it what was not read
    os.close(theirs)
    os.close(ours)
    assert b"Reading texts:   0%" in shown


def children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in path.read_text().split()] if path.exists() else []


def is_running(process: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


@pytest.mark.skipif(not children(os.getppid()), reason="this system does not tell a process's children")
def test_an_interrupt_leaves_no_file_and_no_process(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    command = [*COMMAND, "-", "-o", target, "--jobs", "2"]
    lines = write_lines(tmp_path / "in.jsonl", 400).read_bytes()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write(lines)  # and no end: it waits for more
        running.stdin.flush()
        while len(started := children(running.pid)) < 2:
            assert running.poll() is None
            time.sleep(0.01)
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait() == 1
        assert running.stderr.read().decode().splitlines()[-1] == "Aborted!"
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
    while any(is_running(process) for process in started):
        time.sleep(0.01)
