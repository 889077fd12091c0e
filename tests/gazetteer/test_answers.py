"""The memory of a geocoding service's answers: kept, aged, paced, and never a failure among them."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from geobrief.errors import GeocoderError
from geobrief.gazetteer.answers import DAY, Answers, Manners

URL = "https://names.example"
FOUND = [{"name": "Zubrovichka"}]
AT_ONCE = Manners(pause=0)


class Clock:
    """A clock that only moves when told to, or slept by."""

    def __init__(self) -> None:
        self.now = 20_000 * DAY
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "nominatim.sqlite"


def opened(file: Path, clock: Clock, service: str = URL) -> Answers:
    return Answers(file, service, clock=clock, sleep=clock.sleep)


def never() -> list[dict[str, Any]]:
    raise AssertionError("asked again")


def failing() -> list[dict[str, Any]]:
    raise GeocoderError("it hung up")


def test_an_answer_outlives_the_process(file: Path, clock: Clock) -> None:
    assert opened(file, clock).ask("Zubrovichka", lambda: FOUND, AT_ONCE) == FOUND
    later = opened(file, clock)
    assert later.get("Zubrovichka") == FOUND
    assert later.ask("Zubrovichka", never, AT_ONCE) == FOUND


def test_each_service_has_answers_of_its_own(file: Path, clock: Clock) -> None:
    opened(file, clock).ask("Zubrovichka", lambda: FOUND, AT_ONCE)
    assert opened(file, clock, "https://other.example").get("Zubrovichka") is None


def test_no_such_place_is_asked_again_after_a_month_and_a_place_after_a_year(
    file: Path, clock: Clock
) -> None:
    answers = opened(file, clock)
    answers.ask("Nowhere", list, AT_ONCE)
    answers.ask("Zubrovichka", lambda: FOUND, AT_ONCE)
    clock.now += 29 * DAY
    assert answers.get("Nowhere") == []
    clock.now += 2 * DAY
    assert answers.get("Nowhere") is None
    assert answers.get("Zubrovichka") == FOUND
    clock.now += 335 * DAY
    assert answers.get("Zubrovichka") is None


def test_a_failure_is_not_kept_but_counts_for_the_pause(file: Path, clock: Clock) -> None:
    answers = opened(file, clock)
    with pytest.raises(GeocoderError, match="hung up"):
        answers.ask("Zubrovichka", failing, Manners(pause=1))
    assert answers.get("Zubrovichka") is None
    answers.ask("Zubrovichka", lambda: FOUND, Manners(pause=1))
    assert clock.slept == [0, 1]


def test_questions_keep_their_distance_over_processes(file: Path, clock: Clock) -> None:
    first, second = opened(file, clock), opened(file, clock)
    first.ask("A", list, Manners(pause=1))
    clock.now += 0.25
    second.ask("B", list, Manners(pause=1))
    assert clock.slept == [0, 0.75]


def test_a_clock_that_was_set_back_makes_nobody_wait_for_long(file: Path, clock: Clock) -> None:
    answers = opened(file, clock)
    answers.ask("A", list, Manners(pause=1))
    clock.now -= 3 * DAY
    answers.ask("B", list, Manners(pause=1))
    assert clock.slept == [0, 1]


def test_a_service_that_bids_to_wait_is_left_alone_until_then(file: Path, clock: Clock) -> None:
    answers = opened(file, clock)

    def told_to_wait() -> list[dict[str, Any]]:
        answers.postpone(90)
        raise GeocoderError("too often")

    with pytest.raises(GeocoderError, match="too often"):
        answers.ask("A", told_to_wait, AT_ONCE)
    with pytest.raises(GeocoderError, match="wants not to be asked for another 90 seconds"):
        opened(file, clock).ask("B", never, AT_ONCE)
    clock.now += 91
    assert answers.ask("B", lambda: FOUND, AT_ONCE) == FOUND


def test_there_is_a_most_a_day(file: Path, clock: Clock) -> None:
    answers = opened(file, clock)
    manners = Manners(pause=0, most_a_day=2)
    answers.ask("A", list, manners)
    answers.ask("B", list, manners)
    with pytest.raises(GeocoderError, match="asked for 2 names today"):
        answers.ask("C", never, manners)
    assert answers.ask("A", never, manners) == []
    clock.now += DAY
    assert answers.ask("C", list, manners) == []


def test_only_one_asks_at_a_time_and_the_other_gets_its_answer(file: Path) -> None:
    asking, go_on = threading.Event(), threading.Event()
    got: list[Any] = []

    def slowly() -> list[dict[str, Any]]:
        asking.set()
        go_on.wait(10)
        return FOUND

    def first() -> None:
        got.append(Answers(file, URL).ask("A", slowly, AT_ONCE))

    def second() -> None:
        got.append(Answers(file, URL).ask("A", never, AT_ONCE))

    one, other = threading.Thread(target=first), threading.Thread(target=second)
    one.start()
    assert asking.wait(10)
    other.start()
    go_on.set()
    one.join(10)
    other.join(10)
    assert got == [FOUND, FOUND]


def test_a_broken_file_is_told_with_what_to_do(file: Path, clock: Clock) -> None:
    file.parent.mkdir()
    file.write_bytes(b"This is no database, and long enough to be seen as none." * 40)
    with pytest.raises(GeocoderError, match=r"nominatim\.sqlite cannot be used: .*Delete that file"):
        opened(file, clock)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(GeocoderError, match="GEOBRIEF_CACHE"):
        opened(tmp_path / "cache" / "nominatim.sqlite", clock)


def test_answers_of_another_version_are_forgotten(file: Path, clock: Clock) -> None:
    opened(file, clock).ask("Zubrovichka", lambda: FOUND, AT_ONCE)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert opened(file, clock).get("Zubrovichka") is None
