"""The line that `geobrief extract --jsonl` writes for a text."""

from geobrief.brief.lines import to_line
from geobrief.model import Brief, Candidate, Claim, Document, Flow, Grounds, Mention, Place, Quantity, When

TEXT = "Ann sent 2.5 tons from Kursk to Oz."
BRIEF = Brief(
    documents=(Document("7", TEXT),),
    mentions=(Mention("7", 23, 28, "kursk"), Mention("7", 32, 34, "oz"), Mention("7", 0, 3)),
    places=(
        Place("kursk", "Kursk", country_code="RU", lon=36.19, lat=51.73, source="geonames:538560"),
        Place("oz", "Oz"),
    ),
    claims=(
        Claim(
            "c1",
            "7",
            TEXT,
            ("kursk", "oz"),
            by="Ann",
            certainty="claimed",
            quantities=(Quantity(2.5, "tons", "2.5 tons"), Quantity(3.0, "x", "three x")),
            when=When("2024-01-01", "2024-12-31", "2024"),
            flow=Flow("kursk", "oz"),
            span=(0, 35),
            by_span=(0, 3),
        ),
        Claim("c2", "7", "It rains.", span=(40, 49)),
    ),
)


def test_a_line_has_the_names_of_the_interface() -> None:
    assert to_line(7, BRIEF) == {
        "id": 7,
        "mentions": [
            {"start": 23, "end": 28, "place": "kursk"},
            {"start": 32, "end": 34, "place": None},
            {"start": 0, "end": 3, "place": None},
        ],
        "places": [
            {
                "id": "kursk",
                "name": "Kursk",
                "lat": 51.73,
                "lon": 36.19,
                "kind": "city",
                "country_code": "RU",
                "source": "geonames:538560",
            }
        ],
        "claims": [
            {
                "id": "c1",
                "start": 0,
                "end": 35,
                "quote": TEXT,
                "places": ["kursk"],
                "by": "Ann",
                "by_start": 0,
                "by_end": 3,
                "certainty": "claimed",
                "quantities": [
                    {"value": 2.5, "unit": "tons", "text": "2.5 tons"},
                    {"value": 3, "unit": "x", "text": "three x"},
                ],
                "when": {"start": "2024-01-01", "end": "2024-12-31", "text": "2024"},
                "flow": None,
            },
            {
                "id": "c2",
                "start": 40,
                "end": 49,
                "quote": "It rains.",
                "places": [],
                "by": None,
                "by_start": None,
                "by_end": None,
                "certainty": "stated",
                "quantities": [],
                "when": None,
                "flow": None,
            },
        ],
    }


def test_a_flow_between_located_places_is_told() -> None:
    oz = Place("oz", "Oz", lon=1, lat=2)
    line = to_line("x", Brief(BRIEF.documents, (), (BRIEF.places[0], oz), BRIEF.claims))
    assert line["claims"][0]["flow"] == {"from": "kursk", "to": "oz"}


def test_a_mention_says_why_and_what_else_it_could_be() -> None:
    chosen = Candidate("geonames:538560", "Kursk", "city", 36.19, 51.73, "RU", within="Kursk Oblast")
    other = Candidate("geonames:538555", "Kursk", "region", 36.0, 51.5, "RU")
    grounds = Grounds(0.8, ("largest of 3 places of that name",), (chosen, other))
    (mention,) = to_line(7, Brief(mentions=(Mention("7", 23, 28, "kursk", grounds),)))["mentions"]
    assert mention == {
        "start": 23,
        "end": 28,
        "place": None,
        "score": 0.8,
        "why": ["largest of 3 places of that name"],
        "candidates": [
            {
                "name": "Kursk",
                "lat": 51.73,
                "lon": 36.19,
                "kind": "city",
                "country_code": "RU",
                "within": "Kursk Oblast",
                "source": "geonames:538560",
            },
            {
                "name": "Kursk",
                "lat": 51.5,
                "lon": 36.0,
                "kind": "region",
                "country_code": "RU",
                "within": "",
                "source": "geonames:538555",
            },
        ],
    }


def test_what_was_read_from_which_words_is_told_where_it_is_known() -> None:
    claim = Claim(
        "c1",
        "7",
        TEXT,
        ("kursk", "oz"),
        quantities=(Quantity(3.0, "km", "3 km", "at least", "pipe", 3000.0, "m", (9, 13)),),
        when=When("", "2024-12-31", "until 2024", (14, 24)),
        span=(0, 35),
        inferred=("kursk", "oz"),
        certainty_span=(4, 8),
        by_name="Ana Ruiz",
        by_kind="named",
        cue_span=(4, 8),
        inferred_spans=((1, 2), (5, 6)),
    )
    (line,) = to_line(7, Brief(BRIEF.documents, (), BRIEF.places, (claim,)))["claims"]
    assert line["certainty_span"] == [4, 8]
    assert (line["by_name"], line["by_kind"], line["cue_span"]) == ("Ana Ruiz", "named", [4, 8])
    assert line["inferred"] == [{"place": "kursk", "span": [1, 2]}]
    assert line["when"] == {"start": None, "end": "2024-12-31", "text": "until 2024", "span": [14, 24]}
    (quantity,) = line["quantities"]
    assert quantity["bound"] == "at least"
    assert (quantity["value_si"], quantity["unit_si"], quantity["counted"]) == (3000, "m", "pipe")
    assert quantity["span"] == [9, 13]


def test_a_claim_tells_its_group_where_it_has_one() -> None:
    alone, together = Claim("c1", "7", "It rains."), Claim("c2", "7", "It snows.", group="g1")
    first, second = to_line(7, Brief(claims=(alone, together)))["claims"]
    assert "group" not in first
    assert second["group"] == "g1"
