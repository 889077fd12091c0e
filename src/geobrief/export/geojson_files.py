"""GeoJSON (RFC 7946) with the claims, and the same as a line a Feature.

Features are the places, with flat properties that a table shows, and a line for each flow. In a collection
the claims and articles are foreign members; lines have no place for these, so there each place carries its
claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geobrief.brief.exported import ADDED, KIND
from geobrief.brief.fact_records import filled
from geobrief.brief.features import new_feature
from geobrief.brief.sheets import free_name
from geobrief.export.geometry import geojson, place_geojson
from geobrief.export.json_lines import json_line
from geobrief.export.options import Options
from geobrief.export.rows import Movement, Rows
from geobrief.model import Brief

__all__ = ["geojson_file", "geojson_lines_file", "lines_leave_out"]

Record = dict[str, Any]


def geojson_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """A FeatureCollection, a Feature a line.

    Raises:
        ExportError: The brief holds a number that JSON lacks, or a geometry that is none.
    """
    rows = Rows(brief)
    head = {
        "type": "FeatureCollection",
        **filled(name=brief.title),
        KIND: "brief",
        "articles": rows.article_records(),
        "claims": list(rows.claim_records().values()),
    }
    features = ",\n".join(map(json_line, _features(rows)))
    return f'{json_line(head)[:-1]}, "features": [\n{features}\n]}}\n'.encode()


def geojson_lines_file(brief: Brief, options: Options) -> bytes:  # noqa: ARG001 - as of every format
    """The Features, one on each line, each place with its claims.

    Raises:
        ExportError: As by `geojson_file`.
    """
    rows = Rows(brief)
    claims = rows.claim_records()
    features = _features(
        rows, {mark.place.id: [claims[id_] for id_ in mark.claims] for mark in rows.marks.values()}
    )
    return "".join(f"{json_line(feature)}\n" for feature in features).encode()


def lines_leave_out(brief: Brief, options: Options) -> str:  # noqa: ARG001 - as of every format
    """What a file of Features alone cannot hold."""
    rows = Rows(brief)
    told = {claim for mark in rows.marks.values() for claim in mark.claims}
    lost = [f"articles ({len(brief.documents)})"] if brief.documents else []
    homeless = len(brief.claims) - len(told)
    lost += [f"claims without a place ({homeless})"] if homeless else []
    return f"GeoJSON lines hold places and flows only. Left out: {', '.join(lost)}." if lost else ""


def _features(rows: Rows, claims: Mapping[str, list[Record]] | None = None) -> Iterator[Record]:
    places = [(new_feature(place), rows.place_additions(place)) for place in rows.brief.places]
    used = {name.lower() for feature, _ in places for name in feature["properties"]}
    foreign = {name.lower() for place in rows.brief.places for name in place.extra}
    for place, (feature, additions) in zip(rows.brief.places, places, strict=True):
        carried = {"claims": claims[place.id]} if claims else {}
        added = {free_name(name, used): value for name, value in (additions | carried).items()}
        yield _place(feature, added, place_geojson(place))
    taken = {place.id for place in rows.brief.places}
    for movement in rows.movements():
        name = free_name(f"flow-{movement.claim.id}", taken)
        taken.add(name)
        record = rows.movement_record(movement)
        yield _flow(movement, name, {free_name(key, foreign): value for key, value in record.items()})


def _place(feature: Record, added: Record, geometry: Record | None) -> Record:
    """The Feature of `places.geojson`, with what follows from the brief under names that no place has."""
    told = {KIND: "place", ADDED: list(added), "properties": feature["properties"] | added}
    return {**feature, **told, "geometry": geometry}


def _flow(movement: Movement, name: str, properties: Record) -> Record:
    return {
        "type": "Feature",
        "id": name,
        KIND: "flow",
        "properties": properties,
        "geometry": geojson(movement.lines),
    }
