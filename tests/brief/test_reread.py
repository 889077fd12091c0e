"""The words that each part of a filed claim was read from are found again, or none."""

from dataclasses import replace

from geobrief.brief.locate import located
from geobrief.model import Brief, Claim, Document, Flow, Place, Quantity, Span, When

TEXT = (
    "Ana Ruiz runs the port of Callao. She warned on 3 May that 40 trucks were sent from Lima to Callao. "
    "The port may close, more than 200 dockers fear."
)
PLACES = (
    Place("callao", "Callao", "site"),
    Place("lima", "Lima"),
)
CLAIM = Claim(
    "c1",
    "port.md",
    "She warned on 3 May that 40 trucks were sent from Lima to Callao.",
    ("lima", "callao"),
    by="Ana Ruiz",
    certainty="possible",
    quantities=(Quantity(40, "trucks", "40 trucks"),),
    when=When("2025-05-03", "2025-05-03"),
    flow=Flow("lima", "callao"),
)
LAST = Claim(
    "c2", "port.md", "The port may close, more than 200 dockers fear.", ("callao",), certainty="possible"
)


def reread(claim: Claim, language: str = "en", text: str = TEXT) -> Claim:
    document = Document("port.md", text, published="2025-06-20", language=language)
    return located(Brief((document,), (), PLACES, (claim,))).claims[0]


def words(span: Span | None) -> str:
    return TEXT[slice(*span)] if span else ""


def test_each_part_has_its_words() -> None:
    found = reread(CLAIM)
    assert found.when is not None
    assert found.flow is not None
    assert words(found.certainty_span) == "warned"
    assert words(found.cue_span) == "warned"
    assert [words(quantity.span) for quantity in found.quantities] == ["40 trucks"]
    assert words(found.when.span) == "on 3 May" or words(found.when.span) == "3 May"
    assert words(found.flow.span).endswith("sent from Lima to Callao")


def test_a_pronoun_stands_for_the_filed_source_which_is_a_person() -> None:
    found = reread(CLAIM)
    assert (words(found.by_span), found.by, found.by_kind) == ("She", "Ana Ruiz", "named")


def test_a_place_that_is_only_meant_has_the_words_that_mean_it() -> None:
    found = reread(LAST)
    assert found.inferred == ("callao",)
    assert [words(span) for span in found.inferred_spans] == ["The port"]


def test_what_an_editor_decided_otherwise_has_no_words() -> None:
    other = replace(
        CLAIM,
        certainty="denied",
        when=When("2024-05-03", "2024-05-03"),
        flow=Flow("callao", "lima"),
        quantities=(Quantity(50, "trucks", "50 trucks"),),
    )
    found = reread(other)
    assert found.certainty_span is None
    assert (found.when, found.flow, found.quantities) == (other.when, other.flow, other.quantities)


def test_a_number_that_is_filed_in_another_unit_keeps_it_and_has_a_place() -> None:
    (found,) = reread(replace(CLAIM, quantities=(Quantity(40, "lorries", "40 lorries"),))).quantities
    assert (found.unit, found.text) == ("lorries", "40 lorries")
    assert words(found.span).startswith("40")


def test_a_quote_that_the_article_lacks_has_no_spans_but_what_its_numbers_say() -> None:
    quote = "At least 12 ships wait."
    found = reread(Claim("c1", "port.md", quote, quantities=(Quantity(12, "ships", "12 ships"),)))
    assert (found.span, found.quantities[0].span) == (None, None)
    assert found.quantities[0].bound == "at least"


def test_of_a_text_in_another_language_only_numbers_and_dates_are_read() -> None:
    found = reread(CLAIM, language="de")
    assert (found.cue_span, found.certainty_span, found.by_kind) == (None, None, "")
