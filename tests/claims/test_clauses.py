"""A sentence in which two sources speak is two claims, each with what its own clause tells."""

import pytest

from geobrief.brief.locate import located
from geobrief.claims.clauses import clauses
from geobrief.claims.extract import extract_claims
from geobrief.claims.quotations import quotations
from geobrief.model import Brief, Claim, Document, Mention, Place

LIMA, QUITO = Place("lima", "Lima", "city", -77, -12), Place("quito", "Quito", "city", -78, 0)


def parts(text: str) -> list[str]:
    return [text[slice(*span)] for span in clauses(text, (0, len(text)), quotations(text))]


def claims_of(text: str) -> list[Claim]:
    named = ((text.find(place.name), place) for place in (LIMA, QUITO))
    mentions = [
        Mention("a.md", at, at + len(place.name), place.id) for at, place in sorted(named, key=lambda x: x[0])
    ]
    return list(extract_claims(Document("a.md", text), mentions, {"lima": LIMA, "quito": QUITO}))


def told(text: str) -> list[tuple[str, str, list[float]]]:
    return [
        (claim.by, claim.certainty, [each.value for each in claim.quantities]) for claim in claims_of(text)
    ]


def test_each_clause_has_its_source_and_its_certainty() -> None:
    text = "The army denied that it had shelled Lima, but the mayor of Quito said that 12 houses had burnt."
    assert told(text) == [("The army", "denied", []), ("the mayor of Quito", "attributed", [12.0])]


def test_a_denial_behind_does_not_spread_to_what_is_said_before() -> None:
    text = "The mayor of Quito said 12 houses had burnt near Lima, but the army denied it."
    assert told(text) == [("The mayor of Quito", "attributed", [12.0]), ("the army", "denied", [])]


def test_both_are_of_the_whole_sentence() -> None:
    text = "The army denied that it had shelled Lima, but the mayor of Quito said that 12 houses had burnt."
    assert [(claim.quote, claim.span) for claim in claims_of(text)] == [(text, (0, len(text)))] * 2


def test_a_filed_claim_is_read_in_its_own_clause() -> None:
    text = "The mayor of Quito said 12 houses had burnt near Lima, but the army denied it."
    filed = [
        Claim("c1", "a.md", text, ("lima",), by="The mayor of Quito", certainty="attributed"),
        Claim("c2", "a.md", text, ("lima",), by="the army", certainty="denied"),
    ]
    read = located(Brief((Document("a.md", text),), (), (LIMA, QUITO), tuple(filed))).claims
    assert [text[slice(*claim.certainty_span)] for claim in read if claim.certainty_span] == [
        "said",
        "denied",
    ]
    assert [text[slice(*claim.cue_span)] for claim in read if claim.cue_span] == ["said", "denied"]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied it, but it said that 12 houses had burnt.",
        "The rain stopped, but the river rose, the mayor said.",
        "The army said that the road was closed, and that the bridge would follow.",
        "The army said the road was closed, but the bridge was open.",
        "“We deny it, but Quito said so,” the mayor of Lima told reporters.",
    ],
)
def test_a_sentence_of_one_source_stays_whole(text: str) -> None:
    assert parts(text) == [text]


def test_a_semicolon_and_while_part_clauses_too() -> None:
    assert len(parts("The army denied it, while the mayor said that 12 houses had burnt.")) == 2
    assert len(parts("The army denied it; the mayor said that 12 houses had burnt.")) == 2
