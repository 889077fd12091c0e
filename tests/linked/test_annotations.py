"""Claims as Web Annotations, read back through JSON-LD processors."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from rdflib import RDF, Literal, URIRef

import geobrief
from brief_values import briefs
from geobrief.export import to_annotations
from geobrief.model import Brief, Document
from linked.contexts import AS, OA, SCHEMA, expanded, graph
from linked.values import BRIEF, CLAIM, DOCUMENT, QUOTE, TEXT, UNPLACED, URL


def annotations(brief: Brief) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = to_annotations(brief)["first"]["items"]
    return items


def bodies(purpose: str) -> list[dict[str, Any]]:
    return [body for body in annotations(BRIEF)[0]["body"] if body.get("purpose") == purpose]


def test_a_claim_targets_its_words_in_its_article() -> None:
    assert annotations(BRIEF)[0]["target"] == {
        "source": URL,
        "state": {"type": "TimeState", "cached": "articles/maize.md"},
        "selector": [
            {"type": "TextQuoteSelector", "exact": QUOTE, "suffix": " Nobody counted."},
            {"type": "TextPositionSelector", "start": 0, "end": len(QUOTE)},
        ],
    }


def test_an_article_without_an_address_of_its_own_is_its_file() -> None:
    unnamed = replace(BRIEF, documents=(replace(DOCUMENT, url=""),))
    assert annotations(unnamed)[0]["target"]["source"] == "articles/maize.md"
    assert "state" not in annotations(unnamed)[0]["target"]
    shared = replace(BRIEF, documents=(DOCUMENT, Document("b c.md", "", url=URL)))
    assert annotations(shared)[0]["target"]["source"] == "articles/maize.md"


def test_a_claim_without_an_article_targets_where_it_can_be_checked() -> None:
    assert annotations(BRIEF)[1]["target"] == {
        "source": "https://example.org/count",
        "selector": [{"type": "TextQuoteSelector", "exact": "Somebody counted."}],
    }
    nowhere = replace(BRIEF, claims=(replace(UNPLACED, url="the archive"),))
    assert annotations(nowhere)[0]["target"]["source"] == "claims.csv"


def test_readers_that_show_text_and_tags_see_what_the_claim_says() -> None:
    (comment,) = bodies("commenting")
    assert comment["value"] == (
        "attributed: Port Authority · 12 tonnes · 2025-03-01/2025-03-31 · Odesa → Izmail"
        " · https://example.org/register · Weighed twice."
    )
    assert [body["value"] for body in bodies("tagging")] == ["attributed", "Odesa", "Izmail"]
    assert [body["source"] for body in bodies("identifying")] == [
        "https://sws.geonames.org/698740/",
        "#place=the%20port",
    ]


def test_each_part_points_at_the_words_that_it_was_read_from() -> None:
    words = [(body["label"], body["selector"][0]["exact"]) for body in bodies("linking")]
    assert words == [
        ("by", "Officials"),
        ("cue", "said"),
        ("certainty", "said"),
        ("quantity", "12 tonnes"),
        ("when", "March"),
        ("flow", "went from Odesa to the port"),
        ("inferred place", "the port"),
        ("place", "Odesa"),
    ]
    for body in bodies("linking"):
        quote, position = body["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]


def test_a_json_ld_processor_keeps_every_term() -> None:
    assert len(expanded(to_annotations(BRIEF))) == 1
    read = graph(to_annotations(BRIEF))
    assert len(list(read.subjects(RDF.type, OA.Annotation))) == 2
    (whole,) = read.subjects(RDF.type, AS.OrderedCollection)
    assert int(str(read.value(whole, AS.totalItems))) == 2
    assert {str(exact) for exact in read.objects(None, OA.exact)} >= {QUOTE, "12 tonnes", "March"}
    purposes = set(read.objects(None, OA.hasPurpose))
    assert purposes == {OA.commenting, OA.tagging, OA.identifying, OA.linking}


def test_the_schema_org_body_has_the_places_with_their_coordinates() -> None:
    read = graph(to_annotations(BRIEF))
    odesa = read.value(None, SCHEMA.name, Literal("Odesa"))
    where = read.value(odesa, SCHEMA.geo)
    assert float(str(read.value(where, SCHEMA.longitude))) == 30.7326
    assert float(str(read.value(where, SCHEMA.latitude))) == 46.4775
    assert read.value(odesa, SCHEMA.sameAs) == URIRef("https://sws.geonames.org/698740/")


def test_the_schema_org_body_tells_which_claims_count_the_same_thing() -> None:
    body = to_annotations(BRIEF)["first"]["items"][0]["body"][-1]
    assert body["schema:isPartOf"] == {"id": "#group=g1"}


def test_names_depend_on_the_article_and_not_on_what_is_said_of_it() -> None:
    edited = replace(BRIEF, claims=(replace(CLAIM, by="Nobody", note=""), UNPLACED))
    other = replace(BRIEF, documents=(replace(DOCUMENT, text=f"{TEXT} More."),))
    names = [[each["id"] for each in annotations(brief)] for brief in (BRIEF, edited, other)]
    assert names[0] == names[1]
    assert names[0][0] != names[2][0]
    assert all(name.startswith("urn:uuid:") for row in names for name in row)


def test_a_brief_without_claims_is_an_empty_collection() -> None:
    empty = to_annotations(Brief())
    assert empty["total"] == 0
    assert "first" not in empty


@given(briefs())
def test_any_brief_gives_annotations_and_the_same_ones_again(brief: Brief) -> None:
    collection = to_annotations(brief)
    assert collection == to_annotations(brief)
    items = collection.get("first", {}).get("items", [])
    assert len({item["id"] for item in items}) == len(brief.claims) == collection["total"]


def test_every_claim_of_the_example_is_found_by_its_selectors(example: Path) -> None:
    brief = geobrief.read(example).value
    texts = {document.id: document.text for document in brief.documents}
    for claim, annotation in zip(brief.claims, annotations(brief), strict=True):
        quote, position = annotation["target"]["selector"]
        text = texts[claim.document]
        assert claim.quote == quote["exact"] == text[position["start"] : position["end"]]
        assert text.count(quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")) == 1
