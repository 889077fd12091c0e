"""Which drafted claims an editor is asked to look at, in which order, and why."""

from dataclasses import replace

import pytest

from geobrief.brief.draft import draft, placed
from geobrief.brief.locate import located
from geobrief.editor.claim_doubts import ClaimDoubt, claim_doubts
from geobrief.editor.review import REVIEWED, Doubt, doubts, reader
from geobrief.gazetteer import Gazetteer
from geobrief.model import Brief, Claim, Document, Flow, Quantity, When

TEXT = (
    "Ana Ruiz runs the port of Callao, a town in Peru. "
    "She warned that 40 trucks may be sent from Lima to Callao. "
    "The port may close, it is reported in Callao. "
    "A banner in Lima with the words “We are tired” stays up. "
    "Last year 300 dockers left Callao. "
    "Ships lie in the harbour of Lima all morning.\n"
)
DOCUMENT = Document("port.md", TEXT, published="2025-06-20", language="en")


@pytest.fixture(scope="module")
def drafted(gazetteer: Gazetteer) -> Brief:
    made = placed(draft([DOCUMENT], gazetteer))
    return located(Brief(made.documents, (), made.places, made.claims))


def looked_at(brief: Brief, gazetteer: Gazetteer) -> dict[str, ClaimDoubt]:
    """The doubts by the first words of their claim, in their order; of several the most doubtful."""
    filed = (replace(claim, span=None) for claim in brief.claims)
    found = located(replace(brief, mentions=(), claims=tuple(filed)))
    readings = [reader(gazetteer)(document) for document in found.documents]
    quotes = {claim.id: claim.quote for claim in found.claims}
    listed = claim_doubts(found, readings, doubts(found, readings))
    named: dict[str, ClaimDoubt] = {}
    for doubt in listed:
        named.setdefault(" ".join(quotes[doubt.claim].split()[:2]), doubt)
    return named


def changed(brief: Brief, begins: str, **fields: object) -> Brief:
    """The brief with fields of the claim that begins so made others."""
    claims = (
        replace(claim, **fields) if claim.quote.startswith(begins) else claim  # type: ignore[arg-type]
        for claim in brief.claims
    )
    return replace(brief, claims=tuple(claims))


def why(brief: Brief, gazetteer: Gazetteer, begins: str) -> str:
    return "; ".join(looked_at(brief, gazetteer)[begins].why)


def test_every_draft_is_listed_the_lowest_score_first(drafted: Brief, gazetteer: Gazetteer) -> None:
    listed = looked_at(drafted, gazetteer)
    assert len(listed) == len(drafted.claims)
    scores = [doubt.score for doubt in listed.values()]
    assert scores == sorted(scores)
    assert listed["Ships lie"].score == 1
    assert listed["Ships lie"].why == ()


def test_reasons_name_the_words_in_which_they_can_be_seen(drafted: Brief, gazetteer: Gazetteer) -> None:
    told = why(drafted, gazetteer, "She warned")
    assert "“She” is taken to mean Ana Ruiz" in told
    assert "the movement from Lima to Callao is read from “trucks may be sent from Lima to Callao”" in told
    assert "“may” makes it possible, “reported” would make it reported" in why(drafted, gazetteer, "The port")
    assert "it quotes somebody, but nobody is named" in why(drafted, gazetteer, "A banner")
    assert "“Last year” is taken for 2024-01-01/2024-12-31" in why(drafted, gazetteer, "Last year")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"certainty": "denied"}, "filed as denied, but it reads as stated"),
        ({"by": "Luis Vega"}, "the article does not hold “Luis Vega”"),
        ({"by": "Ana Ruiz"}, "“Ana Ruiz”, who is to say it, is named in another sentence"),
        ({"quantities": (Quantity(9000, "ships", "9000 ships"),)}, "does not hold the number 9,000"),
        ({"when": When("2019-01-01", "2019-12-31")}, "does not tell the time 2019-01-01/2019-12-31"),
        ({"flow": Flow("lima", "callao")}, "does not tell of a movement from Lima to Callao"),
        ({"places": ("lima", "callao")}, "the quote does not name Callao"),
        ({"places": ()}, "it is about no place"),
    ],
)
def test_what_the_words_do_not_say_is_doubtful(
    drafted: Brief, gazetteer: Gazetteer, fields: dict[str, object], told: str
) -> None:
    assert told in why(changed(drafted, "Ships lie", **fields), gazetteer, "Ships lie")


