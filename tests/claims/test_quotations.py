from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.quotations import inside, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “we go” and left.", ["“we go”"]),
        ('He said "we go" and "now".', ['"we go"', '"now"']),
        ("He said „we go“ or «we stay».", ["„we go“", "«we stay»"]),
        ("He said ''we go'' today.", ["''we go''"]),
        ('He said “we go" today.', ['“we go"']),
        ("“We go\non.”", ["“We go"]),
        ('A 12" pipe broke.', []),
        ("Nothing.", []),
    ],
)
def test_quotations_end_at_their_mark_or_with_the_paragraph(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@given(st.text(alphabet="ab“”\"'„«»\n "), st.integers(0, 20), st.integers(0, 20))
def test_the_parts_inside_a_stretch_are_what_both_cover(text: str, start: int, length: int) -> None:
    spans = quotations(text)
    end = start + length
    covered = {at for a, b in spans for at in range(a, b) if start <= at < end}
    assert {at + start for a, b in inside(spans, start, end) for at in range(a, b)} == covered
