"""How time grows with the length of a text: how many times longer twice the text takes, about 2 at best.

python benchmarks/growth.py

Processor time, the least of three runs. Those above 3 are marked, and looked at again; the exit code is 1 if
they stay there.
The odd texts are the ones that the tests read for crashes.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from claims.odd_texts import PIECES, repeated
from geobrief.claims.agreement import grouped
from geobrief.claims.attribution import attribution
from geobrief.claims.certainty import certainty
from geobrief.claims.claimable import is_claimable
from geobrief.claims.dates import when
from geobrief.claims.extract import extract_claims
from geobrief.claims.quantities import quantities
from geobrief.model import Claim, Document, Mention, Place, Quantity
from geobrief.text.sentences import sentences
from many_names import resolutions_of

MOST = 3.0
LEAST_SECONDS = 0.02
"""Of the shorter text; below, both are nothing and their ratio is chance."""

PLACES = {name: Place(name, name) for name in ("Lima", "Quito", "LIMA", "QUITO")}
READERS: dict[str, Callable[[str], object]] = {
    "attribution": attribution,
    "certainty": lambda text: certainty(text, None),
    "dates": lambda text: when(text, "2024-09-18"),
    "quantities": quantities,
    "claimable": is_claimable,
}
LONG = (
    "said ",
    "who ",
    "imply ",
    "the men and say ",
    "123 456 ",
    "000,",
    "), in May (",
    "GOING TO LIMA ",
    "a@",
)
MARKS = ("“", "„", "«", '"', "‘", "'", "``", "said “")


class Case(NamedTuple):
    """Something read at one length and at twice that."""

    name: str
    once: Callable[[], Any]
    twice: Callable[[], Any]

    def growth(self) -> float:
        """How many times longer twice the length takes."""
        return _least_seconds(self.twice) / max(_least_seconds(self.once), LEAST_SECONDS)


def main() -> None:
    """Prints each case's growth; those that fail are looked at again."""
    worse = [case for case in cases() if _told(case) > MOST]
    still = [case.name for case in worse if _told(case) > MOST]
    sys.exit(f"Time grows faster than length: {', '.join(still)}" if still else 0)


def cases() -> Iterator[Case]:
    """Texts without end for the claims, each of their rules, sentences, groups and names."""
    for name, piece in PIECES.items():
        yield _of_text(f"claims: {name}", _claims, repeated(piece, 16_000))
    for reader, read in READERS.items():
        for piece in LONG:
            yield _of_text(f"{reader}: {piece!r}", read, piece * (12_000 // len(piece)) + "a ")
    for mark in MARKS:
        yield _of_text(f"sentences: {mark}", sentences, mark * (40_000 // len(mark)))
    for one_source in (True, False):
        few, many = (_counts(number, one_source=one_source) for number in (4000, 8000))
        yield Case(
            f"groups of claims, {'one source' if one_source else 'many sources'}",
            lambda few=few: grouped(few, (Place("kyiv", "Kyiv"),), ()),  # type: ignore[misc]
            lambda many=many: grouped(many, (Place("kyiv", "Kyiv"),), ()),  # type: ignore[misc]
        )
    yield Case("names resolved", lambda: resolutions_of(3_000), lambda: resolutions_of(6_000))


def _of_text(name: str, read: Callable[[str], Any], text: str) -> Case:
    return Case(name, lambda: read(text), lambda: read(text + text))


def _claims(text: str) -> tuple[Claim, ...]:
    found = re.finditer("|".join(PLACES), text)
    mentions = [Mention("a.md", match.start(), match.end(), match[0], match[0]) for match in found]
    return extract_claims(Document("a.md", text, published="2024-09-18"), mentions, PLACES)


def _counts(number: int, *, one_source: bool) -> list[Claim]:
    """So many claims that count one thing at one place, all with different figures."""
    return [
        Claim(
            f"c{at}",
            "a.md",
            f"{at} people were killed in Kyiv.",
            ("kyiv",),
            by="" if one_source else f"source {at}",
            quantities=(Quantity(at, "people", f"{at} people"),),
        )
        for at in range(1, number)
    ]


def _least_seconds(run: Callable[[], Any]) -> float:
    """Processor time, the least of three: other work on the machine only adds to it."""

    def spent() -> float:
        start = time.process_time()
        run()
        return time.process_time() - start

    return min(spent() for _ in range(3))


def _told(case: Case) -> float:
    growth = case.growth()
    print(f"{growth:5.2f}{' !' if growth > MOST else '  '} {case.name}", flush=True)
    return growth


if __name__ == "__main__":
    main()
