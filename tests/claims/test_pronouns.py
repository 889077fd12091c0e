from __future__ import annotations

from geobrief.claims.pronouns import Speaker, resolved

RUIZ = Speaker("Ana Ruiz", "Ana Ruiz", "named")
HALE = Speaker("Tom Hale", "Tom Hale", "named")
MINISTRY = Speaker("the ministry", "the ministry", "institution")
OFFICIALS = Speaker("two officials in Lima", "two officials in Lima", "anonymous")
COLONEL = Speaker("a police colonel", "a police colonel", "anonymous")


def pronoun(word: str) -> Speaker:
    return Speaker(word, word, "")


def names(*speakers: Speaker | None) -> list[str]:
    return [speaker.name for speaker in resolved(speakers) if speaker]


def test_the_last_speaker_of_the_number_is_meant() -> None:
    assert names(RUIZ, MINISTRY, OFFICIALS, pronoun("she"))[-1] == "Ana Ruiz"
    assert names(RUIZ, MINISTRY, OFFICIALS, pronoun("it"))[-1] == "the ministry"
    assert names(RUIZ, OFFICIALS, pronoun("They"))[-1] == "two officials in Lima"


def test_one_person_without_a_name_can_be_he_and_several_cannot() -> None:
    assert names(RUIZ, COLONEL, pronoun("He"))[-1] == "a police colonel"
    assert names(HALE, OFFICIALS, pronoun("He"))[-1] == "Tom Hale"


def test_a_title_or_a_noun_tells_the_gender() -> None:
    mother = Speaker("a mother of six", "a mother of six", "anonymous")
    hale = Speaker("Mr. Hale", "Tom Hale", "named")
    assert names(mother, hale, pronoun("she"), pronoun("he")) == [
        "a mother of six",
        "Tom Hale",
        "a mother of six",
        "Tom Hale",
    ]


def test_who_was_named_last_is_meant_where_nobody_has_spoken_lately() -> None:
    found = resolved([RUIZ, None, None, None, pronoun("He")], [[], [], [], ["Tom Hale"], []])
    assert found[-1] == Speaker("He", "Tom Hale", "named")
    found = resolved([RUIZ, None, None, None, pronoun("She")], [[], [], [], ["Mr. Hale"], []])
    assert found[-1] == Speaker("She", "Ana Ruiz", "named")


def test_a_given_name_tells_the_gender() -> None:
    hale = Speaker("the mayor, Tom Hale", "Tom Hale", "named")
    assert names(RUIZ, hale, pronoun("she"), pronoun("he"))[2:] == ["Ana Ruiz", "Tom Hale"]


def test_who_fits_for_sure_and_was_named_since_is_meant_before_a_speaker_who_may_not() -> None:
    koval = Speaker("Zorzh Koval", "Zorzh Koval", "named")
    found = resolved([koval, None, pronoun("She"), pronoun("He")], [[], ["Ana Ruiz"], [], []])
    assert [speaker and speaker.name for speaker in found[2:]] == ["Ana Ruiz", "Zorzh Koval"]


def test_a_pronoun_that_fits_nobody_stays() -> None:
    assert resolved([MINISTRY, pronoun("she")])[1] == pronoun("she")


def test_it_is_the_institution_that_the_text_was_about_last() -> None:
    it, navy = pronoun("It"), Speaker("The navy", "The navy", "institution")
    assert [each.name for each in resolved([None, it], offices=[navy, None]) if each] == ["The navy"]
    assert [each.name for each in resolved([MINISTRY, None, it], offices=[None, navy, None]) if each][
        -1
    ] == "The navy"
    assert [each.name for each in resolved([None, MINISTRY, it], offices=[navy, None, None]) if each][
        -1
    ] == "the ministry"


def test_it_may_be_a_report_and_is_no_person() -> None:
    report = Speaker("the report", "the report", "anonymous")
    assert names(report, RUIZ, pronoun("it"))[-1] == "the report"
    assert names(RUIZ, OFFICIALS, pronoun("it"))[-1] == "it"
