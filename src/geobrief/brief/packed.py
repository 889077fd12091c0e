"""A brief's record made small for a page, and back: what can be told from the text is not said again.

Version 2 of the schema differs from version 1 (`records.py`) in this:

- `mentions`, `places`, `claims`, `grounds` and `candidates` are tables (`columns.py`);
- places and documents are referred to by the number of their row, from 0, and candidates by theirs;
- a span is its start and its length; within a claim it counts from the claim's start;
- a quote, a source, the words of a quantity or a time are left out where their span says them;
- lines of a geometry are text (`coordinates.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from geobrief.brief.columns import from_table, to_table
from geobrief.brief.coordinates import packed_geometry, unpacked_geometry

__all__ = ["VERSION", "pack", "unpack"]

VERSION = 2

Record: TypeAlias = dict[str, Any]
Row: TypeAlias = Mapping[str, Any]
Change: TypeAlias = Callable[[Any], Any]

STRETCHES = (("start", "end", "length"), ("by_start", "by_end", "by_length"))
"""Keys of a claim's own span and of its source's: start and end in version 1, start and length in 2."""
OFFSETS = tuple(key for start, end, _ in STRETCHES for key in (start, end))
SPANS = ("cue_span", "certainty_span")
FACTS = ("quantities", "when")
"""What of a claim has words and a span of its own."""


def pack(record: Row) -> Record:
    """The record in version 2.

    Args:
        record: Of `records.to_record`.
    """
    texts = [document.get("text", "") for document in record.get("documents", ())]
    documents, places = (_row_in(record.get(name, ())) for name in ("documents", "places"))
    packed: Record = {**record, "geobrief": VERSION}
    mentions = [_packed_mention(mention, documents, places) for mention in record.get("mentions", ())]
    claims = [_packed_claim(claim, documents, places, texts) for claim in record.get("claims", ())]
    tables = {
        "mentions": to_table(mentions, steps=("start",)),
        "places": to_table(
            [_changed(place, "geometry", packed_geometry) for place in record.get("places", ())]
        ),
        "claims": to_table(claims, steps=("start",)),
        **_packed_grounds(record.get("grounds", ())),
    }
    return {**packed, **{name: table for name, table in tables.items() if table["rows"]}}


def unpack(packed: Row) -> Record:
    """The record of version 1 from which `pack` made this one.

    Raises:
        AttributeError, IndexError, KeyError, TypeError, ValueError: It was not made so.
    """
    documents = packed.get("documents", [])
    texts = [document.get("text", "") for document in documents]
    names = _id_in(documents)
    tables = {name: from_table(packed[name]) for name in ("mentions", "places", "claims") if name in packed}
    places = _id_in(tables.get("places", ()))
    if "mentions" in tables:
        tables["mentions"] = [_mention(row, names, places) for row in tables["mentions"]]
    if "places" in tables:
        tables["places"] = [_changed(place, "geometry", unpacked_geometry) for place in tables["places"]]
    if "claims" in tables:
        tables["claims"] = [_claim(row, names, places, texts) for row in tables["claims"]]
    rest = {key: value for key, value in packed.items() if key not in ("grounds", "candidates")}
    return {**rest, "geobrief": 1, **tables, **_grounds(packed)}


def _row_in(entries: Sequence[Row]) -> Change:
    """From an id to the row that has it; an id that none has stays."""
    rows = {entry["id"]: row for row, entry in enumerate(entries)}
    return lambda id_: rows.get(id_, id_)


def _id_in(entries: Sequence[Row]) -> Change:
    ids = [entry["id"] for entry in entries]
    return lambda row: ids[row] if isinstance(row, int) else row


def _text_of(claim: Row, texts: Sequence[str]) -> str:
    return texts[claim["document"]] if isinstance(claim.get("document"), int) else ""


def _packed_mention(mention: Row, documents: Change, places: Change) -> Record:
    packed = dict(mention)
    _change(packed, "document", documents)
    _change(packed, "place", places)
    packed["length"] = packed.pop("end") - packed["start"]
    return packed


def _mention(row: Row, documents: Change, places: Change) -> Record:
    mention = dict(row)
    _change(mention, "document", documents)
    _change(mention, "place", places)
    mention["end"] = mention["start"] + mention.pop("length")
    return mention


def _packed_claim(claim: Row, documents: Change, places: Change, texts: Sequence[str]) -> Record:
    packed = dict(claim)
    _change(packed, "document", documents)
    text = _text_of(packed, texts)
    _leave_out(packed, "quote", text, _span_of(claim, "start", "end"))
    _leave_out(packed, "by", text, _span_of(claim, "by_start", "by_end"))
    for part in FACTS:
        _change(packed, part, lambda facts: _each(facts, lambda fact: _without_words(fact, text)))
    _move(packed, -claim.get("start", 0))
    for start, end, length in STRETCHES:
        if start in packed:
            packed[length] = packed.pop(end) - packed[start]
    if "start" in claim:
        packed["start"] = claim["start"]
    _refer(packed, places)
    return packed


def _claim(row: Row, documents: Change, places: Change, texts: Sequence[str]) -> Record:
    claim = dict(row)
    _change(claim, "document", documents)
    text = _text_of(row, texts)
    begin = claim.get("start", 0)
    if "start" in claim:
        claim["start"] = 0
    for start, end, length in STRETCHES:
        if start in claim:
            claim[end] = claim[start] + claim.pop(length)
    _move(claim, begin)
    _put_in(claim, "quote", text, _span_of(claim, "start", "end"))
    _put_in(claim, "by", text, _span_of(claim, "by_start", "by_end"))
    for part in FACTS:
        _change(claim, part, lambda facts: _each(facts, lambda fact: _with_words(fact, text)))
    _refer(claim, places)
    return claim


def _refer(claim: Record, change: Change) -> None:
    """Refers to the claim's places otherwise."""
    for key in ("places", "inferred"):
        _change(claim, key, lambda ids: [change(id_) for id_ in ids])
    if "flow" in claim:
        flow = claim["flow"]
        claim["flow"] = {**flow, "from": change(flow["from"]), "to": change(flow["to"])}


