from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.geoparse import Toponym, recognize
from geobrief.model import Document
from geoparse.small_gazetteer import SmallGazetteer

GAZETTEER = SmallGazetteer()


def found(text: str) -> tuple[Toponym, ...]:
    return recognize(Document("a.md", text), GAZETTEER)


def names(text: str) -> list[str]:
    """The spans of the toponyms, as the text has them."""
    return [text[toponym.start : toponym.end] for toponym in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The hotel heiress Paris Hilton opened the show.",
        "The shop sold Turkey with gravy all week.",
        "Turkey with gravy was served at noon.",
        "Reading the report took the board two days.",
        "Investors left Phoenix Capital after the audit.",
        "Storm Boris flooded the valley.",
        "Boris left the meeting early.",
        "The broker Gallagher Re counted the losses.",
        "Actor Chad Washington was not there.",
        "Chad Washington led the choir.",
        "He bought Boston Consulting Group shares.",
        "An editor of the Washington Post resigned.",
        "They signed the Paris Agreement in spring.",
        "Mr. Paris and Gen. Kursk shook hands.",
        "Then President Washington crossed the river.",
    ],
)
def test_what_only_sounds_like_a_place_gives_no_toponym(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Ukrainian envoys met.",
        "Koreans filled the square.",
        "North Korean troops arrived by train.",
        "A South Korean firm won the order.",
    ],
)
def test_adjectives_and_peoples_give_no_toponym(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Paris Police Department closed the bridge.", ["Paris"]),
        ("Kharkiv City Council voted on Monday.", ["Kharkiv"]),
        ("She studied at the University of Oxford for a year.", ["Oxford"]),
        ("Russia’s envoy left for the Netherlands.", ["Russia", "Netherlands"]),
        ("The U.S. sent a note to North Korea.", ["U.S.", "North Korea"]),
        ("Ships waited in the Black Sea and the Gulf of Mexico.", ["Black Sea", "Gulf of Mexico"]),
        ("He told us that the US would help.", ["US"]),
        ("Kharkiv-based engineers flew to Dallas.", ["Kharkiv", "Dallas"]),
    ],
)
def test_a_place_is_found_with_exactly_its_own_words(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_surname_given_once_in_full_is_no_place_later_on() -> None:
    text = "The coach Denzel Dallas resigned. Reporters waited outside, but Dallas said nothing."
    assert names(text) == []


class TestDesignators:
    @pytest.mark.parametrize(
        ("text", "span", "kind", "name"),
        [
            (
                "Drones hit the Alabuga Special Economic Zone.",
                "Alabuga Special Economic Zone",
                "site",
                "Alabuga",
            ),
            ("Fighting went on in the Kursk region.", "Kursk region", "region", "Kursk"),
            ("Fires spread in the Amur region.", "Amur region", "region", "Amur"),
            ("The plant lies in Maricopa County today.", "Maricopa County", "region", "Maricopa County"),
            ("Jets took off from Kharkiv air base at dawn.", "Kharkiv air base", "site", "Kharkiv"),
            ("Water ran short at Kursk nuclear plant.", "Kursk nuclear plant", "site", "Kursk"),
            ("Trucks left for the Port of Portland.", "Port of Portland", "site", "Portland"),
        ],
    )
    def test_a_name_and_what_it_is_are_one_toponym(self, text: str, span: str, kind: str, name: str) -> None:
        (toponym,) = found(text)
        assert text[toponym.start : toponym.end] == span
        assert (toponym.kind, toponym.name) == (kind, name)
        assert toponym.head == (name != span)

    def test_a_region_that_goes_by_its_bare_name_keeps_it(self) -> None:
        text = "Floods reached Tatarstan region by noon."
        (toponym,) = found(text)
        assert (text[toponym.start : toponym.end], toponym.kind) == ("Tatarstan", "region")

    def test_a_dam_at_a_town_is_a_site(self) -> None:
        text = "Engineers opened the dam at Ottenstein."
        (toponym,) = found(text)
        assert (text[toponym.start : toponym.end], toponym.kind) == ("Ottenstein", "site")

    def test_an_unknown_name_is_a_toponym_only_with_its_designator(self) -> None:
        assert names("Crews left Zyabrovka air base on foot.") == ["Zyabrovka air base"]
        assert names("Villages in Vasylkiv Oblast lost power.") == ["Vasylkiv Oblast"]
        assert names("Crews left Zyabrovka on foot.") == []


class TestContainers:
    @pytest.mark.parametrize(
        ("text", "container"),
        [
            ("A fire broke out in Paris, Texas, on Sunday.", "Texas"),
            ("The firm builds near Phoenix, Arizona.", "Arizona"),
            ("A bridge in Owensboro, Ky., was shut.", "Ky"),
            ("Rain fell on Kharkiv (Ukraine) at last.", "Ukraine"),
            ("Trains reached Kharkiv in eastern Ukraine late.", "Ukraine"),
            ("Trains reached Paris, a small town in Texas, late.", "Texas"),
        ],
    )
    def test_the_place_behind_the_comma_holds_the_one_before(self, text: str, container: str) -> None:
        inner, outer = found(text)
        assert inner.container == container
        assert outer.container == ""

    def test_the_next_town_of_a_list_holds_nothing(self) -> None:
        text = "Trains from Boston, New York and Portland were late."
        assert [toponym.container for toponym in found(text)] == ["", "", ""]

    def test_the_dot_of_an_abbreviation_belongs_to_it(self) -> None:
        assert names("A bridge in Owensboro, Ky., was shut.") == ["Owensboro", "Ky."]

    def test_a_list_of_countries_holds_nothing(self) -> None:
        assert [toponym.container for toponym in found("Envoys of Russia, Ukraine and Belarus met.")] == [
            "",
            "",
            "",
        ]


def test_nothing_gives_nothing() -> None:
    assert found("") == ()
    assert found("no names here, 1999.") == ()


PIECES = (
    "Paris Texas the The Kursk region U.S. us Mr. said in North Korea Korean , . ’s Oblast OR PARIS - “ of "
    "Gulf Chad Lake air base 🛩 é counties and County St. I’ve"
)
WORDS = st.sampled_from(PIECES.split(" "))
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS).map("".join)
)


@given(TEXTS)
def test_toponyms_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for toponym in found(text):
        assert end <= toponym.start < toponym.end <= len(text)
        assert toponym.name in text[toponym.start : toponym.end]
        assert text[toponym.start : toponym.end].strip() == text[toponym.start : toponym.end]
        end = toponym.end


@given(st.text(alphabet="abcdefghij \n.", max_size=60))
def test_words_in_lower_case_after_a_text_change_nothing_in_it(tail: str) -> None:
    text = "Engineers flew from Kharkiv to Paris, Texas.\n"
    assert found(text + tail) == found(text)
