"""What changes in files, byte by byte."""

from hypothesis import given
from hypothesis import strategies as st

from geobrief.editor.history import Entry, from_line, to_line
from geobrief.editor.splices import spliced, splices

FILES = st.dictionaries(st.sampled_from("abc"), st.binary(max_size=20).map(lambda data: data * 700))


@given(FILES, FILES)
def test_splices_lead_there_and_back_even_over_a_line_of_the_history(
    before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    entry = from_line(to_line(Entry(1, "", "", "", (), splices(before, after))))
    assert entry is not None
    made = spliced(before, entry.splices)
    assert made is not None
    assert {name: data for name, data in {**before, **made}.items() if data is not None} == after
    back = spliced(after, [splice.reversed() for splice in entry.splices])
    assert back is not None
    assert {name: data for name, data in {**after, **back}.items() if data is not None} == before


def test_a_splice_holds_what_changed_and_no_more() -> None:
    (splice,) = splices(
        {"a": b"x" * 10_000 + b"old" + b"y" * 9_000}, {"a": b"x" * 10_000 + b"new!" + b"y" * 9_000}
    )
    assert (splice.at, splice.cut, splice.put) == (10_000, b"old", b"new!")


def test_files_that_are_other_by_now_are_not_touched() -> None:
    changes = splices({"a": b"1", "b": b"2"}, {"a": b"3"})
    assert spliced({"a": b"1", "b": b"9"}, changes) is None
