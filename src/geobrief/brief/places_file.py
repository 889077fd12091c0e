"""`places.geojson`: an RFC 7946 FeatureCollection, a Feature a place. What did not change keeps its bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geobrief.brief import json_text
from geobrief.brief.collection_text import no_number, taken_again, taken_apart
from geobrief.brief.fault import Fault
from geobrief.brief.feature_list import Features, place_ids, read_known_features
from geobrief.brief.features import (
    feature_changes,
    new_feature,
    own_id,
    property_changes,
)
from geobrief.brief.geometries import foreign_crs, same
from geobrief.brief.references import PLACES
from geobrief.brief.reprojection import Reprojection, reprojection
from geobrief.errors import BriefError
from geobrief.model import Place

__all__ = ["EMPTY", "crs_of", "feature_lines", "lines", "parse", "scan", "update"]

EMPTY = '{"type": "FeatureCollection", "features": []}\n'
"""A file that holds no place yet; `update` fills it."""

_BOM = "\ufeff"


def parse(text: str, *, file: str = PLACES) -> tuple[Place, ...]:
    """The places of a FeatureCollection in WGS 84, in the order of the file.

    A Feature without an id has one made from its name. What is no Point is kept as `geometry`, marked
    at its properties `lon` and `lat`, or else at a point inside.

    Args:
        text: The file's text, with or without a byte order mark.
        file: Its name, for the message.

    Raises:
        BriefError: The text is no JSON, no FeatureCollection, or holds Features that are no places.
    """
    places, faults = scan(text, file=file)
    if faults:
        raise BriefError(*map(str, faults))
    return places


def scan(
    text: str, *, file: str = PLACES, memory: Features | None = None
) -> tuple[tuple[Place, ...], tuple[Fault, ...]]:
    """Like `parse`, but gives the sound places and the faults with their lines instead of raising.

    Args:
        text: The file's.
        file: Its name, for the faults.
        memory: Of the Features read before; the place of one that is still the same is the same object.
    """
    body = text.removeprefix(_BOM)
    taken = taken_again(memory.text.value, body) if memory else None
    if taken is None:
        features = _features_in(text, file)
        if isinstance(features, Fault):
            return (), (features,)
        taken = taken_apart(body)
        feature: Callable[[int], Any] = features.__getitem__
    else:
        parts = taken.features.parts
        feature = lambda at: json.loads(parts[at].value, parse_constant=no_number)  # noqa: E731
    if memory:
        memory.text.value = taken
    return read_known_features(taken, feature, file, memory)


def _features_in(text: str, file: str) -> list[Any] | Fault:
    """The Features of a file in WGS 84, or why there are none."""
    try:
        collection = json.loads(text.removeprefix(_BOM), parse_constant=no_number)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg} at column {error.colno}; mend it or export it anew"
        return Fault(message, file=file, line=error.lineno)
    except (ValueError, RecursionError) as error:
        return Fault(f"this is not JSON that can be read: {error}; export it anew", file=file, line=1)
    if fault := _collection_fault(collection):
        return Fault(fault, file=file, line=1)
    features: list[Any] = collection["features"]
    name = foreign_crs(collection)
    if not name:
        return features
    try:
        return list(map(reprojection(name).to_wgs_84, features))
    except BriefError as error:
        return Fault(str(error), file=file, line=crs_of(text)[1])


def lines(text: str) -> dict[str, int]:
    """On which line the Feature of each place begins, by its id; the text is a sound file of places."""
    return {
        place.id: line
        for place, line in zip(parse(text), feature_lines(text.removeprefix(_BOM)), strict=True)
    }


def crs_of(text: str) -> tuple[str, int]:
    """The CRS that a file of places is in, and on which line it says so; "" and 0 for WGS 84."""
    body = text.removeprefix(_BOM)
    start = len(body) - len(body.lstrip())
    collection = json_text.split(body[start : json.JSONDecoder().raw_decode(body, start)[1]])
    name, crs = _crs_in(collection), collection.last("crs")
    return (name, body.count("\n", 0, start + crs.offset) + 1) if crs and name else ("", 0)


def _crs_in(collection: json_text.Container) -> str:
    crs = collection.last("crs")
    return foreign_crs({"crs": json.loads(crs.value)}) if crs else ""


def update(
    text: str,
    places: Sequence[Place],
    *,
    file: str = PLACES,
    before: Sequence[Place] | None = None,
    memory: Features | None = None,
) -> str:
    """The text with its places made those given, in their order; `update(text, parse(text)) == text`.

    A Feature whose place did not change keeps every byte, a changed one all its members and properties but
    those that changed; a new one stands on the next line, in the house's form. A file in another CRS stays
    in it, so that the program that has it open finds its layer where it was.

    Args:
        text: The file's.
        places: What it shall say.
        file: Its name, for the message.
        before: What it says, where that is known.
        memory: Of the text that it was read from.

    Raises:
        BriefError: The text is no file of places.
    """
    body = text.removeprefix(_BOM)
    old = {place.id: place for place in (parse(text, file=file) if before is None else before)}
    if len(old) == len(places) and all(map(_unchanged, old.values(), places)):
        return text
    taken = (taken_again(memory.text.value, body) if memory else None) or taken_apart(body)
    way = reprojection(taken.crs) if taken.crs else None
    changed = _features(taken.features, old, places, way)
    return text[: len(text) - len(body)] + taken.before + changed + taken.after


@dataclass
class _Entry:
    """One Feature of the text that is being made."""

    part: json_text.Part
    place: Place
    carries_id: bool
    """Whether the Feature says its id; else it follows from its name."""


def _parts_of(
    container: json_text.Container,
    old: Mapping[str, Place],
    places: Sequence[Place],
    way: Reprojection | None,
) -> list[json_text.Part]:
    by_id = dict(zip(old, container.parts, strict=True))
    if [(place.id, place.name) for place in old.values()] == [(place.id, place.name) for place in places]:
        # Ids that follow from names follow from the same ones.
        return [_edited(by_id[place.id], old[place.id], place, way) for place in places]
    before = container.parts[-1].before if container.parts else "\n"
    entries: list[_Entry] = []
    for place in places:
        part = by_id.get(place.id)
        if part is None:
            fresh = json_text.Part("", before, json_text.dumps(_placed(new_feature(place), way)))
            entries.append(_Entry(fresh, place, carries_id=True))
            continue
        carries_id = bool(own_id(json.loads(part.value)))
        entries.append(_Entry(_edited(part, old[place.id], place, way), place, carries_id))
    _settle_ids(entries)
    return [entry.part for entry in entries]


def _edited(part: json_text.Part, old: Place, new: Place, way: Reprojection | None) -> json_text.Part:
    if _unchanged(old, new):
        return part
    properties = json.loads(part.value).get("properties") or {}
    text = json_text.edited(part.value, _placed(feature_changes(old, new), way))
    changes = property_changes(old, new, properties)
    if changes:
        raw = json_text.split(text).last("properties")
        changed = json_text.edited(raw.value if raw and properties else "{}", changes)
        text = json_text.edited(text, {"properties": json_text.Raw(changed)})
    return replace(part, value=text)


def _placed(members: dict[str, Any], way: Reprojection | None) -> dict[str, Any]:
    """Members of a Feature with the geometry, where there is one among them, in the CRS of the file."""
    if way is None or "geometry" not in members:
        return members
    return {**members, "geometry": way.from_wgs_84(members["geometry"])}


def _settle_ids(entries: Sequence[_Entry]) -> None:
    """Writes the id into those Features that would come back under another one."""
    while True:
        given = [entry.place.id if entry.carries_id else "" for entry in entries]
        keys = place_ids(given, [entry.place.name for entry in entries])
        strayed = [entry for entry, key in zip(entries, keys, strict=True) if key != entry.place.id]
        if not strayed:
            return
        for entry in strayed:
            entry.carries_id = True
            text = json_text.edited(entry.part.value, {"id": entry.place.id})
            entry.part = replace(entry.part, value=text)


def _features(
    container: json_text.Container,
    old: Mapping[str, Place],
    places: Sequence[Place],
    way: Reprojection | None,
) -> str:
    closing = container.closing if container.parts else "\n"
    return str(replace(container, parts=tuple(_parts_of(container, old, places, way)), closing=closing))


def _unchanged(old: Place, new: Place) -> bool:
    return (
        old is new
        or old == new
        or (
            replace(old, geometry=None, extra={}) == replace(new, geometry=None, extra={})
            and same(old.geometry, new.geometry)
            and same(old.extra, new.extra)
        )
    )


def _collection_fault(collection: Any) -> str:
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        return "this is no GeoJSON FeatureCollection; export the places as one"
    if not isinstance(collection.get("features"), list):
        return "the FeatureCollection has no list of features; export the places anew"
    return ""


def feature_lines(body: str) -> list[int]:
    """On which line each Feature begins; the text is a sound FeatureCollection without a byte order mark."""
    return taken_apart(body).lines()
