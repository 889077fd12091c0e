"""Datasets of few claims written straight in the layout, and what DuckDB counts in them."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import h3

from geobrief.corpora.geoparquet import parquet_bytes, table_of
from geobrief.corpora.layout import DATASETS, MANIFEST, SCHEMA_VERSION, part_name
from geobrief.model import CERTAINTIES

PLACES = (
    ("geonames:551487", "Kazan", "city", 49.12, 55.79),
    ("geonames:468082", "Yelabuga", "city", 52.06, 55.76),
    ("geonames:524901", "Moscow", "city", 37.62, 55.75),
    ("geonames:703448", "Kyiv", "city", 30.52, 50.45),
    ("geonames:1871859", "Pyongyang", "city", 125.75, 39.03),
    ("geonames:2198148", "Suva", "city", 178.44, -18.14),
    ("geonames:4035413", "Apia", "city", -171.77, -13.83),
    ("geobrief:barents-sea", "Barents Sea", "water", 179.9, 72.0),
)
NAMES = {id_: name for id_, name, *_ in PLACES}
PUBLISHERS = ("Courier", "Gazette", "Wire", None)
FIRST = date(2024, 1, 10)
EACH = 5
"""Claims an article; each tenth article repeats the one before."""
WHENS = {
    2: date(1986, 4, 26),
    30: date(2024, 3, 8),
    60: date(2050, 1, 1),
    66: date(2051, 1, 1),
    71: date(2052, 1, 1),
}
"""Days that claims are about, some far off, by the claim's number."""
HOSTILE = '<img src=x onerror="document.title=1">`${1}`'


