"""The examples of docs/gallery: which there are, and running one as a user would."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).parents[1]
GALLERY = PROJECT / "docs" / "gallery"
EDITOR = "10-editor"
"""The example that serves until it is interrupted."""


@dataclass
class Editing:
    """The editor's example while it runs."""

    address: str = ""
    """Of the page, with the token that lets in."""
    printed: list[str] = field(default_factory=list)
    """Lines; all of them once it has ended."""


def examples() -> dict[str, Path]:
    """Each example's program by its name, as `01-one-page`, in their order."""
    programs = sorted(path for path in GALLERY.iterdir() if path.suffix in (".py", ".sh"))
    return {path.stem: path for path in programs}


def run(name: str, folder: Path) -> str:
    """Runs an example in a folder, which is made if need be; what it printed.

    Raises:
        RuntimeError: It failed; with what it printed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        _command(name), cwd=folder, env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{examples()[name]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextlib.contextmanager
def editing(folder: Path) -> Iterator[Editing]:
    """The editor's example while it serves; afterwards it was interrupted and has gone on to its end.

    Raises:
        RuntimeError: It failed; with what it printed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    editing = Editing()
    with subprocess.Popen(
        _command(EDITOR),
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        text=True,
        # A group of its own, which is interrupted as a terminal does it.
        start_new_session=True,
    ) as process:
        assert process.stdout
        try:
            for line in process.stdout:
                editing.printed.append(line)
                if " at http://127.0.0.1:" in line:
                    editing.address = line.rpartition(" at ")[2].strip()
                    yield editing
                    break
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
        editing.printed += process.stdout
    if process.returncode:
        raise RuntimeError(f"{examples()[EDITOR]} failed:\n{''.join(editing.printed)}")


def _command(name: str) -> list[str]:
    program = examples()[name]
    return [sys.executable if program.suffix == ".py" else "bash", str(program)]


def _environment() -> dict[str, str]:
    """Ours, with the `geobrief` of this Python first, and no browser that opens by itself."""
    found = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return os.environ | {"PATH": found, "BROWSER": "true"}
