"""What the page is told of groups."""

from geobrief.model import Claim, Quantity
from geobrief.render.groups import group_figures


def claim(key: str, bound: str, *, places: tuple[str, ...] = ("p",)) -> Claim:
    quantity = Quantity(300, "people", f"{bound} 300 people".strip(), "at least" if bound else "")
    return Claim(key, "", f"It employs {quantity.text}.", places, quantities=(quantity,), group="g1")


def test_a_figure_is_what_it_leaves_open_and_its_words() -> None:
    figures = group_figures([claim("c1", "at least"), claim("c2", "")])
    assert figures == {
        "g1": {
            "c1": {"|person|employed": {"low": 300, "high": None, "text": "at least 300 people"}},
            "c2": {"|person|employed": {"low": 285.0, "high": 315.0, "text": "300 people"}},
        }
    }


def test_a_group_of_which_the_page_shows_one_claim_is_none() -> None:
    assert group_figures([claim("c1", ""), claim("c2", "", places=())]) == {}
