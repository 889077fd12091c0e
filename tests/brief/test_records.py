"""The whole brief as JSON: exact both ways, small, and wary of what a page from elsewhere may hold."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from brief_values import briefs
from geobrief.brief.records import from_record, to_record
from geobrief.errors import BriefError
from geobrief.model import Brief, Candidate, Claim, Document, Flow, Grounds, Mention, Place, Quantity, When

BRIEF = Brief(
    documents=(Document("a.md", "Ann said 25,000 workers left Kursk.", title="Work", language="en"),),
    mentions=(Mention("a.md", 29, 34, "kursk"), Mention("a.md", 0, 3)),
    places=(
        Place("kursk", "Kursk", lon=36.19, lat=51.73),
        Place("east", "East Asia", "continent", lon=0, lat=0),
    ),
    claims=(
        Claim(
            "c1",
            "a.md",
            "Ann said 25,000 workers left Kursk.",
            ("kursk",),
            by="Ann",
            certainty="attributed",
            quantities=(
                Quantity(25000.0, "workers", "25,000 workers"),
                Quantity(3.0, "km", "some 3 km of pipe", "about", "pipe", 3000.0, "m", (4, 20)),
            ),
            when=When("2024-06-01", "2024-06-30", "June", (3, 7)),
            flow=Flow("kursk", "east", (0, 30)),
            span=(0, 35),
            by_span=(0, 3),
            inferred=("kursk",),
            certainty_span=(4, 8),
            inferred_spans=((29, 34),),
            by_name="Ann Lee",
            by_kind="named",
            cue_span=(4, 8),
        ),
    ),
    title="Work",
)


@given(briefs())
def test_every_brief_comes_back_the_same(brief: Brief) -> None:
    assert from_record(json.loads(json.dumps(to_record(brief)))) == brief


def test_names_are_those_that_the_page_reads() -> None:
    assert to_record(BRIEF) == {
        "geobrief": 1,
        "title": "Work",
        "documents": [
            {"id": "a.md", "title": "Work", "language": "en", "text": "Ann said 25,000 workers left Kursk."}
        ],
        "mentions": [
            {"document": "a.md", "start": 29, "end": 34, "place": "kursk"},
            {"document": "a.md", "start": 0, "end": 3},
        ],
        "places": [
            {"id": "kursk", "name": "Kursk", "kind": "city", "lon": 36.19, "lat": 51.73},
            {"id": "east", "name": "East Asia", "kind": "continent", "lon": 0, "lat": 0},
        ],
        "claims": [
            {
                "id": "c1",
                "document": "a.md",
                "quote": "Ann said 25,000 workers left Kursk.",
                "places": ["kursk"],
                "by": "Ann",
                "certainty": "attributed",
                "quantities": [
                    {"value": 25000, "unit": "workers", "text": "25,000 workers"},
                    {
                        "value": 3,
                        "unit": "km",
                        "text": "some 3 km of pipe",
                        "bound": "about",
                        "counted": "pipe",
                        "value_si": 3000,
                        "unit_si": "m",
                        "span": [4, 20],
                    },
                ],
                "when": {"start": "2024-06-01", "end": "2024-06-30", "text": "June", "span": [3, 7]},
                "flow": {"from": "kursk", "to": "east", "span": [0, 30]},
                "start": 0,
                "end": 35,
                "by_start": 0,
                "by_end": 3,
                "inferred": ["kursk"],
                "certainty_span": [4, 8],
                "inferred_spans": [[29, 34]],
                "by_name": "Ann Lee",
                "by_kind": "named",
                "cue_span": [4, 8],
            }
        ],
    }
    assert from_record(to_record(BRIEF)) == BRIEF


def test_what_is_empty_or_stated_is_left_out() -> None:
    assert to_record(Brief(claims=(Claim("c1", "", "It rains."),))) == {
        "geobrief": 1,
        "claims": [{"id": "c1", "quote": "It rains."}],
    }


def test_mentions_of_one_name_share_their_grounds() -> None:
    grounds = Grounds(0.9, ("a country",), (Candidate("geonames:1", "Oz", "country", 1.0, 2.0, exact=True),))
    brief = Brief(mentions=(Mention("a.md", 0, 2, None, grounds), Mention("a.md", 5, 7, None, grounds)))
    record = to_record(brief)
    assert [mention["grounds"] for mention in record["mentions"]] == [0, 0]
    assert record["grounds"] == [
        {
            "score": 0.9,
            "why": ["a country"],
            "candidates": [
                {"id": "geonames:1", "name": "Oz", "kind": "country", "lon": 1.0, "lat": 2.0, "exact": True}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({}, "version None"),
        ({"geobrief": 3}, "version 3"),
        ({"geobrief": 2, "places": {"rows": 1}}, "no brief"),
        ({"geobrief": 2, "documents": {}}, "no brief"),
        ({"geobrief": 1, "title": {}}, "'title' is {} and no text"),
        ({"geobrief": 1, "places": {"id": "a"}}, "no list"),
        ({"geobrief": 1, "places": [{"id": "a", "name": "A", "kind": "moon"}]}, "'moon' is unknown"),
        (
            {"geobrief": 1, "places": [{"id": "a", "name": "A", "kind": "city", "lon": 0, "lat": 91}]},
            "outside",
        ),
        ({"geobrief": 1, "places": [{"id": "a", "kind": "city"}]}, "no 'name'"),
        ({"geobrief": 1, "claims": [{"id": "c1", "certainty": "sure"}]}, "'sure' is unknown"),
        ({"geobrief": 1, "claims": ["c1"]}, "no brief"),
        ({"geobrief": 1, "claims": [{"id": "c1", "certainty_span": [1]}]}, "no brief"),
        ({"geobrief": 1, "claims": [{"id": "c1", "by_kind": "ghost"}]}, "no brief"),
        ({"geobrief": 1, "claims": [{"id": "c1", "quantities": [{"value": 1, "bound": "x"}]}]}, "bound 'x'"),
        ({"geobrief": 1, "mentions": [{"document": "a", "start": 0, "end": 1, "grounds": 7}]}, "no brief"),
        ({"geobrief": 1, "grounds": [{"score": 1, "candidates": [{"kind": "moon"}]}]}, "'moon' is unknown"),
    ],
)
def test_data_of_another_make_are_refused(record: dict[str, object], message: str) -> None:
    with pytest.raises(BriefError, match=message):
        from_record(record)


def test_references_that_lead_nowhere_are_all_named() -> None:
    broken = replace(BRIEF, documents=(), places=BRIEF.places[1:])
    with pytest.raises(BriefError) as raised:
        from_record(to_record(broken))
    assert [fault.split(": ", 1)[-1].split(",")[0] for fault in raised.value.faults] == [
        "claim 'c1' names the place 'kursk'",
        "claim 'c1' names the article 'a.md'",
        "a mention in 'a.md' names the place 'kursk'",
    ]
