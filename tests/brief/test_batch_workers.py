"""Lines shared among real processes: order, one line lost a death, nothing left behind."""

import multiprocessing
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from batch_openers import open_broken, open_dead, open_echo, open_mortal, open_quick
from geobrief.brief.batch_lines import Line
from geobrief.brief.batch_workers import in_processes, usable_cores
from geobrief.errors import GazetteerError, GeobriefError


def lines(*texts: bytes) -> list[Line]:
    return [Line(number, text, len(text)) for number, text in enumerate(texts, 1)]


@given(st.lists(st.integers(0, 30), max_size=40), st.integers(1, 3))
@settings(max_examples=6)
def test_answers_come_in_the_order_of_the_lines_however_long_each_takes(
    lengths: list[int], many: int
) -> None:
    given_lines = lines(*(b"x" * length for length in lengths))
    found = list(in_processes(given_lines, open_echo, many))
    assert [(answer.number, answer.data) for answer in found] == [
        (line.number, line.data) for line in given_lines
    ]


def test_a_killed_process_costs_the_line_it_was_at_and_no_other() -> None:
    texts = [b"kill" if number in (3, 17) else b"%d" % number for number in range(1, 41)]
    found = list(in_processes(lines(*texts), open_mortal, 2))
    assert [answer.number for answer in found] == list(range(1, 41))
    assert {answer.number: answer.fault for answer in found if answer.fault} == dict.fromkeys(
        (3, 17), "the process that read it was killed by SIGKILL, perhaps for lack of memory"
    )


def test_a_process_that_ends_by_itself_is_told_too() -> None:
    found = list(in_processes(lines(b"a", b"exit", b"b"), open_mortal, 1))
    assert [answer.fault for answer in found] == ["", "the process that read it ended with exit code 3", ""]


def test_every_line_may_kill() -> None:
    found = list(in_processes(lines(*[b"kill"] * 5), open_mortal, 2))
    assert [bool(answer.fault) for answer in found] == [True] * 5


def test_what_cannot_be_opened_is_told_as_it_is() -> None:
    with pytest.raises(GazetteerError, match="The gazetteer is broken"):
        list(in_processes(lines(b"a", b"b"), open_broken, 2))
    assert not multiprocessing.active_children()


def test_processes_that_die_before_they_begin_end_it() -> None:
    with pytest.raises(GeobriefError, match=r"was killed by SIGKILL.* Try --jobs 1"):
        list(in_processes(lines(b"a", b"b"), open_dead, 2))


def test_closing_ends_the_processes_at_once() -> None:
    answers = in_processes(lines(b"a", *[b"x" * 20_000] * 5), open_echo, 2)
    assert next(answers).number == 1
    assert multiprocessing.active_children()
    answers.close()
    assert not multiprocessing.active_children()


def test_lines_are_read_only_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Line]:
        nonlocal taken
        while True:
            taken += 1
            yield Line(taken, b"1", 1)

    answers = in_processes(endless(), open_echo, 2)
    for _ in range(10):
        next(answers)
    answers.close()
    assert taken < 200


def test_lines_larger_than_a_pipe_pass_both_ways() -> None:
    texts = [b"x" * 3, b"y" * 3_000_000, b"z" * 5]
    found = list(in_processes(lines(*texts), open_quick, 2))
    assert [answer.data for answer in found] == texts


def test_there_is_a_core_to_use() -> None:
    assert usable_cores() >= 1
