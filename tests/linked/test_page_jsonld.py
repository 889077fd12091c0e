"""What a page tells search engines."""

from geobrief.linked.page_jsonld import MOST_CHARACTERS, MOST_CLAIMS, to_page_jsonld
from geobrief.model import Brief, Claim, Place
from linked.contexts import BASE, SCHEMA, foreign_terms, graph
from linked.values import BRIEF, CLAIM, QUOTE, URL


def many(count: int, quote: str = "Rain fell.") -> Brief:
    return Brief(
        places=tuple(Place(f"p{number}", f"P{number}", lon=0, lat=0) for number in range(count)),
        claims=tuple(Claim(f"c{number}", "", quote, (f"p{number}",)) for number in range(count)),
    )


def test_a_page_is_a_map_of_its_articles_with_its_claims() -> None:
    page = to_page_jsonld(BRIEF)
    assert (page["@type"], page["name"]) == ("Map", BRIEF.title)
    assert [article["@id"] for article in page["isBasedOn"]] == [URL]
    assert [place["name"] for place in page["contentLocation"]] == ["Odesa", "Izmail"]
    assert page["mainEntity"]["numberOfItems"] == 2
    first = page["mainEntity"]["itemListElement"][0]
    assert (first["@id"], first["text"], first["keywords"]) == ("#claim=c1", QUOTE, "attributed")


def test_it_keeps_to_the_terms_of_schema_org_and_names_what_the_page_opens() -> None:
    assert foreign_terms(to_page_jsonld(BRIEF)) == set()
    subjects = {str(subject) for subject in graph(to_page_jsonld(BRIEF)).subjects(SCHEMA.text)}
    assert f"{BASE}#claim={CLAIM.id}" in subjects


def test_of_many_claims_the_first_are_told_and_how_many_there_are() -> None:
    page = to_page_jsonld(many(MOST_CLAIMS + 50))
    assert len(page["mainEntity"]["itemListElement"]) == len(page["contentLocation"]) == MOST_CLAIMS
    assert page["mainEntity"]["numberOfItems"] == MOST_CLAIMS + 50


def test_long_quotes_are_not_told_twice_without_end() -> None:
    page = to_page_jsonld(many(3, quote="x" * (MOST_CHARACTERS // 2)))
    assert len(page["mainEntity"]["itemListElement"]) == 2
    assert page["mainEntity"]["numberOfItems"] == 3


def test_a_page_tells_which_claims_count_the_same_thing() -> None:
    claims = to_page_jsonld(BRIEF)["mainEntity"]["itemListElement"]
    assert [claim.get("isPartOf") for claim in claims] == [{"@id": "#group=g1"}, None]
