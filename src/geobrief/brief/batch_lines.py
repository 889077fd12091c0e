"""The lines of `extract --jsonl`: read one by one, each answered by one, whatever it holds."""

from __future__ import annotations

import contextlib
import json
import math
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from geobrief.brief.lines import to_line
from geobrief.errors import ArticleError, GeobriefError
from geobrief.model import Brief, Document
from geobrief.text.articles import LARGEST
from geobrief.text.decoding import paired

__all__ = ["LONGEST", "Answer", "Line", "answer", "lost", "read_lines", "unexpected"]

LONGEST: Final = 6 * LARGEST
"""Bytes of a line. JSON may write a character of two bytes in six, as `\\u0416`."""

_SHOWN: Final = 40
"""Characters of a wrong value that a message repeats."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that came in."""

    number: int
    """From 1; empty lines count, and are left out."""
    data: bytes
    size: int
    """Bytes of the file that it takes, those that were skipped included."""
    fault: str = ""
    """Why it cannot be read, where that shows at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The line that goes out for one that came in."""

    number: int
    data: bytes
    """JSON in UTF-8, with its newline."""
    size: int
    """Bytes that the line that came in takes."""
    fault: str = ""
    """Why the line failed; empty where it did not."""
    warnings: tuple[str, ...] = ()
    """What of the line was passed over, a sentence each."""


def read_lines(file: BinaryIO, name: str) -> Iterator[Line]:
    """The lines of a file that are not empty, never more than one of them in memory.

    Raises:
        ArticleError: The file cannot be read on.
    """
    number = 0
    try:
        while data := file.readline(LONGEST + 1):
            number += 1
            size, fault = len(data), ""
            if size > LONGEST and not data.endswith(b"\n"):
                data, fault = b"", f"longer than {LONGEST // 1_000_000} MB; split its text"
                size += _skip(file)
            if number == 1:
                data = data.removeprefix(b"\xef\xbb\xbf")
            if fault or data.strip():
                yield Line(number, data, size, fault)
    except OSError as error:
        raise ArticleError(f"{name} cannot be read: {error.strerror or error}.") from error


def _skip(file: BinaryIO) -> int:
    """Passes over the rest of a line; returns its bytes."""
    size = 0
    while data := file.readline(LONGEST):
        size += len(data)
        if data.endswith(b"\n"):
            break
    return size


def answer(line: Line, analyze: Callable[[Document], Brief], warning: Callable[[], str] = str) -> Answer:
    """What a line's text holds; for a line that cannot be read, or that `analyze` fails on, why.

    Args:
        line: What came in.
        analyze: Finds places and claims.
        warning: Asked afterwards what else went wrong and stopped nothing; gives "" where nothing did.
    """
    key: str | float | None = None
    try:
        row = _row(line)
        key = _key(row)
        document, warnings = _document(row)
        found = to_line(key, analyze(document))
        warnings += tuple(filter(None, [warning()]))
        if warnings:
            found["warnings"] = list(warnings)
        return Answer(line.number, _encoded(found), line.size, warnings=warnings)
    except GeobriefError as error:
        return _unanswered(line, " ".join(str(error).split()), key)
    except MemoryError:
        return _unanswered(line, "there is not enough memory for it; split its text", key)
    except Exception as error:  # noqa: BLE001, RUF100 - no text, however odd, may end the run
        return _unanswered(line, unexpected(error), key)


def lost(line: Line, fault: str) -> Answer:
    """The answer to a line that another process did not live to give."""
    key: str | float | None = None
    with contextlib.suppress(GeobriefError):
        key = _key(_row(line))
    return _unanswered(line, fault, key)


def _unanswered(line: Line, fault: str, key: str | float | None = None) -> Answer:
    """The answer to a line that failed: nothing found, and why."""
    row: Row = {
        "id": key,
        "mentions": [],
        "places": [],
        "claims": [],
        "error": f"line {line.number}: {fault}",
    }
    return Answer(line.number, _encoded(row), line.size, fault)


def unexpected(error: Exception) -> str:
    """One line on a fault of geobrief's own, with where in the code it arose."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    told = f"{type(error).__name__}: {error}"[:200]
    return f"geobrief failed on it ({told}, {Path(where.filename).name}:{where.lineno}); please report it"


def _row(line: Line) -> Row:
    if line.fault:
        raise ArticleError(line.fault)
    try:
        row = json.loads(line.data.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise ArticleError(f"not UTF-8 at byte {error.start + 1}") from error
    except json.JSONDecodeError as error:
        raise ArticleError(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ArticleError("its JSON is nested too deep") from error
    except ValueError as error:  # NaN, a number of thousands of digits
        raise ArticleError(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ArticleError('no object; a line is {"id": …, "text": "…"}')
    return row


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")


def _key(row: Row) -> str | float:
    """The line's `id`: text or a number."""
    key = row.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int | float):
        raise ArticleError(f'"id" is {_shown(key)} and no text or number' if "id" in row else 'no "id"')
    if isinstance(key, float) and not math.isfinite(key):
        raise ArticleError('"id" is a number too large')
    return key


def _document(row: Row) -> tuple[Document, tuple[str, ...]]:
    """The text with what is known of it, and what was passed over since it made no sense."""
    text = row.get("text")
    if not isinstance(text, str):
        raise ArticleError(f'"text" is {_shown(text)} and no text' if "text" in row else 'no "text"')
    if len(text) > LARGEST:
        raise ArticleError(
            f'"text" has {len(text) / 1e6:.1f} million characters, more than {LARGEST // 1_000_000}; split it'
        )
    warnings: list[str] = []
    document = Document(
        id="text",
        text=paired(text),
        published=_published(row.get("published"), warnings),
        publisher=_words(row, "publisher", warnings),
        language=_words(row, "language", warnings),
    )
    return document, tuple(warnings)


def _published(value: object, warnings: list[str]) -> str:
    """The day as an ISO date, of a date or a date with a time; empty where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        for words in (value.strip(), value.strip()[:10]):
            with contextlib.suppress(ValueError):
                return datetime.fromisoformat(words).date().isoformat()
    warnings.append(
        f'"published" is {_shown(value)} and no ISO date as 2025-06-20; what depends on it stays open'
    )
    return ""


def _words(row: Row, key: str, warnings: list[str]) -> str:
    value = row.get(key)
    if isinstance(value, str):
        return paired(value)
    if value is not None:
        warnings.append(f'"{key}" is {_shown(value)} and no text; it is passed over')
    return ""


def _shown(value: object) -> str:
    shown = json.dumps(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _encoded(row: Row) -> bytes:
    try:
        return f"{json.dumps(row, ensure_ascii=False, allow_nan=False)}\n".encode()
    except UnicodeEncodeError:  # half a surrogate pair in the id, which goes out as it came in
        return f"{json.dumps(row, allow_nan=False)}\n".encode()
