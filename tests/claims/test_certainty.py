from __future__ import annotations

import pytest

from geobrief.claims.attribution import attribution
from geobrief.claims.certainty import certainty


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry denied that its ship may have sunk.", "denied"),
        ("The firm rejected the allegations on Friday.", "denied"),
        ("Traders doubt that prices will fall.", "doubted"),
        ("Critics questioned whether the dam would hold.", "doubted"),
        ("There is no doubt that the dam held.", "stated"),
        ("The dam may break, engineers said.", "possible"),
        ("The dam broke in May.", "stated"),
        ("Engineers warned that the dam was weak.", "possible"),
        ("Police suspect that the fire was set.", "possible"),
        ("Rangers could not reach the hut.", "stated"),
        ("Peru plans to build a tunnel.", "expected"),
        ("The tunnel will open in June, the firm claims.", "expected"),
        ("The minister is due to visit Lima.", "expected"),
        ("Many died due to the heat.", "stated"),
        ("Rebels claimed that they held the town.", "claimed"),
        ("Guards allegedly beat him.", "claimed"),
        ("The convoy is reportedly heading north.", "reported"),
        ("The mine is believed to be empty.", "reported"),
        ("Reports indicate that the mine is empty.", "reported"),
        ("The mine is empty, the mayor said.", "attributed"),
        ("The mine is empty.", "stated"),
        ("DIGGERS MAY LEAVE THE MINE.", "possible"),
    ],
)
def test_the_strongest_standing_counts(sentence: str, expected: str) -> None:
    assert certainty(sentence, attribution(sentence)) == expected


def test_verbs_of_other_meaning_leave_a_claim_stated() -> None:
    assert certainty("Guards denied them entry at the border.", None) == "stated"
    assert certainty("The floods claimed at least 20 lives.", None) == "stated"
