"""The rows that lists and documents are made of."""

from dataclasses import replace

import pytest
from hypothesis import given

from brief_values import briefs
from geobrief.model import Brief, Claim, Document, Place
from geobrief.render.tables import PlaceName, tables, web_address
from linked.values import BRIEF, CLAIM, QUOTE, UNPLACED


def test_a_claim_with_all_that_it_says() -> None:
    row = tables(BRIEF).claims[0]
    assert (row.number, row.quote, row.by) == (1, QUOTE, "Officials (Port Authority)")
    assert row.places == (PlaceName(1, "Odesa"), PlaceName(2, "Izmail"))
    assert (row.quantities, row.when) == (("12 tonnes",), "March 2025")
    assert (row.flow, row.inferred) == ("From Odesa to Izmail", "place inferred from the context")
    assert row.source is not None
    assert row.source.full == "“Maize”, Example Post, 2 April 2025"
    assert (row.source.url, row.source.claim_url) == (
        "https://example.org/maize",
        "https://example.org/register",
    )


def test_a_place_with_its_claims_by_number() -> None:
    odesa, izmail = tables(BRIEF).places
    assert (odesa.number, odesa.kind, odesa.claims) == (1, "City or town in Ukraine", (1,))
    assert odesa.origin == "coordinates from GeoNames 698740"
    assert odesa.origin_url == "https://www.geonames.org/698740"
    assert izmail.origin == ""


def test_claims_of_one_article_share_a_source_and_an_own_address_makes_another() -> None:
    same = replace(CLAIM, id="c3")
    other = replace(CLAIM, id="c4", url="https://example.org/other")
    found = tables(replace(BRIEF, claims=(CLAIM, UNPLACED, same, other)))
    numbers = [row.source.number for row in found.claims if row.source]
    assert sorted(numbers) == [1, 1, 2, 3]
    assert [source.number for source in found.sources] == [1, 2, 3]


def test_a_claim_out_of_nowhere_has_no_source() -> None:
    assert tables(Brief(claims=(Claim("c", "", "…"),))).claims[0].source is None


def test_an_address_that_a_browser_would_run_is_no_link_but_is_told() -> None:
    assert web_address("JavaScript:alert(1)") == ""
    (source,) = tables(Brief(claims=(Claim("c", "", "…", url="javascript:alert(1)"),))).sources
    assert (source.url, source.claim_url) == ("", "")
    assert source.full == "javascript:alert(1)"


def test_words_are_the_languages_but_names_are_the_briefs() -> None:
    place = Place("a", "Odesa", "city", 30.7, 46.5, "UA")
    brief = Brief((Document("a.md", "Odesa."),), (), (place,), (Claim("c", "a.md", "Odesa.", ("a",)),))
    found = tables(brief, "de")
    assert found.places[0].kind.endswith("Ukraine")
    assert found.claims[0].quote == "Odesa."
    assert found.claims[0].certainty_text != "stated"


@pytest.mark.parametrize("language", ["en", "ar"])
@given(brief=briefs())
def test_every_claim_and_place_has_a_row_and_numbers_lead_to_rows(language: str, brief: Brief) -> None:
    found = tables(brief, language)
    assert {row.id for row in found.claims} == {claim.id for claim in brief.claims}
    assert {row.id for row in found.places} == {place.id for place in brief.places}
    assert [row.number for row in found.claims] == list(range(1, len(brief.claims) + 1))
    known = {row.number for row in found.claims}
    assert all(known.issuperset(row.claims) for row in found.places)
    assert all(row.source in found.sources for row in found.claims if row.source)


def test_a_language_that_is_none_is_not_told() -> None:
    def language(tag: str) -> str:
        document = Document("a.md", "Odesa.", language=tag)
        return tables(Brief((document,), claims=(Claim("c", "a.md", "Odesa."),))).claims[0].language

    assert [language(tag) for tag in ("uk", "zh-Hant-TW", "", '"><script>', "English (UK)")] == [
        "uk",
        "zh-Hant-TW",
        "",
        "",
        "",
    ]
