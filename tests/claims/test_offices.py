"""Whom an "it" means that says something: an institution, and nobody where the text was about none."""

import pytest

from geobrief.claims.extract import extract_claims
from geobrief.claims.offices import office
from geobrief.claims.sentence_reading import read_sentences
from geobrief.claims.source_kinds import PersonNames
from geobrief.model import Document, Mention, Place


def subject(sentence: str) -> str:
    reading = read_sentences(sentence, [(0, len(sentence))], (), rules=False)[0]
    found = office(sentence, reading, PersonNames(sentence))
    return found.by if found else ""


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The company opened a second yard.", "The company"),
        ("On Monday, the European Union sent 300 trucks.", "the European Union"),
        ("The Ministry of Defence published its plan.", "The Ministry of Defence"),
        ("The nuclear agency was founded in 1957.", "The nuclear agency"),
        ("Gazprom, which owns it, closed the line.", "Gazprom"),
        ("A factory burned on Monday.", ""),
        ("The ad uses footage of Ana Ruiz.", ""),
        ("The navy's ships left.", ""),
        ("Here's one example of it.", ""),
        ("Ana Ruiz left the ministry.", ""),
        ("Rain fell.", ""),
    ],
)
def test_the_subject_counts_where_it_is_an_institution(sentence: str, name: str) -> None:
    assert subject(sentence) == name


def by(text: str) -> list[str]:
    lima = Place("lima", "Lima", "city", -77, -12)
    at = text.find("Lima")
    mentions = [Mention("a.md", at, at + 4, "lima")] if at >= 0 else []
    return [claim.by for claim in extract_claims(Document("a.md", text), mentions, {"lima": lima})]


def test_it_gets_the_institution_and_never_itself() -> None:
    assert by("The company opened a yard in Lima. It expects to send 500 workers there.")[-1] == "The company"
    assert by("Rain fell in Lima. It expects to send 500 workers there.")[-1] == ""
    assert by("Lima is a port. It said that 40 people were hurt.")[-1] == ""


def test_a_claim_of_nobody_known_is_attributed_all_the_same() -> None:
    text = "A factory burned in Lima. It said that 40 people were hurt."
    claim = extract_claims(Document("a.md", text), (), {})[-1]
    assert (claim.by, claim.by_span, claim.certainty) == ("", None, "attributed")
