"""Which claims of a brief stand in one group, from the text on, with the real gazetteer."""

from dataclasses import replace

import pytest

from geobrief.brief.draft import draft
from geobrief.claims.agreement import grouped
from geobrief.claims.relations import companions
from geobrief.gazetteer import Gazetteer
from geobrief.model import Brief, Claim, Document, Place, Quantity, When

NHK = "North Korea will send around 25,000 workers to Yelabuga, the Japanese broadcaster NHK reported."
DIPLOMAT = "Only 12,000 North Korean labourers are to go to Yelabuga, a Western diplomat said."


def articles(*texts: str, published: str = "2025-06-20") -> list[Document]:
    return [Document(f"{at}.md", text, published=published) for at, text in enumerate(texts, 1)]


def groups(brief: Brief) -> list[str]:
    return [claim.group for claim in brief.claims]


def test_two_sources_that_count_the_same_are_one_group(gazetteer: Gazetteer) -> None:
    brief = draft(articles(NHK, "Rain fell on Yelabuga.", DIPLOMAT), gazetteer)
    assert groups(brief) == ["g1", "", "g1"]
    assert companions(brief.claims)["c1"] == {"contradicts": 1}


def test_groups_are_numbered_in_the_order_of_the_text(gazetteer: Gazetteer) -> None:
    first = "A missile killed 12 people in Kharkiv on Monday. The plant in Kharkiv employs 3,000 people."
    second = "The plant in Kharkiv employs 5,000 people. In Kharkiv, 15 people were killed on Monday."
    brief = draft(articles(first, second), gazetteer)
    assert groups(brief) == ["g1", "g2", "g2", "g1"]
    assert draft(articles(first, second), gazetteer) == brief


@pytest.mark.parametrize(
    "other",
    [
        "Only 12,000 North Korean labourers are to go to Moscow, a Western diplomat said.",
        "Only 12,000 North Korean soldiers are to go to Yelabuga, a Western diplomat said.",
        "Only 12,000 North Korean labourers went to Yelabuga, a Western diplomat said.",
        "Only 12,000 Indian labourers are to go to Yelabuga, a Western diplomat said.",
        "Another 12,000 North Korean labourers are to go to Yelabuga, a Western diplomat said.",
    ],
)
def test_what_only_looks_the_same_is_no_group(gazetteer: Gazetteer, other: str) -> None:
    assert groups(draft(articles(NHK, other), gazetteer)) == ["", ""]


def test_two_figures_of_one_source_in_one_article_are_two_things(gazetteer: Gazetteer) -> None:
    text = "Police in Belgrade arrested 47 people. Police in Belgrade arrested 112 people."
    assert groups(draft(articles(text), gazetteer)) == ["", ""]


def test_the_dead_of_a_fire_are_not_those_of_a_quake(gazetteer: Gazetteer) -> None:
    texts = ("A fire killed 7 people in Osaka.", "A quake killed 9 people in Osaka.")
    assert groups(draft(articles(*texts), gazetteer)) == ["", ""]


KYIV = Place("kyiv", "Kyiv", lon=30.5, lat=50.5, country_code="UA", within="Kyiv City")
UKRAINE = Place("ukraine", "Ukraine", "country", lon=31.0, lat=49.0, country_code="UA")


def killed(
    value: float, *, when: str = "", place: str = "kyiv", document: str = "a.md", by: str = ""
) -> Claim:
    start, _, end = when.partition("/")
    people = Quantity(value, "people", f"{value:g} people")
    return Claim(
        f"c{value:g}{when}{document}{by}",
        document,
        f"Shells killed {value:g} people in {'Kyiv' if place == 'kyiv' else 'Ukraine'}.",
        (place,),
        by,
        quantities=(people,),
        when=When(start, end or start) if when else None,
    )


def in_one_group(*claims: Claim, published: str = "") -> bool:
    documents = [Document(name, "", published=published) for name in {claim.document for claim in claims}]
    found = {claim.group for claim in grouped(claims, (KYIV, UKRAINE), documents)}
    return len(found) == 1 and found != {""}


def test_dates_that_do_not_meet_part_claims_and_a_later_figure_is_no_contradiction() -> None:
    assert in_one_group(killed(12, when="2025-06-01"), killed(15, when="2025-06-01", document="b.md"))
    assert not in_one_group(killed(12, when="2025-06-01"), killed(15, when="2025-06-03", document="b.md"))
    assert not in_one_group(killed(12, when="2025-06-01"), killed(12, when="2025-06-03", document="b.md"))


def test_a_day_is_no_week_where_the_figures_differ() -> None:
    week = killed(40, when="2025-06-01/2025-06-07", document="b.md")
    assert not in_one_group(killed(12, when="2025-06-02"), week)


def test_an_undated_claim_is_of_the_weeks_around_its_article() -> None:
    later = killed(15, when="2025-06-20", document="b.md")
    assert in_one_group(killed(12), later, published="2025-06-20")
    assert not in_one_group(killed(12), later, published="2023-06-20")
    assert in_one_group(killed(15), later, published="2023-06-20")


def test_a_place_and_the_country_that_holds_it_are_one_only_where_the_figure_is() -> None:
    assert in_one_group(killed(12), killed(12, place="ukraine", document="b.md"))
    assert not in_one_group(killed(12), killed(40, place="ukraine", document="b.md"))


def test_a_claim_without_place_is_in_no_group() -> None:
    claims = (replace(killed(12), places=()), replace(killed(15, document="b.md"), places=()))
    assert not in_one_group(*claims)
