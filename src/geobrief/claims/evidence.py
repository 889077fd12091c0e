"""Where what was read from a sentence stands in its document."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from geobrief.model import Flow, Quantity, When

__all__ = ["moved"]

_Read = TypeVar("_Read", Quantity, When, Flow)


def moved(read: _Read, offset: int) -> _Read:
    """The same with its span counted from `offset` characters before, where the sentence starts."""
    if read.span is None:
        return read
    return replace(read, span=(read.span[0] + offset, read.span[1] + offset))
