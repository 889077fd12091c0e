"""A dataset as `geobrief corpus` leaves it, written directly: any number of claims on 10,000 real places.

Claims gather as news does: a few places have most of them (Zipf), in bursts of some weeks; one article in ten
repeats another, and half of the claims of a burst count the same thing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geobrief.corpora.geoparquet import parquet_bytes, table_of
from geobrief.corpora.layout import DATASETS, MANIFEST, SCHEMA_VERSION, part_name
from geobrief.gazetteer import open_gazetteer
from geobrief.model import CERTAINTIES, Candidate

PLACES = 10_000
PART = 100_000
WAYS = 3_000
"""Pairs of places between which something goes, some of them far oftener than others."""
EACH = 12
"""Claims an article."""
DAYS = 1_461
FIRST = date(2021, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
CERTAINTY = (0.02, 0.02, 0.07, 0.10, 0.05, 0.10, 0.29, 0.35)
PUBLISHERS = tuple(
    f"{town} {paper}"
    for paper in ("Courier", "Post", "Wire")
    for town in ("Northern", "Harbour", "Valley", "Capital", "Evening")
)
THINGS = ("workers", "soldiers", "families", "homes", "vehicles", "generators", "tonnes of wheat", "beds")
DEEDS = ("moved", "counted", "promised", "sent", "repaired", "lost", "sold", "stored")

Numbers = NDArray[np.int64]


def write_dataset(folder: Path, claims: int, seed: int = 1) -> None:
    """Writes a dataset of so many claims, with its manifest."""
    random = np.random.default_rng(seed)
    places = real_places(PLACES)
    parts: dict[str, list[dict[str, Any]]] = {name: [] for name in DATASETS}

    def write(name: str, table: pa.Table) -> None:
        data = parquet_bytes(name, table, {"schema": SCHEMA_VERSION})
        part = part_name(len(parts[name]))
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / part).write_bytes(data)
        told = {"name": part, "sha256": hashlib.sha256(data).hexdigest()}
        parts[name].append({**told, "rows": table.num_rows, "bytes": len(data)})

    weight = 1 / np.arange(1, len(places) + 1) ** 0.8
    weight /= weight.sum()
    ways = random.choice(len(places), (WAYS, 2), p=weight)
    for start in range(0, claims, PART):
        count = min(PART, claims - start)
        table = claim_table(random, places, weight, ways, start, count)
        write("claims", table)
        write("flows", flow_table(table))
        write("documents", document_table(start // EACH, -(-count // EACH)))
    write("places", table_of("places", [place_row(place) for place in places]))
    write("copies", copy_table(claims // EACH))
    write("groups", table_of("groups", group_rows(claims)))
    write("mentions", DATASETS["mentions"].empty_table())
    (folder / MANIFEST).write_text(
        json.dumps(
            {"schema": SCHEMA_VERSION, "datasets": {name: summed(each) for name, each in parts.items()}}
        )
    )


def summed(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A table as the manifest has it."""
    return {
        "rows": sum(part["rows"] for part in parts),
        "bytes": sum(part["bytes"] for part in parts),
        "parts": list(parts),
    }


def real_places(count: int) -> list[Candidate]:
    """So many towns of the gazetteer, all over the world."""
    towns = (place for place in open_gazetteer().foremost(2 * count) if place.kind == "city")
    return list({place.id: place for place in towns}.values())[:count]


def filled(dataset: str, columns: Mapping[str, Any], count: int) -> pa.Table:
    """A table of a dataset from some of its columns; what is not given is null."""
    schema = DATASETS[dataset]
    made = [
        pa.array(columns[field.name], field.type) if field.name in columns else pa.nulls(count, field.type)
        for field in schema
    ]
    return pa.table(made, schema=schema)


def article_of(numbers: Numbers) -> list[str]:
    """The ids of articles."""
    return [f"wire/{number // 5000:04d}.jsonl#{number % 5000 + 1}" for number in numbers.tolist()]


def day_of(articles: Numbers) -> Numbers:
    """The day on which an article appears, spread evenly in no order."""
    spread: Numbers = FIRST + articles * 7_919 % DAYS
    return spread


def days_of(articles: Numbers) -> pa.Array:
    """The same as dates."""
    return pa.array(day_of(articles).astype(np.int32), pa.int32()).cast(pa.date32())


