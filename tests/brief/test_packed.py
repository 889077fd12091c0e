"""A page's record of a brief: nothing is said twice, and nothing is lost."""

import json
from dataclasses import replace

from hypothesis import given

from brief_values import briefs
from geobrief.brief.packed import pack
from geobrief.brief.records import from_record, to_record
from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, Quantity, When

TEXT = "It rains. Ann said 25,000 workers left Kursk in June."
CLAIM = Claim(
    "c1",
    "a.md",
    TEXT[10:],
    ("kursk",),
    by="Ann",
    quantities=(Quantity(25000.0, "workers", "25,000 workers", span=(19, 33)),),
    when=When("2024-06-01", "2024-06-30", "June", (48, 52)),
    flow=Flow("kursk", "kursk", (10, 44)),
    span=(10, 53),
    by_span=(10, 13),
    inferred=("kursk",),
    certainty_span=(14, 18),
    inferred_spans=((39, 44),),
    cue_span=(14, 18),
)
BRIEF = Brief(
    (Document("a.md", TEXT),),
    (Mention("a.md", 39, 44, "kursk"),),
    (Place("kursk", "Kursk", lon=36.19, lat=51.73),),
    (CLAIM,),
)


def through_a_page(brief: Brief) -> Brief:
    return from_record(json.loads(json.dumps(pack(to_record(brief)))))


@given(briefs())
def test_every_brief_comes_back_the_same(brief: Brief) -> None:
    assert through_a_page(brief) == brief


def test_what_the_text_says_is_not_said_again() -> None:
    packed = pack(to_record(BRIEF))
    assert packed["geobrief"] == 2
    assert packed["mentions"]["columns"] == {
        "document": {"every": 0},
        "start": {"steps": [39]},
        "place": {"every": 0},
        "length": {"every": 5},
    }
    assert packed["claims"]["columns"] == {
        "id": {"every": "c1"},
        "document": {"every": 0},
        "places": [[0]],
        "quantities": [[{"value": 25000, "unit": "workers", "span": [9, 23]}]],
        "when": [{"start": "2024-06-01", "end": "2024-06-30", "span": [38, 42]}],
        "flow": [{"from": 0, "to": 0, "span": [0, 34]}],
        "start": {"steps": [10]},
        "length": {"every": 43},
        "by_start": {"every": 0},
        "by_length": {"every": 3},
        "inferred": [[0]],
        "cue_span": [[4, 8]],
        "certainty_span": [[4, 8]],
        "inferred_spans": [[[29, 34]]],
    }
    assert through_a_page(BRIEF) == BRIEF


def test_words_that_differ_from_the_text_are_kept() -> None:
    claims = (
        replace(CLAIM, quote="Ann spoke", by="Ms Ann"),
        replace(CLAIM, id="c2", quote="", by=""),
        replace(CLAIM, id="c3", when=When("2024-06-01", "", "", (48, 52))),
        replace(CLAIM, id="c4", span=None),
    )
    edited = replace(BRIEF, claims=claims)
    assert through_a_page(edited) == edited


def test_a_claim_more_costs_few_bytes_beyond_its_text() -> None:
    def size(count: int) -> int:
        sentences = [f"Town {number} took in {number * 7 % 90} people." for number in range(count)]
        text = " ".join(sentences)
        claims, start = [], 0
        for number, sentence in enumerate(sentences):
            span = (start, start + len(sentence))
            claims.append(Claim(f"c{number}", "a.md", sentence, ("town",), certainty="reported", span=span))
            start = span[1] + 1
        brief = Brief((Document("a.md", text),), (), (Place("town", "Town", lon=1, lat=2),), tuple(claims))
        return len(json.dumps(pack(to_record(brief)))) - len(text)

    assert (size(1000) - size(100)) / 900 < 40
