from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.attribution import attribution
from geobrief.claims.quotations import quotations


def by(sentence: str) -> str | None:
    found = attribution(sentence, quotations(sentence))
    return found.by if found else None


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        # Before the verb.
        ("Governor Ana Ruiz said the road is open.", "Governor Ana Ruiz"),
        ("Officials in Lima denied that the dam had burst.", "Officials in Lima"),
        ("Recent reports suggest that the mine has reopened.", "Recent reports"),
        ("A survey by the port found 40 broken cranes.", "A survey by the port"),
        ("Satellite images show new roofs at the base.", "Satellite images"),
        ("In a speech on Friday, Ruiz pointed out that the road was open.", "Ruiz"),
        ("He added that the bridge would follow.", "He"),
        ("Ana Ruiz, the governor of Puno, told reporters that rain was near.", "Ana Ruiz"),
        ("Tom Hale, a farmer from Salem, Oregon, said his wells were dry.", "Tom Hale"),
        ("Drivers who crossed on Sunday say that the ramp is steep.", "Drivers"),
        ("The army has not confirmed that its ship was hit.", "The army"),
        ("The valley, where the mayor told 300 people to leave, lies near Puno.", "the mayor"),
        ("Traders in Lagos doubt that prices will fall.", "Traders in Lagos"),
        ("An adviser to the president said the road is open.", "An adviser to the president"),
        ("The governor rejected reports that the road was shut.", "The governor"),
        ("The ministry dismissed claims that a ship sank.", "The ministry"),
        ("Shipping data show that two tankers left.", "Shipping data"),
        ("Peru neither confirmed nor denied that a ship sank.", "Peru"),
        ("Satellite pictures show that the roof fell.", "Satellite pictures"),
        # After what is said.
        ("The road is open, an aide to the governor said.", "an aide to the governor"),
        ("“The road is open,” said an envoy to the talks.", "an envoy to the talks"),
        ("The road is open, the transport ministry said on Monday.", "the transport ministry"),
        ("In Chile, the quake hit Iquique, the navy said, with two injured.", "the navy"),
        ("The road is open, said Ana Ruiz, the governor.", "Ana Ruiz"),
        ("“The road is open,” said the governor.", "the governor"),
        ('"Is it open?" she asked.', "she"),
        ("The road is open, the daily El Sol reported late on Tuesday.", "the daily El Sol"),
        ("The road is open, said a person with knowledge of the works.", "a person"),
        ("No ship has passed, says the harbour master, who counts them.", "the harbour master"),
        ("The opposition leads in Lima, early results showed.", "early results"),
        ("The pilots' union there alleged that crews had paid.", "The pilots' union"),
        # The subject, not the object.
        ("The army, which lost the town, admitted the loss.", "The army"),
        ("Ana Ruiz, the mayor, dismissed the complaint.", "Ana Ruiz"),
        ("Asked about the road, Ms. Ruiz shrugged and said it was shut.", "Ms. Ruiz"),
        ("Citing two guards, the mayor said the road was shut.", "the mayor"),
        ("Lamenting their luck, farmers say that rain was near.", "farmers"),
        # Who reckons.
        ("The shadow cabinet's spokesman put the toll at more than 4,000.", "The shadow cabinet's spokesman"),
        ("By the army's own count, 30 men died.", "the army"),
        ("By Wednesday the agency in Lima had counted 16 dead.", "the agency in Lima"),
        ("As Ruiz put it, the road is a river.", "Ruiz"),
        # A pronoun that stands for the sentence's subject.
        ("Brokers in Lima doubt that it works: a third is back, they say.", "Brokers in Lima"),
        ("Officials agreed, he added.", "he"),
        # Prepositions.
        ("According to the port's director, Ana Ruiz, the crane fell.", "the port's director"),
        ("Losses reached 3 million euros, according to insurers.", "insurers"),
        ("The convoy was seen by drones, as reported by local media.", "local media"),
        ("Per the ministry, two ships sank.", "the ministry"),
        ("The hall is closed, the Post wrote, citing a judge.", "the Post"),
        # Participles.
        ("Ruiz left the hall, saying that talks had failed.", "Ruiz"),
        ("Ruiz met farmers and said that rain was near.", "Ruiz"),
    ],
)
def test_the_source_in_the_words_of_the_text(sentence: str, source: str) -> None:
    assert by(sentence) == source


@pytest.mark.parametrize(
    "sentence",
    [
        "The river rose by a metre overnight.",
        "The convoy is reportedly heading north.",
        "The mine is said to be empty.",
        "The reports reached Lima on Friday.",
        "The United States closed its embassy.",
        "This shows how fast the ice melts.",
        "The new plant adds 500 jobs to the town.",
        "He was told to leave.",
        "Nobody knows how many ships sank.",
        "The plant has recorded a loss.",
        "The nurse put the child at ease.",
        "The fee is 20 dollars per week.",
        "“I say that we go.”",
    ],
)
def test_sentences_that_name_no_source(sentence: str) -> None:
    assert by(sentence) is None


def test_a_country_that_plans_is_no_source() -> None:
    sentence = "Chile plans to build a tunnel."
    assert attribution(sentence, places=[(0, 5)]) is None
    assert attribution("The governor plans to build a tunnel.") is not None


def test_the_cue_and_the_spans_are_told() -> None:
    sentence = "The road is open, the ministry said."
    found = attribution(sentence)
    assert found is not None
    assert (found.cue, sentence[slice(*found.cue_span)], sentence[slice(*found.span)]) == (
        "say",
        "said",
        "the ministry",
    )


WORDS = [
    "said",
    "Ruiz",
    "the",
    ",",
    "“",
    "”",
    '"',
    "reports",
    "that",
    "according to",
    "by",
    "who",
    ".",
    "and",
    "(",
    "saying",
]


@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_text_has_a_source_of_its_own_words_or_none(sentence: str) -> None:
    found = attribution(sentence, quotations(sentence))
    assert found is None or found.by == sentence[slice(*found.span)] != ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry refused to confirm that 12 people had died in Lima.",
        "A spokesman for the army declined to confirm reports of a strike.",
        "The navy would not confirm that its ship was hit.",
    ],
)
def test_who_will_not_confirm_it_is_no_source_of_it(sentence: str) -> None:
    assert by(sentence) is None


def test_who_will_not_confirm_one_thing_may_say_another() -> None:
    assert by("A spokesman declined to confirm the toll but said that the road was open.") == "A spokesman"
