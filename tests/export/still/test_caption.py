"""The small print: in what order it is read."""

from dataclasses import replace

from export.still.briefs import arabic
from geobrief.export.still.caption import caption_parts
from geobrief.export.still.looks import looks_for
from geobrief.export.still.plan import planned
from geobrief.export.still.scene import scene_of
from geobrief.model import Brief, Document, Place
from geobrief.render.messages import interface


def caption_of(brief: Brief, language: str = "en") -> list[str]:
    spoken, scene, box = interface(language), scene_of(brief), (20.0, 150.0, 575.0, 520.0)
    plan = planned(scene, box, looks_for(555, 370), spoken)
    return caption_parts(scene, plan, [], spoken)


def told_of(brief: Brief, document: Document) -> Brief:
    """The brief with its claims taken from the article."""
    claims = tuple(replace(claim, document=document.id) for claim in brief.claims)
    return replace(brief, documents=(document,), claims=claims)


def test_an_arabic_title_stands_before_its_date_in_an_english_line() -> None:
    article = Document("a.md", "", "قافلة مساعدات", "2025-01-10", "", "Post", "ar")
    assert "Source: \u2067“قافلة مساعدات”\u2069, Post, 10 January 2025." in caption_of(
        told_of(arabic(), article)
    )


def test_a_line_that_ends_in_an_abbreviation_has_one_full_stop() -> None:
    article = Document("a.md", "", "Удар", "2024-05-26", "", "", "uk")
    assert "Джерело: «Удар», 26 травня 2024\u202fр." in caption_of(told_of(arabic(), article), "uk")
    assert "Not located: Salem, Mass." in caption_of(Brief(places=(Place("a", "Salem, Mass."),)))


def test_names_in_a_list_keep_their_order() -> None:
    brief = Brief(places=(Place("a", "عمان"), Place("b", "Sumy")))
    assert "Not located: \u2067عمان\u2069, Sumy." in caption_of(brief)
