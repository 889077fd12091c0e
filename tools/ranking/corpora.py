"""Corpora of geoparsing, read as texts with their names, what these may mean, and which of it is right."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geobrief.gazetteer import Gazetteer
from geobrief.geoparse import Toponym, recognize
from geobrief.geoparse.groups import key_of
from geobrief.geoparse.resolve import scene_of
from geobrief.geoparse.scene import Scene
from geobrief.geoparse.surroundings import distances_km, vectors
from geobrief.geoparse.tagger import Tagger
from geobrief.model import Candidate, Document

ACCURACY_KM = 161.0
"""100 miles: within it a place is right, in the literature."""

SAME_KM = 25.0
"""Within it a candidate is the place of the gold itself, if it has another id."""

FOLDS = 5

ADJECTIVE = re.compile(
    r"(?i)(?:\w+(?:[^t]ian|tian|ean|ese|[^l]ish)s?|\w*(?:americ|mexic|afric|germ|ukrain|kore|rom|cub)i?ans?"
    r"|french|dutch|swiss|greeks?|turks?|arabs?|iraqis?|israelis?|pakistanis?|afghans?|saudis?)"
)
"""Adjectives and peoples are no places in this task."""


@dataclass(frozen=True)
class Gold:
    """A toponym of the corpus with coordinates."""

    start: int
    end: int
    name: str
    place: Candidate


@dataclass(frozen=True)
class Item:
    """A name of a scene: its candidates, those that are right, how often it stands for that in the text."""

    start: int
    end: int
    right: NDArray[np.bool_]
    """Empty of True where the gazetteer lacks the place, or the name's candidates do."""
    accurate: NDArray[np.bool_]
    count: int


@dataclass(frozen=True)
class Example:
    """One text with one way to see it: with its own names or the gold's, with its paper known or not."""

    corpus: str
    document: Document
    fold: int
    gold: Sequence[Gold]
    toponyms: Sequence[Toponym]
    scene: Scene
    items: Sequence[Item]


def examples(
    path: Path,
    gazetteer: Gazetteer,
    *,
    spans: str = "own",
    publisher: bool = False,
    by: str = "domain",
    tagger: Tagger | None = None,
) -> Iterator[Example]:
    """The texts of a corpus.

    Args:
        path: JSON lines of `id`, `text`, `toponyms` and perhaps `domain`.
        gazetteer: Where candidates come from.
        spans: `own` for the names that geobrief recognizes, `gold` for those of the corpus.
        publisher: Whether the paper is known; texts without one are left out then.
        by: `domain` when no paper is in two folds, `id` for texts at random.
        tagger: Finds geobrief's own names; by default the packaged one.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        domain = str(record.get("domain") or "")
        if publisher and not domain:
            continue
        document = Document(str(record["id"]), record["text"], publisher=domain if publisher else "")
        gold = list(gold_of(record))
        toponyms = recognize(document, gazetteer, tagger=tagger)
        if spans == "gold":
            toponyms = tuple(_of_gold(gold, toponyms))
        scene = scene_of(document, toponyms, gazetteer)
        fold = fold_of(str(record.get(by) or record["id"]))
        items = list(_items(scene, toponyms, gold))
        yield Example(path.name.split(".")[0], document, fold, gold, toponyms, scene, items)


def fold_of(group: str) -> int:
    """The fold of all texts of a group: a paper's, or the one with that id."""
    return zlib.crc32(group.encode()) % FOLDS


def gold_of(record: Mapping[str, object]) -> Iterator[Gold]:
    """The gold toponyms of a text that have coordinates, each span once."""
    toponyms = record["toponyms"]
    assert isinstance(toponyms, list)
    seen = set()
    for each in toponyms:
        key = each["start"], each["end"]
        if each.get("lat") is None or key in seen or ADJECTIVE.fullmatch(each["name"]):
            continue
        seen.add(key)
        place = Candidate(
            f"geonames:{each.get('geonameid')}", each["name"], "city", float(each["lon"]), float(each["lat"])
        )
        yield Gold(*key, each["name"], place)


def _of_gold(gold: Sequence[Gold], own: Sequence[Toponym]) -> Iterator[Toponym]:
    """A toponym for each gold one: the recognizer's own where it found just that."""
    found = {(each.start, each.end): each for each in own}
    for each in sorted(gold, key=lambda one: one.start):
        yield found.get((each.start, each.end), Toponym(each.start, each.end, each.name))


def partner(gold: Gold, toponyms: Sequence[Toponym]) -> Toponym | None:
    """The toponym that overlaps a gold one most."""
    over = [each for each in toponyms if each.start < gold.end and gold.start < each.end]
    return max(over, key=lambda each: min(each.end, gold.end) - max(each.start, gold.start), default=None)


def _items(scene: Scene, toponyms: Sequence[Toponym], gold: Sequence[Gold]) -> Iterator[Item]:
    """What there is to learn: each sense of each name of the scene once."""
    order = {key: index for index, key in enumerate(dict.fromkeys(key_of(each) for each in toponyms))}
    senses: dict[tuple[int, str, float, float], list[Gold]] = {}
    for each in gold:
        found = partner(each, toponyms)
        if found is not None:
            sense = (order[key_of(found)], each.place.id, each.place.lon, each.place.lat)
            senses.setdefault(sense, []).append(each)
    for (index, *_), members in senses.items():
        start, end = scene.starts[index], scene.starts[index + 1]
        if end == start:
            continue
        candidates = scene.around.candidates[start:end]
        distances = distances_km(scene.around.vectors[start:end], vectors([members[0].place]))[:, 0]
        same = np.array([each.id == members[0].place.id for each in candidates]) | (distances <= SAME_KM)
        accurate = distances <= ACCURACY_KM
        yield Item(
            start, end, same & accurate if (same & accurate).any() else accurate, accurate, len(members)
        )
