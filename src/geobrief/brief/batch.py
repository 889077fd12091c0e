"""Many short texts at once: JSON lines in, JSON lines out, in the same order (docs/JSONL.md)."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from geobrief.brief.batch_lines import Answer, Line, answer, read_lines
from geobrief.brief.batch_workers import in_processes, usable_cores
from geobrief.brief.draft import draft
from geobrief.errors import ArticleError
from geobrief.files import refuse_replacing, streamed_aside
from geobrief.gazetteer import open_gazetteer
from geobrief.geoparse.methods import OWN_METHODS, Methods, open_geoparser

__all__ = ["STANDARD", "Tally", "extract_lines"]

STANDARD: Final = "-"
"""Stands for standard input and for standard output."""

SMALL: Final = 64_000
"""Bytes. What is smaller, some twenty articles, is read sooner than a second process has started."""

TOLD: Final = 5
"""How many faults are told in full."""

NUMBERED: Final = 20
"""How many lines are named by their number."""


@dataclass
class Tally:
    """What became of the lines."""

    texts: int = 0
    failed: int = 0
    warned: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    """Line number and fault of the first `NUMBERED` lines that failed."""
    warnings: list[tuple[int, str]] = field(default_factory=list)
    """Likewise of what was passed over."""

    def count(self, answer: Answer) -> None:
        """Takes one more answer in."""
        self.texts += 1
        if answer.fault:
            self.failed += 1
            self.faults += [(answer.number, answer.fault)] if self.failed <= NUMBERED else []
        if answer.warnings:
            self.warned += 1
            self.warnings += [(answer.number, answer.warnings[0])] if self.warned <= NUMBERED else []

    @property
    def told_faults(self) -> str:
        """One sentence on the lines that failed; empty if none did."""
        return _told(f"{self.failed} of {self.texts} lines failed", self.failed, self.faults)

    @property
    def told_warnings(self) -> str:
        """One sentence on what went wrong and stopped nothing; empty if nothing did."""
        lines = "1 line has a warning" if self.warned == 1 else f"{self.warned} lines have warnings"
        return _told(lines, self.warned, self.warnings)


def _told(head: str, count: int, faults: Sequence[tuple[int, str]]) -> str:
    if not count:
        return ""
    parts = [f"line {number}: {fault.removesuffix('.')}" for number, fault in faults[:TOLD]]
    if numbers := [str(number) for number, _ in faults[TOLD:]]:
        parts.append(f"likewise {', '.join(numbers)}")
    if more := count - len(faults):
        parts.append(f"and {more} more")
    return f"{head}: {'; '.join(parts)}"


def extract_lines(
    source: str, target: str, *, jobs: int | None = None, methods: Methods = OWN_METHODS
) -> Tally:
    """Writes what each line's text holds, a line for a line, and returns what became of them.

    A line that cannot be read is answered by one that says why, and the rest goes on.

    Args:
        source: A file of JSON lines; `-` for standard input.
        target: Where the answers go; `-` for standard output. A file takes its place when all is written.
        jobs: How many processes read; 1 for none but this one. By default one a usable core, or none but
            this one for a small file.
        methods: How places are found.

    Raises:
        ArticleError: The file cannot be read.
        GazetteerError: The gazetteer cannot be opened.
        GeobriefError: The target is the source or cannot be written, or processes cannot be started.
    """
    if target != STANDARD:
        refuse_replacing(Path(target), [Path(source)])
    open_gazetteer()  # builds it where it is missing, once and not in each process
    tally = Tally()
    with contextlib.ExitStack() as open_ones:
        file = open_ones.enter_context(_opened(source))
        lines, small = _peeked(read_lines(file, source))
        count = jobs or (1 if small else usable_cores())
        answers = open_ones.enter_context(contextlib.closing(_answers(lines, methods, count)))
        write = open_ones.enter_context(_written(target))
        show = open_ones.enter_context(_progress(_size(file), count, quiet=small))
        for found in answers:
            write(found.data)
            tally.count(found)
            show(found, tally)
    return tally


def _answers(lines: Iterable[Line], methods: Methods, jobs: int) -> Generator[Answer]:
    opener = partial(open_reader, methods)
    if jobs > 1:
        yield from in_processes(lines, opener, jobs)
    else:
        yield from map(opener(), lines)


def open_reader(methods: Methods) -> Callable[[Line], Answer]:
    """Opens what answers lines, once a process."""
    gazetteer = open_gazetteer()
    geoparser = open_geoparser(gazetteer, methods)
    return partial(
        answer,
        analyze=lambda document: draft([document], gazetteer, geoparser),
        warning=geoparser.take_warning,
    )


def _peeked(lines: Iterator[Line]) -> tuple[Iterator[Line], bool]:
    """The same lines, and whether all of them together are small."""
    first: list[Line] = []
    size = 0
    for line in lines:
        first.append(line)
        size += line.size
        if size >= SMALL:
            return chain(first, lines), False
    return iter(first), True


@contextlib.contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == STANDARD:
        yield sys.stdin.buffer
        return
    try:
        file = Path(source).open("rb")  # noqa: SIM115 - closed below; only its opening is explained here
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(f"{source} cannot be read: {reason}. Give a UTF-8 file of JSON lines.") from error
    with file:
        yield file


@contextlib.contextmanager
def _written(target: str) -> Iterator[Callable[[bytes], object]]:
    if target != STANDARD:
        with streamed_aside(Path(target)) as write:
            yield write
        return
    yield sys.stdout.buffer.write
    sys.stdout.buffer.flush()


def _size(file: BinaryIO) -> int | None:
    """Bytes of a file on disk; None for a pipe, whose end is not known."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        return os.fstat(file.fileno()).st_size or None
    return None


@contextlib.contextmanager
def _progress(size: int | None, jobs: int, *, quiet: bool) -> Iterator[Callable[[Answer, Tally], None]]:
    """Shows how far it is on standard error: a bar on a terminal, elsewhere one line or none if small."""
    if not sys.stderr.isatty():
        if not quiet:
            sys.stderr.write(f"Reading texts in {jobs} {'process' if jobs == 1 else 'processes'} …\n")
            sys.stderr.flush()
        yield lambda *_: None
        return
    from tqdm import tqdm

    start = time.monotonic()
    with tqdm(total=size, desc="Reading texts", unit="B", unit_scale=True, leave=False) as bar:

        def show(answer: Answer, tally: Tally) -> None:
            rate = tally.texts / max(time.monotonic() - start, 1e-9)
            failed = f", {tally.failed:,} failed" if tally.failed else ""
            bar.set_postfix_str(f"{tally.texts:,} texts, {rate:.0f} a second{failed}", refresh=False)
            bar.update(answer.size)

        yield show
