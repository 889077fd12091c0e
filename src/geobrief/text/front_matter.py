"""YAML front matter: what stands between two `---` lines before a Markdown text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

import yaml

from geobrief.errors import ArticleError

__all__ = ["FIELDS", "field", "iso_date", "read_fields", "split", "write_fields"]

FIELDS = ("title", "published", "url", "publisher", "language")

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KEY = re.compile(r"[A-Za-z_]\w*:(?:[ \t]|\n|\Z)")


def split(text: str, where: str) -> tuple[str | None, str]:
    """The YAML (None where there is no front matter) and the body, one empty line between them taken off."""
    opening = _FENCE.match(text)
    if opening is None:
        return None, text
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        if _KEY.match(text, opening.end()):
            raise _error(where, 1, "the front matter is never closed; end it with a line `---`")
        return None, text
    body = text[closing.end() :]
    return text[opening.end() : closing.start()], body.removeprefix("\n")


def read_fields(source: str, where: str) -> dict[str, str]:
    """The known fields that the YAML holds, as strings; `published` as an ISO date.

    Raises ArticleError with the line in the file for broken YAML, a field of several values, or a bad date.
    """
    fields = {}
    for key, node in _entries(source, where):
        if key not in FIELDS:
            continue
        line = node.start_mark.line + 2
        if not isinstance(node, yaml.ScalarNode):
            raise _error(where, line, f"`{key}` is a list or a table; give one value")
        value = "" if node.tag == "tag:yaml.org,2002:null" else node.value
        fields[key] = iso_date(value, where, line) if key == "published" else value
    return fields


def _entries(source: str, where: str) -> list[tuple[str, yaml.Node]]:
    try:
        # Composed, not loaded: a title such as 1984 or No stays the words that it is.
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else 1
        told = f"broken YAML in the front matter ({error.problem}); put the value in quotation marks"
        raise _error(where, line, told) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _error(where, 1, "the front matter is no YAML; write lines of `key: value`") from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise _error(where, 2, "the front matter is no table; write lines of `key: value`")
    return [(str(key.value), node) for key, node in root.value]


def iso_date(value: str, where: str, line: int = 0) -> str:
    """`value` (an ISO 8601 date, or date and time) as `2025-06-20`; empty stays empty."""
    if not value:
        return ""
    try:
        return datetime.fromisoformat(value.strip()).date().isoformat()
    except ValueError:
        told = f"published is {value!r}; write it as an ISO date, 2025-06-20"
        raise _error(where, line, told) from None


def _error(where: str, line: int, told: str) -> ArticleError:
    return ArticleError(f"{where}, line {line}: {told}" if line else f"{where}: {told}", line=line)


def write_fields(fields: Mapping[str, str]) -> str:
    """The fields as front matter, fences and an empty line after them included."""
    lines = [field(key, value) + "\n" for key, value in fields.items()]
    return "---\n" + "".join(lines) + "---\n\n"


def field(key: str, value: str) -> str:
    """One field as a line of YAML, without the line's end."""
    return f"{key}: {_scalar(value)}"


def _scalar(value: str) -> str:
    """One YAML line: plain where YAML can, with every unusual character escaped where it breaks lines."""
    if _DATE.fullmatch(value):
        return value  # Quoted, a date would be a string to other readers of YAML.
    if len(value.splitlines()) > 1 or value != value.rstrip("\n\x85\u2028\u2029"):
        return str(yaml.safe_dump(value, width=float("inf"), default_style='"')).removesuffix("\n")
    dumped = str(yaml.safe_dump(value, width=float("inf"), allow_unicode=True))
    return dumped.removesuffix("\n").removesuffix("\n...")
