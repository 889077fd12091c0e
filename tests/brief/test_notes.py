"""A note says why a name of several places was put there, and what else it could be unless that is clear."""

from geobrief.brief.notes import described, grounds, note, open_note
from geobrief.geoparse import Resolution, Toponym
from geobrief.model import Candidate

PARIS = Candidate("geonames:1", "Paris", "city", 2.35, 48.85, "FR", within="Île-de-France")
TEXAN = Candidate("geonames:2", "Paris", "city", -95.56, 33.66, "US", within="Texas")
IDAHO = Candidate("geonames:3", "Paris", "region", -111.4, 42.2, "US", within="Idaho")
AROUND = Candidate("geonames:4", "Paris", "region", 2.3, 48.8, "FR")
WHY = ("the text names Texas, which holds it",)


def resolution(candidate: Candidate | None, score: float, *others: Candidate) -> Resolution:
    return Resolution(Toponym(0, 5, "Paris"), candidate, score, WHY, others)


def test_a_name_that_means_one_spot_needs_no_words() -> None:
    assert note(resolution(PARIS, 0.97), PARIS, "city") == ""
    assert note(resolution(PARIS, 0.97, AROUND), PARIS, "city") == ""


def test_a_clear_pin_says_why() -> None:
    assert note(resolution(TEXAN, 0.97, PARIS), TEXAN, "city") == "The text names Texas, which holds it."


def test_a_likely_pin_says_why_and_what_else() -> None:
    told = note(resolution(TEXAN, 0.8, PARIS), TEXAN, "city")
    assert told == (
        "Probably Paris (Texas, US): the text names Texas, which holds it; "
        "could also be Paris (Île-de-France, FR)."
    )


def test_a_country_that_nothing_else_is_called_needs_no_words() -> None:
    japan = Candidate("geonames:7", "Japan", "country", 139.75, 35.69, "JP")
    assert note(resolution(japan, 0.8), japan, "country") == ""
    assert note(resolution(japan, 0.8, PARIS), japan, "country").startswith("Probably Japan (JP): ")


def test_a_doubtful_pin_says_why_and_what_else() -> None:
    told = note(resolution(TEXAN, 0.4, PARIS, IDAHO), TEXAN, "city")
    assert told == (
        "Doubtful: the text names Texas, which holds it; "
        "could also be Paris (Île-de-France, FR) or Paris (region, Idaho, US)."
    )


def test_the_division_around_a_town_is_no_rival() -> None:
    told = note(resolution(PARIS, 0.4, AROUND, TEXAN), PARIS, "city")
    assert told == "Doubtful: the text names Texas, which holds it; could also be Paris (Texas, US)."
    across = Candidate("geonames:5", "Taveuni", "region", 179.95, -16.8, "FJ")
    town = Candidate("geonames:6", "Taveuni", "city", -179.95, -16.8, "FJ")
    assert "could" not in note(resolution(town, 0.4, across), town, "city")


def test_a_site_says_by_which_town_it_is_placed() -> None:
    assert note(resolution(PARIS, 0.8), PARIS, "site") == "Placed by Paris, after which it is named."
    assert note(resolution(PARIS, 0.4), PARIS, "site") == (
        "Placed by Paris, after which it is named. Doubtful: the text names Texas, which holds it."
    )


def test_a_place_left_open_says_why_and_what_it_could_be() -> None:
    assert open_note(resolution(None, 0, TEXAN)) == f"{WHY[0]}; could be Paris (Texas, US)"
    assert open_note(resolution(None, 0)) == WHY[0]


def test_grounds_begin_with_what_was_taken() -> None:
    others = (TEXAN, IDAHO, TEXAN, IDAHO, TEXAN)
    assert grounds(resolution(PARIS, 0.9, *others)).candidates == (PARIS, TEXAN, IDAHO, TEXAN, IDAHO)
    assert grounds(resolution(None, 0, TEXAN)).candidates == (TEXAN,)


def test_a_country_needs_no_more_than_its_name_and_code() -> None:
    assert described(Candidate("geonames:4", "Oz", "country", 0, 0, "OZ")) == "Oz (OZ)"
    assert described(Candidate("geobrief:sea", "Red Sea", "water", 0, 0)) == "Red Sea (water)"
