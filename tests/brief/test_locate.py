"""Quotes and names are found again in their article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.locate import located
from geobrief.brief.quotes import find_all
from geobrief.model import Brief, Claim, Document, Place


@given(st.text(), st.text(min_size=1).filter(str.strip), st.text())
def test_a_span_reproduces_the_quote(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    assert all(text[start:end] == quote for start, end in find_all(text, quote))
    assert next(find_all(text, quote), None) is not None


@pytest.mark.parametrize(
    "quote",
    ["“It’s full,”\n she said – twice", '"It\'s full," she said - twice', "«It‘s full,»  she said — twice"],
)
def test_what_a_word_processor_changes_is_found(quote: str) -> None:
    text = 'Then "It\'s full," she said - twice.'
    assert [text[start:end] for start, end in find_all(text, quote)] == ['"It\'s full," she said - twice']


def brief(text: str, *places: Place, claims: tuple[Claim, ...] = ()) -> Brief:
    return located(Brief((Document("a.md", text),), (), places, claims))


def named(found: Brief) -> list[tuple[str, str | None]]:
    text = found.documents[0].text
    return [(text[mention.start : mention.end], mention.place) for mention in found.mentions]


def test_names_are_whole_words_longest_first() -> None:
    found = brief(
        "New York's mayor left York for New\nYork State; Yorkers and new york stayed in St. Louis.",
        Place("york", "York"),
        Place("ny", "New York"),
        Place("state", "New York State"),
        Place("louis", "St. Louis", aliases=("Lou.",)),
    )
    assert named(found) == [
        ("New York", "ny"),
        ("York", "york"),
        ("New\nYork State", "state"),
        ("St. Louis", "louis"),
    ]


def test_names_in_any_script() -> None:
    found = brief(
        "В Курске и Курск. 平壤, ʼAmrān.", Place("k", "Курск"), Place("p", "平壤"), Place("a", "ʼAmrān")
    )
    assert named(found) == [("Курск", "k"), ("平壤", "p"), ("ʼAmrān", "a")]


def test_of_two_places_with_one_name_the_claim_around_decides() -> None:
    text = "Springfield burned. Springfield slept."
    places = (Place("one", "Springfield"), Place("two", "Springfield"))
    claims = (Claim("c1", "a.md", "Springfield slept.", ("two",)),)
    assert named(brief(text, *places, claims=claims)) == [("Springfield", "one"), ("Springfield", "two")]


def test_the_same_words_said_twice_are_two_spans() -> None:
    claims = tuple(Claim(f"c{at}", "a.md", "Rain fell.") for at in range(3))
    assert [claim.span for claim in brief("Rain fell. Rain fell.", claims=claims).claims] == [
        (0, 10),
        (11, 21),
        (0, 10),
    ]


def test_the_source_is_the_one_nearest_to_the_quote() -> None:
    text = "Ann left. Bob said it was full, Ann said. Then Ann slept."
    (claim,) = brief(text, claims=(Claim("c1", "a.md", "Bob said it was full, Ann said.", by="Ann"),)).claims
    assert claim.by_span == (32, 35)


def test_a_quote_that_the_article_lost_has_no_span() -> None:
    (claim,) = brief("All is new.", claims=(Claim("c1", "a.md", "All is old.", by="All"),)).claims
    assert (claim.span, claim.by_span, claim.inferred) == (None, None, ())
