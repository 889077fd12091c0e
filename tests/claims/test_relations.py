"""What the claims of a group are to one another, also of a group that an editor made."""

from geobrief.claims.relations import companions, figures_of, groups_of, relation
from geobrief.model import Certainty, Claim, Quantity


def claim(key: str, quote: str, value: float, unit: str, *, certainty: Certainty = "stated") -> Claim:
    counted = (Quantity(value, unit, f"{value:g} {unit}"),)
    return Claim(key, "", quote, ("p",), certainty=certainty, quantities=counted, group="g1")


def relations(*claims: Claim) -> list[str]:
    figures = figures_of(claims)
    return [relation(figures[claims[0].id], figures[other.id]) for other in claims[1:]]


def test_each_claim_is_held_against_each_other() -> None:
    claims = (
        claim("c1", "It employs 300 people.", 300, "people"),
        claim("c2", "It employs 900 people.", 900, "people"),
        claim("c3", "The works employs 300 people.", 300, "people"),
    )
    assert relations(*claims) == ["contradicts", "agrees"]
    assert companions(claims) == {
        "c1": {"contradicts": 1, "agrees": 1},
        "c2": {"contradicts": 2},
        "c3": {"contradicts": 1, "agrees": 1},
    }


def test_an_editor_may_group_what_the_rules_would_not() -> None:
    sent = claim("c1", "They sent 300 people.", 300, "people")
    assert relations(sent, claim("c2", "There are 900 people.", 900, "people")) == ["contradicts"]
    assert relations(sent, claim("c2", "They sent 300 helpers.", 300, "helpers")) == ["agrees"]
    assert relations(sent, claim("c2", "The lists hold 900 names.", 900, "names")) == ["contradicts"]


def test_claims_without_a_figure_stand_beside_each_other() -> None:
    silent = (Claim("c1", "", "It is open.", group="g1"), Claim("c2", "", "It is shut.", group="g1"))
    assert relations(*silent) == ["beside"]


def test_a_group_of_one_is_none() -> None:
    assert groups_of([claim("c1", "They sent 300 people.", 300, "people"), Claim("c2", "", "x")]) == {}
