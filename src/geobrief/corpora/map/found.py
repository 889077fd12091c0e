"""Whether a folder is a dataset, asked without any package of the extra `corpus`."""

from __future__ import annotations

import json
from pathlib import Path

__all__ = ["is_dataset"]


def is_dataset(path: Path) -> bool:
    """Whether a path is the folder of a finished dataset, by its manifest, and not of a brief."""
    try:
        told = json.loads((path / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and isinstance(told.get("datasets"), dict) and "claims" in told["datasets"]
