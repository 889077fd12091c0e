"""Which claims count the same thing: precision and recall of groups, whole and without each condition.

python benchmarks/agreement.py

A pair is two claims of one case that stand in one group. `benchmarks/agreement/README.md` tells of the cases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

import yaml

from geobrief.api import analyze_documents
from geobrief.claims import agreement
from geobrief.claims.relations import figures_of, groups_of, relation
from geobrief.claims.same_thing import Circumstances, Entry
from geobrief.claims.whereabouts import ALWAYS
from geobrief.gazetteer import open_gazetteer
from geobrief.model import Brief, Claim, Document

CASES = Path(__file__).parent / "agreement" / "cases.yaml"
Pair = frozenset[str]

WITHOUT: Mapping[str, Callable[[Entry], Entry]] = {
    "nothing": lambda entry: entry,
    "what is done": lambda entry: entry._replace(key=entry.key[:2]),
    "what is counted": lambda entry: entry._replace(key=(entry.key[0], entry.key[2])),
    "where": lambda entry: entry._replace(spot=frozenset()),
    "when": lambda entry: entry._replace(told=None, time=ALWAYS),
    "whose, by what": lambda entry: entry._replace(circumstances=Circumstances()),
    "who says it": lambda entry: entry._replace(speaker=("", str(entry.order))),
}
"""What each condition of a group is left out by."""


@dataclass(frozen=True)
class Case:
    """One case: its brief without groups, and the groups that a reader finds."""

    brief: Brief
    wanted: Mapping[Pair, str]
    """Pairs of claim ids, and whether their whole group is an agreement or a contradiction."""


def main() -> None:
    """Prints a row a condition, for the cases that were in sight and for the others."""
    gazetteer = open_gazetteer()
    cases = [_case(entry, gazetteer) for entry in yaml.safe_load(CASES.read_text(encoding="utf-8"))]
    for name, half in (("in sight", cases[::2]), ("kept back", cases[1::2])):
        print(f"{name}: {len(half)} cases, {sum(len(case.wanted) for case in half)} pairs")
        for part, change in WITHOUT.items():
            print(f"  without {part:18}{_score(half, change)}")
    _report_speed()


def _case(entry: Mapping[str, Any], gazetteer: Any) -> Case:
    documents = [
        Document(f"{number}.md", article["text"], published=str(article["published"]), language="en")
        for number, article in enumerate(entry["articles"], 1)
    ]
    brief = analyze_documents(documents, gazetteer=gazetteer).value
    wanted: dict[Pair, str] = {}
    for group in entry["groups"]:
        for kind, starts in group.items():
            ids = [_id(brief.claims, start) for start in starts]
            wanted.update({frozenset(pair): kind for pair in combinations(ids, 2)})
    return Case(brief, wanted)


def _id(claims: Sequence[Claim], start: str) -> str:
    """The id of the claim that starts so; the words themselves where geobrief finds no such claim."""
    return next((claim.id for claim in claims if claim.quote.startswith(start)), start)


def _score(cases: Sequence[Case], change: Callable[[Entry], Entry]) -> str:
    right = found = wanted = told = 0
    for case in cases:
        pairs = _pairs(case.brief, change)
        both = pairs.keys() & case.wanted.keys()
        right, found, wanted = right + len(both), found + len(pairs), wanted + len(case.wanted)
        told += sum(pairs[pair] == case.wanted[pair] for pair in both)
    precision, recall = right / found if found else 1.0, right / wanted
    return f"precision {precision:.3f}  recall {recall:.3f}  told apart {told / right if right else 1:.3f}"


def _pairs(brief: Brief, change: Callable[[Entry], Entry]) -> dict[Pair, str]:
    """The pairs that stand in one group, with what the group is."""
    entries = agreement._entries
    agreement._entries = lambda *args: [change(entry) for entry in entries(*args)]
    try:
        claims = agreement.grouped(brief.claims, brief.places, brief.documents)
    finally:
        agreement._entries = entries
    found: dict[Pair, str] = {}
    for group in groups_of(claims).values():
        figures = list(figures_of(group).values())
        against = any(relation(*pair) == "contradicts" for pair in combinations(figures, 2))
        kind = "contradiction" if against else "agreement"
        found.update({frozenset((one.id, other.id)): kind for one, other in combinations(group, 2)})
    return found


def _report_speed() -> None:
    claim, places = _sample()
    for number in (10_000, 20_000):
        many = [replace(claim, id=f"c{at}", by=f"source {at}") for at in range(number)]
        start = process_time()
        agreement.grouped(many, places, ())
        print(f"{number} claims of one thing at one place: {process_time() - start:.2f} s")


def _sample() -> tuple[Claim, Sequence[Any]]:
    brief = analyze_documents([Document("1.md", "The plant in Yelabuga employs 3,200 people.")]).value
    return brief.claims[0], brief.places


if __name__ == "__main__":
    main()
