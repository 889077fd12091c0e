"""Runs that are killed at their work, and what the next one makes of what they leave."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import pytest

from corpora.conftest import PARTITION
from corpora.running import SECONDS, contents, made, receipts, started, wait_for_receipt, workers_of


def finished(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """How a command ended, and what it said on standard error."""
    _, said = process.communicate(timeout=SECONDS)
    return process.returncode, said


def test_two_processes_leave_the_same_bytes_as_one_though_one_is_killed(
    source: Path, dataset: Path, tmp_path: Path
) -> None:
    out = tmp_path / "news"
    process = started(source, "-o", out, "--workers", 2, "--partition-size", PARTITION)
    wait_for_receipt(out, process)
    workers_of(process)[0].kill()
    code, said = finished(process)
    assert code == 0, said
    assert "dashboard: http://127.0.0.1:" in said
    assert contents(out) == contents(dataset)


def test_a_run_that_is_killed_goes_on_where_it_was(source: Path, dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "news"
    process = started(source, "-o", out, "--workers", 2, "--partition-size", PARTITION)
    wait_for_receipt(out, process)
    workers = workers_of(process)
    process.kill()
    finished(process)
    _, alive = psutil.wait_procs(workers, timeout=SECONDS)
    assert not alive
    assert not (out / "manifest.json").exists()
    done = {path: path.stat().st_mtime_ns for path in receipts(out)}
    assert done
    again = started(source, "-o", out, "--workers", 1, "--partition-size", PARTITION)
    code, said = finished(again)
    assert code == 0, said
    assert "Going on: " in said
    assert contents(out) == contents(dataset)


def test_ctrl_c_at_a_terminal_ends_it_with_one_line(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "news"
    process = started(source, "-o", out, "--workers", 2, "--partition-size", PARTITION, session=True)
    wait_for_receipt(out, process)
    workers = workers_of(process)
    os.killpg(process.pid, signal.SIGINT)
    code, said = finished(process)
    assert code == 1
    assert said.endswith("Error: Stopped. Run the same command again: what is done is kept.\n")
    assert "Traceback" not in said
    _, alive = psutil.wait_procs(workers, timeout=SECONDS)
    assert not alive


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The address and the process of a Dask scheduler with two workers."""
    folder.mkdir(exist_ok=True)
    told = folder / "scheduler.json"
    with ExitStack() as ending:

        def run(*arguments: object) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, arguments), "--scheduler-file", str(told)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            ending.callback(process.wait, SECONDS)
            ending.callback(process.terminate)
            return process

        local = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
        scheduler = run("scheduler", "--port", 0, *local)
        run("worker", "--nworkers", 2, "--nthreads", 1, "--local-directory", folder, *local)
        while not told.exists() or not told.read_bytes():
            assert scheduler.poll() is None
        address = json.loads(told.read_bytes())["address"]
        from distributed import Client

        with Client(address, timeout=f"{SECONDS}s") as client:
            client.wait_for_workers(2, timeout=SECONDS)
        yield address, psutil.Process(scheduler.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_run_whose_scheduler_is_killed_goes_on_later(source: Path, dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "news"
    with cluster(tmp_path) as (address, scheduler):
        process = started(source, "-o", out, "--scheduler", address, "--partition-size", PARTITION)
        wait_for_receipt(out, process)
        scheduler.send_signal(signal.SIGKILL)
        code, said = finished(process)
    assert code == 1
    assert said.splitlines()[-1].startswith("Error: The scheduler of the workers has gone.")
    assert "Traceback" not in said
    assert receipts(out)
    with cluster(tmp_path / "another") as (address, _):
        made(source, out, scheduler=address, partition_size=PARTITION)
    assert contents(out) == contents(dataset)
