from __future__ import annotations

import re
from time import process_time

import pytest

from geobrief.claims.extract import extract_claims
from geobrief.model import Document, Mention, Place

PLACES = {name: Place(name, name, kind) for name, kind in (("Lima", "city"), ("Peru", "country"))}
HOSTILE = {
    "one sentence": "the navy said on 5 May that 300 crews flew from Lima to Peru and he told them of it, ",
    "one word": "x",
    "open quotations": "“Lima is dark, „Peru said, «and 'nobody \" came, ''she added. ",
    "capitals": "LIMA, MAY 5 - PERU SAID 300 SHIPS MAY LEAVE LIMA BY THE END OF 2026. ",
    "pronouns": "He said so. She denied it. They told Ana Ruiz of Lima. ",
    "a list": "- Peru sent 300 ships to Lima\n",
    "a table": "Lima | 300 | 5 May 2024 | 12 % |\t1,200\t",
    "numbers": "12 to 30 million, 1,200 - 40 of 50, half of a third, ",
    "dates": "since early May, two days before 5 June, by the end of 2026, until Friday ",
    "right to left": "قال الوزير في ليما إن 300 سفينة غادرت، Lima ",
    "marks": ".,;:!?—–()[]\"“”'",
}


def seconds(text: str) -> float:
    """Processor time of reading a text's claims, the lesser of two."""
    mentions = [Mention("a", *match.span(), match[0]) for match in re.finditer("Lima|Peru", text)]
    spent = []
    for _ in range(2):
        start = process_time()
        extract_claims(Document("a", text, published="2024-09-18"), mentions, PLACES)
        spent.append(process_time() - start)
    return min(spent)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_no_more_than_twice_the_time_and_a_bit(name: str) -> None:
    piece = HOSTILE[name]
    text = piece * (8_000 // len(piece))
    assert seconds(text * 2) < 3 * seconds(text) + 0.02
