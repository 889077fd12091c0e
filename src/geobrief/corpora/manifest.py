"""The manifest of a finished dataset: what it was made by and of, and every part with its digest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geobrief.corpora.layout import DATASETS, part_name
from geobrief.corpora.store import Part
from geobrief.corpora.values import Rejected
from geobrief.corpora.versions import Versions

__all__ = ["manifest_text", "rejected_text"]


def manifest_text(
    versions: Versions, counts: Mapping[str, int], parts: Mapping[str, Sequence[tuple[int, Part]]]
) -> str:
    """The manifest as JSON, the same for the same parts.

    Args:
        versions: By what the dataset was made.
        counts: How many documents, and what became of them.
        parts: The parts of each table with their numbers.
    """
    datasets = {name: _dataset(parts.get(name, ())) for name in DATASETS}
    return f"{json.dumps({**versions.as_dict(), **counts, 'datasets': datasets}, indent=1)}\n"


def _dataset(parts: Sequence[tuple[int, Part]]) -> dict[str, Any]:
    return {
        "rows": sum(part.rows for _, part in parts),
        "bytes": sum(part.bytes for _, part in parts),
        "parts": [
            {"name": part_name(number), "sha256": part.sha256, "rows": part.rows, "bytes": part.bytes}
            for number, part in parts
        ],
    }


def rejected_text(rejected: Iterable[Rejected]) -> str:
    """What was set aside, a line of JSON each."""
    rows = (
        {
            "id": each.id,
            "source": each.source,
            "position": each.position,
            **({"own_id": each.own_id} if each.own_id else {}),
            "reason": each.reason,
        }
        for each in rejected
    )
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
