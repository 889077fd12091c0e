"""Texts that are no articles: no crash, and claims that quote them.

`benchmarks/growth.py` tells how time grows with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geobrief
from claims.odd_texts import PIECES, repeated
from geobrief.claims.extract import extract_claims
from geobrief.claims.pronouns import PRONOUNS
from geobrief.gazetteer import Gazetteer
from geobrief.model import Claim, Document, Mention, Place, Span

PLACES = {name: Place(name, name) for name in ("Lima", "Quito", "LIMA", "QUITO")}


def claims(text: str) -> tuple[Claim, ...]:
    found = re.finditer("|".join(PLACES), text)
    mentions = [Mention("a.md", match.start(), match.end(), match[0], match[0]) for match in found]
    return extract_claims(Document("a.md", text, published="2024-09-18"), mentions, PLACES)


def parts(claim: Claim) -> Iterator[tuple[Span | None, str | None]]:
    """Each span of a claim, and the words that it must reproduce; None where it may be any words."""
    yield claim.span, claim.quote
    yield claim.by_span, claim.by
    yield from ((each.span, each.text) for each in claim.quantities)
    yield from ((claim.when.span, claim.when.text),) if claim.when else ()
    yield from ((claim.flow.span, None),) if claim.flow else ()
    yield from ((span, None) for span in (claim.cue_span, claim.certainty_span) if span)
    yield from ((span, None) for span in claim.inferred_spans)


def check(text: str, found: tuple[Claim, ...]) -> None:
    assert [claim.id for claim in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    spans = [claim.span for claim in found if claim.span]
    assert len(spans) == len(found)
    assert spans == sorted(spans)
    for claim in found:
        for span, words in parts(claim):
            if span is None:
                assert not words
                continue
            assert 0 <= span[0] < span[1] <= len(text)
            said = text[slice(*span)]
            # Of a pronoun `by` tells whom it means.
            assert words is None or said == words or said.lower() in PRONOUNS


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_claims_quote_any_text(piece: str) -> None:
    text = repeated(piece, 9_000)
    check(text, claims(text))


def test_an_article_in_capitals_gives_the_claims_of_one_in_plain_case() -> None:
    text = (
        "THE MAYOR, ANA RUIZ, SAID ON MONDAY THAT 300 PEOPLE FLED FROM LIMA TO QUITO. SHE DENIED THE REPORT."
    )
    first, second = claims(text)
    assert first.by == "THE MAYOR, ANA RUIZ"
    assert first.by_kind == "named"
    assert first.places == ("LIMA", "QUITO")
    assert [(each.value, each.unit, each.text) for each in first.quantities] == [
        (300, "people", "300 PEOPLE")
    ]
    assert first.when is not None
    assert (first.when.start, first.when.text) == ("2024-09-16", "MONDAY")
    assert first.flow is not None
    assert (second.by, second.certainty) == ("Ana Ruiz", "denied")
    check(text, (first, second))


def test_items_of_a_list_are_claims_of_their_own_and_their_numbers_count_nothing() -> None:
    for text in (
        "1) Lima sent 40 nurses\n2) Quito was dark\n3) Roads in Lima",
        "• Lima sent 40 nurses • Quito was dark • Roads in Lima",
    ):
        found = claims(text)
        assert [claim.places for claim in found] == [("Lima",), ("Quito",)]
        assert [[each.value for each in claim.quantities] for claim in found] == [[40], []]


@pytest.mark.parametrize(
    "row",
    [
        "Lima\tQuito\t300 people were killed.",
        "Lima | 300 | The bridge was closed by the police on Monday after it had been hit.",
        "Lima;Quito;300;The bridge was closed by the police on Monday after it had been hit.",
        "Lima,Quito,closed,The bridge was closed by the police on Monday after it had been hit.",
    ],
)
def test_a_row_of_a_table_is_no_claim(row: str) -> None:
    assert claims(row) == ()


def test_semicolons_commas_and_thousands_are_prose() -> None:
    assert len(claims("Lima, Quito; 1,200,300 people fled, 3,000,000 stayed, and 12,500 were hurt.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Selon le maire, 300 personnes ont fui Lima lundi, et la ville de Quito est calme.",
        "Der Minister sagte am Montag, dass 300 Menschen aus Lima nach Quito geflohen sind.",
        "El ministro dijo el lunes que 300 personas huyeron de Lima a Quito en mayo de 2024.",
    ],
)
def test_of_other_languages_only_the_places_are_read(text: str) -> None:
    (claim,) = claims(text)
    assert claim.places == ("Lima", "Quito")
    assert (claim.by, claim.quantities, claim.when, claim.flow) == ("", (), None, None)


WORDS = [
    *(
        "Lima",
        "Kyiv",
        "KYIV",
        "the factory",
        "the city",
        "said",
        "who",
        "denied",
        "may",
        "fled",
        "from",
        "to",
    ),
    *("300", "people", "on Monday", "in May", "2024", "1)", "he", "Ana Ruiz", "according to", ".", ",", "\n"),
    *("“", "”", "„", "«", "»", '"', "'", "‘", "’", "''", "(", ")", "|", "\t", "•", "- ", "\u00a0", "\u2028"),
    *("\0", "\ud800", "👩‍👧", "قال", "אמר", "İ", "ß", "#", "5%", "$"),
]


@settings(max_examples=60)
@given(text=st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_is_analyzed(gazetteer: Gazetteer, text: str) -> None:
    if not text.strip():
        return
    brief = geobrief.analyze(text, published="2024-09-18", gazetteer=gazetteer)
    check(brief.documents[0].text, brief.value.claims)
    places = {place.id for place in brief.value.places}
    assert all(set(claim.places) <= places for claim in brief.value.claims)
