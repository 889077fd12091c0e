"""The page's data: the cube, its cells, the strongest claims, and the map below."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import duckdb

from geobrief.brief.columns import to_table
from geobrief.corpora.duck import opened_duck, rows_of
from geobrief.corpora.map.cells import centre
from geobrief.corpora.map.cube import MOST_PUBLISHERS, Cube, Limits, count_cube
from geobrief.corpora.map.dataset import Dataset
from geobrief.corpora.map.flows import flow_ends, flows_record, number_flows
from geobrief.corpora.map.located import locate_claims, number_spots
from geobrief.corpora.map.paths import cells_record
from geobrief.corpora.map.strongest import group_claims, rank_claims, strongest_claims
from geobrief.model import CERTAINTIES, KINDS, BBox
from geobrief.render.base import base_for, world_base
from geobrief.render.view import WORLD, view_around

__all__ = ["aggregate", "located", "record_of"]

Record: TypeAlias = dict[str, Any]

_IN_VIEW: Final = 0.98
"""Share of the claims that the first view shows; a few stray ones do not make it the world."""
_VIEW_LEVEL: Final = 2
_WORLD_FROM: Final = 120.0
"""Degrees of longitude from which a view has all of the world below it, in one grade of detail."""


def aggregate(dataset: Dataset, limits: Limits | None = None) -> Record:
    """The dataset counted for a page; the same dataset gives the same record.

    Raises:
        CorpusError: DuckDB cannot do it, as where the disk is full.
    """
    with located(dataset) as (duck, publishers):
        return record_of(duck, dataset, publishers, limits or Limits())


@contextlib.contextmanager
def located(dataset: Dataset) -> Iterator[tuple[duckdb.DuckDBPyConnection, Sequence[str]]]:
    """A database with the dataset's claims located and ranked, and its commonest publishers.

    Raises:
        CorpusError: As `aggregate`.
    """
    with (
        tempfile.TemporaryDirectory(prefix="geobrief-") as scratch,
        opened_duck(Path(scratch) / "map") as duck,
    ):
        dataset.view(duck)
        number_spots(duck)
        publishers = locate_claims(duck, MOST_PUBLISHERS)
        group_claims(duck)
        number_flows(duck)
        rank_claims(duck)
        yield duck, publishers


def record_of(
    duck: duckdb.DuckDBPyConnection, dataset: Dataset, publishers: Sequence[str], limits: Limits
) -> Record:
    """The page's data, of what `located` has opened."""
    cube = count_cube(duck, limits)
    publishers = publishers[: cube.publishers]
    view = _view(duck)
    claims = strongest_claims(duck, cube, limits.text)
    ends = flow_ends(duck)
    places = _places(duck, cube)
    named = {*places, *(end[side] for end in ends for side in ("from", "to"))}
    named |= {id_ for claim in claims for id_ in claim.get("place_ids", ())}
    return {
        "title": dataset.title,
        "totals": _totals(duck, dataset),
        "certainties": list(CERTAINTIES),
        "kinds": list(KINDS),
        "publishers": list(publishers),
        "bins": cube.bins.as_record(),
        "cube": cube.as_record(),
        "cells": cells_record(cube.cells, cube.level) | {"places": places},
        **_claims(claims, cube),
        "flows": flows_record(duck, cube, ends),
        "named": _named(duck, named),
        "view": list(view),
        "base": world_base() if view[2] - view[0] > _WORLD_FROM else base_for(view, ()),
    }


def _claims(claims: Sequence[Mapping[str, Any]], cube: Cube) -> Record:
    """The strongest claims and their articles as tables; cells and articles by their numbers."""
    cell = {int(index): number for number, index in enumerate(cube.cells.tolist())}
    articles = list(dict.fromkeys(claim["document"] for claim in claims))
    number = {document: row for row, document in enumerate(articles)}
    about = {claim["document"]: claim for claim in claims}
    kinds = {int(bits): at for at, bits in enumerate(cube.kinds.tolist())}
    own = ("document", "title", "url", "publisher", "standing", "cell", "again", "kinds")
    rows = [
        {
            **{name: value for name, value in claim.items() if name not in own},
            "cell": cell[claim["cell"]],
            "again": [cell[each] for each in claim["again"]] if "again" in claim else None,
            "kind": kinds[claim["kinds"]],
            "article": number[claim["document"]],
            "id": claim["id"].removeprefix(f"{claim['document']}/"),
        }
        for claim in claims
    ]
    fields = ("title", "url", "publisher")
    return {
        "claims": to_table(rows),
        "articles": to_table(
            [
                {
                    "id": document,
                    **{name: about[document][name] for name in fields if name in about[document]},
                }
                for document in articles
            ]
        ),
    }


def _totals(duck: duckdb.DuckDBPyConnection, dataset: Dataset) -> Record:
    """How much the dataset holds, and what of it the map leaves out."""

    def count(query: str) -> int:
        ((found,),) = duck.sql(query).fetchall()
        return int(found)

    copied = count("SELECT count(*) FROM claims SEMI JOIN copies USING (document)")
    located = count("SELECT count(*) FROM located")
    return {
        "articles": dataset.rows["documents"] - dataset.rows["copies"],
        "copies": dataset.rows["copies"],
        "claims": located,
        "unlocated": dataset.rows["claims"] - copied - located,
        "places": count("SELECT count(DISTINCT spot) FROM everywhere"),
        "several": count("SELECT count(DISTINCT id) FROM stands WHERE level IS NOT NULL AND NOT home"),
    }


def _places(duck: duckdb.DuckDBPyConnection, cube: Cube) -> list[str]:
    """For each of the finest cells the id of the place in it that has the most claims."""
    query = (
        f"SELECT c{cube.level} AS cell, arg_max(id, (claims, -spot)) FROM ("
        "SELECT spot, count(*) AS claims FROM everywhere GROUP BY spot) AS counted "
        "JOIN spots ON spots.number = spot GROUP BY cell ORDER BY cell"
    )
    return [id_ for _, id_ in duck.sql(query).fetchall()]


def _named(duck: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> Record:
    """What is to be known of places to say their names in another language; those that have a point."""
    query = (
        "SELECT id, name, kind, country_code, lon, lat FROM spots "
        "SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS id) AS asked USING (id) ORDER BY id"
    )
    return to_table(list(rows_of(duck, query, [sorted(ids)])))


def _view(duck: duckdb.DuckDBPyConnection) -> BBox:
    """Around the fullest cells that together hold most claims."""
    column = f"c{_VIEW_LEVEL}"
    rows = duck.sql(
        f"SELECT {column}, count(*) AS claims FROM everywhere "
        f"GROUP BY {column} ORDER BY claims DESC, {column}"
    ).fetchall()
    wanted = list(_fullest(rows, _IN_VIEW * sum(claims for _, claims in rows)))
    return view_around([centre(cell) for cell in wanted]) if wanted else WORLD


def _fullest(rows: Iterable[tuple[int, int]], enough: float) -> Iterable[int]:
    held = 0
    for cell, claims in rows:
        if held >= enough:
            return
        held += claims
        yield cell