def _move(claim: Record, by: int) -> None:
    """Counts all spans of the claim from elsewhere."""
    for key in OFFSETS:
        if key in claim:
            claim[key] += by
    for key in SPANS:
        _change(claim, key, lambda span: [offset + by for offset in span])
    _change(claim, "inferred_spans", lambda spans: [[offset + by for offset in span] for span in spans])
    for key in (*FACTS, "flow"):
        _change(claim, key, lambda facts: _each(facts, lambda fact: _moved_fact(fact, by)))


def _moved_fact(fact: Row, by: int) -> Record:
    moved = dict(fact)
    _change(moved, "span", lambda span: [offset + by for offset in span])
    return moved


def _each(facts: Any, change: Change) -> Any:
    """One fact, or each of several, changed."""
    return [change(fact) for fact in facts] if isinstance(facts, list) else change(facts)


def _without_words(fact: Row, text: str) -> Record:
    changed = dict(fact)
    _leave_out(changed, "text", text, fact.get("span"))
    return changed


def _with_words(fact: Row, text: str) -> Record:
    changed = dict(fact)
    _put_in(changed, "text", text, fact.get("span"))
    return changed


def _span_of(claim: Row, start: str, end: str) -> tuple[int, int] | None:
    return (claim[start], claim[end]) if start in claim else None


def _leave_out(record: Record, key: str, text: str, span: Sequence[int] | None) -> None:
    """Takes words out that the text has at their span; where it has others and there are none, says so."""
    if span is None or span[0] < 0:
        return
    if text[span[0] : span[1]] == record.get(key, ""):
        record.pop(key, None)
    else:
        record.setdefault(key, "")


def _put_in(record: Record, key: str, text: str, span: Sequence[int] | None) -> None:
    if span is not None and span[0] >= 0 and key not in record:
        record[key] = text[span[0] : span[1]]
    if record.get(key) == "":
        del record[key]


def _change(record: Record, key: str, change: Change) -> None:
    """Puts another value in place of one, if it is there."""
    if key in record:
        record[key] = change(record[key])


def _changed(record: Row, key: str, change: Change) -> Record:
    """A copy in which one value, if it is there, is another."""
    return {**record, key: change(record[key])} if key in record else dict(record)


def _packed_grounds(grounds: Sequence[Row]) -> Record:
    """Each candidate once: the same town is one for many names."""
    rows: dict[str, int] = {}
    candidates: list[Row] = []

    def row(candidate: Row) -> int:
        key = json.dumps(candidate, sort_keys=True)
        if key not in rows:
            rows[key] = len(candidates)
            candidates.append(candidate)
        return rows[key]

    packed = [_changed(entry, "candidates", lambda found: [row(each) for each in found]) for entry in grounds]
    return {"grounds": to_table(packed), "candidates": to_table(candidates)}


def _grounds(packed: Row) -> Record:
    if "grounds" not in packed:
        return {}
    candidates = from_table(packed["candidates"]) if "candidates" in packed else []
    grounds = from_table(packed["grounds"])
    return {
        "grounds": [
            _changed(entry, "candidates", lambda rows: [candidates[row] for row in rows]) for entry in grounds
        ]
    }
