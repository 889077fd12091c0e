"""The places of a list of Features, each with an id of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

from geobrief.brief.collection_text import CollectionText
from geobrief.brief.fault import Fault
from geobrief.brief.features import name_of, own_id, read_feature
from geobrief.brief.ids import unique_id
from geobrief.brief.memory import Last, Memory
from geobrief.model import Place

__all__ = ["Features", "place_ids", "read_features", "read_known_features"]

Read: TypeAlias = tuple[Place | None, list[str]]


@dataclass(frozen=True)
class Features:
    """What was read from Features."""

    text: Last[CollectionText] = field(default_factory=Last)
    """The file that they stood in."""
    signs: Memory[str, tuple[str, str]] = field(default_factory=Memory)
    """The id that a Feature carries, and its name, by its text."""
    places: Memory[tuple[str, str, str], Read] = field(default_factory=Memory)
    """By the Feature's text, its CRS and the id of the place."""

    def turn(self) -> None:
        """Ends a reading of the file."""
        self.signs.turn()
        self.places.turn()


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
    own = [own_id(feature) for feature in features]
    return _read_all(
        _sound_ids(own) if foreign else own,
        own,
        [name_of(feature) for feature in features],
        (lines, file),
        lambda at, key: read_feature(features[at], key, foreign=foreign),
    )


def read_known_features(
    text: CollectionText, feature: Callable[[int], Any], file: str, memory: Features | None
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    """The places of a brief's own Features, of which some may be known.

    Args:
        text: The file's.
        feature: Gives one of them by its number from 0, in WGS 84; of what is known none is asked for.
        file: For the faults.
        memory: Of those read before.
    """
    memory = Features() if memory is None else memory
    texts = [part.value for part in text.features.parts]
    signs = [memory.signs.get(each, partial(_signs, feature, at)) for at, each in enumerate(texts)]
    own = [key for key, _ in signs]
    found = _read_all(
        own,
        own,
        [name for _, name in signs],
        (text.lines(), file),
        lambda at, key: memory.places.get((texts[at], text.crs, key), lambda: read_feature(feature(at), key)),
    )
    memory.turn()
    return found


def _signs(feature: Callable[[int], Any], at: int) -> tuple[str, str]:
    return own_id(feature(at)), name_of(feature(at))


def _read_all(
    given: Sequence[str],
    own: Sequence[str],
    names: Sequence[str],
    where: tuple[Sequence[int], str],
    read: Callable[[int, str], Read],
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    places: list[Place] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    lines, file = where
    for at, key in enumerate(place_ids(given, names)):
        place, ends = read(at, key)
        ends = list(ends)
        is_named = given[at] or names[at] or own[at]
        label = f"place {key!r}" if is_named else f"feature {at + 1}"
        if key in seen:
            ends.append("has an id that another place has before it; give each its own")
        seen.add(key)
        line = lines[at] if lines else 0
        faults.extend(Fault(f"{label} {end}", file=file, line=line, id=key) for end in ends)
        if place is not None:
            places.append(place)
    return tuple(places), tuple(faults)


def _sound_ids(own: Sequence[str]) -> list[str]:
    """The ids of another program's Features; empty for those that a brief could not use."""
    taken: set[str] = set()
    given = []
    for key in own:
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
