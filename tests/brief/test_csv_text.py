"""After a small change a text of cells is taken apart as it is when it is read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.claims_file import Rows, scan, update
from geobrief.brief.csv_text import Taken, split, taken
from geobrief.model import Claim

KNOWN = ("id", "quote", "note")
BITS = st.text(st.sampled_from('a,;\t"\n\r '), max_size=6)
LINES = st.lists(st.text(st.sampled_from('ab,;"\t \r'), max_size=8), max_size=6)


@given(st.sampled_from(("id,quote", "id;quote;x", '\ufeff"id","quote"', 'id,x;"quote', "")), LINES, st.data())
def test_whatever_is_exchanged_in_a_text(header: str, lines: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(("\n", "\r\n", "\r"))).join([header, *lines])
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + data.draw(BITS) + text[at + data.draw(st.integers(0, 12)) :]
    again = taken(changed, KNOWN, taken(text, KNOWN))
    assert again == taken(changed, KNOWN)
    assert str(again.table) == changed
    assert again.table == split(changed, KNOWN)


@pytest.mark.parametrize("put", ["x", "x\nc9,new\n", '"two\nlines"', ""])
def test_rows_that_did_not_change_stay_the_same_objects(put: str) -> None:
    text = "id,quote\n" + "".join(f"c{at},says {at}\n" for at in range(9))
    first = taken(text, KNOWN)
    assert isinstance(first, Taken)
    again = taken(text.replace("says 4", put), KNOWN, first)
    kept = {id(row) for row in first.table.rows}
    assert sum(id(row) in kept for row in again.table.rows) == (4 if "\n" in put else 8)
    assert [row.cells for row in again.table.rows[-4:]] == [row.cells for row in first.table.rows[-4:]]


def test_claims_are_read_and_written_alike_with_a_memory() -> None:
    memory, text = Rows(), "id,quote\nc1,One\nc2,Two\n\nc3,Three\n"
    for at in range(4):
        before, faults = scan(text, memory=memory)
        assert (before, faults) == scan(text)
        after = [*before[at % 2 :], Claim(f"n{at}", "", f"New\n{at}", note="x" * at)]
        made = update(text, after, before=before, memory=memory)
        assert made == update(text, after)
        text = made
