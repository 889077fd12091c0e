"""JSON as bytes of a file: on one line, as indenting takes longer than all the rest."""

from __future__ import annotations

import json
from typing import Any

from geobrief.brief.json_text import escaped
from geobrief.errors import ExportError

__all__ = ["json_file", "json_line"]


def json_line(record: Any) -> str:
    """A value on one line, every letter as it is.

    Raises:
        ExportError: It holds a number that JSON lacks.
    """
    try:
        text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise ExportError(
            "The brief holds a number that is infinite or none (NaN): put another in its place."
        ) from error
    return escaped(text)


def json_file(record: Any) -> bytes:
    """A value as a file of one line.

    Raises:
        ExportError: As by `json_line`.
    """
    return f"{json_line(record)}\n".encode()
