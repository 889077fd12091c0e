"""Runs every benchmark, each in a process of its own, and prints its figures: `make benchmark`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Runs all of them, in the order of their names; one that fails ends it."""
    for script in sorted(HERE.glob("*.py")):
        if script != Path(__file__):
            print(f"\n== {script.stem}", flush=True)
            subprocess.run([sys.executable, script], check=True)


if __name__ == "__main__":
    main()
