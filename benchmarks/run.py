"""Runs every benchmark that needs no corpus, each in a process of its own: `make benchmark`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

NEED_CORPORA = ("accuracy", "attribution", "recognition", "resolution")
"""Those that are given annotated texts, which are not in the project; each one's first lines tell how."""


def main() -> None:
    """Runs all of them, in the order of their names; one that fails ends it."""
    for script in sorted(HERE.glob("*.py")):
        if script != Path(__file__) and script.stem not in NEED_CORPORA:
            print(f"\n== {script.stem}", flush=True)
            subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
