"""What becomes of the claims of an article whose text is corrected."""

import pytest

from geobrief.editor.changes import SetArticle
from geobrief.editor.review import REVIEWED
from geobrief.model import Brief, Claim, Document

TEXT = (
    "Forty trucks left Lima on Monday, Ana Ruis said. They carried rice to the port of Callao.\n\n"
    "Nobody saw them\ncome back. Nobody asked.\n"
)
CLAIMS = (
    Claim("c1", "a.md", "Forty trucks left Lima on Monday, Ana Ruis said.", by="Ana Ruis"),
    Claim("c2", "a.md", "They carried rice to the port of Callao.", extra={REVIEWED: "2025-06-20"}),
    Claim("c3", "a.md", "Nobody saw them come back."),
    Claim("c4", "b.md", "They carried rice to the port of Callao."),
    Claim("c5", "a.md", "not in the article"),
)


def corrected(old: str, new: str, text: str = TEXT) -> dict[str, Claim]:
    """The claims by id after some words of the article have become others."""
    assert old in text
    documents = (Document("a.md", text, language="en"), Document("b.md", text, language="en"))
    brief = Brief(documents, (), (), CLAIMS)
    after = SetArticle("a.md", {"text": text.replace(old, new)}).applied(brief)
    assert [claim.id for claim in after.claims] == [claim.id for claim in CLAIMS]
    return {claim.id: claim for claim in after.claims}


def test_a_quote_follows_a_corrected_word_and_the_others_stay() -> None:
    after = corrected("carried rice", "carried wheat")
    assert after["c2"].quote == "They carried wheat to the port of Callao."
    assert [after[key] for key in ("c1", "c3", "c4", "c5")] == [CLAIMS[at] for at in (0, 2, 3, 4)]


def test_a_source_follows_with_its_quote() -> None:
    after = corrected("Ana Ruis", "Ana Ruiz")
    assert after["c1"].by == "Ana Ruiz"
    assert after["c1"].quote == "Forty trucks left Lima on Monday, Ana Ruiz said."


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("They carried", "Then they carried", "Then they carried rice to the port of Callao."),
        ("port of Callao.", "port of Callao in Peru.", "They carried rice to the port of Callao in Peru."),
        ("They carried rice", "They carried", "They carried to the port of Callao."),
        ("Forty trucks left Lima", "In June, 40 lorries set out from Lima", CLAIMS[1].quote),
    ],
)
def test_a_sentence_stays_a_sentence(old: str, new: str, quote: str) -> None:
    assert corrected(old, new)["c2"].quote == quote


def test_a_quote_of_a_spreadsheet_stays_on_one_line() -> None:
    assert corrected("saw them\ncome", "heard them\ncome")["c3"].quote == "Nobody heard them come back."
    assert corrected("saw them\ncome", "saw them come")["c3"] == CLAIMS[2]


def test_a_quote_whose_words_are_gone_stays_as_it_was_and_is_accepted_no_longer() -> None:
    after = corrected("They carried rice to the port of Callao.", "Prices rose.")
    assert after["c2"].quote == CLAIMS[1].quote
    assert REVIEWED not in after["c2"].extra


@pytest.mark.parametrize(
    ("old", "new", "still"),
    [
        ("carried rice", "caried rice", True),
        ("rice to", "900 tons of rice to", False),
        ("Forty", "Fifty", True),
    ],
)
def test_that_a_claim_was_accepted_holds_through_a_slip_of_the_keyboard_alone(
    old: str, new: str, still: bool
) -> None:
    assert (REVIEWED in corrected(old, new)["c2"].extra) is still


def test_a_new_title_touches_no_claim() -> None:
    brief = Brief((Document("a.md", TEXT),), (), (), CLAIMS[:3])
    assert SetArticle("a.md", {"title": "Trucks"}).applied(brief).claims is brief.claims


def test_an_article_that_is_written_anew_leaves_its_quotes() -> None:
    brief = Brief((Document("a.md", TEXT),), (), (), CLAIMS[:3])
    after = SetArticle("a.md", {"text": "x"}).applied(brief)
    assert [claim.quote for claim in after.claims] == [claim.quote for claim in CLAIMS[:3]]
