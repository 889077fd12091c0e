"""An article whose lines are kept short gives the same brief as with a line a paragraph."""

from dataclasses import replace
from pathlib import Path
from textwrap import fill, indent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geobrief.brief.as_written import claim_as_written, mention_as_written
from geobrief.brief.draft import draft, placed
from geobrief.brief.faults import faults
from geobrief.brief.folder import read_folder, save_folder
from geobrief.brief.locate import located
from geobrief.gazetteer import Gazetteer
from geobrief.linked.annotations import to_annotations
from geobrief.model import Brief, Claim, Document
from geobrief.text.articles import read_article
from geobrief.text.soft_breaks import unfolded

CRATES = (
    "Ferries from Odesa brought more than 12,000 people to Constanța on 3 March 2025, the harbour master of"
    " Odesa said. “We counted twice. Nobody is missing in Ivano-Frankivsk,” Ana Ruiz told reporters, and"
    " a spokesman for the Ministry of Defence of North Korea denied that 40 trucks had been sent from Kyiv to"
    " Pyongyang."
)


def wrapped(text: str, width: int, margin: str = "") -> str:
    return "\n".join(indent(fill(line, width), margin, lambda _: True) for line in text.split("\n"))


def words(text: str) -> str:
    return " ".join(text.split())


def assert_same(brief: Brief, other: Brief) -> None:
    """The first is of the wrapped article."""
    written, plain = brief.documents[0], other.documents[0]
    fold = unfolded(written.text)
    assert words(fold.text) == words(plain.text)
    assert brief.places == other.places
    expected = [mention_as_written(mention, fold) for mention in other.mentions]
    assert [replace(each, grounds=None) for each in brief.mentions] == [
        replace(each, grounds=None) for each in expected
    ]
    for claim, same in zip(brief.claims, other.claims, strict=True):
        assert replace(claim, quote="") == replace(claim_as_written(same, fold), quote="")
        assert claim.span is not None
        assert claim.quote == written.text[slice(*claim.span)]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(width=st.integers(50, 100))
def test_the_example_is_the_same_at_any_width(gazetteer: Gazetteer, example: Path, width: int) -> None:
    article = read_article(example / "articles" / "alabuga.md")
    plain = replace(article, text=article.text.strip())
    assert_same(
        draft([replace(plain, text=wrapped(plain.text, width))], gazetteer), draft([plain], gazetteer)
    )


@given(width=st.integers(50, 100))
def test_quotes_sources_and_numbers_over_two_lines(gazetteer: Gazetteer, width: int) -> None:
    plain = Document("ferry.md", CRATES)
    assert_same(draft([replace(plain, text=wrapped(CRATES, width))], gazetteer), draft([plain], gazetteer))


@pytest.mark.parametrize("margin", ["", "    ", "> "], ids=["Markdown", "set in", "quoted"])
@pytest.mark.parametrize("width", [50, 57, 64, 72, 80])
def test_a_wrapped_brief_is_sound_and_read_back_with_all_its_words(
    gazetteer: Gazetteer, tmp_path: Path, margin: str, width: int
) -> None:
    document = Document("ferry.md", wrapped(CRATES, width, margin) + "\n", published="2025-03-14")
    brief = placed(draft([document], gazetteer))
    save_folder(brief, tmp_path)
    doubts = [str(fault) for fault in faults(tmp_path)]
    assert [doubt for doubt in doubts if "drafted as doubtful" not in doubt] == []
    read = read_folder(tmp_path).value
    assert len(read.claims) == len(brief.claims) == 3
    for claim, filed in zip(read.claims, brief.claims, strict=True):
        assert spans(claim) == spans(filed)
    assert {(each.start, each.end) for each in read.mentions} == {
        (each.start, each.end) for each in brief.mentions
    }


def spans(claim: Claim) -> list[object]:
    when, flow = claim.when, claim.flow
    return [
        claim.span,
        claim.certainty_span,
        [each.span for each in claim.quantities],
        when and when.span,
        flow and flow.span,
    ]


def test_a_quote_that_a_spreadsheet_set_on_one_line_is_found(gazetteer: Gazetteer) -> None:
    document = Document("ferry.md", wrapped(CRATES, 60))
    brief = placed(draft([document], gazetteer))
    flat = tuple(replace(claim, quote=words(claim.quote), span=None) for claim in brief.claims)
    found = located(replace(brief, claims=flat, mentions=()))
    assert [claim.span for claim in found.claims[:1]] == [claim.span for claim in brief.claims[:1]]


def test_annotations_select_the_article_as_it_is_written(gazetteer: Gazetteer) -> None:
    document = Document("ferry.md", wrapped(CRATES, 60))
    for item in to_annotations(placed(draft([document], gazetteer)))["first"]["items"]:
        quote, position = item["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == quote["exact"]
