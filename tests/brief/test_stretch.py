"""Two texts are parted into what they share at both ends and the one stretch that differs."""

from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.stretch import stretch

TEXTS = st.text("ab", max_size=12)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_the_stretch_is_all_that_differs_and_no_longer(head: str, old: str, new: str, tail: str) -> None:
    before, after = head + old + tail, head + new + tail
    start, end, new_end = stretch(before, after)
    assert before[:start] + after[start:new_end] + before[end:] == after
    assert before[start : start + 1] != after[start : start + 1] or start in (len(before), len(after))
    assert min(end, new_end) == start or before[end - 1] != after[new_end - 1]


def test_bytes_are_parted_alike() -> None:
    assert stretch(b"x" * 9000 + b"old" + b"y" * 9000, b"x" * 9000 + b"new!" + b"y" * 9000) == (
        9000,
        9003,
        9004,
    )
    assert stretch(b"", b"") == (0, 0, 0)