def write_corpus(folder: Path, claims: int = 300) -> Path:
    """Every hundredth claim names no place that has a point; others one after such a place, or several."""
    rows = [_claim(number) for number in range(claims)]
    articles = [_article(number) for number in range(-(-claims // EACH))]
    tables: dict[str, Sequence[dict[str, Any]]] = {
        "documents": articles,
        "mentions": [],
        "claims": rows,
        "flows": [_flow(row) for row in rows if _moves(row)],
        "places": [
            {
                "id": id_,
                "name": name,
                "kind": kind,
                "lon": lon,
                "lat": lat,
                "source": id_,
                "geometry": [(lon, lat)],
            }
            for id_, name, kind, lon, lat in PLACES
        ],
        "copies": [
            {"document": article["id"], "copy_of": articles[number - 1]["id"], "similarity": 0.9}
            for number, article in enumerate(articles)
            if number % 10 == 9
        ],
        "groups": [_group(rows[0], rows[15], rows[27])],
    }
    told = {name: _written(folder, name, tables[name]) for name in DATASETS}
    (folder / MANIFEST).write_text(json.dumps({"schema": SCHEMA_VERSION, "datasets": told}))
    return folder


def _written(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    halves = [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
    parts = []
    (folder / name).mkdir(parents=True)
    for number, half in enumerate(halves):
        full = [{**dict.fromkeys(DATASETS[name].names), "geometry": [], **row} for row in half]
        data = parquet_bytes(name, table_of(name, full), {"schema": SCHEMA_VERSION})
        (folder / name / part_name(number)).write_bytes(data)
        told = {"name": part_name(number), "sha256": hashlib.sha256(data).hexdigest()}
        parts.append({**told, "rows": len(half), "bytes": len(data)})
    return {"rows": len(rows), "bytes": sum(part["bytes"] for part in parts), "parts": parts}


def _text(number: int) -> str:
    return f"Officials said that {number + 20} generators reached the depot № {number}. "


def _document(number: int) -> str:
    return f"wire.jsonl#{number // EACH + 1}"


def _day(article: int) -> date | None:
    return None if article % 7 == 6 else FIRST + timedelta(days=11 * article)


def _article(article: int) -> dict[str, Any]:
    numbers = range(article * EACH, (article + 1) * EACH)
    return {
        "id": _document(article * EACH),
        "number": article,
        "title": HOSTILE if article == 0 else f"Depots, day {article}",
        "published": _day(article),
        "url": "javascript:alert(1)" if article == 1 else f"https://news.example.org/{article}",
        "publisher": PUBLISHERS[article % 4],
        "language": "en",
        "text": "".join(map(_text, numbers)),
        "claims": EACH,
    }


def _claim(number: int) -> dict[str, Any]:
    article, nth = divmod(number, EACH)
    start = sum(len(_text(each)) for each in range(article * EACH, number))
    id_, name, _, lon, lat = PLACES[number // 3 % len(PLACES) if number % 3 else 0]
    places, names = [id_], [name]
    if number % 50 == 41:
        places, names = ["geonames:0", id_], ["Nowhere", name]
    if number % 20 in (7, 14):
        further = PLACES[1:2] if number % 20 == 14 else (PLACES[3], PLACES[0], PLACES[7])
        places = list(dict.fromkeys([id_, *(place for place, *_ in further)]))
        names = [NAMES[place] for place in places]
    if number % 100 == 91:
        places, names = ["geonames:0"], ["Nowhere"]
    return {
        "id": f"{_document(number)}/c{nth + 1}",
        "document": _document(number),
        "start": start,
        "end": start + len(_text(number)) - 1,
        "quote": _text(number).strip() if number else HOSTILE,
        "places": places,
        "place_names": names,
        "by": "officials",
        "certainty": CERTAINTIES[number % 7 if number % 2 else 7],
        "when_start": WHENS.get(number),
        "published": _day(article),
        "publisher": PUBLISHERS[article % 4],
        "geometry": [(lon, lat)] if places != ["geonames:0"] else [],
    }


def _moves(row: dict[str, Any]) -> bool:
    """Whether a claim tells of a movement: those that name several places with a point do, but for some."""
    return len(row["places"]) > 1 and row["places"][0] in NAMES and row["certainty"] != "denied"


def _flow(row: dict[str, Any]) -> dict[str, Any]:
    ends = {name: row[name] for name in ("document", "certainty", "published")}
    points = [(lon, lat) for id_, _, _, lon, lat in PLACES for place in row["places"][:2] if id_ == place]
    return {
        **ends,
        "claim": row["id"],
        "from_place": row["places"][0],
        "to_place": row["places"][1],
        "geometry": points,
    }


def _group(*claims: dict[str, Any]) -> dict[str, Any]:
    days = [claim["published"] for claim in claims]
    return {
        "id": "g1",
        "places": claims[0]["places"],
        "thing": "generator",
        "claims": 3,
        "articles": 3,
        "copies": 0,
        "publishers": ["Courier", "Gazette", "Wire"],
        "first": min(days),
        "last": max(days),
        "low": 20.0,
        "high": 30.0,
        "disagree": True,
        "reports": [
            {
                **dict.fromkeys(("by", "text", "low", "high")),
                "claim": claim["id"],
                "document": claim["document"],
                "publisher": claim["publisher"],
                "published": claim["published"],
                "against": False,
                "copy": False,
            }
            for claim in claims
        ],
    }


def found_in_cells(folder: Path, level: int, where: str = "true") -> Counter[str]:
    """How many claims each cell of a resolution has, a claim once in each that one of its places lies in."""
    cell = {id_: h3.cell_to_parent(h3.latlng_to_cell(lat, lon, 5), level) for id_, _, _, lon, lat in PLACES}
    claims, copies = (f"read_parquet('{folder / name}/*.parquet')" for name in ("claims", "copies"))
    query = f"SELECT places FROM {claims} WHERE document NOT IN (SELECT document FROM {copies}) AND ({where})"
    rows = duckdb.sql(query).fetchall()
    return Counter(each for (places,) in rows for each in {cell[place] for place in places if place in cell})


def counted(folder: Path, where: str = "true") -> int:
    """How many claims are on the map under a condition, as DuckDB finds them in the files."""
    claims, copies, places = (
        f"read_parquet('{folder / name}/*.parquet')" for name in ("claims", "copies", "places")
    )
    query = f"""
        SELECT count(*) FROM {claims} AS claims WHERE document NOT IN (SELECT document FROM {copies})
        AND list_has_any(places, (SELECT list(id) FROM {places})) AND ({where})
    """
    ((found,),) = duckdb.sql(query).fetchall()
    return int(found)
