"""The places of a list of Features, each with an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

from geobrief.brief.fault import Fault
from geobrief.brief.features import name_of, own_id, read_feature
from geobrief.brief.ids import unique_id
from geobrief.brief.memory import Memory
from geobrief.model import Place

__all__ = ["Features", "place_ids", "read_features", "read_known_features"]

Read: TypeAlias = tuple[Place | None, list[str]]
Features: TypeAlias = Memory[tuple[str, str, str], Read]
"""What was read from Features, by their text, its CRS and the id of their place."""


def read_features(
    features: Sequence[Any], lines: Sequence[int] = (), *, file: str = "", foreign: bool = False
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    """The places of GeoJSON Features as dictionaries, and the faults.

    Args:
        features: The Features.
        lines: On which line each begins; none where it is not known.
        file: For the faults.
        foreign: They come from a file of other make; see `read_feature`.
    """
    given = _sound_ids(features) if foreign else [own_id(feature) for feature in features]
    return _read_all(
        features, given, lines, file, lambda at, key: read_feature(features[at], key, foreign=foreign)
    )


def read_known_features(
    features: Sequence[Any],
    texts: Sequence[tuple[str, str]],
    lines: Sequence[int],
    file: str,
    memory: Features | None,
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    """The places of a brief's own Features, of which some may be known.

    Args:
        features: The Features.
        texts: As what each is written, and in which CRS; "" for WGS 84.
        lines: On which line each begins.
        file: For the faults.
        memory: Of those read before.
    """
    memory = Memory() if memory is None else memory
    found = _read_all(
        features,
        [own_id(feature) for feature in features],
        lines,
        file,
        lambda at, key: memory.get((*texts[at], key), partial(read_feature, features[at], key)),
    )
    memory.turn()
    return found


def _read_all(
    features: Sequence[Any],
    given: Sequence[str],
    lines: Sequence[int],
    file: str,
    read: Callable[[int, str], Read],
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    places: list[Place] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    names = [name_of(feature) for feature in features]
    for at, key in enumerate(place_ids(given, names)):
        place, ends = read(at, key)
        ends = list(ends)
        is_named = given[at] or names[at] or own_id(features[at])
        label = f"place {key!r}" if is_named else f"feature {at + 1}"
        if key in seen:
            ends.append("has an id that another place has before it; give each its own")
        seen.add(key)
        line = lines[at] if lines else 0
        faults.extend(Fault(f"{label} {end}", file=file, line=line, id=key) for end in ends)
        if place is not None:
            places.append(place)
    return tuple(places), tuple(faults)


def _sound_ids(features: Sequence[Any]) -> list[str]:
    """The ids of another program's Features; empty for those that a brief could not use."""
    taken: set[str] = set()
    given = []
    for key in map(own_id, features):
        sound = key not in taken and ";" not in key and key == key.strip()
        given.append(key if sound else "")
        taken.add(key)
    return given


def place_ids(given: Sequence[str], names: Sequence[str]) -> list[str]:
    """The ids: those given; for the others one made from the name, apart from all that are taken."""
    taken = set(given)
    keys = []
    for key, name in zip(given, names, strict=True):
        keys.append(key or unique_id(name, taken))
        taken.add(keys[-1])
    return keys