def test_a_quote_that_the_article_does_not_hold_comes_first_with_the_nearest_sentence(
    drafted: Brief, gazetteer: Gazetteer
) -> None:
    listed = looked_at(
        changed(drafted, "Ships lie", quote="Ships lay in the harbour of Lima all day."), gazetteer
    )
    name, doubt = next(iter(listed.items()))
    assert name == "Ships lay"
    assert (doubt.score, doubt.nearest) == (0, "Ships lie in the harbour of Lima all morning.")


def test_an_accepted_claim_is_out_and_one_that_an_editor_wrote_never_was_in(
    drafted: Brief, gazetteer: Gazetteer
) -> None:
    assert "Ships lie" not in looked_at(
        changed(drafted, "Ships lie", extra={REVIEWED: "2025-06-21"}), gazetteer
    )
    assert "harbour of" not in looked_at(changed(drafted, "Ships lie", quote="harbour of Lima"), gazetteer)
    own = Claim("c99", "", "Known to everybody.", ("lima",))
    assert "Known to" not in looked_at(replace(drafted, claims=(*drafted.claims, own)), gazetteer)


def test_a_place_that_is_doubtful_or_nowhere_makes_its_claims_so(
    drafted: Brief, gazetteer: Gazetteer
) -> None:
    readings = [reader(gazetteer)(DOCUMENT)]
    (lima,) = (place for place in drafted.places if place.id == "lima")
    unsure = Doubt("lima", 0.4, (), (), draft_note=False)
    told = {reason for doubt in claim_doubts(drafted, readings, [unsure]) for reason in doubt.why}
    assert "the place is doubtful itself: Lima is 40% sure" in told
    nowhere = replace(lima, lon=None, lat=None)
    places = tuple(nowhere if place is lima else place for place in drafted.places)
    assert "Lima is not on the map yet" in why(replace(drafted, places=places), gazetteer, "Ships lie")


def test_claims_that_contradict_each_other_name_each_other(gazetteer: Gazetteer) -> None:
    text = "The flood killed 30 people in Lima. The flood killed 90 people in Lima, officials said.\n"
    made = placed(draft([Document("flood.md", text)], gazetteer))
    brief = located(Brief(made.documents, (), made.places, made.claims))
    first, second = brief.claims
    assert first.group == second.group != ""
    readings = [reader(gazetteer)(brief.documents[0])]
    told = {doubt.claim: doubt.why for doubt in claim_doubts(brief, readings, ())}
    assert f"claim {second.id} contradicts it: 90 people" in told[first.id]
    assert f"claim {first.id} contradicts it: 30 people" in told[second.id]


def test_the_second_claim_of_the_same_words_is_doubtful(drafted: Brief, gazetteer: Gazetteer) -> None:
    claim = next(each for each in drafted.claims if each.quote.startswith("Ships lie"))
    again = replace(drafted, claims=(*drafted.claims, replace(claim, id="c99")))
    assert f"claim {claim.id} is of the same words" in why(again, gazetteer, "Ships lie")


def test_of_another_language_it_is_said_what_was_not_read(gazetteer: Gazetteer) -> None:
    text = "Der Hafen von Hamburg ist seit gestern wieder offen, und die Schiffe fahren.\n"
    made = placed(draft([Document("hafen.md", text, language="de")], gazetteer))
    brief = Brief(made.documents, (), made.places, made.claims)
    assert "language “de”" in why(brief, gazetteer, "Der Hafen")
