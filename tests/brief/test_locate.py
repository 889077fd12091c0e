"""Quotes and names are found again in their article."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.locate import Findings, located
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


def test_an_arabic_name_is_found_behind_what_is_written_onto_it() -> None:
    found = brief(
        "من وهران والرباط، وبالدار البيضاء فاس.",
        Place("oran", "Oran", aliases=("وهران",)),
        Place("other", "هران"),
        Place("rabat", "Rabat", aliases=("الرباط",)),
        Place("casablanca", "Casablanca", aliases=("الدار البيضاء",)),
        Place("fes", "فاس"),
    )
    assert named(found) == [
        ("وهران", "oran"),
        ("الرباط", "rabat"),
        ("الدار البيضاء", "casablanca"),
        ("فاس", "fes"),
    ]


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


TEXT = (
    "Floods hit Paris on Monday, officials in Berlin said. Paris slept. Later the city woke. "
    "“Nothing happened,” the mayor said in Springfield. Springfield burned."
)
FILED = Brief(
    (Document("a.md", TEXT, published="2024-06-05"), Document("b.md", "Aid came from Paris.")),
    (),
    (Place("p", "Paris"), Place("b", "Berlin"), Place("one", "Springfield"), Place("other", "Springfield")),
    (
        Claim("c1", "a.md", "Floods hit Paris on Monday, officials in Berlin said.", ("p", "b"), "officials"),
        Claim("c2", "a.md", "Later the city woke.", ("p",)),
        Claim("c3", "a.md", "Springfield burned.", ("other",)),
        Claim("c4", "b.md", "Aid came from Paris.", ("p",)),
        Claim("c5", "b.md", "Nobody wrote this.", ("p",)),
    ),
)


def edits() -> list[Brief]:
    """States of the brief, each one step from the one before."""
    place, claim, article = FILED.places[0], FILED.claims[0], FILED.documents[0]
    moved = replace(FILED, places=(replace(place, lon=2.35, lat=48.85), *FILED.places[1:]))
    renamed = replace(moved, places=(replace(place, name="Monday"), *FILED.places[1:]))
    of_other_kind = replace(moved, places=(replace(place, kind="country"), *FILED.places[1:]))
    noted = replace(FILED, claims=(replace(claim, note="x", by="Berlin"), *FILED.claims[1:]))
    requoted = replace(FILED, claims=(*FILED.claims[:2], replace(FILED.claims[2], quote="Paris slept.")))
    rewritten = replace(article, text="Later Paris woke. " + TEXT)
    dated = replace(article, published="2023-06-05")
    return [
        FILED,
        moved,
        renamed,
        of_other_kind,
        FILED,
        noted,
        requoted,
        replace(FILED, documents=(rewritten, FILED.documents[1])),
        replace(FILED, documents=(dated, FILED.documents[1])),
        replace(FILED, places=FILED.places[:3], claims=FILED.claims[3:]),
        replace(FILED, claims=FILED.claims[::-1]),
        FILED,
    ]


def test_what_was_found_before_changes_nothing_of_what_is_found() -> None:
    findings = Findings()
    for brief_ in edits():
        assert located(brief_, findings) == located(brief_)


def test_a_claim_around_which_nothing_changed_is_the_same_object() -> None:
    findings = Findings()
    before = located(FILED, findings)
    noted = replace(FILED, claims=(replace(FILED.claims[0], note="x"), *FILED.claims[1:]))
    after = located(noted, findings)
    assert [new is old for new, old in zip(after.claims, before.claims, strict=True)] == [False, *[True] * 4]
