from __future__ import annotations

import pytest

from geobrief.claims.attribution import attribution
from geobrief.claims.certainty import certainty, standing


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


def test_a_denial_without_the_verb_is_that_of_a_source() -> None:
    sentence = "The rebels said they were not behind the raid."
    assert certainty(sentence, attribution(sentence)) == "denied"
    assert certainty("Peru was not behind the raid.", None) == "stated"


def test_a_report_by_somebody_is_his_word() -> None:
    sentence = "A report by the bank found the ship unfit."
    assert certainty(sentence, attribution(sentence)) == "attributed"


def test_verbs_of_other_meaning_leave_a_claim_stated() -> None:
    assert certainty("Guards denied them entry at the border.", None) == "stated"
    assert certainty("The floods claimed at least 20 lives.", None) == "stated"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The firm did not deny that it had paid.", "attributed"),
        ("The ministry neither confirmed nor denied the strike.", "attributed"),
        ("A spokesman declined to confirm or deny the figure.", "stated"),
        ("The mayor did not say whether the bridge had been hit.", "attributed"),
        ("Nobody is suspected of the theft.", "stated"),
        ("Few doubted it, and the union never claimed that it was safe.", "doubted"),
        ("Prices are not expected to fall.", "expected"),
    ],
)
def test_a_hedge_under_a_negation_is_none(sentence: str, expected: str) -> None:
    assert certainty(sentence, attribution(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dam, which may break in spring, was built in 1970.", "stated"),
        ("Ana Ruiz, who denied all charges in 2019, opened the bridge.", "stated"),
        ("The port (it will close in May) handled 30 ships.", "stated"),
        ("The bridge fell, and a second one may follow.", "possible"),
        ("The plant, which opened in 2010, may close.", "possible"),
    ],
)
def test_a_hedge_counts_in_the_clause_that_it_governs(sentence: str, expected: str) -> None:
    assert certainty(sentence, None) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The governor dismissed the reports as fantasy.", "denied"),
        ("The deputy head rejected the accusation.", "denied"),
        ("Police ruled out sabotage.", "denied"),
        ("The embassy called the story a lie.", "denied"),
        ("The council rejected the offer.", "stated"),
        ("The ministry rejected that finding.", "denied"),
        ("The chair dismissed the complaint.", "denied"),
        ("Peru was not involved in the talks.", "stated"),
        ("The mayor said the figure was wrong.", "denied"),
        ("Few believe that the truce will hold.", "doubted"),
        ("Nobody expects the dam to hold.", "doubted"),
        ("The toll is disputed.", "doubted"),
        ("It remains to be seen whether the plant opens.", "doubted"),
        ("It appears that the dam broke.", "possible"),
        ("The real toll is likely higher.", "possible"),
        ("Peru plans a second canal.", "expected"),
        ("Growth is projected at 3 percent.", "expected"),
        ("It sold half of what it had planned.", "stated"),
        ("The rebels say, without evidence, that the army fled.", "claimed"),
        ("Insurance claims rose by 3 percent.", "stated"),
        ("Villagers found the figure hard to believe.", "doubted"),
        ("There is no evidence that the well was poisoned.", "doubted"),
        ("The union disputed that.", "doubted"),
        ("Auditors questioned the number of graves.", "doubted"),
        ("Police questioned the driver.", "stated"),
        ("Measles is suspected in two villages.", "possible"),
        ("Two suspects fled over the hills.", "stated"),
        ("It was unclear whether the second ship had sunk.", "possible"),
        ("Smoke could be seen from the coast.", "stated"),
        ("A tsunami warning system stands on the hill.", "stated"),
        ("The ferry is due to carry 300 cars.", "expected"),
        ("The delay was due to bad weather.", "stated"),
        ("The minister is due in the capital tomorrow.", "expected"),
        ("Losses were larger than expected.", "stated"),
        ("The lock opened as planned.", "stated"),
        ("Its target of 40 ships is within reach.", "expected"),
        ("The two sides agreed to swap prisoners.", "expected"),
        ("Rain is likely to reach the coast.", "expected"),
        ("The last ferry is going to Lima.", "stated"),
        ("The firm would not comment.", "stated"),
        ("A spokesman would neither confirm nor deny it.", "stated"),
        ("Oil leaked from the hull.", "stated"),
        ("Leaked documents show the route.", "reported"),
        ("The count could not be independently verified.", "reported"),
        ("He died of his own free will.", "stated"),
    ],
)
def test_words_of_one_look_and_two_meanings(sentence: str, expected: str) -> None:
    assert certainty(sentence, None) == expected


def test_the_words_that_tell_the_standing_are_kept() -> None:
    sentence = "İzmir’s mayor says that the quay MAY close."
    assert sentence[slice(*standing(sentence, sourced=True).span or ())] == "MAY"
    assert standing("The quay is closed.", sourced=True) == ("attributed", None)
