"""A brief in schema.org's terms, read back through JSON-LD processors."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from rdflib import RDF, Literal, URIRef

import geobrief
from brief_values import briefs
from geobrief.errors import ExportError
from geobrief.export import to_claims_jsonld
from geobrief.model import Brief, Claim, Place, Quantity, When
from linked.contexts import BASE, SCHEMA, expanded, foreign_terms, graph
from linked.values import BRIEF, CLAIM, QUOTE, URL


def nodes(brief: Brief, kind: str) -> list[dict[str, Any]]:
    return [node for node in to_claims_jsonld(brief)["@graph"] if node["@type"] == kind]


def claim_of(**changed: Any) -> dict[str, Any]:
    return nodes(replace(BRIEF, claims=(replace(CLAIM, **changed),)), "Claim")[0]


def test_a_claim_says_what_it_says() -> None:
    assert nodes(BRIEF, "Claim")[0] == {
        "@type": "Claim",
        "@id": "#claim=c1",
        "identifier": "c1",
        "text": QUOTE,
        "keywords": {"@id": "#certainty=attributed"},
        "appearance": {"@id": URL},
        "author": {"@type": "Organization", "name": "Port Authority", "alternateName": "Officials"},
        "contentLocation": [{"@id": "#place=odesa"}, {"@id": "#place=the%20port"}],
        "mentions": [
            {
                "@type": "QuantitativeValue",
                "minValue": 12,
                "unitText": "tonnes",
                "name": "maize",
                "description": "12 tonnes",
                "valueReference": {"@type": "QuantitativeValue", "value": 12000, "unitText": "kg"},
            }
        ],
        "temporalCoverage": "2025-03-01/2025-03-31",
        "about": {
            "@type": "MoveAction",
            "fromLocation": {"@id": "#place=odesa"},
            "toLocation": {"@id": "#place=the%20port"},
        },
        "citation": {"@type": "CreativeWork", "url": "https://example.org/register"},
        "description": "Weighed twice.",
        "isPartOf": {"@id": "#group=g1"},
    }


def test_claims_of_one_group_are_part_of_the_same_whole() -> None:
    claims = tuple(replace(CLAIM, id=f"c{at}", group=group) for at, group in enumerate(("g 1", "g 1", "")))
    found = graph(to_claims_jsonld(replace(BRIEF, claims=claims)))
    whole = URIRef(f"{BASE}#group=g%201")
    assert set(found.subjects(SCHEMA.isPartOf, whole)) == {URIRef(f"{BASE}#claim=c{at}") for at in (0, 1)}
    assert len(set(found.subject_objects(SCHEMA.isPartOf))) == 2


def test_an_article_is_told_without_its_text() -> None:
    assert nodes(BRIEF, "Article") == [
        {
            "@type": "Article",
            "@id": URL,
            "headline": "Maize",
            "datePublished": "2025-04-02",
            "url": URL,
            "publisher": {"@type": "Organization", "name": "Example Post"},
            "inLanguage": "en",
        }
    ]


def test_a_place_tells_where_it_is_latitude_first_as_schema_org_does() -> None:
    (port,) = nodes(BRIEF, "Place")
    assert port["geo"] == [
        {"@type": "GeoCoordinates", "latitude": 45.35, "longitude": 28.8},
        {"@type": "GeoShape", "polygon": "45.5,28.5 45.5,28.7 45.7,28.7 45.5,28.5"},
        {"@type": "GeoShape", "polygon": "46,29 46,30 47,30 46,29"},
    ]
    (odesa,) = nodes(BRIEF, "City")
    assert odesa["sameAs"] == "https://sws.geonames.org/698740/"


def test_a_works_that_was_placed_by_its_town_is_not_said_to_be_the_town() -> None:
    works = Place("works", "Works", "site", 52.0, 55.8, precision="10 km", source="geonames:468082")
    (told,) = nodes(Brief(places=(works,)), "Place")
    assert "sameAs" not in told
    assert {"@type": "PropertyValue", "name": "source", "value": "geonames:468082"} in told[
        "additionalProperty"
    ]


@pytest.mark.parametrize(
    ("bound", "told"),
    [
        ("", {"value": 12}),
        ("at least", {"minValue": 12}),
        ("at most", {"maxValue": 12}),
        (
            "about",
            {
                "value": 12,
                "additionalProperty": {"@type": "PropertyValue", "name": "bound", "value": "about"},
            },
        ),
    ],
)
def test_a_bound_is_one_end_of_a_range(bound: Any, told: dict[str, Any]) -> None:
    (found,) = claim_of(quantities=(Quantity(12, "", "", bound),))["mentions"]
    assert found == {"@type": "QuantitativeValue", **told}


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2025-03-01", "2025-03-01", "2025-03-01"),
        ("2025-03-01", "", "2025-03-01/.."),
        ("", "2025-03-01", "../2025-03-01"),
    ],
)
def test_a_time_is_an_iso_interval(start: str, end: str, told: str) -> None:
    assert claim_of(when=When(start, end))["temporalCoverage"] == told


def test_sources_are_persons_institutions_or_unnamed() -> None:
    assert claim_of(by="Ana", by_name="", by_kind="named")["author"] == {"@type": "Person", "name": "Ana"}
    unnamed = claim_of(by="officials", by_name="", by_kind="anonymous")["author"]
    assert unnamed == {"description": "unnamed source", "name": "officials"}
    assert "author" not in claim_of(by="", by_name="", by_kind="")


def test_what_is_no_web_address_is_told_as_words() -> None:
    for words in ("javascript:alert(1)", "page 4", "https://", "https://a b"):
        assert claim_of(url=words)["citation"] == words


def test_json_ld_processors_read_the_same_claim() -> None:
    read = graph(to_claims_jsonld(BRIEF))
    claim = URIRef(f"{BASE}#claim=c1")
    assert read.value(claim, RDF.type) == SCHEMA.Claim
    assert read.value(claim, SCHEMA.text) == Literal(QUOTE)
    assert read.value(claim, SCHEMA.appearance) == URIRef(URL)
    assert read.value(URIRef(URL), SCHEMA.headline) == Literal("Maize")
    certainty = read.value(claim, SCHEMA.keywords)
    assert read.value(certainty, SCHEMA.name) == Literal("attributed")
    move = read.value(claim, SCHEMA.about)
    origin = read.value(move, SCHEMA.fromLocation)
    assert read.value(origin, SCHEMA.name) == Literal("Odesa")
    assert len(expanded(to_claims_jsonld(BRIEF))) == len(to_claims_jsonld(BRIEF)["@graph"])


@given(briefs())
def test_any_brief_keeps_to_the_terms_of_schema_org(brief: Brief) -> None:
    document = to_claims_jsonld(brief)
    assert document == to_claims_jsonld(brief)
    assert foreign_terms(document["@graph"]) == set()
    told = [node for node in document["@graph"] if node["@type"] == "Claim"]
    assert [node["text"] for node in told] == [claim.quote for claim in brief.claims]


def test_the_example_keeps_to_the_terms_too(example: Path) -> None:
    document = to_claims_jsonld(geobrief.read(example).value)
    assert foreign_terms(document["@graph"]) == set()
    assert len(expanded(document)) == len(document["@graph"])


def test_a_geometry_that_is_none_is_named() -> None:
    broken = Place("front", "Front", "region", 0, 0, geometry={"type": "Polygon", "coordinates": [["x"]]})
    with pytest.raises(ExportError, match=r"place 'front' cannot be written.*places\.geojson"):
        to_claims_jsonld(Brief(places=(broken,), claims=(Claim("c", "", "…", ("front",)),)))
