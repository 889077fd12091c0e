from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.extract import extract_claims
from geobrief.claims.pronouns import PRONOUNS
from geobrief.model import Claim, Document, Flow, Kind, Mention, Place

KINDS: dict[str, Kind] = {"Peru": "country", "Lima": "city", "Puno Region": "region", "Sur": "city"}


def claims(text: str, published: str = "2024-09-18") -> tuple[Claim, ...]:
    document = Document("a.md", text, published=published)
    mentions = [
        Mention("a.md", match.start(), match.end(), match[0]) for match in re.finditer("|".join(KINDS), text)
    ]
    return extract_claims(document, mentions, {name: Place(name, name, kind) for name, kind in KINDS.items()})


def test_a_claim_carries_all_that_its_sentence_tells() -> None:
    text = "Rain.\n\nPeru sent 300 nurses from Lima to Puno Region last week, two ministers said."
    (claim,) = claims(text)
    assert (claim.id, claim.document, claim.quote) == ("c1", "a.md", text[7:])
    assert claim.span == (7, len(text))
    assert claim.places == ("Peru", "Lima", "Puno Region")
    assert claim.by == "two ministers"
    assert claim.by_span is not None
    assert text[slice(*claim.by_span)] == "two ministers"
    assert claim.certainty == "attributed"
    assert [(each.value, each.unit) for each in claim.quantities] == [(300, "nurses")]
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == ("2024-09-09", "2024-09-15")
    assert claim.flow == Flow("Lima", "Puno Region", claim.flow.span if claim.flow else None)
    spans = (claim.quantities[0].span, claim.when.span, claim.flow.span, claim.certainty_span)
    assert [text[slice(*span)] for span in spans if span] == [
        "300 nurses",
        "last week",
        "sent 300 nurses from Lima to Puno Region",
        "said",
    ]


def test_a_source_without_a_place_is_a_claim_and_other_sentences_are_none() -> None:
    found = claims("The mayor said that rain was near. Rain fell all night on the hills. Lima stayed dry.")
    assert [(claim.id, claim.places) for claim in found] == [("c1", ()), ("c2", ("Lima",))]


def test_a_place_is_named_once_and_inside_the_source_too() -> None:
    (claim,) = claims("Officials in Lima denied that Lima and Peru had paid.")
    assert claim.places == ("Lima", "Peru")


def test_a_source_keeps_both_its_brackets() -> None:
    (claim,) = claims("The Army Intelligence Office of Peru (AIO) claims that Lima is safe.")
    assert claim.by == "The Army Intelligence Office of Peru (AIO)"


def test_the_place_last_meant_is_inferred() -> None:
    found = claims(
        "A strike closed the Sur factory in Lima. The factory employs 40 people. The city is calm."
    )
    assert [(claim.places, claim.inferred) for claim in found] == [
        (("Sur", "Lima"), ()),
        (("Sur",), ("Sur",)),
        (("Lima",), ("Lima",)),
    ]


def test_what_stands_in_a_town_is_meant_by_what_it_is() -> None:
    found = claims("Smoke rose from the factory in Lima. The factory employs 40 people.")
    assert (found[-1].places, found[-1].inferred) == (("Lima",), ("Lima",))
    # No port was told of.
    assert claims("Smoke rose from the factory in Lima. The port is busy.")[1:] == ()


def test_those_whom_a_source_cites_are_none_of_the_news() -> None:
    (claim,) = claims("The Herald, citing two officials, said 40 ships left Lima.")
    assert [quantity.text for quantity in claim.quantities] == ["40 ships"]


def test_where_a_source_sits_is_not_what_the_text_is_about() -> None:
    found = claims("Lima flooded. Officials in Sur said that it rained. The city is dark.")
    assert found[-1].places == ("Lima",)


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“Lima is dark,” said Ana Ruiz. “We wait for help. Nobody came.”\n"
    text += "“Peru has forgotten us.”\n\nPeru sent help."
    assert [claim.by for claim in claims(text)] == ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz", ""]


def test_a_pronoun_is_whom_it_means_and_its_span_stays_where_it_stands() -> None:
    text = "Ana Ruiz met a guard in Lima. She said that 40 roofs had fallen in Peru."
    claim = claims(text)[-1]
    assert (claim.by, claim.by_name, claim.by_kind) == ("Ana Ruiz", "", "named")
    assert claim.by_span is not None
    assert text[slice(*claim.by_span)] == "She"


def test_whom_a_passive_tells_of_does_not_speak() -> None:
    (claim,) = claims("Some 70 builders in Lima are thought to be under the roof.")
    assert (claim.by, claim.certainty) == ("", "reported")


def test_the_sentences_of_one_quotation_are_one_claim() -> None:
    (claim,) = claims("“Lima is dark. Nobody came from Puno Region,” said Ana Ruiz.")
    assert (claim.by, claim.places) == ("Ana Ruiz", ("Lima", "Puno Region"))


def test_what_is_inferred_has_the_words_that_mean_it() -> None:
    text = "Lima flooded. The city is dark."
    claim = claims(text)[-1]
    assert (claim.places, claim.inferred) == (("Lima",), ("Lima",))
    assert [text[slice(*span)] for span in claim.inferred_spans] == ["The city"]


def test_headings_and_addresses_are_no_claims() -> None:
    assert (
        claims("# Lima floods\n\nLima under water\n\nBy Ana Ruiz, Lima\n\nSource: www.lima.example\n") == ()
    )


PIECES = [
    *KINDS,
    "said",
    "the city",
    "“",
    "”",
    '"',
    "to",
    "from",
    "flew",
    "12",
    "in May",
    ".",
    "\n",
    "who",
    ",",
    "the",
]


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_text_gives_claims_that_quote_it(text: str) -> None:
    found = claims(text)
    assert [claim.id for claim in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    for claim in found:
        assert claim.span is not None
        assert text[slice(*claim.span)] == claim.quote
        words = text[slice(*claim.by_span)] if claim.by_span else ""
        assert words.lower() in PRONOUNS or claim.by == words
        assert len(set(claim.places)) == len(claim.places)
        assert set(claim.inferred) <= set(claim.places)
