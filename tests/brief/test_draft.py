"""The whole way from articles to a brief, on the real gazetteer."""

from pathlib import Path

from geobrief.brief.draft import draft, placed
from geobrief.brief.outlines import with_outlines
from geobrief.gazetteer import Gazetteer
from geobrief.model import Document
from geobrief.text.articles import read_article

FERRY = Document(
    "ferry.md",
    "Ferries from Odesa reached Constanța on Monday, the harbour master said. Officials agreed, he added.",
    published="2025-03-14",
)


def test_mentions_reproduce_the_text_and_claims_their_sentence(gazetteer: Gazetteer) -> None:
    brief = draft([FERRY], gazetteer)
    assert [FERRY.text[mention.start : mention.end] for mention in brief.mentions] == ["Odesa", "Constanța"]
    for claim in brief.claims:
        assert claim.span is not None
        assert FERRY.text[slice(*claim.span)] == claim.quote
    first, second = brief.claims
    assert [FERRY.text[slice(*each.by_span)] for each in (first, second) if each.by_span] == [
        "the harbour master",
        "he",
    ]
    assert first.by == second.by == "the harbour master"


def test_a_claim_about_no_place_is_dropped_and_the_rest_numbered_through(gazetteer: Gazetteer) -> None:
    brief = draft([FERRY, Document("b.md", "Snow fell in Kyiv.")], gazetteer)
    assert [claim.places for claim in brief.claims] == [("odesa", "constanta"), (), ("kyiv",)]
    kept = placed(brief).claims
    assert [(claim.id, claim.document) for claim in kept] == [("c1", "ferry.md"), ("c2", "b.md")]


def test_one_place_in_two_articles_is_one_place(gazetteer: Gazetteer) -> None:
    brief = draft([FERRY, Document("b.md", "Storms kept ships in Odesa.")], gazetteer)
    assert [place.id for place in brief.places] == ["odesa", "constanta"]
    assert [mention.document for mention in brief.mentions if mention.place == "odesa"] == [
        "ferry.md",
        "b.md",
    ]


def test_a_brief_is_called_what_its_article_is_or_its_file(gazetteer: Gazetteer) -> None:
    assert draft([FERRY], gazetteer).title == "ferry"
    assert draft([Document("a.md", "Calm.", title="A calm day")], gazetteer).title == "A calm day"
    assert draft([], gazetteer).title == ""


def test_divisions_and_countries_get_their_outline_and_towns_none(gazetteer: Gazetteer) -> None:
    brief = with_outlines(
        draft([Document("a.md", "Kazan lies in Tatarstan, in Russia.")], gazetteer), gazetteer
    )
    outlined = {place.name: place.geometry is not None for place in brief.places}
    assert outlined == {"Kazan": False, "Tatarstan": True, "Russia": True}


def test_the_real_article(gazetteer: Gazetteer, real_article: Path) -> None:
    brief = draft([read_article(real_article)], gazetteer)
    kinds = {place.name: place.kind for place in brief.places}
    assert kinds["Alabuga Special Economic Zone"] == "site"
    assert kinds["Kursk region"] == "region"
    assert kinds["Tatarstan"] == "region"
    assert kinds["Pyongyang"] == "city"
    assert kinds["North Korea"] == "country"
