"""A place more, and a claim about it."""

import pytest

from geobrief.brief.add import add_place
from geobrief.errors import BriefError
from geobrief.model import Brief, Candidate, Claim, Place

WONSAN = Candidate("geonames:1871374", "Wŏnsan", "city", 127.44, 39.15, "KP", within="Kangwŏn-do")
BRIEF = Brief(
    places=(Place("paris", "Paris", lon=2.35, lat=48.85),), claims=(Claim("c7", "", "x", ("paris",)),)
)


def test_a_candidate_brings_all_that_the_gazetteer_knows() -> None:
    added = add_place(BRIEF, WONSAN)
    assert added.places[:-1] == BRIEF.places
    assert added.places[-1] == Place(
        "wonsan",
        "Wŏnsan",
        "city",
        127.44,
        39.15,
        "KP",
        within="Kangwŏn-do",
        precision="point",
        source="geonames:1871374",
    )


def test_the_user_s_words_count_before_the_gazetteer_s() -> None:
    place = add_place(
        BRIEF, WONSAN, name="Wonsan port", kind="site", within="Wonsan", lon=127.5, lat=39.2
    ).places[-1]
    assert (place.id, place.name, place.kind, place.within) == (
        "wonsan-port",
        "Wonsan port",
        "site",
        "Wonsan",
    )
    assert (place.lon, place.lat, place.source, place.precision) == (127.5, 39.2, "by hand", "point")
    assert place.aliases == ("Wŏnsan",)


def test_ids_stay_apart() -> None:
    assert add_place(BRIEF, name="Paris", lon=-95.55, lat=33.66).places[-1].id == "paris-2"


def test_a_place_may_be_named_before_it_is_located() -> None:
    place = add_place(BRIEF, name="The depot").places[-1]
    assert (place.located, place.source, place.precision) == (False, "", "")


def test_a_claim_gets_the_next_id_and_the_place() -> None:
    added = add_place(BRIEF, WONSAN, claim=Claim("", "", "Ships left.", by="Ann"))
    assert added.claims == (*BRIEF.claims, Claim("c8", "", "Ships left.", ("wonsan",), by="Ann"))


def test_a_second_claim_about_a_place_does_not_double_it() -> None:
    once = add_place(BRIEF, WONSAN)
    twice = add_place(once, WONSAN, claim=Claim("", "", "Ships left."))
    assert twice.places == once.places
    assert twice.claims[-1].places == ("wonsan",)
    with pytest.raises(BriefError, match="holds 'Wŏnsan' already, as 'wonsan'"):
        add_place(once, WONSAN)


def test_one_town_may_have_two_sites() -> None:
    port = add_place(BRIEF, WONSAN, name="Wonsan port", kind="site")
    assert [place.id for place in add_place(port, WONSAN, name="Wonsan air base", kind="site").places] == [
        "paris",
        "wonsan-port",
        "wonsan-air-base",
    ]


def test_what_cannot_be_a_place_says_why() -> None:
    with pytest.raises(BriefError, match="no name"):
        add_place(BRIEF, lon=1, lat=2)
    with pytest.raises(BriefError, match="one coordinate without the other"):
        add_place(BRIEF, name="X", lon=1)
    with pytest.raises(BriefError, match="outside WGS 84"):
        add_place(BRIEF, name="X", lon=39.15, lat=127.44)
