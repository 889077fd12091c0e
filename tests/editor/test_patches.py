"""What differs between two texts is exchanged as JavaScript would do it."""

from hypothesis import given
from hypothesis import strategies as st

from geobrief.editor.patches import patch


@given(st.text(), st.text(), st.text(), st.text())
def test_a_patch_makes_the_new_text_of_the_old(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    made = patch(before, after)
    units = before.encode("utf-16-le")
    start, end = 2 * made["at"], 2 * (made["at"] + made["cut"])
    assert (units[:start] + made["put"].encode("utf-16-le") + units[end:]).decode("utf-16-le") == after


def test_a_patch_is_as_small_as_the_change() -> None:
    assert patch("a" * 9000 + "x" + "b" * 9000, "a" * 9000 + "y" + "b" * 9000) == {
        "at": 9000,
        "cut": 1,
        "put": "y",
    }
