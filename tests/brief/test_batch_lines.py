"""One line out for each line in, whatever it holds."""

import io
import json
from typing import Any

import pytest

from geobrief.brief.batch_lines import LONGEST, Answer, Line, answer, lost, read_lines
from geobrief.errors import ArticleError
from geobrief.model import Brief, Claim, Document


def quoting(document: Document) -> Brief:
    """What is found is the whole text, as one claim."""
    return Brief((document,), claims=(Claim("c1", document.id, document.text, by=document.published),))


def answered(data: bytes) -> tuple[Answer, dict[str, Any]]:
    found = answer(Line(3, data, len(data)), quoting)
    assert found.data.endswith(b"\n")
    assert found.data.count(b"\n") == 1
    return found, json.loads(found.data)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b'{"id": 1, "text"', "not JSON: Expecting ':' delimiter at character 17"),
        (b'{"id": 1, "text": "\xff"}', "not UTF-8 at byte 20"),
        (b'{"id": NaN, "text": "a"}', "NaN is no number in JSON"),
        (b'{"id": 1e999, "text": "a"}', "too large"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "a"}', "not JSON"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"id": 1, "text": "a", "more": ' + b'{"a":' * 100_000, "nested too deep"),
        (b"[1, 2]", "no object"),
        (b"null", "no object"),
        (b'{"text": "a"}', 'no "id"'),
        (b'{"id": null, "text": "a"}', '"id" is null'),
        (b'{"id": true, "text": "a"}', '"id" is true'),
        (b'{"id": 1}', 'no "text"'),
        (b'{"id": 1, "text": 5}', '"text" is 5 and no text'),
        (b'{"id": 1, "text": ["' + b"a" * 999 + b'"]}', "a… and no text"),
        (b'{"id": 1, "text": "' + b"a" * 10_000_000 + b'"}', "10.0 million characters, more than 5"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_with_why(data: bytes, fault: str) -> None:
    found, row = answered(data)
    assert fault in found.fault
    assert row["error"] == f"line 3: {found.fault}"
    assert row["mentions"] == row["places"] == row["claims"] == []


def test_an_answer_to_a_fault_has_the_id_where_there_is_one() -> None:
    assert answered(b'{"id": "a7"}')[1]["id"] == "a7"
    assert answered(b"{")[1]["id"] is None


@pytest.mark.parametrize("key", ["7", '"7"', "1.5", '""', '"\\ud800"', '"\\u0000"', '"\\u2028"'])
def test_an_id_comes_back_as_it_was(key: str) -> None:
    found, row = answered(f'{{"id": {key}, "text": "a"}}'.encode())
    assert not found.fault
    assert row["id"] == json.loads(key)


def test_half_a_surrogate_pair_is_replaced_and_offsets_stay() -> None:
    found, row = answered(rb'{"id": 1, "text": "a\ud800b \ud83d\ude00"}')
    assert not found.fault
    assert row["claims"][0]["quote"] == "a\ufffdb \U0001f600"


@pytest.mark.parametrize(
    ("published", "day"),
    [("2025-06-20", "2025-06-20"), ("2025-06-20T23:59:59Z", "2025-06-20"), ("2025-06-20 late", "2025-06-20")],
)
def test_a_date_with_a_time_is_a_date(published: str, day: str) -> None:
    found, row = answered(json.dumps({"id": 1, "text": "a", "published": published}).encode())
    assert row["claims"][0]["by"] == day
    assert not found.warnings


@pytest.mark.parametrize("published", ["yesterday", "20.06.2025", "2025-02-30", 2025, ["2025-06-20"], {}])
def test_what_is_no_date_is_passed_over_with_a_warning(published: object) -> None:
    found, row = answered(json.dumps({"id": 1, "text": "a", "published": published}).encode())
    assert not found.fault
    assert row["claims"][0]["by"] is None
    assert row["warnings"] == list(found.warnings)
    assert found.warnings[0].startswith(f'"published" is {json.dumps(published)} and no ISO date')


def test_a_publisher_that_is_no_text_is_passed_over_with_a_warning() -> None:
    assert answered(b'{"id": 1, "text": "a", "publisher": 5}')[0].warnings == (
        '"publisher" is 5 and no text; it is passed over',
    )


def test_what_went_wrong_on_the_way_is_a_warning() -> None:
    found = answer(Line(3, b'{"id": 1, "text": "Oslo"}', 25), quoting, lambda: "1 name was not looked up")
    assert found.warnings == ("1 name was not looked up",)
    assert json.loads(found.data)["warnings"] == ["1 name was not looked up"]


def test_an_error_of_our_own_names_the_line_and_where_it_arose() -> None:
    def broken(document: Document) -> Brief:
        raise KeyError(document.text)

    found = answer(Line(3, b'{"id": 1, "text": "Oslo"}', 25), broken)
    assert "KeyError: 'Oslo', test_batch_lines.py:" in found.fault
    assert json.loads(found.data)["id"] == 1


def test_a_line_that_a_process_died_at_keeps_its_id() -> None:
    assert json.loads(lost(Line(3, b'{"id": "a7", "text": ""}', 24), "killed").data) == {
        "id": "a7",
        "mentions": [],
        "places": [],
        "claims": [],
        "error": "line 3: killed",
    }
    assert json.loads(lost(Line(3, b"{", 1), "killed").data)["id"] is None


def test_an_interrupt_is_no_fault_of_the_line() -> None:
    def interrupted(document: Document) -> Brief:
        raise KeyboardInterrupt(document.id)

    with pytest.raises(KeyboardInterrupt):
        answer(Line(3, b'{"id": 1, "text": "Oslo"}', 25), interrupted)


def test_lines_are_numbered_as_an_editor_does_and_empty_ones_left_out() -> None:
    lines = list(read_lines(io.BytesIO(b'\xef\xbb\xbf{"a": 1}\r\n\n  \n\xe2\x80\xa8\nlast'), "in.jsonl"))
    assert [(line.number, line.data) for line in lines] == [
        (1, b'{"a": 1}\r\n'),
        (4, b"\xe2\x80\xa8\n"),
        (5, b"last"),
    ]


def test_a_line_too_long_for_memory_is_skipped_and_the_next_is_read() -> None:
    file = io.BytesIO(b"x" * (2 * LONGEST + 5) + b"\nnext\n")
    long, following = read_lines(file, "in.jsonl")
    assert (long.number, long.data, long.size) == (1, b"", 2 * LONGEST + 6)
    assert "longer than 30 MB" in long.fault
    assert answer(long, quoting).fault == long.fault
    assert (following.number, following.data) == (2, b"next\n")


def test_a_file_that_breaks_off_is_told() -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error", size)

    with pytest.raises(ArticleError, match=r"in\.jsonl cannot be read: Input/output error"):
        list(read_lines(Broken(), "in.jsonl"))
