"""JSON text taken apart into its parts and put together again, so that a part is changed and no other byte.

The text that comes in is valid JSON; `json.loads` has read it before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

__all__ = ["REMOVED", "Container", "Part", "Raw", "dumps", "edited", "escaped", "split"]

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()
_SURROGATE = re.compile("[\ud800-\udfff]")

REMOVED: Final = object()
"""As a value in `edited`: the member goes."""


class Raw(str):
    """As a value in `edited`: text that is JSON already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A member of an object or an element of an array, as it was written."""

    key: str
    """The member's key, unescaped; empty for an element."""
    before: str
    """White space, and for a member also its key and colon."""
    value: str
    after: str = ""
    """White space up to the comma; of the last part it belongs to the container."""
    offset: int = 0
    """Where the value begins in the text that was taken apart."""


@dataclass(frozen=True, slots=True)
class Container:
    """An object or an array, as it was written."""

    brackets: str
    """`{}` or `[]`."""
    parts: tuple[Part, ...]
    closing: str
    """White space before the closing bracket."""

    def __str__(self) -> str:
        inner = ",".join(part.before + part.value + part.after for part in self.parts)
        return f"{self.brackets[0]}{inner}{self.closing}{self.brackets[1]}"

    def last(self, key: str) -> Part | None:
        """The member under a key; where it is written twice the later one counts, as in `json.loads`."""
        return next((part for part in reversed(self.parts) if part.key == key), None)


def split(text: str) -> Container:
    """Takes the text of one object or array apart; `str` of the result gives the text back."""
    is_object = text[0] == "{"
    parts: list[Part] = []
    at = 1
    while True:
        space = _end_of_space(text, at)
        if text[space] in "}]":
            return _container(text, parts, text[at:space])
        key = ""
        start = space
        if is_object:
            key, colon = _DECODER.raw_decode(text, space)
            start = _end_of_space(text, _end_of_space(text, colon) + 1)
        end = _DECODER.raw_decode(text, start)[1]
        comma = _end_of_space(text, end)
        parts.append(Part(key, text[at:start], text[start:end], text[end:comma], start))
        if text[comma] != ",":
            last = parts.pop()
            return _container(text, [*parts, replace(last, after="")], last.after)
        at = comma + 1


def edited(text: str, changes: Mapping[str, Any]) -> str:
    """The text of an object with members changed, added at its end or `REMOVED`; others keep their bytes."""
    container = split(text)
    last = {part.key: at for at, part in enumerate(container.parts)}
    parts = []
    for at, part in enumerate(container.parts):
        change = changes.get(part.key, part)
        if change is REMOVED:
            continue
        changed = change is not part and last[part.key] == at
        parts.append(replace(part, value=dumps(change)) if changed else part)
    added = [(key, value) for key, value in changes.items() if key not in last and value is not REMOVED]
    parts.extend(_member(container.parts, key, value) for key, value in added)
    return str(replace(container, parts=tuple(parts)))


def dumps(value: Any) -> str:
    """JSON on one line, with every letter as it is; lone surrogates, which no file can hold, are escaped."""
    if isinstance(value, Raw):
        return value
    return escaped(json.dumps(value, ensure_ascii=False))


def escaped(text: str) -> str:
    """JSON with its lone surrogates as escapes, so that it can be encoded."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _member(siblings: Sequence[Part], key: str, value: Any) -> Part:
    """A new member, with the white space of its siblings."""
    style = siblings[-1].before if siblings else '"": '
    indent = style[: _end_of_space(style, 0)]
    if len(siblings) == 1:  # the first is often written close to its bracket
        indent = indent or " "
    return Part(key, f"{indent}{dumps(key)}:{style[style.rindex(':') + 1 :]}", dumps(value))


def _container(text: str, parts: Sequence[Part], closing: str) -> Container:
    return Container("{}" if text[0] == "{" else "[]", tuple(parts), closing)


def _end_of_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None  # the pattern also matches nothing
    return match.end()
