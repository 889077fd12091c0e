"""What a claim counts: the noun, what is done with it, and the figure."""

import pytest

from geobrief.claims.counted import Count, counts
from geobrief.claims.dates import date_spans
from geobrief.claims.quantities import quantities
from geobrief.model import Certainty, Claim


def counted(sentence: str, certainty: Certainty = "stated") -> tuple[Count, ...]:
    found = quantities(sentence, date_spans(sentence))
    return counts(Claim("c1", "", sentence, quantities=found, certainty=certainty))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A missile killed 12 people.", "Fifteen people were killed when a missile hit."),
        ("The flood left 40 dead.", "At least 40 people died."),
        ("The works employs 3,000 people.", "Some 3,200 people are employed there."),
        ("Kansas harvested 5 million tonnes of wheat.", "Farmers brought in 7 million tonnes of wheat."),
        ("The bridge will cost 450 million dollars.", "The new bridge would cost $700 million."),
        ("The fire has burned 12,000 hectares.", "Some 30,000 acres burned."),
        ("Turnout was 81 percent.", "Turnout reached 73 percent."),
        ("Residents counted 480 dead fighters.", "The army killed 120 fighters."),
        ("The plant turns out 2,000 drones a month.", "It makes 2,700 drones a month."),
    ],
)
def test_the_same_thing_has_the_same_key(one: str, other: str) -> None:
    assert [count.key for count in counted(one)] == [count.key for count in counted(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A missile killed 12 people.", "A missile wounded 12 people."),
        ("The works employs 3,000 people.", "The works will employ 3,000 people."),
        ("They sent 2,000 soldiers.", "They sent another 2,000 soldiers."),
        ("About 3,000 of the soldiers were killed.", "3,000 soldiers were killed."),
        ("It makes 2,000 drones a month.", "It makes 2,000 drones a year."),
        ("The port loaded 90 tonnes of oil.", "The leak spilled 90 tonnes of oil."),
        ("Cholera killed 31 people in the last 24 hours.", "Cholera killed 1,200 people."),
        ("Turnout was 7 percent.", "Unemployment was 7 percent."),
        ("They killed or wounded 3,000 soldiers.", "They killed 3,000 soldiers."),
    ],
)
def test_another_thing_has_another_key(one: str, other: str) -> None:
    assert {count.key for count in counted(one)}.isdisjoint(count.key for count in counted(other))


def test_a_number_of_which_nothing_is_told_counts_nothing() -> None:
    assert counted("The road is 40 km long.") == counted("A road of 40 km is longer.") == ()
    assert counted("Most of the voters were 45 or older.") == ()


def test_two_figures_of_one_thing_in_one_claim_count_nothing_that_can_be_compared() -> None:
    assert counted("The army killed 12 people and rebels killed 15 people.") == ()


def test_a_denial_and_a_negation_speak_against_the_figure() -> None:
    (denied,) = counted("Tehran denied that Iran had shipped 400 missiles.", "denied")
    (negated,) = counted("Iran did not ship 400 missiles.")
    (told,) = counted("Iran shipped 400 missiles.")
    assert [denied.figure.against, negated.figure.against, told.figure.against] == [True, True, False]
