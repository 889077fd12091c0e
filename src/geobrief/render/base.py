"""The base map of one brief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from geobrief.model import BBox
from geobrief.render.view import Located

__all__ = ["Base", "base_for"]

Record: TypeAlias = dict[str, Any]
Base: TypeAlias = Callable[[BBox, Sequence[Located]], Record]


def base_for(view: BBox, located: Sequence[Located]) -> Record:  # noqa: ARG001
    """The island's `base`: nothing but the sea, until there are packaged shapes."""
    return {"scale": 100}