def claim_table(
    random: np.random.Generator,
    places: Sequence[Candidate],
    weight: NDArray[Any],
    ways: Numbers,
    start: int,
    count: int,
) -> pa.Table:
    """A part of the claims; one in fifty names no place that has a point, one in five a second place.

    One in ten is about something that goes from the first to the second, one of the `ways`.
    """
    numbers = start + np.arange(count)
    articles = numbers // EACH
    spots = random.choice(len(places), count, p=weight)
    certainty = random.choice(len(CERTAINTIES), count, p=CERTAINTY)
    further = np.where(numbers % 5 == 1, random.choice(len(places), count, p=weight), -1)
    moves = numbers % 10 == 1
    taken = ways[(WAYS * random.random(count) ** 3).astype(np.int64)]
    spots, further = np.where(moves, taken[:, 0], spots), np.where(moves, taken[:, 1], further)
    placed = numbers % 50 != 0
    documents = article_of(articles)
    names = [places[spot].name for spot in spots.tolist()]
    columns = {
        "id": [
            f"{document}/c{number % EACH + 1}"
            for document, number in zip(documents, numbers.tolist(), strict=True)
        ],
        "document": documents,
        "quote": [
            f"Officials in {name} said that {100 + number % 9000:,} {THINGS[number % 8]} had been "
            f"{DEEDS[number // 8 % 8]} since the bridge was closed, more than in any month before it."
            for name, number in zip(names, numbers.tolist(), strict=True)
        ],
        "places": named([place.id for place in places], spots, further, placed),
        "place_names": named([place.name for place in places], spots, further, placed),
        "from_place": [places[way[0]].id if move else None for way, move in zip(taken, moves, strict=True)],
        "to_place": [places[way[1]].id if move else None for way, move in zip(taken, moves, strict=True)],
        "by": [f"officials in {name}" for name in names],
        "certainty": [CERTAINTIES[number] for number in certainty.tolist()],
        "published": days_of(articles),
        "publisher": [PUBLISHERS[min(number % 31, number % 15)] for number in articles.tolist()],
    }
    return filled("claims", columns, count)


def flow_table(claims: pa.Table) -> pa.Table:
    """The movements of a part of the claims, without their lines, which the map does not read."""
    moving = claims.filter(pc.is_valid(claims["from_place"]))
    columns = {
        name: moving[name] for name in ("document", "from_place", "to_place", "certainty", "published")
    }
    made = {**columns, "claim": moving["id"]}
    return pa.table(
        [made.get(field.name, pa.nulls(len(moving), field.type)) for field in DATASETS["flows"]],
        schema=DATASETS["flows"],
    )


def named(every: Sequence[str], first: Numbers, further: Numbers, placed: NDArray[Any]) -> list[list[str]]:
    """What each claim names of the places: none, one, or two (`further` is -1 for one)."""
    rows = zip(first.tolist(), further.tolist(), placed.tolist(), strict=True)
    return [
        [every[spot] for spot in dict.fromkeys((one, other)) if spot >= 0] if there else []
        for one, other, there in rows
    ]


def document_table(first: int, count: int) -> pa.Table:
    """The articles of a part."""
    numbers = first + np.arange(count)
    columns = {
        "id": article_of(numbers),
        "number": numbers,
        "title": [
            f"What report no. {number} says of the river towns and their bridges"
            for number in numbers.tolist()
        ],
        "published": days_of(numbers),
        "url": [
            f"https://news.example.org/{number // 1000}/river-towns-{number}" for number in numbers.tolist()
        ],
        "publisher": [PUBLISHERS[min(number % 31, number % 15)] for number in numbers.tolist()],
        "language": ["en"] * count,
        "text": [""] * count,
    }
    return filled("documents", columns, count)


def place_row(place: Candidate) -> dict[str, Any]:
    """A place of the gazetteer as the table has it."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lon": place.lon,
        "lat": place.lat,
        "country_code": place.country_code,
        "within": place.within,
        "source": place.id,
        "geometry": [(place.lon, place.lat)],
    }


def copy_table(articles: int) -> pa.Table:
    """One article in ten repeats the one before."""
    repeats = np.arange(9, articles, 10)
    return pa.table(
        [
            pa.array(article_of(repeats)),
            pa.array(article_of(repeats - 1)),
            pa.array(np.full(len(repeats), 0.8)),
        ],
        schema=DATASETS["copies"],
    )


def group_rows(claims: int) -> list[dict[str, Any]]:
    """A group for each hundred claims, of two to six reports."""
    return [group_row(number, claims) for number in range(claims // 100)]


def group_row(number: int, claims: int) -> dict[str, Any]:
    """A group whose reports are claims of different articles."""
    members = [(number * 100 + step * EACH + 1) % claims for step in range(2 + number % 5)]
    articles = np.array(members) // EACH
    documents = article_of(articles)
    days = [date.fromordinal(int(day) + date(1970, 1, 1).toordinal()) for day in day_of(articles)]
    publishers = [PUBLISHERS[min(int(article) % 31, int(article) % 15)] for article in articles]
    reports = [
        {
            "claim": f"{document}/c{member % EACH + 1}",
            "document": document,
            "publisher": publisher,
            "published": day,
            "low": float(member),
            "high": float(member),
            "against": False,
            "copy": False,
        }
        for document, member, publisher, day in zip(documents, members, publishers, days, strict=True)
    ]
    return {
        "id": f"g{number}",
        "places": [],
        "thing": THINGS[number % 8],
        "deed": DEEDS[number % 8],
        "unit": "",
        "claims": len(reports),
        "articles": len(reports),
        "copies": 0,
        "publishers": sorted(set(publishers)),
        "first": min(days),
        "last": max(days),
        "low": float(members[0]),
        "high": float(members[-1]),
        "disagree": number % 3 == 0,
        "reports": reports,
        "geometry": [],
    }
