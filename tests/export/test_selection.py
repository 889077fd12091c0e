"""Which claims of a brief an export takes, and what comes along with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geobrief.errors import ExportError
from geobrief.export import Selection, selected
from geobrief.model import Brief, Claim, Document, Flow, Mention, Place, When

LIMA, QUITO, ANDES = Place("lima", "Lima"), Place("quito", "Quito"), Place("andes", "Andes", "region")
CLAIMS = (
    Claim(
        "c1", "a.md", "It rained.", ("lima",), by="the Mayor", certainty="claimed", when=When("2024", "2024")
    ),
    Claim("c2", "a.md", "It may snow.", ("andes",), certainty="possible", when=When("2024-06-30", "")),
    Claim("c3", "b.md", "They left.", ("lima",), by="Ruiz", by_name="Ana Ruiz", flow=Flow("lima", "quito")),
)
BRIEF = Brief(
    (Document("a.md", "Lima. Andes."), Document("b.md", "Lima to Quito.")),
    (Mention("a.md", 0, 4, "lima"), Mention("a.md", 6, 11, "andes"), Mention("b.md", 0, 4, "lima")),
    (LIMA, QUITO, ANDES),
    CLAIMS,
)


def taken(selection: Selection) -> str:
    return " ".join(claim.id for claim in selected(BRIEF, selection).claims)


def test_nothing_chosen_is_everything() -> None:
    assert selected(BRIEF, Selection()) is BRIEF


@pytest.mark.parametrize(
    ("selection", "claims"),
    [
        (Selection(claims=("c3", "c1")), "c1 c3"),
        (Selection(certainties=("possible", "claimed")), "c1 c2"),
        (Selection(sources=("mayor",)), "c1"),
        (Selection(sources=("ana ruiz", "-")), "c2 c3"),
        (Selection(kinds=("region",)), "c2"),
        (Selection(articles=("b.md",)), "c3"),
        (Selection(since="2024-07"), "c1 c2"),
        (Selection(until="2024-05"), "c1"),
        (Selection(since="2023", until="2023-12-31", claims=("c1",)), None),
        (Selection(articles=("a.md",), certainties=("claimed",)), "c1"),
    ],
)
def test_a_claim_must_have_one_of_each_choice(selection: Selection, claims: str | None) -> None:
    if claims is None:
        with pytest.raises(ExportError, match="No claim of the brief is what you chose"):
            taken(selection)
        return
    assert taken(selection) == claims


def test_with_the_claims_come_their_places_and_articles_and_no_others() -> None:
    found = selected(BRIEF, Selection(claims=("c3",)))
    assert found.places == (LIMA, QUITO)
    assert [document.id for document in found.documents] == ["b.md"]
    assert found.mentions == (Mention("b.md", 0, 4, "lima"),)
    assert found.title == BRIEF.title


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(claims=("c9",)), "no claim 'c9'. There are: c1, c2, c3"),
        (Selection(certainties=("sure",)), "no certainty 'sure'. There are: denied"),
        (Selection(kinds=("town",)), "no kind 'town'"),
        (Selection(articles=("c.md",)), "no article 'c.md'. There are: a.md, b.md"),
        (Selection(since="June"), "'June' is no date"),
        (Selection(until="2024-13"), "'2024-13' is no date"),
    ],
)
def test_what_there_is_not_is_named(selection: Selection, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        selected(replace(BRIEF), selection)
