"""Many short texts at once: JSON lines in, JSON lines out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geobrief.brief.draft import draft
from geobrief.brief.lines import to_line
from geobrief.errors import ArticleError
from geobrief.files import write_aside
from geobrief.gazetteer import Gazetteer, open_gazetteer
from geobrief.model import Document

__all__ = ["extract_lines"]


def extract_lines(source: Path, target: Path) -> int:
    """Writes what each line's text holds, a line for a line, and returns how many there were.

    Raises:
        ArticleError: The file cannot be read, or a line is no object with `id` and `text`; it names the line.
    """
    from tqdm import tqdm

    try:
        raw = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"{source} cannot be read: {error}. Give a UTF-8 file of JSON lines.") from error
    rows = list(_rows(raw, source))
    gazetteer = open_gazetteer()
    bar = tqdm(rows, desc="Reading texts", unit="text", disable=None, leave=False)
    lines = [json.dumps(_line(row, gazetteer), ensure_ascii=False) for row in bar]
    write_aside(target, "".join(f"{line}\n" for line in lines))
    return len(lines)


def _rows(raw: str, source: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(raw.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ArticleError(f"{source}:{number} is not JSON: {error}. Each line is one object.") from error
        if not (isinstance(row, dict) and "id" in row and isinstance(row.get("text"), str)):
            raise ArticleError(
                f'{source}:{number} lacks "id" or "text". Each line is {{"id": …, "text": "…"}}.'
            )
        yield row


def _line(row: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    document = Document(
        id=str(row["id"]),
        text=row["text"],
        published=str(row.get("published") or "")[:10],
        publisher=str(row.get("publisher") or ""),
        language=str(row.get("language") or "en"),
    )
    return to_line(row["id"], draft([document], gazetteer))
