"""A FeatureCollection's text taken apart into its Features; after a small change only what changed is."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geobrief.brief import json_text
from geobrief.brief.geometries import foreign_crs
from geobrief.brief.stretch import stretch

__all__ = ["CollectionText", "no_number", "taken_again", "taken_apart"]


@dataclass(frozen=True, slots=True)
class CollectionText:
    """The text of a sound FeatureCollection, as it was written."""

    body: str
    """All of it, without a byte order mark."""
    before: str
    """Up to the list of Features."""
    features: json_text.Container
    after: str
    """From the end of that list on."""
    crs: str
    """The name of the CRS that it is in; "" for WGS 84."""

    def lines(self) -> list[int]:
        """On which line each Feature begins, from 1."""
        lines, line, at = [], 1, 0
        for part in self.features.parts:
            start = len(self.before) + part.offset
            line += self.body.count("\n", at, start)
            lines.append(line)
            at = start
        return lines


def taken_apart(body: str) -> CollectionText:
    """The text of a sound FeatureCollection, without a byte order mark, taken apart whole."""
    start = len(body) - len(body.lstrip())
    collection = json_text.split(body[start:])
    features, crs = collection.last("features"), collection.last("crs")
    assert features is not None  # it was found sound
    at = start + features.offset
    name = foreign_crs({"crs": json.loads(crs.value)}) if crs else ""
    rest = body[at + len(features.value) :]
    return CollectionText(body, body[:at], json_text.split(features.value), rest, name)


def taken_again(last: CollectionText | None, body: str) -> CollectionText | None:
    """A text by what is known of another one; None where it has to be read whole, as it may not be sound.

    Where texts differ only within the list, from the beginning of one Feature to the end of another, and what
    the new one has there is a list of values itself, the new text is as sound as the old one.
    """
    if last is None or last.body == body:
        return last
    start, end, _ = stretch(last.body, body)
    at, parts = len(last.before), last.features.parts
    first = bisect_right(parts, start - at, key=lambda part: part.offset) - 1
    final = bisect_left(parts, end - at, key=lambda part: part.offset + len(part.value))
    if last.crs or first < 0 or final == len(parts):
        return None
    grown = len(body) - len(last.body)
    begins, ends = parts[first].offset, parts[final].offset + len(parts[final].value)
    middle = _list_of(body[at + begins : at + ends + grown])
    if middle is None:
        return None
    fresh = [replace(part, offset=part.offset - 1 + begins) for part in middle]
    fresh[0] = replace(fresh[0], before=parts[first].before)
    fresh[-1] = replace(fresh[-1], after=parts[final].after)
    features = replace(last.features, parts=(*parts[:first], *fresh, *_shifted(parts[final + 1 :], grown)))
    return replace(last, body=body, features=features)


def no_number(_: str) -> None:
    """NaN and Infinity, which some programs write though JSON has neither, count as no value."""


def _list_of(text: str) -> Sequence[json_text.Part] | None:
    """The values of what is a list but for its brackets; None where it is none, or has space at its ends."""
    listed = f"[{text}]"
    try:
        json.loads(listed, parse_constant=no_number)
    except (ValueError, RecursionError):
        return None
    container = json_text.split(listed)
    is_bare = bool(container.parts) and not container.parts[0].before and not container.closing
    return container.parts if is_bare else None


def _shifted(parts: Sequence[json_text.Part], by: int) -> Iterator[json_text.Part]:
    return (json_text.Part(each.key, each.before, each.value, each.after, each.offset + by) for each in parts)
