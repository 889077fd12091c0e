"""Workers that processes of a batch can import, which the module of a test is not always."""

import os
import signal
import sys
import time
from collections.abc import Callable

from geobrief.brief.batch_lines import Answer, Line
from geobrief.errors import GazetteerError

Work = Callable[[Line], Answer]


def echo(line: Line) -> Answer:
    """The line as it came, after as many milliseconds as it has bytes."""
    time.sleep(len(line.data) / 1000)
    return Answer(line.number, line.data, line.size)


def open_echo() -> Work:
    return echo


def open_quick() -> Work:
    """Gives the line back at once."""
    return lambda line: Answer(line.number, line.data, line.size)


def open_mortal() -> Work:
    """Dies at some words: killed from outside, ended by itself."""

    def work(line: Line) -> Answer:
        if b"kill" in line.data:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"exit" in line.data:
            sys.exit(3)
        return echo(line)

    return work


def open_broken() -> Work:
    raise GazetteerError("The gazetteer is broken.")


def open_dead() -> Work:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
