"""Files that `geobrief export` wrote, read back: places, claims and articles out of Features or tables.

What follows from the brief (numbers, flows as lines) is dropped, as it is reckoned anew; where quotes and
names stand in the articles is found again, as in a brief's folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from geobrief.brief.claim_cells import read_claim
from geobrief.brief.feature_list import read_features
from geobrief.brief.locate import located
from geobrief.brief.references import reference_faults
from geobrief.brief.sheets import Column
from geobrief.errors import BriefError
from geobrief.model import Brief, Claim, Document

__all__ = ["ADDED", "FACTS", "KIND", "from_features", "from_records", "is_exported", "records", "records_of"]

KIND: Final = "geobrief"
"""The foreign member that tells what an object is: a `brief`, a `place`, a `flow`."""
ADDED: Final = "added"
"""The foreign member of a place's Feature that lists those of its properties that follow from the brief."""
FACTS: Final = "facts"
"""The member of a claim that holds as JSON what its cells tell as text; a column of that name holds text."""

Record = dict[str, Any]


def is_exported(features: Sequence[Any]) -> bool:
    """Whether Features are those of an export."""
    return any(isinstance(feature, dict) and feature.get(KIND) == "place" for feature in features)


def from_features(features: Sequence[Any], collection: Mapping[str, Any], *, title: str, file: str) -> Brief:
    """The brief of exported GeoJSON.

    Args:
        features: Its Features; what is no flow is a place.
        collection: What holds the claims and articles; lines of Features have their claims themselves.
        title: The brief's.
        file: For the faults.

    Raises:
        BriefError: Something in it is broken; all faults at once.
    """
    claims = records(collection.get("claims"))
    places = []
    for feature in features:
        if isinstance(feature, dict) and feature.get(KIND) == "flow":
            continue
        claims += _carried(feature)
        places.append(_plain(feature))
    once = {str(claim.get("id", "")): claim for claim in claims}
    return from_records(places, once.values(), records(collection.get("articles")), title=title, file=file)


def from_records(
    features: Sequence[Any],
    claims: Iterable[Mapping[str, Any]],
    articles: Iterable[Mapping[str, Any]],
    *,
    title: str,
    file: str,
) -> Brief:
    """A brief of its places as Features, its claims and articles as records.

    Raises:
        BriefError: Something in them is broken; all faults at once.
    """
    places, found = read_features(features, file=file, foreign=True)
    faults = [str(fault) for fault in found]
    read = [read_claim(_cells(claim)) for claim in claims]
    for claim, ends in read:
        name = f"claim {claim.id!r}" if claim else "a claim"
        faults.extend(f"{file}: {name} {end}" for end in ends)
    documents = tuple(map(_document, articles))
    said = tuple(_held(claim, documents) for claim, _ in read if claim is not None)
    brief = Brief(documents, (), places, said, title)
    faults = faults or [str(fault) for fault in reference_faults(brief)]
    if faults:
        raise BriefError(*faults)
    return located(brief)


def records_of(row: Mapping[str, Any], columns: Mapping[str, Column]) -> tuple[Record, Record]:
    """What a row of an exported table says in the brief's own terms, and the fields that are none of it.

    Empty cells are left out, and what follows from the brief.
    """
    own: Record = {}
    extra: Record = {}
    for name, cell in row.items():
        column = columns.get(name)
        if cell is None or (column is not None and column.role == "added"):
            continue
        if column is None:
            extra[name] = cell
        else:
            (own if column.role == "own" else extra)[column.field] = column.read(cell)
    return own, extra


def records(value: Any) -> list[Record]:
    """Those members of a list that are objects; none of anything else."""
    return [dict(record) for record in value if isinstance(record, dict)] if isinstance(value, list) else []


def _carried(feature: Any) -> list[Record]:
    """The claims that a line's Feature has with it."""
    added = _added(feature)
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = next((name for name in reversed(added) if name.startswith("claims")), "")
    return records(properties.get(name)) if name and isinstance(properties, dict) else []


def _plain(feature: Any) -> Any:
    added = _added(feature)
    if not added or not isinstance(feature.get("properties"), dict):
        return feature
    kept = {name: value for name, value in feature["properties"].items() if name not in added}
    return {**feature, "properties": kept}


def _added(feature: Any) -> list[str]:
    added = feature.get(ADDED) if isinstance(feature, dict) else None
    return [name for name in added if isinstance(name, str)] if isinstance(added, list) else []


def _cells(claim: Mapping[str, Any]) -> dict[str, str]:
    """A claim's record as the row of `claims.csv` that it was."""
    told = {name: value for name, value in claim.items() if value is not None}
    if isinstance(told.get("places"), list):
        told["places"] = ";".join(map(str, told["places"]))
    if isinstance(told.get(FACTS), dict):
        del told[FACTS]
    return {name: str(value) for name, value in told.items()}


def _held(claim: Claim, documents: Sequence[Document]) -> Claim:
    """The claim; in a file that holds no articles, one that no article holds."""
    return claim if documents else replace(claim, document="")


def _document(article: Mapping[str, Any]) -> Document:
    known = {field.name for field in fields(Document)}
    values = {name: str(value) for name, value in article.items() if name in known and value is not None}
    return Document(**{"id": "article.md", "text": "", **values})
