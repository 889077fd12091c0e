"""Rendering folium elements without a trace: the same tree gives the same text, however often it is rendered.

folium 0.20 gives every element a random id, and elements add children to themselves and to their figure while
they are rendered, so that the second rendering differs from the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from branca.element import Element

__all__ = ["describe", "elements", "numbered", "untouched"]

_RANDOM_ID = re.compile(r"_([0-9a-f]{32})(?![0-9a-f])")


def elements(root: Element) -> Iterator[Element]:
    """The element, its children and what its attributes hold (icons, parts of a figure), each once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if id(element) in seen:
            continue
        seen.add(id(element))
        yield element
        held = [value for value in vars(element).values() if isinstance(value, Element)]
        # What is on top of the stack comes next: children in their order, then what the attributes hold.
        waiting.extend(reversed([*element._children.values(), *held]))


@contextmanager
def untouched(root: Element) -> Iterator[None]:
    """Gives every element its children back that it had before, in their order."""
    before = [(element, element._children.copy()) for element in elements(root)]
    try:
        yield
    finally:
        for element, children in before:
            element._children = children


def numbered(root: Element, first: Element) -> Callable[[str], str]:
    """A function that puts numbers, as they are met, in place of the random ids of a tree's elements.

    Ids are replaced in the text, not in the elements, since callers may have taken an element's name before.
    Other names of 32 digits that stand in a caller's data are left as they are.
    """
    names = [name for element in elements(root) for name in (element.get_name(), *element._children)]
    known = {match[1] for name in names for match in _RANDOM_ID.finditer(name)}
    numbers = {first._id: 1}

    def number(match: re.Match[str]) -> str:
        if match[1] not in known:
            return match[0]
        return f"_{numbers.setdefault(match[1], len(numbers) + 1)}"

    return lambda text: _RANDOM_ID.sub(number, text)


def describe(element: Any) -> str:
    """An element as its author knows it: `TileLayer 'openstreetmap'`."""
    kind = type(element).__name__
    name = getattr(element, "layer_name", "")
    return f"{kind} {name!r}" if name and not _RANDOM_ID.search(name) else kind
