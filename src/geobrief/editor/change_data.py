"""A change as plain data that JSON holds, and back: what the browser sends and the history keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, Final, get_args

from geobrief.brief.geometries import is_number, plain
from geobrief.editor.changes import Change
from geobrief.editor.fields import claim_from, document_from, fields_of, place_from
from geobrief.errors import BriefError

__all__ = ["from_data", "to_data"]

_KEY: Final = "do"
"""Under which the data say what is done: the name of the change, as `move_place`."""
_DRAFT: Final = "new"
"""Stands for an id while the rest is read: the data may leave it to the brief to find one."""


def to_data(change: Change) -> dict[str, Any]:
    """The change as a dictionary that `json.dumps` takes; `from_data` gives an equal one back.

    >>> from geobrief.editor.changes import MovePlace
    >>> to_data(MovePlace("paris", 2.35, 48.85))
    {'do': 'move_place', 'id': 'paris', 'lon': 2.35, 'lat': 48.85}
    """
    values = {field.name: _out(field.name, getattr(change, field.name)) for field in fields(change)}
    return {_KEY: _name(type(change)), **values}


def from_data(data: Any) -> Change:
    """The change that the data say.

    Raises:
        BriefError: They say none, or it lacks a value or has one of another kind.
    """
    if not isinstance(data, Mapping):
        raise BriefError(f"a change is an object, not {data!r:.60}")
    kind = _KINDS.get(str(data.get(_KEY)))
    if kind is None:
        raise BriefError(f"the change {data.get(_KEY)!r:.60} is unknown; it is one of {', '.join(_KINDS)}")
    known = {field.name: field for field in fields(kind)}
    unknown = sorted(data.keys() - known.keys() - {_KEY})
    missing = [name for name, field in known.items() if name not in data and field.default is MISSING]
    if unknown or missing:
        what = f"does not take {unknown[0]!r}" if unknown else f"lacks {missing[0]!r}"
        raise BriefError(f"the change {data[_KEY]!r} {what}; it takes {', '.join(known)}")
    change: Change = kind(**{name: _in(name, data[name]) for name in known if name in data})
    return change


def _name(kind: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


_KINDS: Final[Mapping[str, Any]] = {_name(kind): kind for kind in get_args(Change)}


def _out(name: str, value: Any) -> Any:
    if name in ("places", "claims"):
        return [_out(name[:-1], member) for member in value]
    if name in ("document", "place", "claim"):
        return {"id": value.id, **fields_of(value)}
    if name == "changes":
        return [to_data(change) for change in value]
    return plain(value)


def _in(name: str, value: Any) -> Any:
    if name in ("places", "claims", "changes"):
        if not isinstance(value, list):
            raise BriefError(f"{name!r} is {value!r:.60}, not a list")
        return tuple(_in(name[:-1], member) for member in value)
    if name == "change":
        return from_data(value)
    if not _sound(name, value):
        raise BriefError(f"{name!r} cannot be {value!r:.60}")
    if name in _READERS:
        own = {field: value[field] for field in value if field != "id"}
        return replace(_READERS[name](_DRAFT, own), id=str(value.get("id", "")))
    return value


_READERS: Final[Mapping[str, Any]] = {"document": document_from, "place": place_from, "claim": claim_from}


def _sound(name: str, value: Any) -> bool:
    if name in ("fields", *_READERS):
        return isinstance(value, Mapping)
    if name in ("lon", "lat"):
        return is_number(value)
    return isinstance(value, bool) if name == "with_claims" else isinstance(value, str)
